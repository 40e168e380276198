"""What a student receives: no solution, no hidden test, the same bytes every time."""

import json
import shutil
from pathlib import Path
from typing import IO, Any

import pytest

from autograder.errors import UnitError
from autograder.folders import REPOSITORY, CourseFolder
from autograder.release import release, released_notebook, source_notebook
from autograder.source import load_unit, read_source
from autograder.unit import METADATA_KEY

HEADER = """---
jupytext:
  text_representation: {extension: .md, format_name: myst}
kernelspec: {display_name: Python 3, language: python, name: python3}
unit:
  title: Sums
  chapter: neurons/perceptron
  summary: Adding up.
  hours: 1
  limits: {time_s: 60, cell_s: 5, memory_mb: 1024, gpu: false}
---
"""
BODY = """
# Sums

```{code-cell}
:include: given.py
```

## Add two numbers

Write `add`.

```{code-cell}
:answer: add
def add(a, b):
    ### BEGIN SOLUTION
    secret_reference = a + b
    return secret_reference
    ### END SOLUTION
```

```{code-cell}
:tests: add
:points: 2
assert add(1, 2) == 3
### BEGIN HIDDEN TESTS
# property: A secret property
assert add(-1, -secret_input) == 0
### END HIDDEN TESTS
```

## Say why

Why is it so?

+++ {"written": "why", "points": 1}

### BEGIN MARK SCHEME
A secret rubric.
### END MARK SCHEME
### BEGIN SOLUTION
A secret sample answer.
### END SOLUTION

+++

The end.
"""


@pytest.fixture
def folder(tmp_path: Path) -> CourseFolder:
    return write(tmp_path, HEADER + BODY)


def write(root: Path, text: str) -> CourseFolder:
    (root / "solutions/sums").mkdir(parents=True, exist_ok=True)
    (root / "solutions/_given").mkdir(parents=True, exist_ok=True)
    (root / "solutions/_given/given.py").write_text("import math\n")
    (root / "solutions/sums/sums.md").write_text(text)
    return CourseFolder(root)


def cells(folder: CourseFolder, **options: Any) -> dict[str, dict[str, Any]]:
    notebook = json.loads(released_notebook(folder, "sums", **options))
    return {cell["metadata"]["nbgrader"]["grade_id"]: cell for cell in notebook["cells"]}


def text_of(cell: dict[str, Any]) -> str:
    return "".join(cell["source"])


def test_nothing_secret_is_released_in_any_place(folder: CourseFolder) -> None:
    assert "secret" not in released_notebook(folder, "sums").lower()


def test_the_source_notebook_keeps_everything(folder: CourseFolder) -> None:
    text = source_notebook(folder, "sums")

    for word in ("secret_reference", "secret_input", "secret property", "secret sample"):
        assert word in text


def test_the_stub_says_where_to_write(folder: CourseFolder) -> None:
    released = cells(folder)

    assert text_of(released["add"]).endswith("# YOUR CODE HERE\n    raise NotImplementedError()")
    assert text_of(released["why"]).strip() == "YOUR ANSWER HERE"
    assert text_of(released["add-tests"]) == "assert add(1, 2) == 3"


def test_headings_carry_number_and_points(folder: CourseFolder) -> None:
    everything = "\n".join(text_of(cell) for cell in cells(folder).values())

    assert "## Task 1. Add two numbers (2 points)\n\nWrite `add`." in everything
    assert "## Task 2. Say why (1 point)" in everything


def test_only_answers_may_be_edited(folder: CourseFolder) -> None:
    editable = {
        name for name, cell in cells(folder).items() if cell["metadata"].get("editable", True)
    }

    assert editable == {"add", "why"}


def test_a_shared_cell_is_included(folder: CourseFolder) -> None:
    assert any(text_of(cell) == "import math" for cell in cells(folder).values())


def test_without_manual_the_written_task_and_its_points_are_gone(folder: CourseFolder) -> None:
    about = json.loads(released_notebook(folder, "sums", manual=False))["metadata"][METADATA_KEY]

    assert "why" not in cells(folder, manual=False)
    assert sum(task["points"] for task in about["tasks"]) == 2
    assert not any("Why is it so" in text_of(c) for c in cells(folder, manual=False).values())
    assert any("The end." in text_of(c) for c in cells(folder, manual=False).values())


def test_a_class_that_got_no_written_task_is_graded_without_it(folder: CourseFolder) -> None:
    release(folder, "sums", manual=False)
    assert [task.grade_id for task in load_unit(folder, "sums").tasks] == ["add-tests"]

    release(folder, "sums")
    assert len(load_unit(folder, "sums").tasks) == 2


def test_a_damaged_release_is_named(folder: CourseFolder) -> None:
    release(folder, "sums").path.write_text("{")

    with pytest.raises(UnitError, match="damaged; run ./course release"):
        load_unit(folder, "sums")


