"""The pieces of one submission, one after another, whatever becomes of the processes.

After a death, or a time-out that an interrupt does not end, both processes are started again and
what went before is run again, up to the piece that caused it: that piece is lost and no other.
"""

import contextlib
from collections.abc import Iterator, Mapping
from types import TracebackType
from typing import Any

from autograder.execution.pair import Ended, Pair, Starter, start_cold


class Trial:
    """Runs pieces in order; use it in a `with` block.

    Args:
        cells: kind, grade_id and source of the instructor's code cells, hidden tests included.
        memory_mb: memory of the sandbox, in megabytes.
        start: starts the two processes.
    """

    def __init__(
        self, cells: list[tuple[str, str, str]], memory_mb: int, start: Starter = start_cold
    ) -> None:
        self._cells = cells
        self._memory_mb = memory_mb
        self._start = start
        self._kept: list[tuple[Mapping[str, Any], float]] = []
        self._pair = Pair(cells, memory_mb, start)

    def __enter__(self) -> "Trial":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._pair.close()

    def cell(self, kind: str, grade_id: str, source: str, timeout_s: float) -> Ended:
        """Run a cell of the submission: "given", "answer" or "own"."""
        request = {"do": "cell", "kind": kind, "grade_id": grade_id, "source": source}
        return self._run(request, timeout_s)

    def visible(self, grade_id: str, source: str, timeout_s: float) -> Ended:
        """Run the visible tests of a task."""
        request = {"do": "visible", "grade_id": grade_id, "source": source}
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

    @contextlib.contextmanager
    def aside(self) -> Iterator[None]:
        """Forget afterwards what was run inside, should the pieces have to be run again."""
        before = len(self._kept)
        try:
            yield
        finally:
            del self._kept[before:]

    def _run(self, request: Mapping[str, Any], timeout_s: float, *, keep: bool = True) -> Ended:
        ended = self._pair.ask(request, timeout_s)
        if not self._pair.usable:
            self._again()
        if keep and ended.state in ("ok", "raised"):
            self._kept.append((request, timeout_s))
        return ended

    def _again(self) -> None:
        self._pair = Pair(self._cells, self._memory_mb, self._start)
        for request, timeout_s in self._kept:
            if self._pair.ask(request, timeout_s).state not in ("ok", "raised"):
                break
