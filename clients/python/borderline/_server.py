"""One server for all workers of a machine.

A server's standard input is a named pipe whose writing end each worker holds open. When the last worker ends, in whatever way, the
kernel closes the last end, the server reads the end of its input, and ends. The R client does the same, with the same files:

    KEY          the present server's name: a line
    NAME.lease   the named pipe
    NAME.address what the server printed: its address with the token
    NAME.log     what it said on standard error
    KEY.lock     a folder that only one process can make, so that one server is started and not several
"""

import errno
import os
import stat
import subprocess
import time
import uuid

from . import _program
from ._errors import NoProgram

# A heap that grows with what is alive: the server is a guest beside its workers.
JAVA_OPTIONS = "-XX:+UseSerialGC -Xms32m"
# Away from the caller's Ctrl-C. What is in the background has no input of its own, hence the detour.
_START = 'umask 077; name=$1; shift; exec 8<&0; "$@" <&8 8<&- >"$name.address" 2>"$name.log" &'


def runtime_folder():
    """A folder of this user alone for what the server's workers share."""
    base = os.environ.get("XDG_RUNTIME_DIR")
    if base and os.path.isdir(base):
        folder = os.path.join(base, "borderline")
    else:
        folder = os.path.join(os.environ.get("TMPDIR") or "/tmp", f"borderline-{os.getuid()}")
    try:
        os.mkdir(folder, 0o700)
    except FileExistsError:
        pass
    state = os.lstat(folder)
    if not stat.S_ISDIR(state.st_mode) or state.st_uid != os.getuid() or state.st_mode & 0o077:
        raise NoProgram(f"{folder} is not a folder of this user alone: remove it")
    return folder


class Lease:
    """A hold on a running server."""

    def __init__(self, name, lease, address):
        self.name = name
        self._lease = lease
        place, _, token = address.partition("?token=")
        self.port = int(place.rstrip("/").rpartition(":")[2])
        self.token = token

    def close(self):
        """Lets go: the last worker's letting go ends the server."""
        if self._lease is not None:
            os.close(self._lease)
            self._lease = None

    def log(self):
        """The last of what the server said on standard error."""
        return _said(self.name)


def acquire(patience=600):
    """Joins the server of this program, or starts one."""
    words = _program.command()
    key = os.path.join(runtime_folder(), _program.key(words))
    until = time.monotonic() + patience
    while True:
        joined = _join(key)
        if joined:
            return joined
        if _lock(key + ".lock"):
            try:
                return _join(key) or _start(key, words)
            finally:
                _unlock(key + ".lock")
        if time.monotonic() > until:
            raise NoProgram(f"another process has been starting the server for {patience} seconds: see {key}.lock")
        time.sleep(0.02)


def _hold(name):
    """The writing end of a server's pipe; none where nobody reads it, which is where there is no server."""
    try:
        return os.open(name + ".lease", os.O_WRONLY | os.O_NONBLOCK)
    except OSError as problem:
        if problem.errno in (errno.ENXIO, errno.ENOENT):
            return None
        raise


def _join(key):
    try:
        with open(key, encoding="utf-8") as file:
            name = os.path.join(os.path.dirname(key), os.path.basename(file.readline().strip()))
    except FileNotFoundError:
        return None
    lease = _hold(name)
    if lease is None:
        return None
    try:
        with open(name + ".address", encoding="utf-8") as file:
            return Lease(name, lease, file.readline().strip())
    except (FileNotFoundError, ValueError):
        os.close(lease)
        return None


def _start(key, words):
    _sweep_up(os.path.dirname(key))
    name = f"{key}-{os.getpid()}-{uuid.uuid4().hex[:8]}"
    os.mkfifo(name + ".lease", 0o600)
    reading = os.open(name + ".lease", os.O_RDONLY | os.O_NONBLOCK)
    lease = os.open(name + ".lease", os.O_WRONLY)
    os.set_blocking(reading, True)
    environment = {**os.environ}
    environment.setdefault("BORDERLINE_JAVA_OPTIONS", JAVA_OPTIONS)
    try:
        subprocess.run(
            ["sh", "-c", _START, "sh", name, *words, "serve", "--lease", "--idle", "0"],
            stdin=reading, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env=environment, cwd=os.path.dirname(key), start_new_session=True, check=True,
        )
    finally:
        os.close(reading)
    address = _first_line(name)
    if address is None:
        os.close(lease)
        raise NoProgram("the server did not start: " + (_said(name) or "it said nothing"))
    with open(os.open(name + ".key", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(os.path.basename(name) + "\n")
    os.replace(name + ".key", key)
    return Lease(name, lease, address)


def _first_line(name):
    """What the server prints first; none if it ends before. Its first use may build it, which takes minutes."""
    while True:
        try:
            with open(name + ".address", encoding="utf-8") as file:
                line = file.readline()
        except FileNotFoundError:
            line = ""
        if line.endswith("\n"):
            return line.strip()
        other = _hold(name)
        if other is None:
            return None
        os.close(other)
        time.sleep(0.02)


def _said(name):
    try:
        with open(name + ".log", encoding="utf-8", errors="replace") as file:
            return "\n".join(file.read().splitlines()[-20:])
    except OSError:
        return ""


def _lock(lock):
    try:
        os.mkdir(lock, 0o700)
    except FileExistsError:
        _break_stale(lock)
        return False
    with open(os.path.join(lock, "pid"), "w", encoding="utf-8") as file:
        file.write(f"{os.getpid()}\n")
    return True


def _unlock(lock):
    _remove(os.path.join(lock, "pid"))
    try:
        os.rmdir(lock)
    except OSError:
        pass  # broken by another, who took this process for gone


def _break_stale(lock):
    """Removes the lock of a process that is gone. At worst two servers are started, and each ends with its workers."""
    try:
        with open(os.path.join(lock, "pid"), encoding="utf-8") as file:
            os.kill(int(file.read()), 0)
    except ProcessLookupError:
        _unlock(lock)
    except (OSError, ValueError):
        if _age(lock) > 60:
            _unlock(lock)


def _sweep_up(folder):
    """Removes what servers that are gone left."""
    for file in os.listdir(folder):
        if file.endswith(".lease"):
            name = os.path.join(folder, file[: -len(".lease")])
            held = _hold(name)
            if held is not None:
                os.close(held)
            elif _age(name + ".lease") > 60:
                for kind in (".lease", ".address", ".log"):
                    _remove(name + kind)


def _age(file):
    """Seconds since a file was written; none of a file that is not there."""
    try:
        return time.time() - os.stat(file).st_mtime
    except OSError:
        return 0


def _remove(file):
    try:
        os.remove(file)
    except OSError:
        pass
