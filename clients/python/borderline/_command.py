"""Commands of the program, for what takes a folder of its own or is rare."""

import json
import os
import re
import subprocess
import threading

from . import _program
from ._errors import BadInput, Failed

# The command ends when this process does, in whatever way: its end of the pipe to standard input closes.
_GUARDED = (
    'exec 9<&0; "$@" </dev/null 9<&- & work=$!; { read -r _ <&9; kill $work; } 2>/dev/null & watch=$!; exec 9<&-;'
    " wait $work; code=$?; kill $watch 2>/dev/null; exit $code")
_PROGRESS = re.compile(r"([\d,]+) of ([\d,]+) runs")


def program(*arguments):
    """Runs a command of the program, such as program("report", "results/mine"), and returns what it prints."""
    return _ran(arguments, None)


def told(*arguments, progress=None):
    """What a command prints with --json."""
    return json.loads(_ran([*arguments, "--json"], progress))


def _ran(arguments, progress):
    words = [*_program.command(), *map(os.fspath, arguments)]
    guarded = ["sh", "-c", _GUARDED, "sh", *words] if os.name == "posix" else words
    pipe = subprocess.PIPE
    with subprocess.Popen(guarded, stdin=pipe, stdout=pipe, stderr=pipe, text=True, encoding="utf-8") as ran:
        said = []
        reader = threading.Thread(target=_listen, args=(ran.stderr, said, progress))
        reader.start()
        try:
            printed = ran.stdout.read()
        finally:
            ran.stdin.close()
            reader.join()
        code = ran.wait()
    if code == 0:
        return printed
    text = "".join(said).strip() or printed.strip()
    raise (BadInput if code in (2, 3) else Failed)(text)


def _listen(stream, said, progress):
    for line in stream:
        counted = _PROGRESS.search(line)
        if counted and progress is not None:
            progress(*(int(number.replace(",", "")) for number in counted.groups()))
        elif not counted:
            said.append(line)
