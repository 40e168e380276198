"""Files of every platform find their students; what finds nobody is listed with the reason."""

import json
import os
import stat
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from autograder.errors import CourseError
from autograder.folders import CourseFolder
from autograder.handin.collect import collect
from autograder.handin.files import MAX_BYTES
from autograder.handin.roster import Student
from autograder.handin.submitted import Collection, handed_in, read_record
from autograder.handin.times import parse_due, parse_timestamp, timestamp_text

CLASS = (
    Student("s1", "Student", "One", "one@example.org", canvas_id="501", moodle_id="9001"),
    Student("s2", "Student", "Two", "two@example.org", canvas_id="502"),
    Student("s3", "Zoë", "O'Three", "three@example.org"),
)
DUE = datetime(2026, 1, 16, 18, 0, tzinfo=UTC)
NOTEBOOK = b'{"cells": [], "nbformat": 4}'


@pytest.fixture
def course(tmp_path: Path) -> CourseFolder:
    for slug in ("sums", "other"):
        (tmp_path / "course/solutions" / slug).mkdir(parents=True)
        (tmp_path / "course/solutions" / slug / f"{slug}.md").touch()
    return CourseFolder(tmp_path / "course")


def folder_of(tmp_path: Path, *names: str) -> Path:
    for name in names:
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(NOTEBOOK)
    return tmp_path / "in"


def zip_of(tmp_path: Path, files: dict[str, bytes], when: datetime = DUE) -> Path:
    path = tmp_path / "in.zip"
    local = when.astimezone()
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, local.timetuple()[:6]), data)
    return path


def students(course: CourseFolder) -> list[str]:
    return [submission.student for submission in handed_in(course, "sums", CLASS).handed_in]


def reasons(found: Collection) -> dict[str, str]:
    return {file.name: file.reason for file in found.unmatched}


@pytest.mark.parametrize(
    ("name", "student", "layout"),
    [
        ("s1/sums/sums.ipynb", "s1", "nbgrader"),
        ("submitted/s2/sums/sums.ipynb", "s2", "nbgrader"),
        ("s2+sums+2026-01-15 10:00:00.000000 UTC+ab12/sums.ipynb", "s2", "nbgrader"),
        ("sums_s1_attempt_2026-01-15-10-00-00_sums.ipynb", "s1", "nbgrader"),
        ("onestudent_501_77_sums.ipynb", "s1", "canvas"),
        ("twostudent_LATE_502_78_my work-2.ipynb", "s2", "canvas"),
        ("othreezoe_9_79_Untitled.ipynb", "s3", "canvas"),
        ("Student One_9001_assignsubmission_file_/x.ipynb", "s1", "moodle"),
        ("Student Two_77_assignsubmission_file_/sub/sums.ipynb", "s2", "moodle"),
        ("Zoë O'Three_77_assignsubmission_file_sums.ipynb", "s3", "moodle"),
        ("s1.ipynb", "s1", "plain"),
        ("S1.ipynb", "s1", "plain"),
        ("s2_sums.ipynb", "s2", "plain"),
        ("sums-s2 (3).ipynb", "s2", "plain"),
        ("s3/whatever.ipynb", "s3", "plain"),
        ("two@example.org.ipynb", "s2", "plain"),
        ("Student Two.ipynb", "s2", "plain"),
    ],
)
def test_every_layout(
    tmp_path: Path, course: CourseFolder, name: str, student: str, layout: str
) -> None:
    found = collect(course, "sums", folder_of(tmp_path, name), CLASS, DUE)
    assert reasons(found) == {}
    assert students(course) == [student]
    record = read_record(course, "sums", student)
    assert (record["layout"], record["from"]) == (layout, name)


def test_who_is_nobody_is_listed_with_the_reason(tmp_path: Path, course: CourseFolder) -> None:
    origin = folder_of(
        tmp_path,
        "s9.ipynb",
        "s1.pdf",
        "inner.zip",
        "s1/s2.ipynb",
        "s3/other.ipynb",
        "s3/other/other.ipynb",
        "__MACOSX/s1.ipynb",
        ".ipynb_checkpoints/s1.ipynb",
    )
    (origin / "s2.ipynb").symlink_to("/etc/passwd")
    found = collect(course, "sums", origin, CLASS, DUE)
    said = reasons(found)
    assert said["s9.ipynb"].startswith("no student of the roster")
    assert said["s1.pdf"] == "it is no notebook (.ipynb)"
    assert "zip inside" in said["inner.zip"]
    assert said["s1/s2.ipynb"] == "ambiguous: its path names several students (s1, s2)"
    assert "another unit, 'other'" in said["s3/other.ipynb"]
    assert said["s2.ipynb"] == "it is a link, not a file"
    assert len(said) == 6
    assert students(course) == []


def test_two_students_with_one_name_are_ambiguous(tmp_path: Path, course: CourseFolder) -> None:
    twins = (Student("a", "Student", "One"), Student("b", "Student", "One", canvas_id="7"))
    origin = folder_of(tmp_path, "onestudent_7_1_x.ipynb", "onestudent_8_2_x.ipynb")
    found = collect(course, "sums", origin, twins, DUE)
    assert "several students have this name (a, b)" in reasons(found)["onestudent_8_2_x.ipynb"]
    assert [s.student for s in handed_in(course, "sums", twins).handed_in] == ["b"]


