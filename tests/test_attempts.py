"""Every attempt is kept, the unit's rules say which counts, and the gradebook holds that one."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from nbgrader.api import SubmittedNotebook

from autograder.attempts import AttemptRules, attempt_rules
from autograder.errors import CourseError, UnitError
from autograder.feedback.files import write_feedback
from autograder.folders import CourseFolder
from autograder.gradebook.database import opened
from autograder.gradebook.extensions import extend, extension_of
from autograder.gradebook.keeping import Entry, Keeping, attempts_to_grade, keep
from autograder.gradebook.marks import totals
from autograder.gradebook.master import Master, master_of
from autograder.gradebook.records import read_result, result_path, sha256_of, which_attempt
from autograder.gradebook.setup import prepare
from autograder.handin.attempts import Arrival, Attempt, attempts_of, keep_attempt
from autograder.handin.collect import collect
from autograder.handin.counting import Deadline, chosen, standings, to_grade
from autograder.handin.roster import Student
from autograder.handin.submitted import handed_in
from autograder.result import Outcome
from autograder.source import load_unit
from tests.small_course.making import SLUG, hand_in, right_answers, small_course
from tests.test_gradebook import result

BEGIN = datetime(2026, 1, 10, 12, 0, tzinfo=UTC)
DUE = BEGIN + timedelta(days=2)


def attempt(number: int, hours: float) -> Attempt:
    stamp = BEGIN + timedelta(hours=hours)
    return Attempt("s1", number, Arrival(f"{number}", stamp, stamp), Path(f"{number}.ipynb"))


def at(*hours: float) -> list[Attempt]:
    return [attempt(number, each) for number, each in enumerate(hours, start=1)]


def counting(attempts: Sequence[Attempt], rules: AttemptRules, deadline: Deadline) -> list[int]:
    return [s.attempt.number for s in standings(attempts, rules, deadline) if s.counts]


@pytest.mark.parametrize(
    ("rules", "hours", "late", "count"),
    [
        (AttemptRules(), (0, 1, 2), "none", [1, 2, 3]),
        (AttemptRules(max=2), (0, 1, 2), "none", [1, 2]),
        (AttemptRules(wait_minutes=60), (0, 0.5, 1, 1.5, 2), "none", [1, 3, 5]),
        # The waiting time is counted from the last one that counted, and so is the number.
        (AttemptRules(max=2, wait_minutes=60), (0, 0.5, 1.5, 3), "none", [1, 3]),
        (AttemptRules(), (0, 49), "zero", [1]),
        (AttemptRules(), (0, 49), "none", [1, 2]),
        (AttemptRules(), (49, 50), "zero", [1, 2]),
    ],
)
def test_which_attempts_count(
    rules: AttemptRules, hours: tuple[float, ...], late: str, count: list[int]
) -> None:
    assert counting(at(*hours), rules, Deadline(DUE, None, late)) == count


def test_an_extension_lets_late_attempts_count() -> None:
    assert counting(at(0, 49), AttemptRules(), Deadline(DUE, timedelta(hours=2), "zero")) == [1, 2]


@pytest.mark.parametrize(
    ("keep_which", "scores", "number", "why"),
    [
        ("last", (3, 1), 2, "newest"),
        ("best", (3, 1), 1, "no other one has more points"),
        ("best", (3, 3), 2, "of those with most points the newest"),
        ("best", (3, None), 1, "no other one"),
        ("best", (None, None), 2, "none is graded"),
    ],
)
def test_which_attempt_is_the_grade(
    keep_which: str, scores: tuple[float | None, ...], number: int, why: str
) -> None:
    rules, attempts = AttemptRules(keep_which), at(0, 1)
    found = standings(attempts, rules, Deadline())
    choice = chosen(found, rules, Deadline(), lambda a: scores[a.number - 1])
    assert choice.attempt.number == number
    assert why in choice.why
    wanted = [each.number for each in to_grade(found, rules)]
    assert wanted == ([1, 2] if keep_which == "best" else [2])


@pytest.mark.parametrize(
    ("given", "rules"),
    [
        (None, AttemptRules()),
        ({"keep": "best"}, AttemptRules("best")),
        ({"max": 3, "wait_minutes": 30}, AttemptRules("last", 3, 30.0)),
    ],
)
def test_rules_are_read_from_the_front_matter(given: Any, rules: AttemptRules) -> None:
    assert attempt_rules({} if given is None else {"attempts": given}, "u") == rules


@pytest.mark.parametrize(
    "given",
    ["best", {"keep": "first"}, {"max": 0}, {"max": True}, {"wait_minutes": -1}, {"often": 1}],
)
def test_a_rule_that_is_none_is_refused_at_release(given: Any) -> None:
    with pytest.raises(UnitError, match="expected"):
        attempt_rules({"attempts": given}, "u")


def test_the_same_file_again_is_no_new_attempt(tmp_path: Path) -> None:
    folder = CourseFolder(tmp_path)
    for hours, data in ((0, b"one"), (1, b"one"), (2, b"two"), (3, b"one"), (3, b"one")):
        stamp = BEGIN + timedelta(hours=hours)
        keep_attempt(folder, SLUG, "s1", data, Arrival("", stamp, stamp))
    kept = attempts_of(folder, SLUG, "s1")
    assert [a.path.read_bytes() for a in kept] == [b"one", b"two", b"one"]
    assert kept[0].timestamp == BEGIN


def test_a_time_that_is_learnt_later_is_that_of_the_attempt(tmp_path: Path) -> None:
    folder = CourseFolder(tmp_path)
    for stamp in (None, BEGIN, None):
        keep_attempt(folder, SLUG, "s1", b"one", Arrival("", stamp, BEGIN - timedelta(days=9)))
    assert [a.timestamp for a in attempts_of(folder, SLUG, "s1")] == [BEGIN]


def test_a_damaged_list_of_attempts_is_named(tmp_path: Path) -> None:
    place = tmp_path / "attempts/s1/sums"
    place.mkdir(parents=True)
    (place / "attempts.json").write_text("[{")
    with pytest.raises(CourseError, match="expected a list of attempts"):
        attempts_of(CourseFolder(tmp_path), SLUG, "s1")


@pytest.fixture
def course(tmp_path: Path) -> CourseFolder:
    return small_course(tmp_path / "course")


def box(course: CourseFolder, place: Path, answers: dict[str, str], stamp: datetime) -> Path:
    """Put a notebook where nbgrader would have collected it."""
    made = hand_in(course, "s1", answers)
    target = place / "s1" / SLUG / f"{SLUG}.ipynb"
    target.parent.mkdir(parents=True)
    made.replace(target)
    (target.parent / "timestamp.txt").write_text(f"{stamp:%Y-%m-%d %H:%M:%S} UTC\n")
    return place


def keeping(book: Any, course: CourseFolder, master: Master, late: str = "none") -> Keeping:
    return Keeping(book, course, master, late)


def with_rules(master: Master, **rules: Any) -> Master:
    about = {**master.unit.about, "attempts": rules}
    return replace(master, unit=replace(master.unit, about=about))


def test_collecting_twice_keeps_both_and_the_best_is_the_grade(
    course: CourseFolder, tmp_path: Path
) -> None:
    right = right_answers(course)
    first = box(course, tmp_path / "one", right, BEGIN)
    second = box(course, tmp_path / "two", {}, BEGIN + timedelta(hours=1))
    for origin in (first, second, first):
        collect(course, SLUG, origin)
    (there,) = handed_in(course, SLUG).handed_in
    assert there.timestamp == BEGIN + timedelta(hours=1), "submitted/ holds the newest"
    with opened(course) as book:
        master = with_rules(master_of(course, load_unit(course, SLUG)), keep="best")
        prepare(book, master, [Student("s1")], DUE)
        now = keeping(book, course, master)
        one, two = attempts_to_grade(now, there)
        assert (one.attempt, two.attempt) == (1, 2)
        worse = result(row=Outcome.FAILED)
        entries = [
            Entry(replace(worse, submission_sha256=sha256_of(two.path)), two),
            Entry(replace(result(), submission_sha256=sha256_of(one.path)), one),
        ]
        for entry in entries:
            settled = keep(now, [entry])
        assert settled["s1"].score == 6.5
        assert book.find_submission(SLUG, "s1").score == 6.5
        assert book.find_submission(SLUG, "s1").timestamp == BEGIN.replace(tzinfo=None)
    kept = read_result(result_path(course, SLUG, "s1"))
    assert kept is not None
    assert kept.submission_sha256 == sha256_of(one.path)
    said = which_attempt(result_path(course, SLUG, "s1"))
    assert said.startswith("This is attempt 1 of 2; it counts: "), said
    made = write_feedback(course, master.unit)
    assert said in made.pages["s1"].read_text(encoding="utf-8")
    # nbgrader takes a submission for graded when its time is that in submitted/.
    (there,) = handed_in(course, SLUG).handed_in
    assert there.timestamp == BEGIN
    assert sha256_of(there.path) == sha256_of(one.path)
    graded = json.loads((course.autograded / "s1" / SLUG / f"{SLUG}.ipynb").read_text())
    sources = {
        c["metadata"].get("nbgrader", {}).get("grade_id"): c["source"] for c in graded["cells"]
    }
    assert sources["row-sums"].strip() == right["row-sums"].strip()


def test_an_extension_takes_the_penalty_back_at_once(course: CourseFolder) -> None:
    path = hand_in(course, "s1", right_answers(course))
    (path.parent / "timestamp.txt").write_text(
        f"{DUE + timedelta(hours=3):%Y-%m-%d %H:%M:%S} UTC\n"
    )
    (there,) = handed_in(course, SLUG).handed_in
    with opened(course) as book:
        master = master_of(course, load_unit(course, SLUG))
        prepare(book, master, [Student("s1"), Student("s2")], DUE)
        now = keeping(book, course, master, "zero")
        attempts_to_grade(now, there)
        keep(now, [Entry(replace(result(), submission_sha256=sha256_of(path)), there)])
        done = extend(now, "s1", extension_of("1d", DUE))
        assert done.score == (0.0, 6.5)
        assert done.due == DUE + timedelta(days=1)
        assert book.find_submission(SLUG, "s1").extension == timedelta(days=1)
        assert extend(now, "s1", extension_of("2026-01-12T13:00+00:00", DUE)).score == (6.5, 0.0)
        assert extend(now, "s1", extension_of("4h", DUE)).score == (0.0, 6.5)
        assert extend(now, "s1", None).score == (6.5, 0.0)
        assert book.find_submission(SLUG, "s1").extension is None
        # One who has not handed in yet gets the extension, and no grade by it.
        assert extend(now, "s2", extension_of("1w", DUE)).score is None
        assert [row.submitted for row in totals(book, SLUG).rows if row.student == "s2"] == [False]
        with pytest.raises(CourseError, match="expected a student of the class, got 's9'"):
            extend(now, "s9", timedelta(days=1))


@pytest.mark.parametrize("text", ["2025-01-01", "0d", "soon", "-2d"])
def test_an_extension_ends_after_the_due_date(text: str) -> None:
    with pytest.raises(CourseError, match="expected a"):
        extension_of(text, DUE)


def test_attempts_are_settled_without_growing_the_gradebook(course: CourseFolder) -> None:
    path = hand_in(course, "s1", right_answers(course))
    (there,) = handed_in(course, SLUG).handed_in
    with opened(course) as book:
        master = master_of(course, load_unit(course, SLUG))
        prepare(book, master, [Student("s1")], DUE)
        now = keeping(book, course, master)
        for _ in range(3):
            attempts_to_grade(now, there)
            keep(now, [Entry(replace(result(), submission_sha256=sha256_of(path)), there)])
        assert book.db.query(SubmittedNotebook).count() == 1
    assert len(attempts_of(course, SLUG, "s1")) == 1
