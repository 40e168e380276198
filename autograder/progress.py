"""What a person sees while a class is graded: a live bar on a terminal, plain lines elsewhere."""

from types import TracebackType
from typing import Protocol, TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from autograder.result import Result


class Watcher(Protocol):
    """What is told how the grading goes on."""

    def started(self, name: str) -> None:
        """A submission is being graded."""

    def finished(self, result: Result) -> None:
        """A result is in the gradebook."""


class Quiet:
    """Shows nothing."""

    def started(self, name: str) -> None:
        """Show nothing."""

    def finished(self, result: Result) -> None:
        """Show nothing."""


class Shown:
    """Shows the grading of `total` submissions; use it in a `with` block."""

    def __init__(self, total: int, stream: TextIO) -> None:
        self._total = total
        self._done = 0
        self._running: list[str] = []
        self._console = Console(file=stream, highlight=False, soft_wrap=True)
        self._bar = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=self._console,
            transient=True,
        )
        self._task = self._bar.add_task("starting", total=total)

    def __enter__(self) -> "Shown":
        if self._console.is_terminal:
            self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bar.stop()

    def started(self, name: str) -> None:
        """Show that a submission is being graded."""
        self._running.append(name)
        self._describe()

    def finished(self, result: Result) -> None:
        """Show how a submission went."""
        self._done += 1
        if result.submission in self._running:
            self._running.remove(result.submission)
        line = (
            f"[{self._done}/{self._total}] {result.submission}: {result.score:g} of "
            f"{result.max_score:g}, {result.outcome} ({result.time_s:.1f} s)"
        )
        self._console.print(Text(line))
        self._bar.advance(self._task)
        self._describe()

    def _describe(self) -> None:
        names = ", ".join(self._running[:4]) + (" …" if len(self._running) > 4 else "")
        self._bar.update(self._task, description=f"grading {names}" if names else "writing")
