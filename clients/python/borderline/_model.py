"""The simulator as a function of a plain vector."""

import concurrent.futures
import math

from ._calls import _scenario
from ._connection import ask
from ._errors import BadInput

_AT_A_TIME = 8  # questions, so that the server has the next one at hand


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
        self._named = _scenario(scenario)
        self.seed = seed
        self.replications = replications
        self.people = people

    def __call__(self, x):
        values = self._at(x)
        return values[0] if len(self.outcomes) == 1 else tuple(values)

    def many(self, points):
        """A row of outcomes for each point, several asked for at a time."""
        with concurrent.futures.ThreadPoolExecutor(_AT_A_TIME) as pool:
            return list(pool.map(self._at, points))

    def _at(self, x):
        values = [float(value) for value in x]
        if len(values) != len(self.inputs):
            raise BadInput(f"{len(values)} values for {len(self.inputs)} inputs")
        answer = ask("POST", "/api/run?wait=true", {
            **self._named,
            "set": dict(zip(self.inputs, values)),
            "ensemble": "none",
            "outcomes": self.outcomes,
            "seed": self.seed,
            "replications": self.replications,
            "people": self.people,
        })
        of = {name: [] for name in self.outcomes}
        place, at = (answer["frame"]["columns"].index(column) for column in ("measure", "value"))
        for row in answer["frame"]["rows"]:
            of[row[place]].append(float("nan") if row[at] is None else row[at])
        return [math.fsum(numbers) / len(numbers) for numbers in of.values()]

    def named(self, **values):
        """The outcomes by name for inputs by name; of a path the dots may be written as lines: levers_surveillance_coverage."""
        given = {path: values[path.replace(".", "_")] for path in self.inputs}
        return dict(zip(self.outcomes, self._at(given.values())))

    def __repr__(self):
        return f"Model({self.inputs}, {self.outcomes}, scenario={self.scenario!r}, seed={self.seed}, " \
            f"replications={self.replications}, people={self.people})"
