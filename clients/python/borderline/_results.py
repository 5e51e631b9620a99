"""Answers of the program, as objects and as tables."""

import hashlib
import json

from ._table import Table

_LEADING = ("base", "arm", "point", "change_from", "measure", "unit")


class Result:
    """An answer: the object that the command prints with --json, and what is read off it."""

    def __init__(self, answer):
        self.answer = answer

    @property
    def fingerprint(self):
        """The fingerprint of all runs, equal for equal runs on any machine: that of the command line, or made of those of the runs."""
        if "fingerprint" in self.answer or not self.answer.get("runs"):
            return self.answer.get("fingerprint")
        text = "".join(run["fingerprint"] + "\n" for run in self.answer["runs"])
        return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()[:16]

    @property
    def digest(self):
        """The digest of the question: equal questions have equal answers."""
        return self.answer.get("digest")

    @property
    def command(self):
        """The command line that prints the same digits."""
        return self.answer.get("command")

    @property
    def seed(self):
        """The seed of all chance."""
        return self.answer.get("seed")

    @property
    def measures(self):
        """Measures by name, each with its unit and numbers."""
        return self.answer.get("measures", {})

    @property
    def units(self):
        """Units of the measures by name."""
        return {row["measure"]: row["unit"] for row in self.table()}

    @property
    def fingerprints(self):
        """The fingerprint of each run: a row for each arm, member and replication."""
        rows = self.answer.get("runs") or []
        columns = list(rows[0]) if rows else []
        return Table(columns, (row.values() for row in rows))

    def table(self, of="summary"):
        """The answer as rows: "summary", a row for each measure; "runs", a row for each run, year and measure."""
        if of == "runs":
            return _long(self.answer)
        if of != "summary":
            raise ValueError(f'of is "summary" or "runs", not {of!r}')
        return _rows(self._summary())

    def to_frame(self, of="summary"):
        """The same as a pandas DataFrame; a table where pandas is not there."""
        return self.table(of).to_frame()

    def save(self, file):
        """Writes the whole answer as JSON."""
        with open(file, "w", encoding="utf-8") as out:
            json.dump(self.answer, out, indent=2)

    def _summary(self):
        return [{"measure": name, **_flat(measure)} for name, measure in self.measures.items()]

    def __repr__(self):
        return f"{self._heading()}\n{self.table()!r}"

    def _repr_html_(self):
        return f"<p>{self._heading()}</p>" + self.table()._repr_html_()

    def _heading(self):
        return f"{type(self).__name__} {self.fingerprint or ''}".rstrip()


class Run(Result):
    """The outcomes of one scenario."""


class Comparison(Result):
    """What each arm changes against the base."""

    def _summary(self):
        return [
            {"base": self.answer["base"], "arm": arm["arm"], "measure": name, **_flat(measure)}
            for arm in self.answer["arms"]
            for name, measure in arm["measures"].items()
        ]


class Sweep(Result):
    """Outcomes at every point, and what each point changes."""

    def _summary(self):
        rows = []
        for cell in self.answer["cells"]:
            place = {"point": cell["point"], "arm": cell["arm"], "change_from": cell.get("change_from"), **cell["settings"]}
            if "measures" in cell:
                rows += [{**place, "measure": name, **_flat(measure)} for name, measure in cell["measures"].items()]
            else:
                left = {key: value for key, value in cell.items() if key not in ("point", "arm", "settings", "change_from")}
                rows.append({**place, **_flat(left)})
        return rows

    @property
    def folder(self):
        """The result folder, if one was asked for."""
        return self.answer.get("folder")


class Explanation:
    """One household's story in two scenarios."""

    def __init__(self, answer):
        self.answer = answer

    @property
    def household(self):
        """The household's number."""
        return self.answer.get("household")

    def save(self, file):
        """Writes the whole story as JSON."""
        Result.save(self, file)

    def __repr__(self):
        return json.dumps(self.answer, indent=2)


def _flat(measure):
    """Numbers, with those of an object within under names joined by a line: base_median."""
    flat = {}
    for key, value in measure.items():
        if isinstance(value, dict):
            flat.update({f"{key}_{inner}": number for inner, number in value.items()})
        else:
            flat[key] = value
    return flat


def _rows(rows):
    columns = {}
    for row in rows:
        columns.update(dict.fromkeys(row))
    leading = [column for column in _LEADING if column in columns]
    ordered = leading + [column for column in columns if column not in leading]
    return Table(ordered, ([row.get(column) for column in ordered] for row in rows))


def _long(answer):
    frame = answer.get("frame")
    if not frame:
        return Table([], [])
    columns = frame["columns"]
    place = columns.index("measure")
    return Table([*columns, "unit"], ([*row, frame["measures"][row[place]]] for row in frame["rows"]))
