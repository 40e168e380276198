"""Survivors tried on many inputs: a process of its own, given JSON on standard input.

It runs the author's reference and mutants of it, which are trusted and may hang. Inputs are taken
from what the task's own tests hand to the answer, for many seeds, and made wider from those. For
each mutant it answers with how many inputs were tried, and with the first on which mutant and
reference differ.
"""

import ast
import contextlib
import copy
import io
import json
import signal
import sys
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

import numpy as np

from autograder.audit.sameness import difference, is_new, short
from autograder.audit.widening import wider

_CALL_S = 2
_PER_FUNCTION = 240

# Arguments of one call: by position, by name.
Arguments = tuple[tuple[Any, ...], dict[str, Any]]


class LateError(Exception):
    """A call took longer than it may."""


def main() -> None:
    """Answer one request, see `evidence.py`."""
    signal.signal(signal.SIGALRM, _late)
    request = json.load(sys.stdin)
    with contextlib.redirect_stdout(io.StringIO()):
        before: dict[str, Any] = {"__name__": "unit"}
        for source in request["before"]:
            exec(source, before)
        reference = _defined(request["reference"], before)
        inputs = _recorded(request, before)
        replies = [_tried(source, reference, inputs, before) for source in request["mutants"]]
    json.dump(replies, sys.stdout)


def _defined(source: str, before: dict[str, Any]) -> dict[str, Any]:
    """Run an answer cell on its own copy of what stands above; return its top-level callables."""
    space = dict(before)
    exec(source, space)
    return {name: space[name] for name in _names(source) if callable(space.get(name))}


def _names(source: str) -> list[str]:
    kinds = (ast.FunctionDef, ast.ClassDef)
    return [node.name for node in ast.parse(source).body if isinstance(node, kinds)]


def _recorded(
    request: dict[str, Any], before: dict[str, Any]
) -> dict[str, list[tuple[str, Arguments]]]:
    """Run the tests with the reference and return what they hand to each of its functions."""
    found: dict[str, list[tuple[str, Arguments]]] = {}
    seen: dict[str, set[Any]] = {}
    for seed in request["seeds"]:
        space = dict(before)
        exec(request["reference"], space)
        inside: list[str] = []
        for name in _names(request["reference"]):
            found.setdefault(name, [])
            known = seen.setdefault(name, set())
            space[name] = _recorder(name, space[name], inside, found[name], known)
        for cells in (request["visible"], *([p] for p in request["properties"])):
            own = space | {"SEED": seed}
            for source in cells if cells is request["visible"] else [request["setup"], *cells]:
                with contextlib.suppress(Exception):
                    exec(source, own)
    return found


def _recorder(
    name: str,
    function: Callable[..., Any],
    inside: list[str],
    calls: list[tuple[str, Arguments]],
    seen: set[Any],
) -> Callable[..., Any]:
    def recorded(*args: Any, **keywords: Any) -> Any:
        if not inside and len(calls) < _PER_FUNCTION:
            with contextlib.suppress(Exception):
                kept = copy.deepcopy((args, keywords))
                if is_new(kept, seen):  # the same input once more is no more evidence
                    calls.append(("own", kept))
        inside.append(name)
        try:
            return function(*args, **keywords)
        finally:
            inside.pop()

    return recorded


def _tried(
    source: str,
    reference: dict[str, Any],
    inputs: dict[str, list[tuple[str, Arguments]]],
    before: dict[str, Any],
) -> dict[str, Any]:
    reply: dict[str, Any] = {
        "tried": 0,
        "own": 0,
        "differs": None,
        "no_input": False,
        "whole": True,
    }
    try:
        mutant = _defined(source, before)
    except Exception as error:
        return reply | {"differs": _differs("own", "the cell itself", "runs", repr(error))}
    for name, function in reference.items():
        if isinstance(function, type) or name not in mutant:
            return reply | {"no_input": True}
        mine = inputs[name]
        reply["no_input"] |= not mine
        reply["whole"] &= not any(args or keywords for _, (args, keywords) in mine)
        for where, arguments in (*mine, *_widened(mine)):
            one = _outcome(function, arguments)
            if one[0] == "raised" and where != "own":
                continue  # the reference itself has no answer to this
            other = _outcome(mutant[name], arguments)
            reply["tried"] += 1
            reply["own"] += where == "own"
            if said := difference(one, other):
                call = f"{name}({_arguments_text(arguments)})"
                return reply | {"differs": _differs(where, call, *said)}
    return reply


def _widened(calls: list[tuple[str, Arguments]]) -> Iterator[tuple[str, Arguments]]:
    for _, (args, keywords) in calls[:40]:
        for how, changed in wider(args):
            yield how, (changed, keywords)


def _outcome(function: Callable[..., Any], arguments: Arguments) -> tuple[Any, ...]:
    """Call on a copy; return the value with the arguments as they are left, or the exception."""
    args, keywords = copy.deepcopy(arguments)
    np.random.seed(0)
    signal.alarm(_CALL_S)
    try:
        with np.errstate(all="ignore"):
            value = function(*args, **keywords)
    except LateError:
        return ("late",)
    except Exception as error:
        return ("raised", type(error).__name__)
    finally:
        signal.alarm(0)
    return ("returned", value, args, keywords)


def _late(_number: int, _frame: FrameType | None) -> None:
    raise LateError


def _arguments_text(arguments: Arguments) -> str:
    args, keywords = arguments
    return ", ".join([*map(short, args), *(f"{k}={short(v)}" for k, v in keywords.items())])


def _differs(where: str, call: str, reference: str, mutant: str) -> dict[str, str]:
    return {"where": where, "call": call, "reference": reference, "mutant": mutant}


if __name__ == "__main__":
    main()
