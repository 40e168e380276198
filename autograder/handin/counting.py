"""Which attempts count, which of them is the grade, and why, in words for people."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from autograder.attempts import AttemptRules
from autograder.handin.attempts import Attempt
from autograder.handin.times import duration_text, seconds_late


@dataclass(frozen=True)
class Deadline:
    """When a unit is due for one student.

    Attributes:
        due: the due date of the unit, in UTC, or None.
        extension: what this student has beyond it.
        late: what being late costs, "none" or "zero".
    """

    due: datetime | None = None
    extension: timedelta | None = None
    late: str = "none"

    def late_s(self, attempt: Attempt) -> float:
        """Return how late an attempt was handed in, in seconds."""
        return seconds_late(attempt.timestamp, self.due, self.extension)

    def worthless(self, attempt: Attempt) -> bool:
        """Whether an attempt was handed in when nothing earns points any more."""
        return self.late == "zero" and self.late_s(attempt) > 0


@dataclass(frozen=True)
class Standing:
    """Whether an attempt counts; `why` says why not, "" when it does."""

    attempt: Attempt
    why: str = ""

    @property
    def counts(self) -> bool:
        """Whether the attempt may become the grade."""
        return not self.why


def standings(
    attempts: Sequence[Attempt], rules: AttemptRules, deadline: Deadline
) -> tuple[Standing, ...]:
    """Say of every attempt whether it counts; the first one always does."""
    found: list[Standing] = []
    counted: list[Attempt] = []
    for attempt in attempts:
        why = _why_not(attempt, counted, rules, deadline)
        if not why:
            counted.append(attempt)
        found.append(Standing(attempt, why))
    return tuple(found)


def _why_not(
    attempt: Attempt, counted: Sequence[Attempt], rules: AttemptRules, deadline: Deadline
) -> str:
    if not counted:
        return ""
    last = counted[-1]
    if deadline.worthless(attempt) and not deadline.worthless(counted[0]):
        late = duration_text(deadline.late_s(attempt))
        return f"it came {late} after the due date, when an attempt earns no points"
    if rules.max is not None and len(counted) >= rules.max:
        allowed = "one attempt counts" if rules.max == 1 else f"{rules.max} attempts count"
        return f"of this unit {allowed}, and this one came after them"
    if rules.wait_minutes and attempt.timestamp is not None and last.timestamp is not None:
        waited_s = (attempt.timestamp - last.timestamp).total_seconds()
        if waited_s < rules.wait_minutes * 60:
            return (
                f"it came {duration_text(waited_s)} after attempt {last.number}; this unit asks "
                f"for {duration_text(rules.wait_minutes * 60)} between attempts"
            )
    return ""


def to_grade(found: Sequence[Standing], rules: AttemptRules) -> tuple[Attempt, ...]:
    """Return the attempts that have to be graded, the oldest first."""
    counting = [standing.attempt for standing in found if standing.counts]
    return tuple(counting if rules.keep == "best" else counting[-1:])


@dataclass(frozen=True)
class Choice:
    """The attempt that is the grade, and why it is that one."""

    attempt: Attempt
    why: str


def chosen(
    found: Sequence[Standing],
    rules: AttemptRules,
    deadline: Deadline,
    score_of: Callable[[Attempt], float | None],
) -> Choice:
    """Return the attempt that is the grade.

    Args:
        found: from `standings`, at least one.
        rules: what the unit says.
        deadline: when it is due for this student.
        score_of: an attempt's points before a late penalty; None when it is not graded yet.
    """
    counting = [standing.attempt for standing in found if standing.counts]
    last = counting[-1]
    if len(found) == 1:
        return Choice(last, "it is the only one")
    if rules.keep == "last":
        return Choice(last, "it is the newest that counts")
    scored = {attempt.number: score_of(attempt) for attempt in counting}
    graded = [attempt for attempt in counting if scored[attempt.number] is not None]
    if not graded:
        return Choice(last, "it is the newest, and none is graded yet")

    def worth(attempt: Attempt) -> tuple[float, int]:
        score = 0.0 if deadline.worthless(attempt) else scored[attempt.number] or 0.0
        return score, attempt.number

    best = max(graded, key=worth)
    equals = sum(worth(attempt)[0] == worth(best)[0] for attempt in graded)
    said = "no other one has more points" if equals == 1 else "of those with most points the newest"
    return Choice(best, said)
