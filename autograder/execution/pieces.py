"""The pieces of one submission, one after another, whatever becomes of the processes.

After a death, or a time-out that an interrupt does not end, the processes are started again and
what went before is run again, up to the piece that caused it: that piece is lost and no other.
Starting again is bounded, in number and by the time of the whole submission.

Which processes these are, the judge's pair or stock grading's one, is not known here.
"""

import contextlib
import math
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Protocol

from autograder.execution.ended import Ended

# An honest notebook dies once or twice; one that dies in every cell must not be run again for each.
MAX_RESTARTS = 12


class Runs(Protocol):
    """The processes that run pieces, until they are unusable."""

    @property
    def usable(self) -> bool:
        """Whether they are there to be asked."""

    @property
    def peak_mb(self) -> float:
        """Largest memory of the student's process, in megabytes, once closed; 0 when unknown."""

    def ask(self, request: Mapping[str, Any], timeout_s: float) -> Ended:
        """Run one piece and say how it ended."""

    def close(self) -> None:
        """End the processes and remove what they wrote."""


class Pieces:
    """Runs pieces in order; use it in a `with` block.

    Args:
        start: starts the processes; called again when they are lost.
        time_s: wall time of all pieces together, in seconds, those that are run again included.
    """

    def __init__(self, start: Callable[[], Runs], time_s: float = math.inf) -> None:
        self._start = start
        self._kept: list[tuple[Mapping[str, Any], float]] = []
        self._restarts = 0
        self._pair = start()
        self._deadline = time.monotonic() + time_s
        self._peak_mb = 0.0

    def __enter__(self) -> "Pieces":
        return self

    def __exit__(self, *_: object) -> None:
        self._pair.close()

    @property
    def peak_mb(self) -> float:
        """Largest memory of the student's process so far, in megabytes; 0 when unknown."""
        return max(self._peak_mb, self._pair.peak_mb)

    def left_s(self) -> float:
        """Return the time that is left for the whole submission, in seconds."""
        return self._deadline - time.monotonic()

    def cell(
        self, kind: str, grade_id: str, source: str, timeout_s: float, *, draws: bool = False
    ) -> Ended:
        """Run a cell of the submission: "given", "answer" or "own".

        Args:
            kind: which of the three.
            grade_id: the unit's name of it.
            source: what to run.
            timeout_s: wall time that it may take, in seconds.
            draws: whether its figures are left for `draw`, which then follows.
        """
        request = {"do": "cell", "kind": kind, "grade_id": grade_id, "source": source}
        return self._run(request | {"draws": draws}, timeout_s)

    def draw(self, timeout_s: float) -> Ended:
        """Have the figures drawn that the last cell left; what fails here is no fault of it."""
        return self._run({"do": "draw", "grade_id": "", "source": ""}, timeout_s, keep=False)

    def visible(self, grade_id: str, source: str, timeout_s: float) -> Ended:
        """Run the visible tests of a task."""
        request = {"do": "visible", "grade_id": grade_id, "source": source}
        return self._run(request, timeout_s)

    def in_place(
        self, grade_id: str, source: str, timeout_s: float, *, first: bool, hidden: bool
    ) -> Ended:
        """Run one piece of a test cell at the cell's position, after the one before it."""
        request = {
            "do": "visible",
            "grade_id": grade_id,
            "source": source,
            "first": first,
            "hidden": hidden,
        }
        return self._run(request, timeout_s)

    def setup(
        self, grade_id: str, source: str, bindings: Mapping[str, Any], timeout_s: float
    ) -> Ended:
        """Run the setup of a task's hidden tests, with these names bound before."""
        request = {
            "do": "hidden",
            "grade_id": grade_id,
            "source": source,
            "first": True,
            "bindings": dict(bindings),
        }
        return self._run(request, timeout_s)

    def prop(self, grade_id: str, source: str, timeout_s: float) -> Ended:
        """Run one hidden property of the task that was set up."""
        request = {
            "do": "hidden",
            "grade_id": grade_id,
            "source": source,
            "first": False,
            "bindings": {},
        }
        return self._run(request, timeout_s, keep=False)

    def probe(self, grade_id: str, source: str, timeout_s: float) -> Ended:
        """Run a piece of the grader's own, for a task whose visible tests were run.

        It runs in names of its own: nothing of the notebook's is bound by it. Among them is
        `names`, which stands for those that there were after the visible tests; the text that it
        leaves as `behaviour` is that of the answer.
        """
        request = {
            "do": "hidden",
            "grade_id": grade_id,
            "source": source,
            "first": True,
            "bindings": {},
            "apart": True,
        }
        return self._run(request, timeout_s, keep=False)

    @contextlib.contextmanager
    def aside(self) -> Iterator[None]:
        """Forget afterwards what was run inside, should the pieces have to be run again."""
        before = len(self._kept)
        try:
            yield
        finally:
            del self._kept[before:]

    def _run(self, request: Mapping[str, Any], timeout_s: float, *, keep: bool = True) -> Ended:
        while not self._pair.usable and self._restarts < MAX_RESTARTS and self.left_s() > 0:
            self._again()
        if self.left_s() <= 0:
            return Ended("timeout")
        if not self._pair.usable:
            return Ended("died", message=f"it was started again {MAX_RESTARTS} times already")
        ended = self._pair.ask(request, min(timeout_s, self.left_s()))
        if keep and ended.state in ("ok", "raised"):
            self._kept.append((request, timeout_s))
        return ended

    def _again(self) -> None:
        """Start again and run what was kept; what now fails is not kept any longer."""
        self._restarts += 1
        self._peak_mb = self.peak_mb
        self._pair = self._start()
        for kept in list(self._kept):
            request, timeout_s = kept
            left_s = self.left_s()
            if left_s <= 0 or not self._pair.usable:
                return
            again = {**request, "draws": False}  # nobody asks for its figures any more
            if self._pair.ask(again, min(timeout_s, left_s)).state not in ("ok", "raised"):
                self._kept = [other for other in self._kept if other is not kept]
