"""Tables: a pandas DataFrame where pandas is there, else rows that print as a table."""

import html

_SHOWN = 30


class Table(list):
    """Rows, each a dict with the same keys in the same order."""

    def __init__(self, columns, rows):
        self.columns = list(columns)
        super().__init__(dict(zip(self.columns, row)) for row in rows)

    def column(self, name):
        """The values of a column."""
        return [row[name] for row in self]

    def where(self, **values):
        """The rows that have these values, or one of several."""
        several = {key: value if isinstance(value, (list, tuple)) else [value] for key, value in values.items()}
        kept = (row for row in self if all(row[key] in value for key, value in several.items()))
        return Table(self.columns, ([row[column] for column in self.columns] for row in kept))

    def select(self, *columns):
        """These columns alone."""
        return Table(columns, ([row[column] for column in columns] for row in self))

    def to_frame(self):
        """A pandas DataFrame; without pandas the table itself."""
        try:
            import pandas
        except ImportError:
            return self
        return pandas.DataFrame(list(self), columns=self.columns)

    def __repr__(self):
        cells = [[_word(row[column]) for column in self.columns] for row in self[:_SHOWN]]
        numeric = [all(isinstance(row[column], (int, float, type(None))) for row in self) for column in self.columns]
        widths = [max([len(column), *(len(row[i]) for row in cells)]) for i, column in enumerate(self.columns)]
        lines = [[column.rjust(width) if right else column.ljust(width) for column, width, right in zip(row, widths, numeric)]
                 for row in [self.columns, *cells]]
        text = "\n".join("  ".join(line).rstrip() for line in lines)
        return text if len(self) <= _SHOWN else f"{text}\n... {len(self)} rows"

    def _repr_html_(self):
        head = "".join(f"<th>{html.escape(column)}</th>" for column in self.columns)
        body = "".join(
            "<tr>" + "".join(f"<td>{html.escape(_word(row[column]))}</td>" for column in self.columns) + "</tr>"
            for row in self[:_SHOWN])
        more = "" if len(self) <= _SHOWN else f"<p>{len(self)} rows</p>"
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def _word(value):
    if value is None:
        return ""
    return format(value, ".6g") if isinstance(value, float) else str(value)
