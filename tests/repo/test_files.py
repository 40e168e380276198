"""The files around the code: lock file, licences, changelog, scripts, words that must not be."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from yamllint import linter
from yamllint.config import YamlLintConfig

from autograder import __version__
from autograder.folders import REPOSITORY

# Written in two halves, so that this file does not contain what it looks for.
HOSTS = tuple(
    first + second
    for first, second in (
        ("py" + "pi.", "org"),
        ("pythonhosted.", "org"),
        ("npm" + "js.", "org"),
        ("anaconda.", "org"),
        ("conda.", "io"),
        ("proxy.golang.", "org"),
    )
)
WORKPLACES = re.compile(
    r"(?<![\w./~-])/(?:" + "|".join(("wo" + "rk/", "tmp/bri" + "ef", "ro" + "ot/")) + ")"
)
PINNED = re.compile(r"^(?P<name>[A-Za-z0-9._-]+(?:\[[a-z,-]+\])?)==(?P<version>\S+)")
TEXT = {".md", ".py", ".toml", ".yml", ".yaml", ".sh", ".txt", ".css", ".mjs", ".js", ".html", ""}


def project() -> dict[str, object]:
    with (REPOSITORY / "pyproject.toml").open("rb") as file:
        return dict(tomllib.load(file)["project"])


def test_the_lock_file_pins_and_hashes_everything() -> None:
    text = (REPOSITORY / "requirements.lock").read_text(encoding="utf-8")
    entries = [e for e in re.split(r"\n(?=[A-Za-z])", "\n" + text) if PINNED.match(e.strip())]
    assert len(entries) > 50
    naked = [e.split()[0] for e in entries if "--hash=sha256:" not in e]
    assert not naked, f"requirements.lock: these have no hash: {naked}"
    loose = [line for line in text.splitlines() if line[:1].isalnum() and not PINNED.match(line)]
    assert not loose, f"requirements.lock: these are not pinned: {loose}"


def test_the_lock_file_names_no_address() -> None:
    text = (REPOSITORY / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*(--(extra-)?index-url|--find-links|-i |-f |-e )", text, re.MULTILINE)


def test_the_lock_file_has_every_direct_dependency() -> None:
    locked = {
        match.group("name").split("[")[0].lower().replace("_", "-")
        for line in (REPOSITORY / "requirements.lock").read_text(encoding="utf-8").splitlines()
        if (match := PINNED.match(line))
    }
    about = project()
    extras = about["optional-dependencies"]
    assert isinstance(extras, dict)
    wanted = [*about["dependencies"], *extras["site"], *extras["test"]]  # type: ignore[misc]
    names = {re.split(r"[\[<>=;! ]", w, maxsplit=1)[0].lower().replace("_", "-") for w in wanted}
    assert not names - locked


def test_no_file_names_a_registry_or_a_workplace(tracked: list[Path]) -> None:
    found: list[str] = []
    for path in tracked:
        text = (REPOSITORY / path).read_bytes().decode("utf-8", errors="ignore")
        found += [f"{path}: {host}" for host in HOSTS if host in text]
        if path.suffix in TEXT or path.suffix == ".ipynb":
            found += [f"{path}: {match}" for match in WORKPLACES.findall(text)]
    assert not found


def test_text_files_end_in_one_newline_and_no_line_in_space(tracked: list[Path]) -> None:
    written = [
        p
        for p in tracked
        if p.suffix in TEXT and "_vendor" not in p.parts and "units" not in p.parts
    ]
    faulty = [
        str(path)
        for path in written
        if (text := (REPOSITORY / path).read_text(encoding="utf-8"))
        and (not text.endswith("\n") or text.endswith("\n\n") or re.search(r"[ \t]+$", text, re.M))
    ]
    assert not faulty


def test_yaml_is_clean(tracked: list[Path]) -> None:
    config = YamlLintConfig(file=str(REPOSITORY / ".yamllint"))
    problems = [
        f"{path}:{problem}"
        for path in tracked
        if path.suffix in (".yml", ".yaml")
        for problem in linter.run((REPOSITORY / path).read_text(encoding="utf-8"), config)
    ]
    assert not problems


@pytest.mark.parametrize(("script", "shell"), [("course", "sh"), (".ci/run", "bash")])
def test_scripts_parse_and_are_executable(script: str, shell: str) -> None:
    path = REPOSITORY / script
    assert path.stat().st_mode & 0o111, f"chmod +x {script}"
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"there is no {shell} on the PATH: install it")
    done = subprocess.run([program, "-n", str(path)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_the_version_is_written_once_and_has_its_entry() -> None:
    version = project()["version"]
    assert version == __version__
    changelog = (REPOSITORY / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## \[{re.escape(str(version))}\]", changelog, re.MULTILINE)


def test_licences_are_there() -> None:
    code = (REPOSITORY / "LICENSE").read_text(encoding="utf-8")
    assert code.startswith("BSD 3-Clause License")
    assert project()["license"] == "BSD-3-Clause"
    text = (REPOSITORY / "LICENSE-TEXT").read_text(encoding="utf-8")
    assert "Creative Commons Attribution 4.0 International" in text
