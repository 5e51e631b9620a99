"""A server of this process alone, where the system has no named pipes (Windows)."""

import subprocess
import threading

from . import _program
from ._errors import NoProgram


class OwnServer:
    """A server that ends when this process closes its input, or ends."""

    def __init__(self):
        words = [*_program.command(), "serve", "--lease", "--idle", "0"]
        self._process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        address = self._process.stdout.readline().decode("utf-8").strip()
        if not address:
            raise NoProgram("the server did not start: " + self._process.stderr.read().decode("utf-8", "replace").strip())
        self._reader = threading.Thread(target=self._process.stderr.read, daemon=True)  # else a full pipe would stop it
        self._reader.start()
        place, _, self.token = address.partition("?token=")
        self.port = int(place.rstrip("/").rpartition(":")[2])

    def close(self):
        """Ends the server."""
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()
        self._reader.join()
        self._process.stderr.close()

    def log(self):
        """The last of what the server said: not kept here."""
        return ""
