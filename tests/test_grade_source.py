"""`course grade --source`: submissions of any nbgrader notebook, by the real processes."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from autograder.cli import course
from autograder.errors import CourseError, UnitError
from autograder.from_source import copy_files, read_source, submissions_in
from tests.foreign import cell, notebook, plain, write

F = "### BEGIN SOLUTION\ndef f(x): return helper.twice(x)\n### END SOLUTION"
ROWS = "len(open('data/rows.csv').readlines())"
G = f"### BEGIN SOLUTION\ndef g():\n    return {ROWS}\n### END SOLUTION"
CELLS = [
    plain("import helper"),
    cell("answer", "f", F),
    cell("tests", "f-tests", "assert f(1) == 2, 'f(1)'\n### BEGIN HIDDEN TESTS\nassert f(5) == 10\n"
         "### END HIDDEN TESTS"),
    cell("answer", "g", G),
    cell("tests", "g-tests", "import helper\nscore = 1.5 * (g() == 3)\n"
         "score += (helper.twice(1) == 2) / 2\nscore"),
]  # fmt: skip

Grade = Callable[..., Result]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with a source notebook and what belongs to it."""
    folder = tmp_path / "ps1"
    write(folder / "ps1.ipynb", notebook(CELLS))
    (folder / "helper.py").write_text("def twice(x): return 2 * x\n")
    (folder / "data").mkdir()
    (folder / "data" / "rows.csv").write_text("1\n2\n3\n")
    return folder


@pytest.fixture
def run(tmp_path: Path) -> Grade:
    def run(*words: object) -> Result:
        given = ["grade", "--course", str(tmp_path / "course"), "--no-cage", *map(str, words)]
        return CliRunner().invoke(course, given)

    return run


def handed_in(place: Path, **answers: str) -> Path:
    """Write a submission with other answers; the first one names the file."""
    name = answers.pop("name", "ada")
    cells = json.loads(json.dumps(CELLS))
    for raw in cells:
        grade_id = raw["metadata"].get("nbgrader", {}).get("grade_id")
        raw["source"] = answers.get(grade_id, raw["source"])
    return write(place.parent / "in" / f"{name}.ipynb", notebook(cells))


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["judge", "stock"])
def test_every_submission_gets_its_entry_and_none_stops_the_rest(
    place: Path, run: Grade, tmp_path: Path, engine: str
) -> None:
    files = [
        handed_in(place, name="right"),
        handed_in(place, name="wrong", f="def f(x): return 2", g="def g(): return 0"),
        handed_in(place, name="stops", f="def f(x): return 1 / 0"),
        handed_in(place, name="loops", g="def g():\n    while True: pass"),
        handed_in(place, name="dies", g="def g():\n    import os\n    os._exit(0)"),
    ]
    files.append(tmp_path / "in" / "broken.ipynb")
    files[-1].write_text("{")
    out = tmp_path / "out.json"
    result = run(
        "--source", place / "ps1.ipynb", *files, "--json", out, "--engine", engine,
        "--workers", 2, "--cell-s", 2, "--time-s", 30, "--memory-mb", 1024,
    )  # fmt: skip
    entries = json.loads(out.read_text())

    assert result.exit_code == 0, result.output
    assert [(e["name"], e["score"], e["max_score"], e["outcome"]) for e in entries] == [
        ("right", 4, 4, "passed"),
        ("wrong", 0.5, 4, "failed"),
        ("stops", 2, 4, "error"),
        ("loops", 2, 4, "timeout"),
        ("dies", 2, 4, "killed"),
        ("broken", 0, 4, "needs_person"),
    ]
    assert entries[1]["tasks"] == {
        "f-tests": entries[1]["tasks"]["f-tests"],
        "g-tests": entries[1]["tasks"]["g-tests"],
    }
    wrong = {k: v for k, v in entries[1]["tasks"]["f-tests"].items() if k != "time_s"}
    assert wrong == {
        "title": "f-tests",
        "outcome": "failed",
        "points": 0,
        "max_points": 2,
        "messages": [],
        "failed_properties": ["A hidden test of this task failed."],
        "manual": False,
        "behaviour": "",
        "diagnosis": "",
    }
    assert entries[1]["tasks"]["g-tests"]["outcome"] == "partial"
    assert "ZeroDivisionError" in entries[2]["tasks"]["f-tests"]["messages"][0]
    assert {e["engine"] for e in entries} == {engine}
    assert entries[0]["limits"]["cell_s"] == 2
    assert len({e["seed"] for e in entries}) == len(entries)


@pytest.mark.slow
@pytest.mark.cage
def test_in_the_cage_files_lie_beside_the_notebook_too(place: Path, tmp_path: Path) -> None:
    words = ["grade", "--course", tmp_path / "course", "--source", place / "ps1.ipynb"]
    file = handed_in(place)
    result = CliRunner().invoke(course, [str(w) for w in [*words, file, file, "--json", "-"]])
    (entry,) = json.loads(result.stdout)

    assert (entry["score"], entry["outcome"]) == (4, "passed")
    assert entry["cage"] in ("full", "landlock")
    assert entry["memory_peak_mb"] > 1


