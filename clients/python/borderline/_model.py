"""The simulator as a function of a plain vector."""

from ._calls import _scenario
from ._connection import ask
from ._errors import BadInput

_AT_A_TIME = 10_000  # points of a question


class Model:
    """A function from values of inputs to means of outcomes over the replications.

    >>> model = Model(["levers.surveillance.coverage", "calling.value_mean_usd"], ["contact_share"])
    >>> model([0.06, 40])                       # a number; several outcomes give a tuple

    Equal values give equal outcomes, in every process and on every machine: the same people with the same random numbers. It can be
    pickled, so that workers of a pool share one server.
    """

    def __init__(self, inputs, outcomes, *, scenario="tightening-2015", seed=42, replications=2, people=0.1):
        self.inputs = [inputs] if isinstance(inputs, str) else list(inputs)
        self.outcomes = [outcomes] if isinstance(outcomes, str) else list(outcomes)
        self.scenario = scenario
        self._named = _scenario(scenario)
        self.seed = seed
        self.replications = replications
        self.people = people

    def __call__(self, x):
        values = self._at([x])[0]
        return values[0] if len(self.outcomes) == 1 else tuple(values)

    def many(self, points):
        """A row of outcomes for each point; the server runs as many at a time as it has processors."""
        points = list(points)
        return [row for first in range(0, len(points), _AT_A_TIME) for row in self._at(points[first:first + _AT_A_TIME])]

    def _at(self, points):
        rows = [[float(value) for value in x] for x in points]
        for row in rows:
            if len(row) != len(self.inputs):
                raise BadInput(f"{len(row)} values for {len(self.inputs)} inputs")
        answer = ask("POST", "/api/evaluate?wait=true", {
            **self._named,
            "inputs": self.inputs,
            "points": rows,
            "outcomes": self.outcomes,
            "seed": self.seed,
            "replications": self.replications,
            "people": self.people,
        })
        return [[float("nan") if value is None else value for value in row] for row in answer["values"]]

    def named(self, **values):
        """The outcomes by name for inputs by name; of a path the dots may be written as lines: levers_surveillance_coverage."""
        given = {path: values[path.replace(".", "_")] for path in self.inputs}
        return dict(zip(self.outcomes, self._at([given.values()])[0]))

    def __repr__(self):
        return f"Model({self.inputs}, {self.outcomes}, scenario={self.scenario!r}, seed={self.seed}, " \
            f"replications={self.replications}, people={self.people})"
