"""The program on this machine, and a name for the build of it."""

import hashlib
import os
import shutil

from ._errors import NoProgram

VARIABLE = "BORDERLINE"


def command():
    """The words that start the program: BORDERLINE, else `borderline` on the path. A jar is started by java."""
    named = os.environ.get(VARIABLE)
    if named:
        path = os.path.abspath(os.path.expanduser(named))
        if not os.path.isfile(path):
            raise NoProgram(f"{VARIABLE} is {named}, but there is no such file")
        if path.endswith(".jar"):
            return [_java(), *os.environ.get("BORDERLINE_JAVA_OPTIONS", "").split(), "-jar", path]
        if not os.access(path, os.X_OK):
            raise NoProgram(f"{VARIABLE} is {named}, which may not be executed")
        return [path]
    found = shutil.which("borderline")
    if not found:
        raise NoProgram(f"no program borderline on the path: install it, or set {VARIABLE} to where it is")
    return [os.path.abspath(found)]


def _java():
    home = os.environ.get("JAVA_HOME")
    java = os.path.join(home, "bin", "java") if home else shutil.which("java")
    if not java:
        raise NoProgram("needs Java 17 or later: install it, or set JAVA_HOME")
    return java


def key(words):
    """A name for a build of the program and what it is started with: another build gets another server."""
    real = os.path.realpath(words[-1])
    folder = os.path.dirname(real)
    lines = [real]
    for file in (real, os.path.join(folder, "target", "launcher", "current"), os.path.join(os.path.dirname(folder), "borderline.jar")):
        try:
            lines.append(str(int(os.stat(file).st_mtime)))
        except OSError:
            lines.append("-")
    lines += [os.environ.get("JAVA_HOME", ""), os.environ.get("BORDERLINE_JAVA_OPTIONS", "")]
    text = "".join(line + "\n" for line in lines)
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()[:16]
