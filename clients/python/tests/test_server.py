"""One server for all, and none left behind."""

import multiprocessing
import os
import signal
import subprocess
import sys
import unittest

from helpers import SMALL, WithServer, bl, eventually, running
from borderline import _connection, _own, _program, _server

HOLDER = "import borderline as bl, sys; bl.scenarios(); print('here', flush=True); sys.stdin.read()"


def port(_):
    bl.scenarios()
    return _connection._lease().port


def holder():
    process = subprocess.Popen([sys.executable, "-c", HOLDER], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout.readline() == b"here\n"
    return process


def kill(process):
    process.kill()
    process.wait()
    process.stdin.close()
    process.stdout.close()


class ServerTest(WithServer):
    def setUp(self):
        bl.stop()
        self.assertTrue(eventually(lambda: not running()))

    def test_sixteen_workers_that_begin_at_once_have_one_server(self):
        with multiprocessing.get_context("spawn").Pool(16) as pool:
            ports = set(pool.map(port, range(48), chunksize=1))
            self.assertEqual(1, len(ports))
            self.assertEqual(1, len(running()))
            pool.close()
            pool.join()
        self.assertTrue(eventually(lambda: not running()))

    def test_forked_workers_use_the_server_of_their_parent(self):
        own = port(0)
        with multiprocessing.get_context("fork").Pool(4) as pool:
            self.assertEqual({own}, set(pool.map(port, range(8), chunksize=1)))
            pool.close()
            pool.join()

    def test_killed_workers_leave_no_server(self):
        holders = [holder() for _ in range(3)]
        self.assertEqual(1, len(running()))
        kill(holders[0])  # the one that started it
        self.assertEqual(port(0), port(0))
        self.assertEqual(1, len(running()))
        for process in holders[1:]:
            kill(process)
        self.assertEqual(1, len(running()))
        bl.stop()
        self.assertTrue(eventually(lambda: not running()))

    def test_killed_while_the_server_computes(self):
        script = "import borderline as bl; bl.run('tightening-2015', progress=lambda done, total: print(done, flush=True))"
        process = subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        process.stdout.readline()
        kill(process)
        self.assertTrue(eventually(lambda: not running()))

    def test_a_server_that_is_killed_is_replaced(self):
        first = bl.run("tightening-2015", **SMALL)
        before = port(0)
        (lease,) = running()
        self.kill_server(lease)
        self.assertTrue(eventually(lambda: not running()))
        self.assertEqual(first.answer, bl.run("tightening-2015", **SMALL).answer)
        self.assertNotEqual(before, port(0))

    def kill_server(self, file):
        """Kills the process whose standard input is this lease."""
        lease = os.path.join(_server.runtime_folder(), file)
        for process in filter(str.isdigit, os.listdir("/proc")):
            try:
                if os.path.realpath(f"/proc/{process}/fd/0") == os.path.realpath(lease):
                    os.kill(int(process), signal.SIGKILL)
            except OSError:
                pass  # gone, or another user's

    def test_the_lock_of_a_process_that_is_gone_is_broken(self):
        gone = subprocess.Popen([sys.executable, "-c", ""])
        gone.wait()
        lock = os.path.join(_server.runtime_folder(), _program.key(_program.command()) + ".lock")
        os.mkdir(lock)
        with open(os.path.join(lock, "pid"), "w", encoding="utf-8") as file:
            file.write(str(gone.pid))
        port(0)
        self.assertFalse(os.path.exists(lock))

    def test_files_are_for_their_owner_alone(self):
        port(0)
        folder = _server.runtime_folder()
        self.assertEqual(0, os.stat(folder).st_mode & 0o077)
        for file in os.listdir(folder):
            self.assertEqual(0, os.stat(os.path.join(folder, file)).st_mode & 0o077, file)

    def test_a_folder_that_others_may_read_is_refused(self):
        os.chmod(_server.runtime_folder(), 0o755)
        try:
            with self.assertRaisesRegex(bl.NoProgram, "is not a folder of this user alone"):
                _server.runtime_folder()
        finally:
            os.chmod(os.path.join(os.environ["XDG_RUNTIME_DIR"], "borderline"), 0o700)

    def test_an_exception_in_the_callback_cancels_the_work(self):
        def stop(done, total):
            raise KeyboardInterrupt

        with self.assertRaises(KeyboardInterrupt):
            bl.run("tightening-2015", seed=99, progress=stop)
        state = _connection.ask("GET", "/api/jobs/1")["state"]
        self.assertEqual("cancelled", state)

    def test_a_server_of_its_own_where_there_are_no_named_pipes(self):
        own = _own.OwnServer()
        process = own._process
        self.assertIsNone(process.poll())
        own.close()
        self.assertIsNotNone(process.returncode)


class ProgramTest(unittest.TestCase):
    def setUp(self):
        self.before = os.environ.get("BORDERLINE")

    def tearDown(self):
        os.environ.pop("BORDERLINE", None)
        if self.before is not None:
            os.environ["BORDERLINE"] = self.before

    def test_no_such_file(self):
        os.environ["BORDERLINE"] = "/nowhere/borderline"
        with self.assertRaisesRegex(bl.NoProgram, "BORDERLINE is /nowhere/borderline, but there is no such file"):
            _program.command()

    def test_a_jar_is_started_by_java(self):
        jar = __file__ + ".jar"
        open(jar, "w").close()
        try:
            os.environ["BORDERLINE"] = jar
            self.assertEqual(["-jar", jar], _program.command()[-2:])
        finally:
            os.remove(jar)

    def test_a_program_that_cannot_serve_is_told_of(self):
        os.environ["BORDERLINE"] = "/bin/false"
        with self.assertRaisesRegex(bl.NoProgram, "the server did not start: it said nothing"):
            _server.acquire()

    def test_another_program_has_another_key(self):
        self.assertNotEqual(_program.key(["/bin/true"]), _program.key(["/bin/false"]))
        self.assertEqual(_program.key(["/bin/true"]), _program.key(["/bin/true"]))


if __name__ == "__main__":
    unittest.main()
