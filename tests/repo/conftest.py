"""What the repository's tests look at: its tracked files, and the text between fences."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from autograder.folders import REPOSITORY

_FENCE = re.compile(r"^```[a-z]*\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="session")
def tracked() -> list[Path]:
    """Every file that is committed or would be, relative to the root."""
    if shutil.which("git") is None or not (REPOSITORY / ".git").exists():
        pytest.skip("these tests look at a git checkout: git clone the repository")
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return [Path(name) for name in listed.split("\0") if name and (REPOSITORY / name).is_file()]


@pytest.fixture(scope="session")
def readme() -> str:
    return (REPOSITORY / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def contributing() -> str:
    return (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def tree(readme: str) -> list[str]:
    """The paths of the README's tree, whole: `autograder/`, `autograder/unit.py`."""
    section = readme.split("## What is where", 1)[-1]
    fence = _FENCE.search(section)
    assert fence is not None, "expected a fenced tree below '## What is where' in README.md"
    paths: list[str] = []
    folder = ""
    for line in fence.group(1).splitlines():
        names = re.split(r"\s{2,}", line.strip())[0].split(", ")
        nested = line.startswith(" ")
        folder = folder if nested else names[0]
        paths += [folder + name if nested else name for name in names]
    return paths
