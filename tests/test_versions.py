"""What was released is graded by its own tests, until somebody mends them."""

import json
from pathlib import Path
from typing import Any

import pytest

from autograder.errors import CourseError
from autograder.folders import CourseFolder
from autograder.gradebook.master import master_of, master_of_version
from autograder.release import release
from autograder.source import load_unit
from autograder.versions import (
    Version,
    Versions,
    keep_version,
    kept_hashes,
    kept_version,
    mend,
    mended,
    path_of,
    version_of,
)
from tests.small_course.making import SLUG, small_course

HIDDEN = ("[[7, 8, 9]]), [7, 8, 9])", "[[7, 8, 9]]), [7, 8, 10])")
VISIBLE = ("[3, 4]]), [2, 3])", "[3, 4]]), [2, 9])")


@pytest.fixture
def course(tmp_path: Path) -> CourseFolder:
    return small_course(tmp_path / "course")


def today(course: CourseFolder) -> Version:
    return version_of(master_of(course, load_unit(course, SLUG)).source, SLUG)


def change(course: CourseFolder, what: tuple[str, str]) -> None:
    path = course.source_text(SLUG)
    text = path.read_text()
    assert what[0] in text
    path.write_text(text.replace(*what))


def handed_in(course: CourseFolder) -> Any:
    return json.loads(course.release(SLUG).read_text())


def test_a_version_is_the_unit_that_graded(course: CourseFolder) -> None:
    unit = load_unit(course, SLUG)
    version = kept_version(course, SLUG, unit.sha256)
    assert version is not None, "the release kept it"
    assert version.unit.sha256 == unit.sha256
    assert version.unit.tasks == unit.tasks
    assert master_of_version(version).cells == master_of(course, unit).cells
    assert master_of_version(version).released() == master_of(course, unit).released()


def test_a_version_that_was_changed_is_refused(course: CourseFolder) -> None:
    sha256 = load_unit(course, SLUG).sha256
    path = path_of(course, SLUG, sha256)
    path.write_text(path.read_text().replace(HIDDEN[0], HIDDEN[1]))
    with pytest.raises(CourseError, match="its text was changed"):
        kept_version(course, SLUG, sha256)


@pytest.mark.parametrize("what", [HIDDEN, VISIBLE])
def test_a_release_is_graded_by_its_own_tests_once_they_graded_anybody(
    course: CourseFolder, what: tuple[str, str]
) -> None:
    old, notebook = today(course), handed_in(course)
    change(course, what)
    new = today(course)
    assert old.unit.sha256 != new.unit.sha256
    used = frozenset({old.unit.sha256})
    assert Versions(course, new, used).of(notebook).unit.sha256 == old.unit.sha256
    # A release of which nobody was graded yet, and which looks the same, is graded as mended.
    unused = Versions(course, new, frozenset()).of(notebook).unit.sha256
    assert unused == (new if what is HIDDEN else old).unit.sha256
    release(course, SLUG)
    assert Versions(course, new, used).of(handed_in(course)).unit.sha256 == new.unit.sha256
    assert Versions(course, new, used).of({}).unit.sha256 == new.unit.sha256
    mend(course, SLUG, old.unit.sha256, new.unit.sha256)
    assert Versions(course, new, used).of(notebook).unit.sha256 == new.unit.sha256


def test_mending_back_and_forth_ends_with_the_newest(course: CourseFolder) -> None:
    mend(course, SLUG, "a", "b")
    mend(course, SLUG, "b", "a")
    assert mended(course, SLUG) == {"b": "a"}


def test_one_version_is_kept_once(course: CourseFolder) -> None:
    for _ in range(2):
        keep_version(course, today(course))
    assert kept_hashes(course, SLUG) == [load_unit(course, SLUG).sha256]
