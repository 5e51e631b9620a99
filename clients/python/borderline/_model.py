"""The simulator as a function of a plain vector."""

from ._connection import ask

_CHUNK = 500  # points in one question


class Model:
    """A function from values of inputs to means of outcomes over the replications.

    >>> model = Model(["levers.surveillance.coverage", "calling.value_mean_usd"], ["contact_share"])
    >>> model([0.06, 40])                       # a number; several outcomes give a tuple

    Equal values give equal outcomes, in every process and on every machine: the same people with the same luck. It can be
    pickled, so that workers of a pool share one server.
    """

    def __init__(self, inputs, outcomes, *, scenario="tightening-2015", seed=42, replications=2, people=0.1):
        self.inputs = [inputs] if isinstance(inputs, str) else list(inputs)
        self.outcomes = [outcomes] if isinstance(outcomes, str) else list(outcomes)
        self.scenario = scenario
        self.seed = seed
        self.replications = replications
        self.people = people

    def __call__(self, x):
        values = self.many([x])[0]
        return values[0] if len(self.outcomes) == 1 else tuple(values)

    def many(self, points):
        """A row of outcomes for each point, computed on all cores; faster than a call for each."""
        rows = [[float(value) for value in point] for point in points]
        values = []
        for start in range(0, len(rows), _CHUNK):
            body = {
                "scenario": self.scenario,
                "inputs": self.inputs,
                "outcomes": self.outcomes,
                "points": rows[start : start + _CHUNK],
                "seed": self.seed,
                "replications": self.replications,
                "people": self.people,
            }
            values += ask("POST", "/api/evaluate?wait=true", body)["values"]
        return values

    def named(self, **values):
        """The outcomes by name for inputs by name; of a path the dots may be written as lines: levers_surveillance_coverage."""
        given = {path: values[path.replace(".", "_")] for path in self.inputs}
        return dict(zip(self.outcomes, self.many([list(given.values())])[0]))

    def __repr__(self):
        return f"Model({self.inputs}, {self.outcomes}, scenario={self.scenario!r}, seed={self.seed}, " \
            f"replications={self.replications}, people={self.people})"
