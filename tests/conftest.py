"""Order of the tests, what is skipped where something is missing, and what is said about it.

A test marked `browser`, `cage`, `gpu` or `postgresql` is skipped, with the reason and the remedy,
where the machine cannot run it. COURSE_REQUIRE names markers, as in COURSE_REQUIRE=browser,cage: a
skip of a test so marked, by these hooks or by itself, is then a failure.
"""

import os
from collections import Counter
from collections.abc import Generator, Iterator
from functools import cache
from typing import Any

import pytest

from autograder.execution.cage import find_cage
from autograder.machine import doctor, system
from tests import gpus, postgresql

NEEDS = ("browser", "cage", "gpu", "postgresql")
LATER = (*NEEDS, "slow")


def required() -> frozenset[str]:
    """Return the markers that COURSE_REQUIRE names."""
    return frozenset(filter(None, os.environ.get("COURSE_REQUIRE", "").replace(" ", "").split(",")))


def pytest_configure(config: pytest.Config) -> None:
    if unknown := required() - set(NEEDS):
        raise pytest.UsageError(
            f"expected COURSE_REQUIRE to name some of {', '.join(NEEDS)}, got: "
            f"{', '.join(sorted(unknown))}"
        )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put quick tests first, so that a mistake shows early; else keep the order of the files."""
    items.sort(key=lambda item: any(item.get_closest_marker(name) for name in LATER))


def pytest_runtest_setup(item: pytest.Item) -> None:
    for name in NEEDS:
        if item.get_closest_marker(name) and (lack := lacking(name)):
            pytest.skip(lack)


@cache
def lacking(marker: str) -> str:
    """Say what a marked test lacks here and how to get it, "" when nothing."""
    if marker == "browser":
        check = doctor.check_chromium()
        return "" if check.state is doctor.State.OK else f"{check.found}: {check.remedy}"
    if marker == "cage":
        cage = find_cage()
        return "" if cage.mode != "none" else f"{cage.why}: ./course doctor says what to install"
    if marker == "postgresql":
        return postgresql.lacking()
    return "" if gpus.seen() else "Keras sees no GPU: run on a machine with one (./course doctor)"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    marked = {name for name in NEEDS if item.get_closest_marker(name)}
    # What also needs something that nobody promised, as a GPU is, may be skipped for want of that.
    free = any(lacking(name) for name in marked - required())
    wanted = sorted(marked & required()) if not free else []
    if report.skipped and wanted and not hasattr(report, "wasxfail"):
        reason = reason_of(report)
        report.outcome = "failed"
        report.longrepr = f"skipped, but COURSE_REQUIRE names {', '.join(wanted)}: {reason}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if report.skipped and required():
        reason = reason_of(report)
        report.outcome = "failed"
        report.longrepr = f"a whole file was skipped, but COURSE_REQUIRE is set: {reason}"
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skips = Counter(reason_of(report) for report in terminalreporter.getreports("skipped"))
    if not skips:
        return
    terminalreporter.section("skipped, and what to do about it")
    for reason, count in skips.most_common():
        terminalreporter.line(f"{count} test{'s' if count > 1 else ''}: {reason}")


def reason_of(report: pytest.TestReport | pytest.CollectReport) -> str:
    """Return why a test was skipped, without pytest's own words around it."""
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    return reason.removeprefix("Skipped: ")


FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, without a window."""
    from playwright.sync_api import sync_playwright

    found = system.find_chromium()
    assert found, "a test marked browser is skipped where there is none"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found[0], args=FLAGS)
        yield chromium
        chromium.close()
