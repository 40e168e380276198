"""Verbs for authors and developers: lint and test. CI calls these and nothing else."""

import importlib.util
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import click

from autograder.errors import CourseError
from autograder.folders import REPOSITORY


@dataclass(frozen=True)
class Step:
    """A check of the code: the module that makes it, its arguments, and those that mend."""

    name: str
    module: str
    check: tuple[str, ...] = ()
    mend: tuple[str, ...] = ()


@dataclass(frozen=True)
class Verdict:
    """How a step ended."""

    name: str
    passed: bool
    output: str
    time_s: float


FORMAT = Step("format", "ruff", ("format", "--check", "."), ("format", "."))
STYLE = Step("style", "ruff", ("check", "."), ("check", "--fix", "."))
TYPES = Step("types", "mypy")
_FAST = "not slow and not browser and not cage and not gpu"
_NOTHING_RAN = 5  # pytest's exit code when no test was selected


@click.command()
@click.option("--fix", is_flag=True, help="Mend what can be mended: layout, order of imports.")
def lint(fix: bool) -> None:
    """Check layout, style and types of the code.

    Runs ruff format, ruff check and mypy with the settings of pyproject.toml. Exits with 1 when
    one of them finds something.

    \b
    Example:
      ./course lint --fix
    """
    clean = [report(look(step, fix=fix)) for step in (FORMAT, STYLE, TYPES)]
    sys.exit(0 if all(clean) else 1)


@click.command(context_settings={"ignore_unknown_options": True})
@click.option("--fast", is_flag=True, help="Only tests that need under three minutes together.")
@click.argument("pytest_arguments", nargs=-1, type=click.UNPROCESSED)
def test(fast: bool, pytest_arguments: tuple[str, ...]) -> None:
    """Check the code, then run the tests, quick ones first.

    Whatever else is given is handed to pytest. All tests run on as many cores as there are, four
    at most; a choice of them (paths, -k, -m) runs one by one, unless -n says otherwise. Tests whose
    system packages are missing are skipped; the last lines say why and what to install. With
    COURSE_REQUIRE=browser,cage such a skip is a failure, as in CI. Exits with 1 when anything
    failed.

    \b
    Example:
      ./course test --fast
      ./course test tests/units -k perceptron
    """
    if fast and any(a.startswith("-m") for a in pytest_arguments):
        raise click.UsageError("expected --fast or -m, got both: --fast is itself a choice with -m")
    clean = [report(look(step)) for step in (FORMAT, STYLE)]
    # A second core checks the types while the tests run.
    with ThreadPoolExecutor(max_workers=1) as beside:
        types = beside.submit(look, TYPES)
        passed = run_tests(fast, pytest_arguments)
        clean.append(report(types.result()))
    if passed and not all(clean):
        click.secho("The tests passed, but the code was found fault with: ./course lint", fg="red")
    sys.exit(0 if passed and all(clean) else 1)


def look(step: Step, *, fix: bool = False) -> Verdict:
    """Run a step without printing anything."""
    _need(step.module)
    begin = time.monotonic()
    arguments = step.mend if fix else step.check
    done = _python(step.module, *arguments, quiet=True)
    return Verdict(step.name, done.returncode == 0, done.stdout or "", time.monotonic() - begin)


def report(verdict: Verdict) -> bool:
    """Print what a step found, and say whether it found nothing."""
    if not verdict.passed:
        click.echo(verdict.output.rstrip())
    said = "ok" if verdict.passed else "see above"
    colour = None if verdict.passed else "red"
    click.secho(f"{verdict.name}: {said} ({verdict.time_s:.1f} s)", fg=colour)
    return verdict.passed


def run_tests(fast: bool, arguments: tuple[str, ...]) -> bool:
    """Run pytest, print what it prints, and say whether it succeeded."""
    _need("pytest")
    # What takes two seconds or more is named, so that "fast" stays true.
    choice = ["-m", _FAST, "--durations=5", "--durations-min=2"] if fast else []
    done = _python("pytest", *choice, *_at_once(arguments), *arguments)
    if done.returncode == _NOTHING_RAN:
        click.secho("No test fits these arguments.", fg="red", err=True)
    return done.returncode == 0


def _at_once(arguments: tuple[str, ...]) -> tuple[str, ...]:
    """Return what makes pytest run a test on each core, four at most, if all tests are to run."""
    chosen = any(not argument.startswith("--") for argument in arguments)
    cores = min(4, os.cpu_count() or 1)
    # Whoever is done early takes over what waits behind a long test.
    return () if chosen or cores == 1 else (f"-n{cores}", "--dist=worksteal")


def _python(module: str, *arguments: str, quiet: bool = False) -> subprocess.CompletedProcess[str]:
    """Run a module in the repository's root.

    Args:
        module: what `python -m` runs.
        arguments: its arguments.
        quiet: whether its output is kept instead of being printed.
    """
    return subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=REPOSITORY,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE if quiet else None,
        stderr=subprocess.STDOUT if quiet else None,
        text=True,
        check=False,
    )


def _need(module: str) -> None:
    if importlib.util.find_spec(module) is None:
        raise CourseError(
            f"expected the package {module} in {sys.prefix}, found none: run this verb as "
            "./course, which installs what requirements.lock names"
        )
