"""Chromium, driven by the tests that are marked `browser`."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from autograder.machine import system

_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@contextmanager
def launched() -> Iterator[Any]:
    """Start Chromium without a window; it can be used by the thread that started it only."""
    from playwright.sync_api import sync_playwright

    found = system.find_chromium()
    assert found, "a test marked browser is skipped where there is none"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found[0], args=_FLAGS)
        yield browser
        browser.close()
