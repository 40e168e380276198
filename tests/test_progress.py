"""What a person sees while a class is graded: enough to know that it goes on, and no more."""

import io

import pytest

from autograder import progress
from autograder.progress import Shown, time_text
from autograder.result import Finding, Outcome, Result, TaskResult


def result(name: str, outcome: Outcome, points: float = 0.0) -> Result:
    task = TaskResult("t", "T", outcome, points, 2.0)
    findings = (Finding("grader_fault", "A reason."),) if outcome is Outcome.GRADER_FAULT else ()
    return Result("u", name, (task,), findings, time_s=0.25)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_small_class_gets_a_line_for_each() -> None:
    stream = io.StringIO()
    with Shown(2, stream) as shown:
        shown.started("s1", 1)
        shown.finished(result("s1", Outcome.PASSED, 2.0))
        shown.finished(result("s2", Outcome.FAILED), stands=True)
    lines = stream.getvalue().splitlines()
    assert lines[0] == "[1/2] s1: 2 of 2, passed (0.2 s)"
    assert lines[1].startswith("2 of 2 done; ")
    assert lines[1].endswith("passed 1, failed 1, unchanged 1")
    assert len(lines) == 2


def test_a_large_class_gets_a_line_now_and_then() -> None:
    stream = io.StringIO()
    with Shown(1000, stream, every_s=0.0) as shown:
        shown.started("s1", 1)
        shown.finished(result("s1", Outcome.PASSED))
        shown.passed({1: ("s2", 3.0), 2: ("s3", 70.0)})
    last = stream.getvalue().splitlines()[-2]
    assert last.startswith("1 of 1000 done; ")
    assert " left; passed 1; now s2 3 s, s3 70 s" in last
    stream = io.StringIO()
    with Shown(1000, stream, every_s=3600.0) as shown:
        for number in range(999):
            shown.finished(result(f"s{number}", Outcome.PASSED))
        assert stream.getvalue() == ""


def test_quiet_names_faults_of_the_grader_only() -> None:
    stream = io.StringIO()
    with Shown(2, stream, every_s=0.0, quiet=True) as shown:
        shown.finished(result("s1", Outcome.PASSED))
        shown.finished(result("s2", Outcome.GRADER_FAULT))
    assert stream.getvalue() == "s2: grader_fault. A reason.\n"


def test_a_terminal_sees_each_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_REFRESH_S", 0.0)
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()
    with Shown(9, stream) as shown:
        shown.passed({1: ("s1", 12.0), 2: ("s2", 3.0)})
        shown.finished(result("s3", Outcome.TIMEOUT))
    seen = stream.getvalue()
    for part in ("1: s1 12 s", "2: s2 3 s", "timeout 1", "1/9", "left"):
        assert part in seen


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.4, "0 s"), (89, "89 s"), (600, "10 min"), (11_100, "3 h 5 min")]
)
def test_times_are_said_as_people_say_them(seconds: float, text: str) -> None:
    assert time_text(seconds) == text
