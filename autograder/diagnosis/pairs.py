"""The behaviours of answers that are known: a unit's bank, and whatever else is tried on its tests.

Hidden tests are left out, for they have no part in it, and take the most of the time.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.answers import filled, read_bank, reference_answers
from autograder.diagnosis.behaviours import MOST_S, behaviours, run_again
from autograder.diagnosis.probing import piece_of
from autograder.diagnosis.table import Pair
from autograder.execution.cage import Cage
from autograder.execution.trial import Trial
from autograder.execution.zygote import Warm
from autograder.folders import CourseFolder
from autograder.grading import grade, plan_of, released_answers
from autograder.release import released_notebook
from autograder.submission import Submission, match
from autograder.unit import Tests, Unit

if TYPE_CHECKING:
    from autograder.execution.pair import Starter


@dataclass(frozen=True)
class Known:
    """A known mistake.

    Attributes:
        answer: the answer cell that holds it.
        name: its name in the bank.
        source: the whole content of the cell.
        pair: its task, behaviour and sentence; the behaviour is "" where visible tests pass.
    """

    answer: str
    name: str
    source: str
    pair: Pair


class Trying:
    """Takes the behaviours of answers to one unit; use it in a `with` block.

    Args:
        folder: the course.
        unit: the unit.
        cage: what confines the answers.
    """

    def __init__(self, folder: CourseFolder, unit: Unit, cage: Cage) -> None:
        tasks = [replace(task, tests=Tests(task.tests.visible)) for task in unit.tasks]
        self.unit = replace(unit, tasks=tuple(tasks))
        self._notebook = json.loads(released_notebook(folder, unit.slug))
        self._reference = reference_answers(unit)
        self._released = released_answers(self._notebook)
        pieces = [piece_of(unit, task) for task in tasks if not task.manual]
        pieces += [task.tests.visible for task in tasks if not task.manual]
        self._warm = Warm(plan_of(unit), cage, pieces=pieces)

    def __enter__(self) -> "Trying":
        return self

    def __exit__(self, *_: object) -> None:
        self._warm.close()

    @property
    def start(self) -> "Starter":
        """Starts the processes that an answer is tried in."""
        return self._warm.start

    def rejected(self, answers: Mapping[str, str]) -> dict[str, str]:
        """Return the behaviours of wrong answers, by the grade_id of tasks whose tests reject them.

        Args:
            answers: content of answer cells, by grade_id; the reference fills the rest.
        """
        graded = grade(
            self.unit,
            self._submission(answers),
            released=self._released,
            start=self.start,
            behaviour=True,
        )
        return {task.grade_id: task.behaviour for task in graded.tasks if task.behaviour}

    def all(self, answers: Mapping[str, str]) -> dict[str, str]:
        """Return the behaviour in every automatic task, whether tests reject it or not."""
        limits = self.unit.limits
        tasks = [task for task in self.unit.tasks if not task.manual]
        submission = self._submission(answers)
        made = partial(Trial, plan_of(self.unit), limits.memory_mb, self.start, MOST_S)
        with made(shown=True) as pieces:
            ran = run_again(self.unit, submission, pieces, tasks, limits.cell_s)
            return behaviours(self.unit, pieces, ran)

    def _submission(self, answers: Mapping[str, str]) -> Submission:
        return match(filled(self._notebook, self._reference | dict(answers)), self.unit, "known")


def known_mistakes(trying: Trying, bank: Path) -> Iterator[Known]:
    """Yield the known mistakes of a unit, in the order of its bank.

    Args:
        trying: takes the behaviours.
        bank: the folder of the bank, `tests/units/<slug>`.
    """
    tasks = {name: task.grade_id for task in trying.unit.tasks for name in task.answers}
    for path in sorted((bank / "mistakes").glob("*.py")):
        grade_id = tasks[path.stem]
        for mistake in read_bank(path):
            found = trying.rejected({path.stem: mistake.source})
            pair = Pair(grade_id, found.get(grade_id, ""), mistake.sentence, "mistake")
            yield Known(path.stem, mistake.name, mistake.source, pair)


def right_pairs(trying: Trying, bank: Path) -> Iterator[Pair]:
    """Yield the reference and the other right answers of a unit's bank, as pairs."""
    paths = sorted((bank / "right").glob("*.py"))
    for answers in ({}, *({a.name: a.source for a in read_bank(path)} for path in paths)):
        for grade_id, behaviour in trying.all(answers).items():
            yield Pair(grade_id, behaviour, "", "right")
