"""What the tests share. The program is that of BORDERLINE, else of the path."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

SOURCES = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
if SOURCES not in sys.path:
    sys.path.insert(0, SOURCES)

import borderline as bl  # noqa: E402
from borderline import _program, _server  # noqa: E402

SMALL = {"members": 4, "people": "2%", "replications": 1}
DOUBLED = """schema: 1
extends: tightening-2015
name: doubled
title: Coverage doubles in 2012
story: Detection coverage doubles on the first of January 2012; all else stays.
grade: C
policies:
  - {lever: surveillance.coverage, at: 2012-01-01, scale: 2, source: a what-if}
"""
VILLAGE = """schema: 1
extends: tightening-2015
name: village
title: A village
start: 2009-01-01
end: 2010-01-01
population:
  resettled_refugees: 300
"""
LISTENING = VILLAGE.replace("village", "listening") + """levers:
  surveillance: {coverage: 0.12}
"""
COVERAGE = """schema: 1
name: coverage
title: How much detection costs
question: What does detection coverage do to contacts, arrests and time held?
scenario: tightening-2015
design: grid
vary:
  levers.surveillance.coverage: [0.015, 0.06]
members: 2
replications: 1
seed: 42
outcomes: [contact_share, arrests]
"""


def words(options):
    """Options as the command line has them."""
    return [word for name, value in options.items() for word in (f"--{name}", str(value))]


def told(*arguments):
    """What the command line prints with --json."""
    return json.loads(bl.program(*arguments, "--json"))


def refused(*arguments):
    """What the command line prints when it refuses."""
    ran = subprocess.run([*_program.command(), *arguments], capture_output=True, text=True, encoding="utf-8")
    assert ran.returncode in (2, 3), ran
    return ran.stderr.strip()


def running():
    """Names of the servers that somebody still reads the lease of."""
    folder = _server.runtime_folder()
    alive = []
    for file in os.listdir(folder):
        if file.endswith(".lease"):
            held = _server._hold(os.path.join(folder, file[: -len(".lease")]))
            if held is not None:
                os.close(held)
                alive.append(file)
    return alive


def eventually(condition, seconds=120):
    """Waits for what must come; how long depends on the machine, the outcome does not."""
    until = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


class WithServer(unittest.TestCase):
    """A runtime folder and a working folder for each class of tests, and no server left behind."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="borderline-test-")
        cls.before = {key: os.environ.get(key) for key in ("XDG_RUNTIME_DIR", "PYTHONPATH")}
        os.environ["XDG_RUNTIME_DIR"] = cls.folder
        os.environ["PYTHONPATH"] = SOURCES
        bl.stop()

    @classmethod
    def tearDownClass(cls):
        bl.stop()
        ended = eventually(lambda: not running())
        shutil.rmtree(cls.folder)
        for key, value in cls.before.items():
            os.environ.pop(key, None)
            if value is not None:
                os.environ[key] = value
        assert ended, "a server was left behind"

    def file(self, name, text):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8") as out:
            out.write(text)
        return path
