"""The cut of the code: how large its pieces are and which way its arrows point."""

import ast
import re
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from autograder.folders import REPOSITORY

MODULE_LINES, FUNCTION_LINES = 350, 60
PACKAGE = REPOSITORY / "autograder"
# Who may know a library that would otherwise leak everywhere.
KEEPERS = {
    "nbgrader": {
        "release",
        "gradebook.plugin",
        "gradebook.master",
        "gradebook.writer",
        "gradebook.setup",
    }
    | {"gradebook.database", "gradebook.keeping", "gradebook.extensions", "gradebook.backup"}
    | {"gradebook.marks", "compat.stock", "gradebook.restored", "feedback.exporter"},
    "ray": {"runners.ray"},
    "rich": {"commands.classroom", "commands.classroom_folders", "commands.doctor", "progress"}
    | {"commands.audit", "commands.compat", "commands.records"}
    | {"summary"},
    "click": {"cli", "commands.author", "commands.classroom", "commands.develop"}
    | {
        "commands.doctor",
        "commands.learn",
        "commands.classroom_folders",
        "commands.graded_source",
        "commands.graded_class",
        "commands.records",
        "commands.audit",
        "commands.compat",
    },
}
# What must run with the standard library alone: a child process, what is sent to one, and the probe
# of a bare kernel.
ALONE = ("session_child", "diagnosis.recorder", "machine.kernel")
# What IPython's absence must not break: imported inside a function that does without.
OPTIONAL = {"session_child": {"IPython", "traitlets"}}


def modules() -> dict[str, Path]:
    """Return each module by its name below the package, `commands.doctor`."""
    paths = sorted(p for p in PACKAGE.rglob("*.py") if p.name != "__init__.py")
    return {".".join(p.relative_to(PACKAGE).with_suffix("").parts): p for p in paths}


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> set[str]:
    """Return the full names of all modules a file imports, inside functions too."""
    names: set[str] = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: expected absolute imports"
            names |= {node.module or ""} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def ours(path: Path) -> set[str]:
    found = {n.removeprefix("autograder.") for n in imported(path) if n.startswith("autograder.")}
    return found & modules().keys()


def code_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return the lines of a function; its docstring costs nothing."""
    said = function.body[0] if ast.get_docstring(function) else None
    spent = (said.end_lineno or said.lineno) - said.lineno + 1 if said else 0
    return (function.end_lineno or function.lineno) - function.lineno + 1 - spent


@pytest.fixture(scope="module")
def order(contributing: str) -> list[str]:
    """The modules from top to bottom, as CONTRIBUTING lists them; a folder ends in a dot."""
    section = contributing.split("## The modules", 1)[-1].split("\n## ", 1)[0]
    rows = [line for line in section.splitlines() if line.startswith("| `")]
    names = [name for row in rows for name in re.findall(r"`([^`]+)`", row.split("|")[1])]
    return [name.removesuffix(".py").replace("/", ".") for name in names]


def row_of(name: str, order: list[str]) -> str:
    """Return the table's name for a module: its own, or that of its folder."""
    folders = [row for row in order if row.endswith(".") and name.startswith(row)]
    return folders[0] if folders else name


def test_the_table_of_modules_is_whole(order: list[str]) -> None:
    assert len(order) == len(set(order))
    rows = {row_of(name, order) for name in modules()}
    assert set(order) == rows, "CONTRIBUTING.md: the table names other modules than exist"


def test_arrows_only_run_down(order: list[str]) -> None:
    upward = [
        f"{name} imports {other}"
        for name, path in modules().items()
        for other in ours(path)
        if row_of(name, order) != row_of(other, order)
        and order.index(row_of(other, order)) < order.index(row_of(name, order))
    ]
    assert not upward, "a module may import only what stands below it in CONTRIBUTING's table"


def test_no_arrows_run_in_a_circle() -> None:
    arrows = {name: ours(path) for name, path in modules().items()}
    list(TopologicalSorter(arrows).static_order())


def reach(name: str) -> set[str]:
    """Return every module of ours that a module imports, or that one of these imports."""
    seen: set[str] = set()
    ahead = [name]
    while ahead:
        for other in ours(modules()[ahead.pop()]) - seen:
            seen.add(other)
            ahead.append(other)
    return seen


def test_a_folder_in_the_table_imports_nothing_of_ours_from_outside(order: list[str]) -> None:
    folders = [row for row in order if row.endswith(".")]
    outward = [
        f"{name} imports {other}"
        for name, path in modules().items()
        for other in ours(path)
        if row_of(name, order) in folders and row_of(other, order) != row_of(name, order)
    ]
    assert len(folders) > 1
    assert not outward, "a folder that the table names as one stands alone"


def test_the_trust_boundary_holds() -> None:
    inside = {name for name in modules() if name.startswith("execution.")}
    outward = {f"{name}: {o}" for name in inside for o in ours(modules()[name]) - inside}
    assert not outward, "execution/ imports nothing of ours from outside"
    if "execution.sandbox" in inside:
        trusted = {f"execution.{name}" for name in ("judge", "namespace", "ownership", "link")}
        assert not reach("execution.sandbox") & trusted


@pytest.mark.parametrize("library", KEEPERS)
def test_libraries_have_keepers(library: str) -> None:
    knowing = {
        name
        for name, path in modules().items()
        if any(other.split(".")[0] == library for other in imported(path))
    }
    assert knowing <= KEEPERS[library]


@pytest.mark.parametrize("name", ALONE)
def test_what_runs_alone_imports_the_standard_library(name: str) -> None:
    roots = {other.split(".")[0] for other in imported(modules()[name])}
    assert roots - set(sys.stdlib_module_names) <= OPTIONAL.get(name, set())
    at_import = {
        alias.name.split(".")[0]
        for node in parsed(modules()[name]).body
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    assert at_import <= set(sys.stdlib_module_names)


@pytest.mark.parametrize("name", modules())
def test_modules_and_functions_stay_small(name: str) -> None:
    path = modules()[name]
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= MODULE_LINES, f"{path.name} has {lines} lines: cut it where its subject changes"
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            long = code_lines(node)
            assert long <= FUNCTION_LINES, f"{path.name}: {node.name} has {long} lines"


@pytest.mark.parametrize("name", modules())
def test_every_module_says_what_it_is(name: str) -> None:
    assert ast.get_docstring(parsed(modules()[name])), f"{name} has no docstring"
    assert name.rsplit(".", 1)[-1] not in ("utils", "helpers", "common", "misc", "manager")
