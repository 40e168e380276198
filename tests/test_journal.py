"""The record of every grading survives a process that is killed in the middle of a line."""

import json
from pathlib import Path

from autograder.folders import CourseFolder
from autograder.gradebook.journal import append, entries, environment, journal_path, units_used


def test_lines_are_appended_and_read_in_order(tmp_path: Path) -> None:
    folder = CourseFolder(tmp_path)
    append(folder, "sums", [{"n": 1}, {"n": 2}])
    append(folder, "sums", [])
    append(folder, "sums", [{"n": 3, "unit_sha256": "abc"}])
    assert [entry["n"] for entry in entries(folder, "sums")] == [1, 2, 3]
    assert units_used(folder, "sums") == {"abc"}
    assert list(entries(folder, "other")) == []


def test_a_torn_last_line_costs_itself_alone(tmp_path: Path) -> None:
    folder = CourseFolder(tmp_path)
    append(folder, "sums", [{"n": 1}])
    path = journal_path(folder, "sums")
    whole = path.read_bytes()
    torn = json.dumps({"n": 2, "text": "é"}).encode()
    for cut in range(1, len(torn)):
        path.write_bytes(whole + torn[:cut])
        assert [entry["n"] for entry in entries(folder, "sums")] == [1]
        append(folder, "sums", [{"n": 3}])
        assert [entry["n"] for entry in entries(folder, "sums")] == [1, 3]


def test_the_environment_names_what_a_grade_depends_on() -> None:
    assert {"python", "numpy"} <= environment().keys()
