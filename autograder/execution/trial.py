"""The pieces of one submission, run by a judge and its sandbox.

Where a piece passed while changes of arguments were withheld (see `changes.py`), `withheld` says
that the submission is to be tried a second time, with changes shown: it has to pass there too.
"""

import math
from collections.abc import Mapping
from typing import Any

from autograder.execution.ended import Ended
from autograder.execution.pair import Pair, Starter, start_cold
from autograder.execution.pieces import Pieces


class Trial(Pieces):
    """The pieces of a submission in a judge and its sandbox.

    Args:
        cells: kind, grade_id and source of the instructor's code cells, hidden tests included.
        memory_mb: memory of the sandbox, in megabytes.
        start: starts the two processes.
        time_s: see `Pieces`.
        shown: whether tests see all changes of arguments: the second trial.

    Attributes:
        withheld: whether a piece passed while changes were withheld.

    Raises:
        StartError: the processes do not start.
    """

    def __init__(
        self,
        cells: list[tuple[str, str, str]],
        memory_mb: int,
        start: Starter = start_cold,
        time_s: float = math.inf,
        *,
        shown: bool = False,
    ) -> None:
        super().__init__(lambda: Pair(cells, memory_mb, start, shown=shown), time_s)
        self.withheld = False

    def _run(self, request: Mapping[str, Any], timeout_s: float, *, keep: bool = True) -> Ended:
        ended = super()._run(request, timeout_s, keep=keep)
        self.withheld |= ended.withheld and ended.state == "ok"
        return ended