@pytest.mark.slow
def test_standard_output_is_json_and_nothing_else(place: Path, run: Grade) -> None:
    file = handed_in(place)
    result = run("--source", place / "ps1.ipynb", file, "--json", "-")

    assert [entry["name"] for entry in json.loads(result.stdout)] == ["ada"]
    assert "ada: 4 of 4 points, passed" in result.stderr
    assert not list((place.parent / "course").glob("gradebook*"))


@pytest.mark.slow
def test_what_one_student_writes_the_next_does_not_find(place: Path, run: Grade) -> None:
    spoil = "open('data/rows.csv', 'w').write('')\nopen('note', 'w').write('x')\n"
    first = handed_in(place, name="a", g=spoil + "def g(): return 3")
    second = handed_in(place, name="b", g="import os\ndef g(): return 3 - os.path.exists('note')")
    third = handed_in(place, name="c")
    result = run(
        "--source", place / "ps1.ipynb", first, second, third, "--json", "-", "--workers", 1
    )

    assert [e["score"] for e in json.loads(result.stdout)] == [4, 4, 4]
    assert (place / "data" / "rows.csv").read_text() == "1\n2\n3\n"


@pytest.mark.slow
def test_a_file_that_is_not_there_is_mended_and_the_rest_graded(place: Path, run: Grade) -> None:
    gone = place / "nobody.ipynb"
    result = run("--source", place / "ps1.ipynb", gone, handed_in(place), "--json", "-")

    assert result.exit_code == 2
    assert "nobody.ipynb" in result.stderr
    assert [(e["name"], e["score"]) for e in json.loads(result.stdout)] == [
        ("nobody", 0),
        ("ada", 4),
    ]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--source", "{place}/none.ipynb", "{file}"), "found none"),
        (("--source", "{place}/helper.py", "{file}"), "helper.py"),
        (("--source", "{place}/ps1.ipynb"), "expected submissions"),
        (("--source", "{place}/ps1.ipynb", "{place}/data"), "no notebook in"),
        (("one", "two"), "expected one UNIT"),
        (("perceptron", "--cell-s", "3"), "front matter"),
        ((), "expected one UNIT"),
    ],
)
def test_what_has_to_be_mended_first_is_one_sentence(
    place: Path, run: Grade, words: tuple[str, ...], says: str
) -> None:
    file = handed_in(place)
    result = run(*[word.format(place=place, file=file) for word in words])

    assert result.exit_code == 2
    assert says in result.stderr
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (notebook([plain("x = 1")]), "nothing|no cell"),
        (notebook(CELLS) | {"metadata": {"kernelspec": {"language": "R"}}}, "in R"),
        (notebook([*CELLS, CELLS[1]]), "repeats"),
        (notebook([cell("tests", "t", "x", points="many")]), "points"),
        (notebook([{"cell_type": "code", "metadata": 3, "source": ""}]), "damaged"),
        (notebook([{"cell_type": "code", "metadata": {"nbgrader": []}}]), "damaged"),
    ],
)
def test_a_source_that_is_none_is_refused(tmp_path: Path, raw: Any, says: str) -> None:
    with pytest.raises(UnitError, match=says):
        read_source(write(tmp_path / "ps1.ipynb", raw))


def test_names_are_stems_or_what_tells_files_apart(tmp_path: Path) -> None:
    names = [
        "a/ps1/ps1.ipynb",
        "b/ps1/ps1.ipynb",
        "other/cyd.ipynb",
        "x/.ipynb_checkpoints/y.ipynb",
    ]
    for name in names:
        write(tmp_path / name, {})
    found = submissions_in([tmp_path / "a", tmp_path / "b/ps1/ps1.ipynb", tmp_path])

    assert {n: p.relative_to(tmp_path).as_posix() for n, p in found.items()} == {
        "a": names[0],
        "b": names[1],
        "cyd": names[2],
    }


def test_what_is_not_for_students_is_not_copied(tmp_path: Path) -> None:
    course_folder = tmp_path / "c"
    source = write(course_folder / "ps1.ipynb", notebook(CELLS))
    for name in (
        "data.csv", "pics/a.png", ".git/config", "gradebook.db", "gradebook.db-wal", ".env",
        "source/ps1/key.txt", "submitted/ada/ps1/notes.txt", "in/ada/notes.txt", "out.json",
        "__pycache__/x.pyc", "other.ipynb",
    ):  # fmt: skip
        (course_folder / name).parent.mkdir(parents=True, exist_ok=True)
        (course_folder / name).write_text("x")
    target = tmp_path / "files"
    target.mkdir()
    left_out = [course_folder / "in/ada/ada.ipynb", course_folder / "out.json"]
    copy_files(source, target, left_out)

    copied = {p.relative_to(target).as_posix() for p in target.rglob("*") if p.is_file()}
    assert copied == {"data.csv", "pics/a.png"}


def test_a_folder_of_too_many_files_is_refused(tmp_path: Path) -> None:
    source = write(tmp_path / "c" / "ps1.ipynb", notebook(CELLS))
    for n in range(2_001):
        (tmp_path / "c" / f"{n}.txt").touch()
    with pytest.raises(CourseError, match="2000 files"):
        copy_files(source, tmp_path / "files")
