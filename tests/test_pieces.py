"""Starting again after deaths: up to the piece before, and neither for ever nor too often."""

import pytest

from autograder.execution.pieces import MAX_RESTARTS, Pieces, Runs
from autograder.grading import ENGINES, grade
from autograder.result import Outcome
from autograder.session import Session
from autograder.submission import match
from autograder.unit import METADATA_KEY, Limits, unit_from_notebook
from tests.doubling import cell

pytestmark = pytest.mark.slow

DIES = "import os\nos._exit(1)"


def test_a_notebook_that_always_dies_is_started_again_a_bounded_number_of_times() -> None:
    started: list[Runs] = []

    def start() -> Runs:
        started.append(Session())
        return started[-1]

    with Pieces(start) as pieces:
        ended = [pieces.cell("own", "", DIES, 5) for _ in range(40)]
        last = pieces.cell("own", "", "1", 5)

    assert {e.state for e in ended} == {"died"}
    assert len(started) == 1 + MAX_RESTARTS
    assert last.state == "died"
    assert not any(runs.usable for runs in started)


def test_what_went_before_is_there_again_and_what_dies_then_is_given_up() -> None:
    with Pieces(Session) as pieces:
        pieces.cell("own", "", "x = 3", 5)
        pieces.cell("own", "", "import os\nif os.path.exists('seen'): os._exit(1)", 5)
        pieces.cell("own", "", "y = 4", 5)
        assert pieces.cell("own", "", DIES, 5).state == "died"
        assert pieces.cell("own", "", "print(x + y)", 5).stdout == "7\n"


def test_running_again_counts_against_the_time_of_the_submission() -> None:
    slow = [
        cell("a", "import time\ntime.sleep(1.2)\nx = 1", solution=True),
        cell("b", DIES, solution=True),
        cell("c", "y = 1", solution=True),
        cell("t", "assert y == 1", grade=True, points=1),
    ]
    raw = {"metadata": {METADATA_KEY: {"unit": "u"}}, "cells": slow}
    unit = unit_from_notebook(raw, "u")
    result = grade(unit, match(raw, unit, "ada"), limits=Limits(2.0, 2.0), engine="stock")

    assert result.tasks[0].outcome is Outcome.TIMEOUT


@pytest.mark.parametrize("engine", ENGINES)
def test_three_hundred_cells_that_die_cost_their_own_task_and_little_time(engine: str) -> None:
    good = [
        cell("f", "def f(): return 1", solution=True),
        cell("t", "assert f() == 1", grade=True, points=1),
    ]
    bad = [cell(f"x{n}", "pass", solution=True) for n in range(300)]
    last = [cell("u", "assert f() == 1", grade=True, points=1)]
    about = {METADATA_KEY: {"unit": "u"}}
    unit = unit_from_notebook({"metadata": about, "cells": [*good, *bad, *last]}, "u")
    hostile = [cell(f"x{n}", DIES, solution=True) for n in range(300)]
    handed_in = {"metadata": about, "cells": [*good, *hostile, *last]}
    result = grade(unit, match(handed_in, unit, "ada"), limits=Limits(30, 5), engine=engine)

    assert [t.outcome for t in result.tasks] == [Outcome.PASSED, Outcome.KILLED]
