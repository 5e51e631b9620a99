"""What can go wrong, in the words of the command line."""


class BorderlineError(Exception):
    """Any refusal or failure of this package."""


class BadInput(BorderlineError, ValueError):
    """Input that the program refuses; the text is what the command line prints."""


class NoProgram(BorderlineError, FileNotFoundError):
    """No program to start, or one that did not start."""

    def __str__(self):
        return str(self.args[0])


class Failed(BorderlineError, RuntimeError):
    """A computation that was begun and broke off."""
