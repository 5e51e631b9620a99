"""The commands of the program as functions."""

import contextlib
import csv
import os
import sys
import tempfile
import urllib.parse

from ._command import program, told
from ._connection import ask, work
from ._errors import BadInput
from ._results import Comparison, Explanation, Run, Sweep
from ._table import Table


class Arm(dict):
    """A scenario with changes: values for inputs (set), dated moves of levers (moves), mechanisms to leave out (without)."""

    def __init__(self, scenario, name=None, set=None, moves=None, without=None):
        named = _scenario(scenario)
        super().__init__(_told(name=name, set=set, moves=moves, without=without, **named))
        self.file = os.fspath(scenario) if named.get("yaml", scenario) != scenario else None


def scenarios():
    """The shipped scenarios: a table of name, title, story, limits and grade."""
    return _table(ask("GET", "/api/scenarios"))


def scenario(name):
    """A scenario in full: its text, its levers with values, ranges, units and grades, its switches."""
    arm = Arm(name)
    with _named({"scenario": arm.file}):
        if "yaml" in arm:
            return ask("POST", "/api/scenarios/check", arm)
        return ask("GET", "/api/scenarios/" + urllib.parse.quote(name, safe=""))


def measures():
    """The measures that can be asked for: a table of name, title, unit and group."""
    return _table(ask("GET", "/api/measures"))


def run(scenario, *, set=None, moves=None, without=None, progress=None, **options):
    """Runs one scenario and answers over members, as `borderline run` does.

    scenario: the name of a shipped one, a file, or text that begins with `schema:`. set: values of inputs by path. options:
    replications, seed, members, ensemble ("prior", "fitted", a file, "none"), people (a share, as 0.1 or "10%"), threads,
    outcomes, yearly, by, point_estimate. progress: True, or a function of done and total.
    """
    arm = Arm(scenario, set=set, moves=moves, without=without)
    with _named({"scenario": arm.file}):
        return Run(work("/api/run", {**arm, **_options(options)}, _progress(progress)))


def compare(*arms, progress=None, **options):
    """What each arm changes against the first, on the same people with the same random numbers, as `borderline compare` does.

    arms: scenarios, or Arm(...) with changes and a name. Options as of run.
    """
    arms = _arms(arms)
    with _named(_files(arms)):
        return Comparison(work("/api/compare", {"arms": arms, **_options(options)}, _progress(progress)))


def sweep(file, *, out=None, progress=None, **options):
    """Runs a sweep file as `borderline sweep` does, and keeps every run in a folder; one that was stopped goes on there.

    out: the folder (default: results/ and the sweep's name). options: members, replications, ensemble, people, threads, seed.
    """
    words = ["sweep", file, *_words(options)]
    if out is not None:
        words += ["--out", out]
    if progress:
        words.append("--progress")
    return Sweep(told(*words, progress=_progress(progress)))


def ensemble(scenario, *, ensemble="prior", members=64):
    """The members of an ensemble for a scenario: a table with a column for every uncertain input."""
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "out")
        options = {"ensemble": ensemble, "members": members, "people": "0.1%", "replications": 1, "out": out}
        program("run", scenario, *_words(options), "--quiet")
        with open(os.path.join(out, "ensemble.csv"), encoding="utf-8", newline="") as file:
            columns, *rows = csv.reader(file)
    return Table(columns, ([int(row[0]), *map(float, row[1:])] for row in rows))


def explain(base, arm, household, *, seed=None, replication=None):
    """One household's story in two scenarios, and the first event that comes out otherwise, as `borderline explain` does."""
    return Explanation(told("explain", base, arm, *_words({"household": household, "seed": seed, "replication": replication})))


def _arms(given):
    """Arms; those with changes need a name."""
    arms = [arm if isinstance(arm, Arm) else Arm(arm) for arm in given]
    for number, arm in enumerate(arms, 1):
        if any(key in arm for key in ("set", "moves", "without")):
            arm.setdefault("name", f"arm-{number}")
    return arms


def _files(arms):
    return {arm.get("name", f"arm-{number}"): arm.file for number, arm in enumerate(arms, 1)}


@contextlib.contextmanager
def _named(files):
    """Refusals name the file that was read here, not what the server calls its text."""
    try:
        yield
    except BadInput as refusal:
        text = str(refusal)
        for stem, file in files.items():
            if file is not None:
                text = text.replace(f"{stem}.yaml", file)
        raise BadInput(text) from None


def _words(options):
    """Options as words of a command."""
    return [word for name, value in options.items() if value is not None for word in (f"--{name}", str(value))]


def _options(options):
    if options.pop("point_estimate", False):
        options.setdefault("ensemble", "none")
        options.setdefault("people", "100%")
    if "ensemble" in options:
        options["ensemble"] = _members(options["ensemble"])
    return _told(**options)


def _members(ensemble):
    """A shipped name as it is, a file by its whole path: the server stands in another folder."""
    known = ensemble is None or ensemble in ("prior", "fitted", "none")
    return ensemble if known else os.path.abspath(ensemble)


def _told(**values):
    return {key: value for key, value in values.items() if value is not None}


def _scenario(given):
    """A shipped name as it is; of a file its text."""
    if isinstance(given, str) and ("\n" in given or given.startswith("schema:")):
        return {"yaml": given}
    text = _text(given)
    return {"scenario": given} if text is None else {"yaml": text}


def _text(given):
    """What stands in a file; none of a name or of a text."""
    if not isinstance(given, os.PathLike) and ("\n" in given or not given.endswith((".yaml", ".yml"))):
        return None
    try:
        with open(given, encoding="utf-8") as file:
            return file.read()
    except FileNotFoundError:
        raise BadInput(f"there is no file '{os.fspath(given)}'") from None


def _table(rows):
    columns = {}
    for row in rows:
        columns.update(dict.fromkeys(row))
    return Table(columns, ([row.get(column) for column in columns] for row in rows))


def _progress(progress):
    if progress is True:
        return _line
    return progress or None


def _line(done, total):
    """A line on standard error, written over as it goes."""
    sys.stderr.write(f"\r{done} of {total} runs" + ("\n" if done == total else ""))
    sys.stderr.flush()
