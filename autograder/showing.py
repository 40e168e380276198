"""Which of a student's cells are shown to the person who marks, and how much of it."""

from autograder.execution.ended import Ended
from autograder.shown import Shown
from autograder.submission import Step
from autograder.unit import Unit

# Of one submission: a notebook of hundreds of plots is of no use to whoever marks it.
MAX_CHARS = 400_000
MAX_PICTURE_BYTES = 6_000_000
WITHHELD = "What this cell showed is not kept: it ran after hidden tests, whose data it could tell."
TOO_MUCH = "What this cell showed is not kept: the cells before it showed too much already."
_ENDED = {
    "timeout": ("Timeout", "The cell was still running when its time was up."),
    "died": ("ProcessEnded", "The process that ran the cell ended."),
}


class Showing:
    """Collects what the cells of one submission show, within bounds."""

    def __init__(self) -> None:
        self._kept: list[Shown] = []
        self._left_chars = MAX_CHARS
        self._left_bytes = MAX_PICTURE_BYTES

    def add(
        self, step: Step, ended: Ended, pictures: tuple[bytes, ...] = (), *, told: bool
    ) -> None:
        """Keep what a cell showed.

        Args:
            step: the cell.
            ended: how it ended.
            pictures: what it drew.
            told: whether it ran before every hidden test.
        """
        own = step.position >= 0
        place = ("", step.position) if own else (step.grade_id, -1)
        error, trace = _ENDED.get(ended.state, (ended.error, ended.trace))
        chars = sum(map(len, (ended.stdout, ended.shown, error, trace)))
        size = sum(map(len, pictures))
        if not chars and not size:
            return
        if not told:
            self._kept.append(Shown(*place, note=WITHHELD))
        elif chars > self._left_chars or size > self._left_bytes:
            self._kept.append(Shown(*place, note=TOO_MUCH))
        else:
            self._left_chars -= chars
            self._left_bytes -= size
            self._kept.append(Shown(*place, ended.stdout, ended.shown, error, trace, pictures))

    def all(self) -> tuple[Shown, ...]:
        """Return what was kept, in the order in which the cells ran."""
        return tuple(self._kept)


def drawn_at(unit: Unit) -> frozenset[str]:
    """Return the cells of the unit, by grade_id, where a plot may be what a person marks.

    Those are the cells of a task that a person marks, from the graded cell before it to the next
    task, with what a student adds after each of them; "" is the notebook's beginning. Other plots
    are not drawn: it would take longer than grading them.
    """
    places: set[str] = set()
    since, after = {""}, False
    for cell in unit.cells:
        if not cell.grade_id:
            continue
        if cell.kind in ("tests", "written"):
            places |= since if cell.kind == "written" else set()
            since = set()
        since.add(cell.grade_id)
        after = cell.kind == "written" or (after and cell.kind == "given")
        if after:
            places.add(cell.grade_id)
    return frozenset(places)
