"""The course's key: made once, kept private, and every seed drawn from it."""

import stat
import threading
from pathlib import Path

import pytest

from autograder.course_key import course_key, seed_of
from autograder.errors import CourseError
from autograder.folders import CourseFolder


def test_the_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    folder = CourseFolder(tmp_path / "course")
    key = course_key(folder)
    path = folder.root / ".course-key"

    assert course_key(folder) == key
    assert len(key) == 32
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [p.name for p in folder.root.iterdir()] == [".course-key"]
    assert course_key(CourseFolder(tmp_path / "other")) != key


def test_runs_that_begin_together_share_one_key(tmp_path: Path) -> None:
    folder = CourseFolder(tmp_path)
    keys: list[bytes] = []
    threads = [threading.Thread(target=lambda: keys.append(course_key(folder))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(keys) == 8
    assert len(set(keys)) == 1


@pytest.mark.parametrize("text", ["", "abcd", "no hexadecimal digits"])
def test_a_damaged_key_is_named_and_not_replaced(tmp_path: Path, text: str) -> None:
    (tmp_path / ".course-key").write_text(text)
    with pytest.raises(CourseError, match="course-key"):
        course_key(CourseFolder(tmp_path))

    assert (tmp_path / ".course-key").read_text() == text


def test_a_seed_depends_on_key_unit_and_file_and_on_nothing_else() -> None:
    seeds = [
        seed_of(b"k" * 32, "perceptron", "aa"),
        seed_of(b"l" * 32, "perceptron", "aa"),
        seed_of(b"k" * 32, "losses", "aa"),
        seed_of(b"k" * 32, "perceptron", "ab"),
    ]

    assert len(set(seeds)) == 4
    assert seed_of(b"k" * 32, "perceptron", "aa") == seeds[0]
    assert all(0 <= seed < 2**31 for seed in seeds)
