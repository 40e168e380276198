"""Any nbgrader course, by stock nbgrader and by the judge."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from autograder.cli import course
from autograder.compat import judged
from autograder.compat.compared import Totals, cells, passing, totals
from autograder.compat.courses import Source, find, text, unsolved
from autograder.compat.run import compare
from autograder.compat.scored import Scored
from autograder.execution.cage import find_cage
from autograder.folders import CourseFolder
from autograder.release import source_notebook
from tests.foreign_course.making import TASKS, notebook, write

CELL_S = 60.0
SLUGS = ("perceptron", "backpropagation")
VACUOUS = {
    "nothing": ("x = 1\n### BEGIN SOLUTION\ny = 2\n### END SOLUTION", "assert True"),
    "shown": (
        "### BEGIN SOLUTION\nplt = np\n### END SOLUTION",
        "assert plt is not None",
    ),
}


def source_of(folder: Path, made: dict[str, object], name: str = "nb.ipynb") -> Source:
    path = write(folder / name, made)
    (found,), left_out = find(folder)
    assert found.path == path
    assert not left_out
    return found


def test_instructor_notebooks_are_found_once_and_nothing_else(tmp_path: Path) -> None:
    write(tmp_path / "source" / "a.ipynb", notebook())
    write(tmp_path / "source" / "copy.ipynb", notebook())
    java = notebook({"a": TASKS["loop"]}, kernelspec={"language": "Java", "name": "java"})
    write(tmp_path / "source" / "java.ipynb", java)
    for place in ("submitted/one", "autograded/one", "release", ".hidden"):
        write(tmp_path / place / "b.ipynb", notebook({"b": TASKS["asks"]}))
    write(tmp_path / "unsolved.ipynb", notebook({"c": ("c = 1", "assert c == 1")}))
    (tmp_path / "broken.ipynb").write_text("{")

    sources, left_out = find(tmp_path)

    assert [s.name for s in sources] == ["source/a.ipynb"]
    assert [(entry.name, entry.why) for entry in left_out] == [
        ("source/copy.ipynb", "the same cells as source/a.ipynb"),
        ("source/java.ipynb", "written in java, not in Python"),
    ]


def test_without_solutions_every_region_is_a_stub(tmp_path: Path) -> None:
    whole = source_of(tmp_path, notebook({"a": TASKS["squares"], "b": ("z = 1", "assert z")}))

    taken = [text(cell) for cell in unsolved(whole).cells]

    assert taken[2] == "def squares(n):\n    raise NotImplementedError"
    assert taken[5] == "raise NotImplementedError"
    assert "END SOLUTION" in text(whole.cells[2])
    assert taken[3] == text(whole.cells[3])


def scored(points: float, error: str = "", message: str = "") -> Scored:
    return Scored("t", points, 1.0, points, error, message)


@pytest.mark.parametrize(
    ("stock", "judge", "why"),
    [
        (scored(1), scored(1), "same"),
        (scored(0, "NameError"), scored(0, "KeyError"), "same"),
        (scored(1), scored(0, "died"), "judge: the sandbox is gone"),
        (scored(1), scored(0, "Refused", "expected x, got y"), "refused: expected x"),
        (scored(0, "stderr"), scored(1), "stock: text on stderr counts as a failure"),
        (scored(0.5), scored(1), "stock: partial credit that the judge does not take over"),
    ],
)
def test_a_difference_has_a_class(stock: Scored, judge: Scored, why: str) -> None:
    assert [cell.why for cell in cells([stock], [judge])] == [why]


@pytest.mark.slow
def test_a_course_is_graded_alike_and_passes_nothing_without_its_solutions(
    tmp_path: Path,
) -> None:
    found = source_of(tmp_path, notebook())

    result = compare(found, CELL_S, control=True)

    assert result.fault == ""
    assert [(c.grade_id, c.why, c.judge.trace) for c in result.cells if c.why != "same"] == []
    assert [cell.stock.points for cell in result.cells] == [1.0] * (len(TASKS) - 1) + [0.5]
    assert result.passed_without == ()
    assert totals([result]).share == 1


@pytest.mark.slow
def test_what_passes_without_an_answer_is_named_with_the_reason(tmp_path: Path) -> None:
    result = compare(source_of(tmp_path, notebook(VACUOUS)), CELL_S, control=True)

    assert result.passed_without is not None
    assert [(p.grade_id, p.why, p.judge_only) for p in result.passed_without] == [
        ("nothing-tests", "the test looks at no name of an answer", False),
        ("shown-tests", "a given cell defines plt, too", False),
    ]


def test_a_pass_in_the_judge_alone_is_a_false_one(tmp_path: Path) -> None:
    found = source_of(tmp_path, notebook({"a": TASKS["loop"]}))

    (passed,) = passing(found, [scored(0, "NameError", "step")], [scored(1)])

    assert passed.judge_only
    assert passed.why == "passes in the judge alone; stock: NameError step"


@pytest.mark.slow
def test_the_judge_passes_nothing_of_our_units_without_answers(tmp_path: Path) -> None:
    from tests.small_course.making import small_course

    folder = small_course(tmp_path)
    (found,), _ = find(folder.root / "source")

    without = judged.run(found, tmp_path / "source", CELL_S, unsolved(found))

    assert [(s.grade_id, s.share) for s in without if s.share] == []
    assert all(s.share == 1 for s in judged.run(found, tmp_path / "source", CELL_S))


@pytest.mark.slow
@pytest.mark.parametrize("slug", SLUGS)
def test_the_judge_passes_nothing_of_a_unit_without_answers(tmp_path: Path, slug: str) -> None:
    notebook_file = tmp_path / slug / f"{slug}.ipynb"
    write(notebook_file, json.loads(source_notebook(CourseFolder(), slug)))
    (found,), _ = find(tmp_path)

    right = judged.run(found, notebook_file.parent, CELL_S, mode=find_cage().mode)
    without = judged.run(found, notebook_file.parent, CELL_S, unsolved(found))

    assert len(right) == len(without) >= 4
    assert [(s.grade_id, s.share, s.trace) for s in right if s.share != 1] == []
    assert [(s.grade_id, s.share) for s in without if s.share] == []


@pytest.mark.slow
def test_the_judge_passes_nothing_of_a_foreign_course_without_answers(tmp_path: Path) -> None:
    found = source_of(tmp_path, notebook())

    without = judged.run(found, tmp_path, CELL_S, unsolved(found), mode=find_cage().mode)

    assert len(without) == len(TASKS)
    assert [(s.grade_id, s.share) for s in without if s.share] == []


@pytest.mark.slow
def test_the_verb_says_what_it_found(tmp_path: Path) -> None:
    write(tmp_path / "a.ipynb", notebook({"a": TASKS["squares"]}))
    out = tmp_path / "out.json"

    ran = CliRunner().invoke(course, ["compat", str(tmp_path), "--json", str(out)])

    assert ran.exit_code == 0, ran.output
    assert "1 of 1 cells that stock nbgrader gives full marks agree (100.0 %)" in ran.output
    written = json.loads(out.read_text())
    assert written["totals"]["agreeing"] == 1
    assert written["classes"] == {}


def test_a_folder_without_instructor_notebooks_is_an_error(tmp_path: Path) -> None:
    ran = CliRunner().invoke(course, ["compat", str(tmp_path)])

    assert ran.exit_code == 2
    assert "expected instructor notebooks below" in ran.output


def test_no_cells_agree_wholly() -> None:
    assert totals([]) == Totals(0, 0, 0, 0, 0, 0, 0, 0)
    assert totals([]).share == 1
