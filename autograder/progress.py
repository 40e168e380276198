"""What a person sees while a class is graded: a live bar on a terminal, plain lines elsewhere."""

import time
from collections import Counter
from collections.abc import Mapping
from typing import Protocol, TextIO

from rich.console import Console, Group
from rich.live import Live
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn
from rich.text import Text

from autograder.result import Outcome, Result

_LINE_S = 5.0
_REFRESH_S = 0.2
_WORKERS_SHOWN = 8
# Up to this many submissions, each gets a line of its own where there is no terminal.
_NAMED = 50


class Watcher(Protocol):
    """What is told how the grading goes on."""

    def started(self, name: str, worker: int) -> None:
        """A worker, numbered from 1, has begun with a submission."""

    def finished(self, result: Result, *, stands: bool = False) -> None:
        """A result is in the gradebook; `stands` when an earlier run had come to it."""

    def passed(self, at_work: Mapping[int, tuple[str, float]]) -> None:
        """A moment has passed; says what each worker is at, and for how many seconds."""


class Quiet:
    """Shows nothing."""

    def started(self, name: str, worker: int) -> None:
        """Show nothing."""

    def finished(self, result: Result, *, stands: bool = False) -> None:
        """Show nothing."""

    def passed(self, at_work: Mapping[int, tuple[str, float]]) -> None:
        """Show nothing."""


class Shown:
    """Shows the grading of `total` submissions; use it in a `with` block.

    Args:
        total: how many submissions there are.
        stream: where to; a terminal gets a live bar, anything else a line now and then.
        every_s: seconds between such lines.
        quiet: whether to name faults of the grader only.
    """

    def __init__(
        self, total: int, stream: TextIO, *, every_s: float = _LINE_S, quiet: bool = False
    ) -> None:
        self._total = total
        self._quiet = quiet
        self._every_s = every_s
        self._stood = 0
        self._outcomes: Counter[Outcome] = Counter()
        self._at_work: dict[int, tuple[str, float]] = {}
        self._console = Console(file=stream, highlight=False, soft_wrap=True)
        self._is_live = self._console.is_terminal and not quiet
        self._bar = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            console=self._console,
        )
        self._task: TaskID = self._bar.add_task("grading", total=total)
        self._live = Live(console=self._console, transient=True, auto_refresh=False)
        self._begin = self._said = time.monotonic()

    def __enter__(self) -> "Shown":
        self._begin = self._said = time.monotonic()
        if self._is_live:
            self._live.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._is_live:
            self._live.stop()
        elif self._done and not self._quiet:
            self._console.print(Text(self._line()))

    def started(self, name: str, worker: int) -> None:
        """Show what a worker is at."""
        self._at_work[worker] = (name, time.monotonic())
        self._show()

    def finished(self, result: Result, *, stands: bool = False) -> None:
        """Count a result; a fault of the grader is named at once."""
        self._stood += stands
        self._outcomes[result.outcome] += 1
        if result.outcome is Outcome.GRADER_FAULT:
            why = " ".join(finding.sentence for finding in result.findings)
            self._console.print(Text(f"{result.submission}: {result.outcome}. {why}"))
        elif self._total <= _NAMED and not (self._is_live or self._quiet or stands):
            self._said = time.monotonic()
            self._console.print(
                Text(
                    f"[{self._done}/{self._total}] {result.submission}: {result.score:g} of "
                    f"{result.max_score:g}, {result.outcome} ({result.time_s:.1f} s)"
                )
            )
        self._show()

    def passed(self, at_work: Mapping[int, tuple[str, float]]) -> None:
        """Show how long each worker has been at what it is at."""
        now = time.monotonic()
        self._at_work = {number: (name, now - s) for number, (name, s) in at_work.items()}
        self._show()

    @property
    def _done(self) -> int:
        return sum(self._outcomes.values())

    def _show(self) -> None:
        now = time.monotonic()
        if self._quiet or now - self._said < (_REFRESH_S if self._is_live else self._every_s):
            return
        self._said = now
        if not self._is_live:
            self._console.print(Text(self._line()))
            return
        self._bar.update(self._task, completed=self._done, description=self._rate())
        lines = [Text(f"  {number}: {self._at(number)}") for number in self._numbers()]
        counts = Text(f"  {self._counts()}")
        self._live.update(Group(self._bar.get_renderable(), *lines, counts), refresh=True)

    def _line(self) -> str:
        parts = [f"{self._done} of {self._total} done", self._rate(), self._counts()]
        parts += ["now " + ", ".join(self._at(number) for number in self._numbers())]
        return "; ".join(part for part in parts if part not in ("", "now "))

    def _numbers(self) -> list[int]:
        return sorted(self._at_work)[:_WORKERS_SHOWN] if self._done < self._total else []

    def _at(self, number: int) -> str:
        name, since = self._at_work[number]
        return f"{name} {time.monotonic() - since:.0f} s"

    def _rate(self) -> str:
        """Say how fast it goes and how long it will take, by what this run itself graded."""
        graded, took_s = self._done - self._stood, time.monotonic() - self._begin
        if graded == 0 or took_s <= 0:
            return ""
        left_s = (self._total - self._done) * took_s / graded
        rate = graded / took_s
        said = f"{rate:.1f} a second" if rate >= 1 else f"{took_s / graded:.1f} s each"
        return f"{said}, {time_text(left_s)} left" if self._done < self._total else said

    def _counts(self) -> str:
        counts = [f"{outcome} {count}" for outcome, count in self._outcomes.most_common()]
        return ", ".join([*counts, *([f"unchanged {self._stood}"] if self._stood else [])])


def time_text(seconds: float) -> str:
    """Return a time as people say it: "40 s", "12 min", "3 h 5 min"."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"