def test_without_a_roster_only_ids_are_taken(tmp_path: Path, course: CourseFolder) -> None:
    origin = folder_of(
        tmp_path, "x1/sums/sums.ipynb", "x2.ipynb", "one_5_6_x.ipynb", "x3/my work.ipynb",
        "all/sums/x4.ipynb", "all/sums/x5.ipynb",
    )  # fmt: skip
    found = collect(course, "sums", origin)
    assert [s.student for s in handed_in(course, "sums").handed_in] == [
        "x1", "x2", "x3", "x4", "x5",
    ]  # fmt: skip
    assert "--roster" in reasons(found)["one_5_6_x.ipynb"]


def test_the_last_attempt_is_kept_and_the_others_are_recorded(
    tmp_path: Path, course: CourseFolder
) -> None:
    path = tmp_path / "in.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for day, name in ((3, "s1.ipynb"), (5, "s1 (1).ipynb"), (4, "s1_sums.ipynb")):
            moment = datetime(2026, 1, day, 12, tzinfo=UTC).astimezone().timetuple()[:6]
            archive.writestr(zipfile.ZipInfo(name, moment), str(day))
    collect(course, "sums", path, CLASS, DUE)
    assert (course.submitted / "s1/sums/sums.ipynb").read_text() == "5"
    record = read_record(course, "sums", "s1")
    assert [a["from"] for a in record["attempts"]] == ["s1.ipynb", "s1_sums.ipynb", "s1 (1).ipynb"]
    assert handed_in(course, "sums").handed_in[0].timestamp == datetime(2026, 1, 5, 12, tzinfo=UTC)


def test_canvas_attempts_are_ordered_by_number(tmp_path: Path, course: CourseFolder) -> None:
    files = {
        "onestudent_501_77_sums-1.ipynb": b"2",
        "onestudent_501_70_sums.ipynb": b"1",
        "onestudent_501_79_sums-10.ipynb": b"3",
    }
    collect(course, "sums", zip_of(tmp_path, files), CLASS, DUE)
    assert (course.submitted / "s1/sums/sums.ipynb").read_bytes() == b"3"


def test_canvas_says_late_and_nothing_else(tmp_path: Path, course: CourseFolder) -> None:
    files = {"onestudent_LATE_501_7_x.ipynb": NOTEBOOK, "twostudent_502_8_x.ipynb": NOTEBOOK}
    origin = zip_of(tmp_path, files, DUE + timedelta(days=30))
    collect(course, "sums", origin, CLASS, DUE)
    times = {s.student: s.timestamp for s in handed_in(course, "sums").handed_in}
    assert times == {"s1": DUE + timedelta(seconds=1), "s2": None}
    (note,) = collect(course, "sums", origin, CLASS, None).notes
    assert "give --due" in note


def test_timestamps_of_nbgrader_and_of_zips(tmp_path: Path, course: CourseFolder) -> None:
    files = {
        "s1/sums/sums.ipynb": NOTEBOOK,
        "s1/sums/timestamp.txt": b"2026-01-15 11:00:00 CET",
        "s2/sums/sums.ipynb": NOTEBOOK,
        "s2/sums/timestamp.txt": b"yesterday",
        "Zoe Othree_3_assignsubmission_file_/x.ipynb": NOTEBOOK,
    }
    collect(course, "sums", zip_of(tmp_path, files), CLASS, DUE)
    times = {s.student: s.timestamp for s in handed_in(course, "sums").handed_in}
    assert times == {"s1": datetime(2026, 1, 15, 10, tzinfo=UTC), "s2": DUE, "s3": DUE}


def test_collecting_again_changes_nothing_and_older_ones_do_not_win(
    tmp_path: Path, course: CourseFolder
) -> None:
    new = zip_of(tmp_path, {"s1.ipynb": b"new"}, DUE)
    collect(course, "sums", new, CLASS, DUE)
    place = course.submitted / "s1/sums"
    before = {p.name: p.read_bytes() for p in place.iterdir()}
    collect(course, "sums", new, CLASS, DUE)
    assert {p.name: p.read_bytes() for p in place.iterdir()} == before
    old = zip_of(tmp_path, {"s1.ipynb": b"old"}, DUE - timedelta(days=1))
    (note,) = collect(course, "sums", old, CLASS, DUE).notes
    assert "newer and was kept" in note
    assert {p.name: p.read_bytes() for p in place.iterdir()} == before


def test_a_folder_never_makes_late(tmp_path: Path, course: CourseFolder) -> None:
    collect(course, "sums", folder_of(tmp_path, "s1.ipynb"), CLASS, DUE)
    assert handed_in(course, "sums").handed_in[0].timestamp is None


