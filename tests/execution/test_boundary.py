"""Who may know whom across the trust boundary, and what crosses it before a student's byte."""

import ast
import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.execution import pair, start
from autograder.execution.trial import Trial

FOLDER = Path(pair.__file__).parent
SANDBOX = {
    "arrays",
    "conversation",
    "decoding",
    "ended",
    "figures",
    "library_values",
    "objects",
    "on_demand",
    "operations",
    "pandas_values",
    "shell",
    "tags",
    "value_text",
    "values",
    "wire",
}
MARK = "confined.txt"


def imports(module: str) -> set[str]:
    """Return the modules of this package that a module imports, at its top or inside functions."""
    tree = ast.parse((FOLDER / f"{module}.py").read_text(encoding="utf-8"))
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("autograder"):
            whole = node.module == "autograder.execution"
            names |= {a.name for a in node.names} if whole else {str(node.module).split(".")[-1]}
    return names


def test_the_sandbox_knows_nothing_of_the_judges_side() -> None:
    reached = {"sandbox"}
    while fresh := {n for m in reached for n in imports(m)} - reached:
        reached |= fresh

    assert reached == SANDBOX | {"sandbox"}


def test_the_wire_knows_the_conversation_only() -> None:
    assert imports("wire") == {"conversation"}
    assert imports("conversation") == set()


def test_nothing_unpickles_and_only_the_judge_and_the_shell_execute() -> None:
    called: dict[str, set[str]] = {}
    for path in FOLDER.glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = {
            n.func.id
            for n in ast.walk(tree)
            if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)
        }
        attributes = {n.attr for n in ast.walk(tree) if isinstance(n, ast.Attribute)}
        found = names & {"exec", "eval", "compile"} | attributes & {"loads", "unpickle"}
        called[path.stem] = found
    # The judge's two lines of JSON come from the supervisor.
    assert {module: found for module, found in called.items() if found} == {
        "judge": {"eval", "exec", "loads"},
        # It runs the instructor's cells in a confined child, and reads names of modules from it.
        "first_run": {"compile", "exec", "loads"},
        "forking": {"loads"},
        "namespace": {"exec"},
        "pair": {"loads"},
        "plan": {"compile"},
        "shell": {"exec", "eval", "compile"},
        "start": {"loads"},
        "server": {"loads"},
    }


def confine() -> None:
    """Stand for a cage: leave a mark in the sandbox's folder."""
    Path(MARK).write_text(json.dumps(sorted(sys.modules)))


def test_the_sandbox_is_confined_before_it_reads_anything(tmp_path: Path) -> None:
    mine, theirs = socket.socketpair()
    code = (
        f"import sys; sys.path[:0] = [{str(FOLDER.parents[1])!r}, {str(Path(__file__).parent)!r}]\n"
        "from autograder.execution.start import be_sandbox\n"
        f"be_sandbox({theirs.fileno()}, 0, 'test_boundary:confine')"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code],
        pass_fds=[theirs.fileno()],
        cwd=tmp_path,
        stderr=subprocess.DEVNULL,
    ) as process:
        theirs.close()
        hello = mine.recv(100)
        mine.close()
        process.wait(timeout=30)

    assert hello
    assert "autograder.execution.judge" not in json.loads((tmp_path / MARK).read_text())


def test_the_environment_of_the_grader_stays_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUPYTERHUB_API_TOKEN", "secret")
    cells = [("answer", "a", "import os"), ("tests", "t", "assert 'secret' not in str(found)")]
    with Trial(cells, 512) as trial:
        trial.cell("answer", "a", "import os\nfound = dict(os.environ)", 10)
        assert trial.visible("t", cells[1][2], 10).state == "ok"


def test_names_of_hidden_tests_do_not_reach_the_sandbox() -> None:
    hidden = "secret_number = 41\nwant = secret_number + 1\nassert f(1) == want\n[w for w in (1,)]"
    spy = (
        "import sys\nseen = []\n"
        "def f(x):\n    seen.append(sorted(n for n in globals() if 'secret' in n or n == 'want'))\n"
        "    return 42"
    )
    cells = [("answer", "a", "def f(x):\n    return 42"), ("tests", "t", "assert f(1)")]
    with Trial(cells, 512) as trial:
        trial.cell("answer", "a", spy, 10)
        assert trial.visible("t", "assert f(1) == 42", 10).state == "ok"
        assert trial.setup("t", hidden, {"SEED": 5}, 10).state == "ok"
        assert trial.prop("t", "assert seen == [[], []], seen", 10).state == "ok"
        assert trial.prop("t", "assert 'SEED' not in str(seen)", 10).state == "ok"


def test_no_process_and_no_file_is_left() -> None:
    cells = [("answer", "a", "x = 1"), ("tests", "t", "assert True")]
    with Trial(cells, 512) as trial:
        processes = trial._pair.processes
        source = "open('left.txt', 'w').write('x')\nimport os\nraise OSError(os.getcwd())"
        folder = Path(trial.cell("answer", "a", source, 10).message)
        assert (folder / "left.txt").exists()
    assert processes.judge.exit is not None
    assert processes.sandbox.exit is not None
    assert not folder.exists()


def test_the_stand_in_for_a_cage_confines_nothing() -> None:
    assert start.named("autograder.execution.start:unconfined") is start.unconfined
