"""Runs cells in the sandbox: in an IPython shell, or with `exec` where there is no IPython."""

import os
import sys
import types
from typing import Any


class PlainShell:
    """Runs cells with `exec`; lines of IPython's syntax are left out."""

    def __init__(self, module: types.ModuleType) -> None:
        self.namespace = module.__dict__

    def run(self, source: str) -> None:
        """Run a cell in the module's names."""
        lines = [
            "pass" if line.lstrip().startswith(("%", "!", "?")) else line
            for line in source.splitlines()
        ]
        code = compile("\n".join(lines), "<cell>", "exec")
        exec(code, self.namespace)


def ipython_shell(module: types.ModuleType) -> Any:
    """Return a shell with `run(source)` made of IPython, or None without IPython."""
    try:
        from IPython.core.interactiveshell import InteractiveShell
        from traitlets.config import Config
    except ImportError:
        return None

    class Shell(InteractiveShell):
        def enable_gui(self, gui: Any = None) -> None:
            """Accept `%matplotlib inline`: there is no screen here."""

        def showtraceback(self, *_: Any, **__: Any) -> None:
            """Print nothing: the answer carries the traceback."""

        def showsyntaxerror(self, *_: Any, **__: Any) -> None:
            """Print nothing: the answer carries the traceback."""

        def run(self, source: str) -> None:
            """Run a cell and raise what it raised."""
            outcome: Any = self.run_cell(source, store_history=False)  # type: ignore[no-untyped-call]
            error = outcome.error_before_exec or outcome.error_in_exec
            if error is not None:
                raise error

    os.environ.setdefault("IPYTHONDIR", os.getcwd())
    config = Config()
    config.HistoryManager.enabled = False
    return Shell.instance(user_module=module, config=config)


def close_figures() -> None:
    """Close all figures after a cell, as Jupyter's inline backend does."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is not None:
        pyplot.close("all")