def test_a_release_is_the_same_to_the_byte(folder: CourseFolder) -> None:
    first = release(folder, "sums")
    content = first.path.read_bytes()
    second = release(folder, "sums")

    assert (first.changed, second.changed) == (True, False)
    assert second.path.read_bytes() == content
    assert list(first.path.parent.iterdir()) == [first.path]


def test_ids_follow_from_name_and_place(folder: CourseFolder) -> None:
    assert cells(folder)["add"]["id"] == "03-add"


def test_the_unit_knows_tasks_points_and_limits(folder: CourseFolder) -> None:
    unit = load_unit(folder, "sums")

    assert [(t.grade_id, t.title, t.points, t.manual) for t in unit.tasks] == [
        ("add-tests", "Add two numbers", 2, False),
        ("why", "Say why", 1, True),
    ]
    assert unit.limits.cell_s == 5
    assert unit.max_score == 3


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("### END SOLUTION\n```", "```", "END SOLUTION|[Ss]olution"),
        ("### END HIDDEN TESTS\n", "", "HIDDEN TESTS|hidden"),
        (":points: 2\n", "", "expects `points`"),
        (":points: 2\n", ":points: -1\n", "expects `points`"),
        (":answer: add", ":answer: Add Two", "lower case"),
        (":include: given.py", ":include: none.py", "expects the file"),
        ("  hours: 1\n", "", "expected `hours`"),
        ("unit:\n", "unit: [\n", "YAML"),
        ("unit:\n", "other:\n", "expected a `unit:` section"),
        ("# property:", "# Property:", "HIDDEN|property|sentence"),
    ],
)
def test_a_broken_rule_is_named(tmp_path: Path, old: str, new: str, says: str) -> None:
    folder = write(tmp_path, (HEADER + BODY).replace(old, new, 1))

    with pytest.raises(UnitError, match=says):
        _release_and_load(folder)


def _release_and_load(folder: CourseFolder) -> None:
    released_notebook(folder, "sums")
    load_unit(folder, "sums")


def test_a_course_without_sources_says_so(folder: CourseFolder) -> None:
    release(folder, "sums")
    shutil.rmtree(folder.solutions)

    with pytest.raises(UnitError, match="instructors' copy"):
        load_unit(folder, "sums")


def test_an_unknown_unit_lists_the_known_ones(folder: CourseFolder) -> None:
    with pytest.raises(UnitError, match="one of: sums"):
        read_source(folder, "products")


def test_a_failed_write_leaves_the_old_release(
    folder: CourseFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = release(folder, "sums").path
    before = path.read_bytes()
    (folder.root / "solutions/_given/given.py").write_text("import cmath\n")

    opened = Path.open

    def on_a_full_disk(written: Path, mode: str = "r", *rest: Any, **named: Any) -> IO[Any]:
        # /dev/full takes bytes and then cannot keep them, for root too.
        return opened(Path("/dev/full") if "w" in mode else written, mode, *rest, **named)

    monkeypatch.setattr(Path, "open", on_a_full_disk)
    with pytest.raises(OSError, match="No space left"):
        release(folder, "sums")
    monkeypatch.undo()

    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


SLUGS = CourseFolder().slugs()


@pytest.mark.parametrize("slug", SLUGS)
def test_the_committed_release_is_a_fresh_one(slug: str) -> None:
    folder = CourseFolder()

    assert folder.release(slug).read_text(encoding="utf-8") == released_notebook(folder, slug), (
        "exercises/ is generated: run ./course release and commit what it writes"
    )


@pytest.mark.parametrize("slug", SLUGS)
def test_no_line_of_a_solution_or_hidden_test_is_released(slug: str) -> None:
    folder = CourseFolder()
    released = "\n".join(_strings(json.loads(folder.release(slug).read_text())))
    hidden = _hidden_lines(folder.source_text(slug).read_text(encoding="utf-8"))

    assert hidden
    assert [line for line in hidden if line in released] == []


def _strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [s for item in value.items() for part in item for s in _strings(part)]
    if isinstance(value, list):
        joined = ["".join(value)] if all(isinstance(v, str) for v in value) else []
        return joined + [s for part in value for s in _strings(part)]
    return [value] if isinstance(value, str) else []


def _hidden_lines(text: str) -> list[str]:
    """Lines long enough to be telling that stand only between the markers of the source."""
    hidden: list[str] = []
    shown: list[str] = []
    inside = False
    for line in text.splitlines():
        stripped = line.strip()
        if stripped.startswith("### BEGIN"):
            inside = True
        elif stripped.startswith("### END"):
            inside = False
        elif len(stripped) >= 24:
            (hidden if inside else shown).append(stripped)
    common = "\n".join(shown)
    return [line for line in hidden if line not in common]


def test_the_repository_has_no_unit_without_release() -> None:
    assert SLUGS
    assert sorted(p.name for p in (REPOSITORY / "exercises").iterdir() if p.is_dir()) == SLUGS
    assert shutil.which("git"), "expected git, which the README asks for"
