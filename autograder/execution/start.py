"""What a fresh process does before it is the judge, the sandbox, or a warm process that forks them.

The roles are imported where they are taken: a sandbox never loads the judge's side.
"""

import gc
import importlib
import json
import os
import shutil
import socket
import sys
from collections.abc import Callable
from typing import Any


def be_sandbox(wire: int, memory_mb: int, confine: str) -> None:
    """Be the sandbox at the end of a socket.

    Args:
        wire: descriptor of the sandbox's end.
        memory_mb: how much memory the process may take, in megabytes; 0 for no limit.
        confine: "module:function" that confines this process.
    """
    from autograder.execution import sandbox

    _silence()
    limit_memory(memory_mb)
    sandbox.main(socket.socket(fileno=wire), named(confine))


def be_judge(wire: int, control: int, memory_mb: int) -> None:
    """Be the judge between the sandbox and the supervisor; arguments as for `be_sandbox`."""
    from autograder.execution import judge

    _silence()
    limit_memory(memory_mb)
    judge.main(socket.socket(fileno=wire), socket.socket(fileno=control))


def fork_sandboxes(line: int, told: str) -> None:
    """Be a warm process that forks sandboxes.

    Args:
        line: descriptor of this end of the line to the supervisor, see `forking.py`.
        told: JSON of the cage's `mode` and `bounds`, and of `modules` to import. No word of a unit.
    """
    from autograder.execution import cage, rehearsal, sandbox
    from autograder.execution.first_run import bring
    from autograder.execution.forking import serve

    _silence()
    setting = json.loads(told)
    warm = rehearsal.sandbox_shell()
    _import(setting["modules"])
    bounds = setting["bounds"]

    def be(request: dict[str, Any], descriptors: list[int]) -> None:
        _bring(setting["files"])
        confined = cage.Bounds(memory_mb=request["memory_mb"], **bounds)
        _differ(bounds["gpu"])
        (wire,) = descriptors
        sandbox.main(
            socket.socket(fileno=wire),
            lambda: cage.confine_sandbox(setting["mode"], confined),
            warm,
        )

    def learn(modules: list[str]) -> None:
        bring(modules)
        _settle()

    cage.prepare()
    _settle()
    end = socket.socket(fileno=line)
    serve(
        end,
        bounds["scratch"],
        be,
        leaving=setting["leaving"],
        watched_mb=setting["watched_mb"],
        learn=learn,
    )


def fork_judges(line: int, plan: int, told: str) -> None:
    """Be a warm process that forks judges of one unit; `plan` is a file with the unit as JSON."""
    from autograder.execution import cage, judge, rehearsal
    from autograder.execution.first_run import bring, imported_by
    from autograder.execution.forking import serve
    from autograder.execution.plan import Plan
    from autograder.execution.wiping import wipe

    _silence()
    setting = json.loads(told)
    with os.fdopen(plan, encoding="utf-8") as file:
        unit = json.load(file)
    _import(setting["modules"])
    rehearsal.judge()
    planned = Plan.of([tuple(cell) for cell in unit["cells"]], unit["pieces"])
    bounds = setting["bounds"]

    def be(request: dict[str, Any], descriptors: list[int]) -> None:
        _bring(setting["files"])
        cage.confine_judge(cage.Bounds(memory_mb=request["memory_mb"], **bounds))
        _differ("")
        wire, control = descriptors
        judge.main(socket.socket(fileno=wire), socket.socket(fileno=control), planned)

    def confine() -> None:
        os.chdir(bounds["scratch"])
        _bring(setting["files"])
        cage.confine_judge(cage.Bounds(memory_mb=setting["memory_mb"], **bounds))
        sys.path.insert(0, os.getcwd())

    cage.prepare()
    modules: list[str] = []
    if setting["first_run"]:
        os.makedirs(bounds["scratch"], mode=0o700, exist_ok=True)
        modules = imported_by([*(cell[2] for cell in unit["cells"]), *unit["pieces"]], confine)
        wipe(bounds["scratch"])
        bring(modules)
    _settle()
    end = socket.socket(fileno=line)
    serve(end, bounds["scratch"], be, leaving=setting["leaving"], modules=modules)


def _bring(files: str) -> None:
    """Copy a folder's contents into the folder that this process runs in."""
    if files:
        shutil.copytree(files, os.getcwd(), dirs_exist_ok=True)


def _import(modules: list[str]) -> None:
    for module in modules:
        try:
            importlib.import_module(module)
        except Exception:  # noqa: S112 - the notebook will say so, where it imports it
            continue


def _settle() -> None:
    """Keep what is there out of the way of the collector: a page that it marks is copied."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)


def _differ(gpu: str) -> None:
    """Give a child what its siblings do not have: numbers of its own, and the device."""
    os.environ["CUDA_VISIBLE_DEVICES"] = gpu
    numpy = sys.modules.get("numpy")
    if numpy is not None:
        numpy.random.seed()


def unconfined() -> None:
    """Confine nothing: the stand-in where there is no cage."""


def named(function: str) -> Callable[[], None]:
    """Return the function of a name "module:function"."""
    module, _, name = function.partition(":")
    found: Any = getattr(importlib.import_module(module), name)
    return found  # type: ignore[no-any-return]


def limit_memory(memory_mb: int) -> None:
    """Bound the memory of this process, where the system can."""
    if memory_mb and sys.platform.startswith("linux"):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (memory_mb << 20, memory_mb << 20))


def _silence() -> None:
    """Point standard input, output and error nowhere."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    os.close(nowhere)
