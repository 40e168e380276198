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
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NoReturn

from autograder.execution.beside import adopt
from autograder.execution.kinds import Type
from autograder.execution.ownership import IN_THE_SANDBOX
from autograder.execution.remote import Refused, Remote, identity, is_remote
from autograder.execution.sources import Sources


def safe_builtins(
    texts: frozenset[str],
    elsewhere: Callable[[str], Any],
    again: Callable[[str], bool] = lambda _: False,
) -> dict[str, Any]:
    """Return Python's builtins for test code.

    Args:
        texts: the texts in the instructor's notebook, which may be evaluated.
        elsewhere: gives a module of the sandbox's by name, for libraries whose state is there.
        again: runs a text in the sandbox if it is a cell that was handed in, and says whether.
    """
    compiled: dict[int, Any] = {}

    def only_own(name: str) -> Callable[..., Any]:
        function = getattr(builtins, name)

        def guarded(source: Any, *args: Any, **keywords: Any) -> Any:
            own = source in texts if type(source) is str else id(source) in compiled
            if not own:
                if name == "exec" and not (args or keywords) and again(source):
                    return None
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
    guarded["__import__"] = _importer(elsewhere, guarded)
    guarded["type"] = Type
    return vars(builtins) | guarded


def _importer(elsewhere: Callable[[str], Any], adopted: Mapping[str, Any]) -> Callable[..., Any]:
    """Return what imports for test code; modules of the course's own get its builtins as well."""

    def importing(
        name: str,
        names: Any = None,
        local: Any = None,
        wanted: Sequence[str] | None = (),
        level: int = 0,
    ) -> Any:
        if level or not name.startswith(IN_THE_SANDBOX):
            module = __import__(name, names, local, wanted or (), level)
            adopt(name.partition(".")[0], adopted)
            return module
        for part in wanted or ():
            elsewhere(f"{name}.{part}")
        module = elsewhere(name)
        if module is None:
            raise ModuleNotFoundError(f"No module named '{name}'", name=name)
        return module if wanted else elsewhere(name.partition(".")[0])

    return importing


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
    plain_spec = inspect.getfullargspec

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

    def getfullargspec(thing: Any) -> inspect.FullArgSpec:
        return plain_spec(thing) if not is_remote(thing) else sources.spec(_name(thing))

    for function in (getsourcelines, getsource, signature, getfullargspec):
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
