"""Runs cells in the sandbox: in an IPython shell, or with `exec` where there is no IPython."""

import ast
import os
import sys
import types
from collections.abc import Callable
from typing import Any

from autograder.execution import value_text


class PlainShell:
    """Runs cells with `exec`; lines of IPython's syntax are left out."""

    def __init__(self, module: types.ModuleType) -> None:
        self.namespace = module.__dict__

    def run(self, source: str) -> str:
        """Run a cell in the module's names and return the text of its value, "" without one."""
        lines = [
            "pass" if line.lstrip().startswith(("%", "!", "?")) else line
            for line in source.splitlines()
        ]
        body = ast.parse("\n".join(lines), "<cell>").body
        last = body.pop() if body and isinstance(body[-1], ast.Expr) else None
        exec(compile(ast.Module(body, []), "<cell>", "exec"), self.namespace)
        if not isinstance(last, ast.Expr):
            return ""
        code = compile(ast.Expression(last.value), "<cell>", "eval")
        value = eval(code, self.namespace)  # noqa: S307 - the student's code, in the sandbox
        return value_text.plain(value, source)


def new_shell() -> tuple[types.ModuleType, Any]:
    """Return a new module `__main__` and a shell with `run(source)` that runs cells in it."""
    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module
    return module, _ipython_shell(module) or PlainShell(module)


def _ipython_shell(module: types.ModuleType) -> Any:
    """Return a shell with `run(source)` made of IPython, or None without IPython."""
    try:
        from IPython.core.interactiveshell import InteractiveShell
        from traitlets import Type
        from traitlets.config import Config
    except ImportError:
        return None

    class Shell(InteractiveShell):
        displayhook_class = Type(value_text.hook())

        def enable_gui(self, gui: Any = None) -> None:
            """Accept `%matplotlib inline`: there is no screen here."""

        def showtraceback(self, *_: Any, **__: Any) -> None:
            """Print nothing: the answer carries the traceback."""

        def showsyntaxerror(self, *_: Any, **__: Any) -> None:
            """Print nothing: the answer carries the traceback."""

        def run(self, source: str) -> str:
            """Run a cell and return the text of its value; raise what it raised."""
            hook: Any = self.displayhook
            hook.text = ""
            self._run(source)
            text: str = hook.said(source)
            return text

        def _run(self, source: str) -> None:
            name = self.compile.cache(source, self.execution_count)
            plain = _compiled(source, name, self.compile)
            if plain is None:
                self._transformed(source)
                return
            with self.builtin_trap, self.display_trap:
                for code in plain:
                    exec(code, self.user_ns)
            self.events.trigger("post_execute")

        def _transformed(self, source: str) -> None:
            outcome: Any = self.run_cell(source, store_history=False)  # type: ignore[no-untyped-call]
            outcome.raise_error()

    os.environ.setdefault("IPYTHONDIR", os.getcwd())
    config = Config()
    config.HistoryManager.enabled = False
    return Shell.instance(user_module=module, config=config)


def _compiled(source: str, name: str, compiler: Callable[..., Any]) -> list[Any] | None:
    """Return a cell of plain Python as code, its last expression apart, as it is to be shown.

    None for a cell that IPython reads in another way, or that is no Python: IPython takes a
    millisecond to find out, and most cells are neither.
    """
    try:
        body = ast.parse(source, name).body
        last = body[-1] if body and isinstance(body[-1], ast.Expr) else None
        if last is not None and "\n" not in source.strip() and not isinstance(last.value, ast.Call):
            return None  # `ls` and `cd -1` are Python, and commands
        parts = [compiler(ast.Module(body[:-1] if last else body, []), name, "exec")]
        return [*parts, compiler(ast.Interactive([last]), name, "single")] if last else parts
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
