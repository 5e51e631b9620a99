"""Borderline from Python: what a crackdown on calls abroad costs families, simulated household by household.

>>> import borderline as bl
>>> r = bl.run("tightening-2015", replications=2, seed=42)
>>> r.fingerprint
>>> r.to_frame()
"""

from ._calls import Arm, compare, ensemble, explain, measures, run, scenario, scenarios, sweep
from ._command import program
from ._connection import stop
from ._errors import BadInput, BorderlineError, Failed, NoProgram
from ._model import Model
from ._results import Comparison, Explanation, Result, Run, Sweep
from ._table import Table

__version__ = "0.1.0"

__all__ = [
    "Arm", "BadInput", "BorderlineError", "Comparison", "Explanation", "Failed", "Model", "NoProgram", "Result", "Run", "Sweep",
    "Table", "compare", "ensemble", "explain", "measures", "program", "run", "scenario", "scenarios", "stop", "sweep",
]
