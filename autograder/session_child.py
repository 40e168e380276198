"""The child process of `session.py`: runs code it is sent, says how it went. Nothing else.

Standard library only, IPython when it is installed (for `%magics`, `!commands`, `?help`). Messages
are lines of JSON. Requests: {"source": …, "bindings": {…}, "apart": …}. Replies: {"ok": …,
"error": …, "message": …, "trace": …, "stdout": …, "value": …}, the value being the number that the
code ends with, if it does. What runs apart has names of its own, in which `names` stands for the
notebook's, and leaves `behaviour`, a text for the reply. The replies leave on a private copy of
standard output, so that prints of the code that runs here cannot be taken for one.

Tests run in this same process as the student's code, exactly as under stock nbgrader: whoever
distrusts the class must not rely on it.
"""

import contextlib
import io
import json
import os
import re
import signal
import sys
import traceback
import types
from typing import Any, TextIO

STDOUT_LIMIT = 20_000
STARVED = 77  # see execution/ended.py
# Kept from before any student code runs, which may put something else in their place.
_dumps, _loads = json.dumps, json.loads
_IPYTHON_NAME = re.compile(r"<ipython-input-\d+-[0-9a-f]+>")


class _Tail(io.TextIOBase):
    """Keeps the first STDOUT_LIMIT characters that are printed, drops the rest."""

    def __init__(self) -> None:
        self.text = ""

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.text += text[: max(0, STDOUT_LIMIT - len(self.text))]
        return len(text)


class PlainShell:
    """Runs cells with `exec`; lines of IPython's syntax are left out."""

    def __init__(self, namespace: dict[str, Any]) -> None:
        self.namespace = namespace

    def run(self, source: str, name: str) -> object:
        lines = [
            "pass" if line.lstrip().startswith(("%", "!", "?")) else line
            for line in source.splitlines()
        ]
        exec(compile("\n".join(lines), name, "exec"), self.namespace)
        return None


def ipython_shell(module: types.ModuleType) -> Any:
    """Return an object with `run(source, name)` made of IPython, or None without IPython."""
    try:
        from IPython.core.interactiveshell import InteractiveShell
        from traitlets.config import Config
    except ImportError:
        return None

    class Shell(InteractiveShell):
        def enable_gui(self, gui: Any = None) -> None:
            """Accept `%matplotlib inline`: there is no screen here."""

        def showtraceback(self, *_: Any, **__: Any) -> None:
            """Print nothing: the reply carries the traceback."""

        def showsyntaxerror(self, *_: Any, **__: Any) -> None:
            """Print nothing: the reply carries the traceback."""

        def run(self, source: str, name: str) -> object:
            outcome: Any = self.run_cell(source, store_history=False)  # type: ignore[no-untyped-call]
            error = outcome.error_before_exec or outcome.error_in_exec
            if error is not None:
                raise error
            shown: object = outcome.result
            return shown

    config = Config()
    config.HistoryManager.enabled = False
    return Shell.instance(user_module=module, config=config)


def student_lines(error: BaseException) -> str:
    """Return the traceback without the frames of this file and of IPython."""
    frames = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename != __file__ and "IPython" not in frame.filename
    ]
    head = "".join(traceback.format_list(frames[-6:]))
    text = head + "".join(traceback.format_exception_only(type(error), error))
    return _IPYTHON_NAME.sub("your notebook", text)


def said_by(error: BaseException) -> str:
    """Return an exception's text; a student's own class may fail even at that."""
    try:
        return str(error)
    except BaseException:
        return "(this exception has no text: its __str__ fails)"


def number(value: object) -> float | None:
    """Return what a cell ended with as a number, None when it is none."""
    numpy = sys.modules.get("numpy")
    kinds = (int, float) if numpy is None else (int, float, numpy.integer, numpy.floating)
    if isinstance(value, bool) or not isinstance(value, kinds):
        return None
    try:
        return float(value)
    except OverflowError:
        return float("inf")


def run_one(shell: Any, namespace: dict[str, Any], request: dict[str, Any]) -> dict[str, Any]:
    """Run one request and return its reply."""
    out = _Tail()
    reply: dict[str, Any] = {"ok": True, "error": "", "message": "", "trace": ""}
    namespace.update(request.get("bindings", {}))
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            if request.get("apart"):
                apart: dict[str, Any] = {"names": namespace}
                exec(compile(request["source"], "<apart>", "exec"), apart)
                return reply | {"stdout": "", "behaviour": str(apart["behaviour"])}
            value = shell.run(request["source"], request.get("name", "<cell>"))
            # A semicolon at the end says that nobody is to see the value.
            quiet = request["source"].rstrip().endswith(";")
            reply["value"] = None if quiet else number(value)
    except BaseException as error:  # SystemExit and KeyboardInterrupt are the student's as well
        reply |= {
            "ok": False,
            "error": type(error).__name__,
            "message": said_by(error)[:STDOUT_LIMIT],
            "trace": student_lines(error)[-STDOUT_LIMIT:],
        }
    reply["stdout"] = out.text
    return reply


def serve(requests: TextIO, replies: TextIO) -> None:
    """Answer requests until there are none."""
    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module
    shell = ipython_shell(module) or PlainShell(module.__dict__)
    replies.write(_dumps({"ready": True}) + "\n")
    replies.flush()
    for line in requests:
        reply = {
            "ok": False,
            "error": "KeyboardInterrupt",
            "message": "",
            "trace": "",
            "stdout": "",
        }
        with contextlib.suppress(KeyboardInterrupt):
            reply = run_one(shell, module.__dict__, _loads(line))
        replies.write(_dumps(reply) + "\n")
        replies.flush()


def main() -> None:
    """Set up the private channels and serve."""
    # As in a notebook: what lies beside it can be imported, and nothing of the grader's.
    sys.path[0] = ""
    requests = os.fdopen(os.dup(0), "r", encoding="utf-8")
    replies = os.fdopen(os.dup(1), "w", encoding="utf-8")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    os.environ.setdefault("MPLBACKEND", "agg")
    memory_mb = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    if memory_mb and sys.platform.startswith("linux"):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (memory_mb << 20, memory_mb << 20))
    _end_with_parent()
    try:
        serve(requests, replies)
    except MemoryError:
        os._exit(STARVED)


def _end_with_parent() -> None:
    """Ask Linux to end this process when a killed parent can no longer do so."""
    if sys.platform.startswith("linux"):
        import ctypes

        pr_set_pdeathsig = 1
        ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGKILL)


if __name__ == "__main__":
    main()
