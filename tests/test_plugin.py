"""Stock `nbgrader autograde` grades through the judge, whatever a submission holds."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from autograder.folders import REPOSITORY, CourseFolder
from autograder.gradebook import judged
from autograder.gradebook.records import read_result, result_path
from autograder.gradebook.writer import opened
from autograder.result import Outcome
from tests.plugged import (
    api_of,
    autograde,
    cell_of,
    grade_id,
    graded,
    plugged_course,
    rewrite,
    scores,
)
from tests.small_course.making import POINTS, SLUG, WRITTEN, hand_in, right_answers

pytestmark = [
    pytest.mark.slow,
    pytest.mark.cage,
    # nbgrader's own, whenever it makes the first row of a submission.
    pytest.mark.filterwarnings("ignore:Object of type:sqlalchemy.exc.SAWarning"),
]

FULL: dict[str, Any] = {**{n: (p, False) for n, p in POINTS.items()}, WRITTEN: (0.0, False)}
NOTHING: dict[str, Any] = dict.fromkeys(FULL, (0.0, False))
FIRST_LOST = FULL | {"row-sums-tests": (0.0, False)}
# Answers that are wrong in the visible tests, and in a hidden property alone.
WRONG = {"row-sums": "def row_sums(X):\n    print('seen')\n    return [0, 0]"}
HIDDEN = {"row-sums": "import numpy as np\n\ndef row_sums(X):\n    return np.abs(X).sum(axis=1)"}
ENDINGS = {
    "exits": "import os\n    os._exit(0)",
    "loops": "while True:\n        pass",
    "leaves": "raise SystemExit(0)",
}
DAMAGED = {
    "empty": (b"", "empty_file"),
    "cut": (b'{"cells": [', "broken_json"),
    "braces": (b"{}", "not_a_notebook"),
    "bytes": (b"\xff\xfe\x00", "broken_json"),
}
SECRET = "the instructor's own"


def forge(notebook: Any) -> None:
    """Claim points in outputs and metadata, and that test cells are none."""
    result = {"output_type": "execute_result", "data": {"text/plain": "2"}, "metadata": {}}
    for cell in notebook["cells"]:
        about = cell["metadata"]["nbgrader"]
        if about["grade_id"] in POINTS:
            cell["outputs"] = [result | {"execution_count": 1}]
            cell["source"] = "2"
            about |= {"points": 1000, "locked": False, "checksum": "x"}
    cell_of(notebook, "row-sums-tests")["metadata"]["nbgrader"]["solution"] = True
    cell_of(notebook, "column-means-tests")["metadata"]["nbgrader"]["grade"] = False
    raw = cell_of(notebook, "shares-tests")
    raw["metadata"]["nbgrader"] |= {"task": True, "schema_version": 1}
    raw["cell_type"] = "raw"


def take_apart(notebook: Any) -> None:
    """Delete a test cell, double another and leave a cell that is none."""
    tests, doubled = (cell_of(notebook, name) for name in ("shares-tests", "row-sums-tests"))
    notebook["cells"].remove(tests)
    notebook["cells"].append(json.loads(json.dumps(doubled)))
    notebook["cells"].append({"cell_type": "code", "source": ["1", 2], "metadata": []})


def put_links(folder: Path, secret: Path, source: Path) -> None:
    """Put links, a device and a pipe into a submission's folder."""
    (folder / "link.txt").symlink_to(secret)
    (folder / "linkdir").symlink_to(source, target_is_directory=True)
    (folder / "device").symlink_to("/dev/zero")
    os.mkfifo(folder / "pipe")


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> CourseFolder:
    """A class graded by one `nbgrader autograde`, in the order of its students' names."""
    base = tmp_path_factory.mktemp("plugged")
    course = plugged_course(base / "course")
    right = right_answers(course)
    hand_in(course, "blank", {})
    hand_in(course, "right", right)
    hand_in(course, "hidden", right | HIDDEN)
    for name, body in ENDINGS.items():
        hand_in(course, name, right | {"row-sums": f"def row_sums(X):\n    {body}"})
    for name, (damage, _) in DAMAGED.items():
        hand_in(course, name, {}).write_bytes(damage)
    rewrite(hand_in(course, "forged", WRONG), forge)
    rewrite(hand_in(course, "apart", right), take_apart)
    (base / "secret.txt").write_text(SECRET, encoding="utf-8")
    put_links(hand_in(course, "links", right).parent, base / "secret.txt", course.source)
    path = hand_in(course, "linked", {})
    path.unlink()
    path.symlink_to(course.submitted / "right" / SLUG / f"{SLUG}.ipynb")
    done = subprocess.run(
        [Path(sys.executable).parent / "nbgrader", "autograde", SLUG],
        cwd=course.root, capture_output=True, text=True, check=False, timeout=500,
        env=os.environ | {"HOME": str(base), "PYTHONPATH": str(REPOSITORY)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    return course


def test_points_reach_the_gradebook_through_nbgrader_itself(course: CourseFolder) -> None:
    assert scores(course, "right") == FULL
    result = read_result(result_path(course, SLUG, "right"))
    assert result is not None
    assert result.engine == "judge"
    assert result.score == sum(POINTS.values())


def test_a_stub_earns_nothing_and_the_written_task_is_no_response(course: CourseFolder) -> None:
    assert scores(course, "blank") == NOTHING
    with opened(course) as book:
        assert book.find_comment(WRITTEN, SLUG, SLUG, "blank").comment == "No response."


def test_outputs_name_failed_properties_and_keep_hidden_tests(course: CourseFolder) -> None:
    assert scores(course, "hidden") == FIRST_LOST
    (output,) = cell_of(graded(course, "hidden"), "row-sums-tests")["outputs"]
    assert output["output_type"] == "error"
    said = "\n".join(output["traceback"])
    assert "Negative numbers are summed as well." in said
    assert "normal" not in said


def test_what_a_notebook_says_of_itself_never_counts(course: CourseFolder) -> None:
    assert scores(course, "forged") == NOTHING
    tests = cell_of(graded(course, "forged"), "row-sums-tests")
    assert tests["metadata"]["nbgrader"]["points"] == 2.0
    assert "### BEGIN HIDDEN TESTS\n" in tests["source"]


@pytest.mark.parametrize("student", ENDINGS)
def test_a_task_that_ends_the_process_costs_that_task(course: CourseFolder, student: str) -> None:
    assert scores(course, student) == FIRST_LOST


@pytest.mark.parametrize("student", DAMAGED)
def test_a_damaged_file_is_named_and_waits_for_a_person(course: CourseFolder, student: str) -> None:
    assert scores(course, student) == dict.fromkeys(POINTS, (None, True)) | {WRITTEN: (0.0, False)}
    assert "**About this file:**" in "".join(graded(course, student)["cells"][0]["source"])
    result = read_result(result_path(course, SLUG, student))
    assert result is not None
    assert [finding.state for finding in result.findings] == [DAMAGED[student][1]]
    assert result.outcome is Outcome.NEEDS_PERSON


def test_deleted_and_doubled_test_cells_are_graded(course: CourseFolder) -> None:
    assert scores(course, "apart") == FULL
    names = [grade_id(cell) for cell in graded(course, "apart")["cells"]]
    assert names.count("row-sums-tests") == names.count("shares-tests") == 1


def test_links_and_pipes_in_a_submission_are_not_followed(course: CourseFolder) -> None:
    there = {path.name for path in (course.autograded / "links" / SLUG).rglob("*")}
    assert not there & {"link.txt", "linkdir", "device", "pipe"}
    assert (course.root.parent / "secret.txt").read_text(encoding="utf-8") == SECRET
    assert scores(course, "links") == FULL


def test_a_notebook_that_is_a_link_earns_nothing(course: CourseFolder) -> None:
    assert {score for score, _ in scores(course, "linked").values()} <= {None, 0.0}
    assert (course.submitted / "right" / SLUG / f"{SLUG}.ipynb").is_file()


@pytest.fixture
def small(tmp_path: Path) -> Iterator[CourseFolder]:
    """A class of one, for tests with settings of their own."""
    yield plugged_course(tmp_path / "course")
    judged.forget()


def test_marks_of_a_person_stay_and_are_looked_at_again(small: CourseFolder) -> None:
    hand_in(small, "s1", right_answers(small) | WRONG)
    autograde(small, "s1")
    with opened(small) as book:
        grade = book.find_grade("row-sums-tests", SLUG, SLUG, "s1")
        grade.manual_score, grade.needs_manual_grade = 1.0, False
        book.db.commit()
    autograde(small, "s1")
    with opened(small) as book:
        grade = book.find_grade("row-sums-tests", SLUG, SLUG, "s1")
        assert (grade.manual_score, grade.auto_score, grade.needs_manual_grade) == (1.0, 0.0, True)


def test_without_execution_it_refuses_and_says_why(small: CourseFolder) -> None:
    hand_in(small, "s1", right_answers(small))
    log = autograde(small, "s1", fails=True, Execute={"enabled": False})
    assert "what students' notebooks say of themselves" in log
    assert not (small.autograded / "s1" / SLUG).exists()


def test_a_language_that_is_not_python_is_refused_with_a_way_out(small: CourseFolder) -> None:
    hand_in(small, "s1", right_answers(small))
    with opened(small) as book:
        spec = {"display_name": "R", "language": "R", "name": "ir"}
        book.find_notebook(SLUG, SLUG).kernelspec = json.dumps(spec)
        book.db.commit()
    log = autograde(small, "s1", fails=True)
    assert "expected a notebook in Python, got one in 'r'" in log
    assert "take grade_with_judge out of nbgrader_config.py" in log


def test_a_machine_without_a_cage_is_told_the_way_out(
    small: CourseFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    from autograder.execution import cage

    hand_in(small, "s1", right_answers(small))
    none = cage.Cage(cage.Mode.NONE, (), "a cage needs Linux")
    monkeypatch.setattr(cage, "find_cage", lambda wanted=None: none)
    log = autograde(small, "s1", fails=True)
    assert "a cage needs Linux" in log
    assert "take grade_with_judge out of nbgrader_config.py" in log
    assert not (small.autograded / "s1" / SLUG).exists()


def test_without_its_source_a_notebook_is_graded_by_the_gradebook(small: CourseFolder) -> None:
    hand_in(small, "s1", right_answers(small) | WRONG)
    for path in small.source.rglob("*.ipynb"):
        path.unlink()
    autograde(small, "s1")
    assert scores(small, "s1") == FIRST_LOST


def test_other_folders_are_found_by_nbgraders_own_settings(small: CourseFolder) -> None:
    hand_in(small, "s1", right_answers(small))
    small.submitted.rename(small.root / "arrived")
    small.source.rename(small.root / "instructor")
    folders = {"submitted_directory": "arrived", "source_directory": "instructor"}
    autograde(small, "s1", CourseDirectory=folders)
    assert scores(small, "s1") == FULL


def test_another_course_needs_one_line(small: CourseFolder) -> None:
    text = "c = get_config()\nfrom autograder.gradebook.settings import grade_with_judge\n"
    (small.root / "nbgrader_config.py").write_text(
        f"{text}grade_with_judge(c)\nc.CourseDirectory.root = {str(small.root)!r}\n"
        "c.CourseDirectory.release_directory = 'exercises'\n",
        encoding="utf-8",
    )
    hand_in(small, "s1", right_answers(small))
    api = api_of(small)
    assert api.autograde(SLUG, "s1")["success"]
    assert scores(small, "s1") == FULL
