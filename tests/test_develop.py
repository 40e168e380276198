"""`course lint`, `course test` and what tests/conftest.py does with skips."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from autograder.commands import develop
from autograder.folders import REPOSITORY

MARKED = """
import pytest

@pytest.mark.slow
def test_slow(): pass

@pytest.mark.browser
def test_browser(): pytest.skip("no page was built: ./course build")

def test_quick(): pass
"""


Calls = list[tuple[str, ...]]


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Calls:
    """Every command that would have run; all succeed."""
    return pretend(monkeypatch, failing=())


def pretend(monkeypatch: pytest.MonkeyPatch, failing: tuple[str, ...]) -> Calls:
    """Run nothing; return the list that fills with what would have run."""
    made: Calls = []

    def run(module: str, *rest: str, quiet: bool = False) -> subprocess.CompletedProcess[str]:
        made.append((module, *rest))
        return subprocess.CompletedProcess([module], int(module in failing), "fault found")

    monkeypatch.setattr(develop, "_python", run)
    return made


def test_lint_runs_every_step_even_after_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = pretend(monkeypatch, failing=("ruff", "mypy"))
    result = CliRunner().invoke(develop.lint)
    assert result.exit_code == 1
    assert [call[0] for call in calls] == ["ruff", "ruff", "mypy"]
    assert result.output.count("fault found") == 3


def test_lint_mends_when_told_to(calls: Calls) -> None:
    assert CliRunner().invoke(develop.lint, ["--fix"]).exit_code == 0
    assert calls == [("ruff", "format", "."), ("ruff", "check", "--fix", "."), ("mypy",)]


def test_tests_run_after_lint_and_get_the_other_arguments(calls: Calls) -> None:
    result = CliRunner().invoke(develop.test, ["--fast", "tests/repo", "-k", "readme", "-x"])
    assert result.exit_code == 0, result.output
    assert [call[0] for call in calls[:2]] == ["ruff", "ruff"]
    assert sorted(call[0] for call in calls[2:]) == ["mypy", "pytest"]
    (tests,) = [call for call in calls if call[0] == "pytest"]
    assert tests[1] == "-m"
    assert "not slow" in tests[2]
    assert tests[-4:] == ("tests/repo", "-k", "readme", "-x")


@pytest.mark.parametrize(
    ("arguments", "together"),
    [((), True), (("--durations=9",), True), (("tests/repo",), False), (("-k", "readme"), False)],
)
def test_only_all_tests_together_run_on_all_cores(
    calls: Calls, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], together: bool
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    assert CliRunner().invoke(develop.test, arguments).exit_code == 0
    (tests,) = [call for call in calls if call[0] == "pytest"]
    assert ("-n2" in tests) == together
    assert tests[len(tests) - len(arguments) :] == arguments


def test_fast_and_a_choice_of_markers_exclude_each_other(calls: Calls) -> None:
    result = CliRunner().invoke(develop.test, ["--fast", "-m", "gpu"])
    assert result.exit_code == 2
    assert "expected --fast or -m" in result.output
    assert not calls


def test_faults_in_the_code_fail_the_run_but_not_before_the_tests(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pretend(monkeypatch, failing=("mypy",))
    result = CliRunner().invoke(develop.test)
    assert result.exit_code == 1
    assert "The tests passed, but" in result.output


def try_conftest(folder: Path, require: str) -> subprocess.CompletedProcess[str]:
    """Run MARKED under this repository's conftest."""
    shutil.copy(REPOSITORY / "tests" / "conftest.py", folder)
    (folder / "test_marked.py").write_text(MARKED)
    settings = ["-c", str(REPOSITORY / "pyproject.toml"), "--rootdir", str(folder)]
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-v", "-p", "no:cacheprovider", *settings, str(folder)],
        env=os.environ | {"COURSE_REQUIRE": require, "PYTHONPATH": str(REPOSITORY)},
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.slow
def test_quick_tests_run_first_and_skips_are_told_at_the_end(tmp_path: Path) -> None:
    done = try_conftest(tmp_path, "")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.index("::test_quick") < done.stdout.index("::test_slow")
    assert "skipped, and what to do about it" in done.stdout
    assert "1 test: " in done.stdout


@pytest.mark.slow
def test_a_skip_of_what_is_required_is_a_failure(tmp_path: Path) -> None:
    done = try_conftest(tmp_path, "browser,cage")
    assert done.returncode == 1
    assert "skipped, but COURSE_REQUIRE names browser" in done.stdout


@pytest.mark.slow
def test_an_unknown_requirement_is_refused(tmp_path: Path) -> None:
    done = try_conftest(tmp_path, "brwoser")
    assert done.returncode == 4
    assert "expected COURSE_REQUIRE to name some of browser, cage, gpu" in done.stderr
