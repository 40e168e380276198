"""README, CONTRIBUTING and the workflows say only what is there."""

import re
import shlex
from pathlib import Path

import click
import pytest
import yaml

from autograder.cli import course
from autograder.folders import REPOSITORY, CourseFolder

_COMMAND = re.compile(r"\./course(?: +([a-z][a-z-]*)([^\n`|&;)#]*))?")
_LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")
_SPEAKING = [
    "README.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "book/*.md",
    ".ci/run",
    ".github/workflows/*.yml",
]

speaking_files = sorted(path for pattern in _SPEAKING for path in REPOSITORY.glob(pattern))
verbs = sorted(course.commands)


def command_lines() -> list[tuple[str, str, str]]:
    """Every `./course VERB …` in what people and machines read: (file, verb, the rest)."""
    return [
        (path.name, match.group(1), match.group(2).strip())
        for path in speaking_files
        for match in _COMMAND.finditer(path.read_text(encoding="utf-8"))
        if match.group(1)
    ]


def options_of(command: click.Command) -> set[str]:
    names = {name for p in command.params for name in (*p.opts, *p.secondary_opts)}
    return {name for name in names if name.startswith("-")} | {"--help", "-h"}


def help_of(command: click.Command) -> str:
    context = click.Context(course, info_name="./course")
    return command.get_help(click.Context(command, info_name=command.name, parent=context))


def test_every_path_of_the_tree_exists(tree: list[str]) -> None:
    missing = [path for path in tree if not (REPOSITORY / path).exists()]
    assert not missing, f"the README's tree names what is not there: {missing}"
    slashed = {path for path in tree if path.endswith("/")}
    folders = {path for path in tree if (REPOSITORY / path).is_dir()}
    assert folders == slashed, "in the README's tree a folder, and nothing else, ends in a slash"


def test_everything_at_the_top_is_in_the_tree(tree: list[str], tracked: list[Path]) -> None:
    top = {path.parts[0] + "/" * (len(path.parts) > 1) for path in tracked}
    unnamed = top - {Path(path).parts[0] + "/" * ("/" in path) for path in tree}
    assert not unnamed, f"README.md: give each of these a line in the tree: {sorted(unnamed)}"


def test_links_lead_somewhere() -> None:
    dead = [
        (path.name, target)
        for path in speaking_files
        if path.suffix == ".md" and path.parent == REPOSITORY  # the site's build checks its own
        for target in _LINK.findall(path.read_text(encoding="utf-8"))
        if not (path.parent / target).exists()
    ]
    assert not dead


def test_claims_about_security_name_tests_that_exist() -> None:
    text = (REPOSITORY / "SECURITY.md").read_text(encoding="utf-8")
    named = re.findall(r"`([\w/]+\.py)::(test_\w+)`", text)
    missing = [
        f"{path}::{name}"
        for path, name in named
        if f"def {name}(" not in (REPOSITORY / "tests" / path).read_text(encoding="utf-8")
    ]
    assert not missing, f"SECURITY.md rests on tests that are not there: {missing}"
    stops = text.split("## What it stops")[1].split("\n## ")[0]
    claims = [part for part in re.split(r"^- ", stops, flags=re.M)[1:]]
    bare = [claim.splitlines()[0] for claim in claims if "::test_" not in claim]
    assert len(claims) > 10
    assert not bare, f"SECURITY.md claims without a test: {bare}"


def test_documented_commands_exist() -> None:
    lines = command_lines()
    assert len(lines) > 10
    for where, verb, rest in lines:
        assert verb in verbs, f"{where}: there is no verb '{verb}'"
        used = {word.split("=")[0] for word in shlex.split(rest) if word.startswith("-")} - {"--"}
        if verb == "test":  # hands what it does not know to pytest
            used = {name for name in used if name.startswith("--")}
        unknown = used - options_of(course.commands[verb])
        assert not unknown, f"{where}: './course {verb}' has no option {sorted(unknown)}"


def test_every_verb_is_in_the_readme(readme: str) -> None:
    shown = {match.group(1) for match in _COMMAND.finditer(readme)}
    assert not set(verbs) - shown, "README.md does not show these verbs"


def shown_commands(text: str) -> list[list[str]]:
    """Return the words of every line that is a command, continued lines put together."""
    lines = text.replace("\\\n", " ").splitlines()
    return [
        shlex.split(line, comments=True) for line in lines if line.strip().startswith("./course")
    ]


def parse(words: list[str]) -> None:
    """Parse a command as the command line would, without running it."""
    command = course.commands[words[1]]
    command.make_context(words[1], words[2:], parent=click.Context(course)).close()


@pytest.mark.parametrize("verb", verbs)
def test_help_has_an_example_that_parses(verb: str) -> None:
    example = re.split(r"Examples?:\n", help_of(course.commands[verb]))[-1]
    shown = shown_commands(example)
    assert ["./course", verb] in [words[:2] for words in shown], "--help shows no example"
    for words in shown:
        parse(words)


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "book/how-to-use.md"])
def test_shown_commands_parse(name: str) -> None:
    text = (REPOSITORY / name).read_text("utf-8")
    fences = re.findall(r"^ *```sh(?:ell)?\n(.*?)^ *```", text, re.M | re.S)
    shown = [words for fence in fences for words in shown_commands(fence)]
    assert len(shown) >= 5
    for words in shown:
        parse(words)


@pytest.mark.parametrize("verb", verbs)
def test_every_option_is_explained(verb: str) -> None:
    silent = [
        p.name for p in course.commands[verb].params if isinstance(p, click.Option) and not p.help
    ]
    assert not silent


def test_workflows_run_only_the_course_and_system_packages() -> None:
    """What CI does, anybody can do: a step is ./course or the installation of a system package."""
    allowed = ("./course ", "sudo apt-get ", "sudo sysctl ")
    for path in REPOSITORY.glob(".github/workflows/*.yml"):
        for job in yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].values():
            for step in job["steps"]:
                for line in step.get("run", "").strip().splitlines():
                    assert line.startswith(allowed), f"{path.name}: {line}"


def test_the_night_audits_every_unit() -> None:
    night = yaml.safe_load((REPOSITORY / ".github/workflows/nightly.yml").read_text("utf-8"))

    assert night["jobs"]["audit"]["strategy"]["matrix"]["unit"] == list(CourseFolder().slugs())


def test_workflows_pin_their_actions_and_their_permissions() -> None:
    workflows = list(REPOSITORY.glob(".github/workflows/*.yml"))
    assert workflows
    for path in workflows:
        text = path.read_text(encoding="utf-8")
        assert "untried" in text, f"{path.name}: say that it is untried until it has run"
        assert yaml.safe_load(text)["permissions"] in ({}, {"contents": "read"})
        used = re.findall(r"uses: (\S+)", text)
        assert all(re.fullmatch(r"[\w/-]+@v\d+\.\d+\.\d+", action) for action in used), used


def test_the_gpu_runner_grades_through_the_judge_and_for_nobody_outside() -> None:
    """A self-hosted runner outlives its jobs: what strangers send must never run on it."""
    path = REPOSITORY / ".github" / "workflows" / "gpu.yml"
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert set(workflow[True]) == {"workflow_dispatch"}  # YAML reads `on` as true
    for name in REPOSITORY.glob(".github/workflows/*.yml"):
        text = name.read_text(encoding="utf-8")
        assert "pull_request_target" not in text
        assert "self-hosted" not in text or name == path
    (job,) = workflow["jobs"].values()
    assert "repository.private" in job["if"]
    runs = [step["run"] for step in job["steps"] if "run" in step]
    assert not any("${{" in line for line in runs), "an input in a command's text is code"
    (grades,) = [line for line in runs if line.startswith("./course grade ")]
    assert "--engine judge" in grades
    assert "--no-cage" not in grades
    words = shlex.split(grades.removeprefix("./course grade "))
    known = {option for p in course.commands["grade"].params for option in p.opts}
    assert {word for word in words if word.startswith("--")} - {"--"} <= known


def test_ci_installs_what_the_readme_says(readme: str) -> None:
    script = (REPOSITORY / ".ci" / "run").read_text(encoding="utf-8")
    wanted = re.findall(r"apt-get install -y (.+)", readme)
    assert wanted, "expected the README to show the line that installs the system packages"
    for packages in wanted:
        assert packages.strip() in script
    assert "./course test" in script
    assert "./course test" in readme
