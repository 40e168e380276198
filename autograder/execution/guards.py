"""What a test may not do with what the student said, and what it is told instead.

Tests are the instructor's code, but `eval(answer)` or `pickle.load(open("answer.pkl"))` in a test
would run the student's code in the judge. Text is evaluated only if it stands in the instructor's
notebook; unpickling is refused. `inspect.getsource` of a student's function is answered from the
submitted text, `input()` by what the test put in its place.
"""

import builtins
import inspect
import io
import pickle
import sys
from collections.abc import Callable, Mapping
from typing import Any, NoReturn

from autograder.execution.remote import Refused, Remote, identity, is_remote
from autograder.execution.sources import Sources


def safe_builtins(texts: frozenset[str]) -> dict[str, Any]:
    """Return Python's builtins for test code.

    Args:
        texts: the texts in the instructor's notebook, which may be evaluated.
    """
    compiled: dict[int, Any] = {}

    def only_own(name: str) -> Callable[..., Any]:
        function = getattr(builtins, name)

        def guarded(source: Any, *args: Any, **keywords: Any) -> Any:
            own = source in texts if type(source) is str else id(source) in compiled
            if not own:
                raise Refused(
                    f"{name}: expected text of the instructor's notebook, got other text, which "
                    "could be the student's; it is never run in the judge"
                )
            if name != "compile" and not args:
                frame = sys._getframe(1)
                args = (frame.f_globals, frame.f_locals)
            value = function(source, *args, **keywords)
            if name == "compile":
                compiled[id(value)] = value
            return value

        return guarded

    guarded = {name: only_own(name) for name in ("eval", "exec", "compile")}
    return vars(builtins) | guarded


def refuse_unpickling() -> None:
    """Make this process unable to unpickle."""

    def refuse(*_: Any, **__: Any) -> NoReturn:
        raise Refused("unpickling runs code: the judge does not unpickle")

    class Unpickler:
        def __init__(self, *_: Any, **__: Any) -> None:
            refuse()

    for name, stand_in in (("load", refuse), ("loads", refuse), ("Unpickler", Unpickler)):
        setattr(pickle, name, stand_in)


def answer_inspect(sources: Sources) -> None:
    """Answer `inspect` about students' functions from the submitted text."""
    plain_lines, plain_signature = inspect.getsourcelines, inspect.signature

    def getsourcelines(thing: Any) -> tuple[list[str], int]:
        if not is_remote(thing):
            return plain_lines(thing)
        return sources.text(_name(thing)).splitlines(keepends=True), 1

    def getsource(thing: Any) -> str:
        return "".join(getsourcelines(thing)[0])

    def signature(thing: Any, **options: Any) -> inspect.Signature:
        if not is_remote(thing):
            return plain_signature(thing, **options)
        return sources.signature(_name(thing))

    for function in (getsourcelines, getsource, signature):
        setattr(inspect, function.__name__, function)


def _name(thing: Remote) -> str:
    return identity(thing).name


def line_reader(names: Callable[[], Mapping[str, Any]]) -> Callable[[str], str]:
    """Return what answers the student's `input()`.

    Args:
        names: gives the names of the test that runs.
    """
    own_input, own_stdin = builtins.input, sys.stdin

    def read(prompt: str) -> str:
        here = names()
        replaced = dict.get(here, "input") if isinstance(here, dict) else None
        if replaced is None and builtins.input is not own_input:
            replaced = builtins.input
        if replaced is not None:
            line = replaced(prompt)
        elif sys.stdin is not own_stdin and isinstance(sys.stdin, io.StringIO):
            line = sys.stdin.readline()
            if not line:
                raise EOFError("EOF when reading a line")
            line = line.removesuffix("\n")
        else:
            raise EOFError("EOF when reading a line")
        return line if type(line) is str else str(line)

    return read