def test_the_notebook_named_like_the_unit_is_taken(tmp_path: Path, course: CourseFolder) -> None:
    origin = folder_of(tmp_path, "s1/sums/draft.ipynb", "s1/sums/sums.ipynb")
    found = collect(course, "sums", origin, CLASS, DUE)
    assert reasons(found) == {"s1/sums/draft.ipynb": "sums.ipynb beside it was taken"}


def test_hostile_zips_write_nothing_outside(tmp_path: Path, course: CourseFolder) -> None:
    path = tmp_path / "in.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../../s1.ipynb", "x")
        archive.writestr("/s2.ipynb", "x")
        link = zipfile.ZipInfo("s3.ipynb")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("..\\s1.ipynb", "x")
    before = {p for p in tmp_path.rglob("*") if p != course.submitted}
    said = reasons(collect(course, "sums", path, CLASS, DUE))
    assert set(said.values()) == {"its path leads out of the zip", "it is a link, not a file"}
    assert len(said) == 4
    assert {p for p in tmp_path.rglob("*") if p != course.submitted} == before


def test_a_large_file_is_cut_and_graded_as_too_large(tmp_path: Path, course: CourseFolder) -> None:
    path = tmp_path / "in.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("s1.ipynb", b"0" * (MAX_BYTES * 3))
    collect(course, "sums", path, CLASS, DUE)
    assert (course.submitted / "s1/sums/sums.ipynb").stat().st_size == MAX_BYTES + 1
    assert read_record(course, "sums", "s1")["cut"] is True


def test_a_damaged_file_in_a_zip_is_listed(tmp_path: Path, course: CourseFolder) -> None:
    path = zip_of(tmp_path, {"s1.ipynb": b"A" * 100, "s2.ipynb": NOTEBOOK})
    path.write_bytes(path.read_bytes().replace(b"A" * 100, b"B" * 100))
    said = reasons(collect(course, "sums", path, CLASS, DUE))
    assert "the zip is damaged at this file" in said["s1.ipynb"]
    assert students(course) == ["s2"]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 and no more", b"<html>please log in</html>"])
def test_a_bad_zip_is_one_clear_error(tmp_path: Path, course: CourseFolder, data: bytes) -> None:
    (tmp_path / "in.zip").write_bytes(data)
    with pytest.raises(CourseError, match="expected a zip of notebooks"):
        collect(course, "sums", tmp_path / "in.zip", CLASS, DUE)


def test_nothing_there_is_one_clear_error(tmp_path: Path, course: CourseFolder) -> None:
    with pytest.raises(CourseError, match="found nothing"):
        collect(course, "sums", tmp_path / "nowhere", CLASS, DUE)


def test_a_link_in_submitted_is_not_written_through(tmp_path: Path, course: CourseFolder) -> None:
    (tmp_path / "elsewhere").mkdir()
    course.submitted.mkdir()
    (course.submitted / "s1").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(CourseError, match="found a link"):
        collect(course, "sums", folder_of(tmp_path, "s1.ipynb"), CLASS, DUE)
    assert os.listdir(tmp_path / "elsewhere") == []


def test_what_lies_in_submitted_is_listed(course: CourseFolder) -> None:
    for name in ("s1/sums/sums.ipynb", "s2/sums/renamed.ipynb", "s3/sums/notes.txt",
                 "stranger/sums/sums.ipynb", "s1/other/other.ipynb"):  # fmt: skip
        path = course.submitted / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("{}")
    (course.submitted / "s1/sums/timestamp.txt").write_text("soon")
    found = handed_in(course, "sums", CLASS)
    assert [s.path.name for s in found.handed_in] == ["sums.ipynb", "renamed.ipynb"]
    assert reasons(found) == {
        "submitted/s3/sums": "expected sums.ipynb in it, found none",
        "submitted/stranger/sums": "'stranger' is not in the roster",
    }
    assert "expected a time such as" in found.notes[0]


def test_records_are_plain_json(tmp_path: Path, course: CourseFolder) -> None:
    collect(course, "sums", folder_of(tmp_path, "s1.ipynb"), CLASS, DUE)
    text = (course.submitted / "s1/sums/collected.json").read_text()
    assert set(json.loads(text)) >= {"from", "layout", "sha256", "attempts", "timestamp"}


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-01-16 18:00:00.000000 UTC", DUE),
        ("2026-01-16 18:00:00", DUE),
        ("2026-01-16 19:00:00 +0100", DUE),
        ("2026-01-16T19:00:00+01:00", DUE),
        ("2026-01-16 13:00:00 America/New_York", DUE),
    ],
)
def test_times_as_nbgrader_writes_them(text: str, moment: datetime) -> None:
    assert parse_timestamp(text) == moment
    assert parse_timestamp(timestamp_text(moment)) == moment


@pytest.mark.parametrize("text", ["", "soon", "2026-13-01 10:00:00", "2026-01-01 10:00:00 Moon"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_timestamp(text)


def test_due_dates_of_people() -> None:
    assert parse_due("2026-01-16T19:00+01:00") == DUE
    assert parse_due("2026-01-16") == datetime(2026, 1, 16, 23, 59, 59).astimezone(UTC)
    with pytest.raises(CourseError, match="expected a due date such as"):
        parse_due("next Friday")
