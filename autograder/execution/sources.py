"""The text that was handed in, searched for definitions: read, never run.

`inspect.getsource` of a student's function is answered from here and not by the sandbox, which
could show any text. Only what was run so far counts, and of several definitions the last.
"""

import ast
import inspect
from typing import Any

from autograder.execution.names import parse

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


class Sources:
    """Definitions in the cells that were run so far.

    Attributes:
        cells: their text.
    """

    def __init__(self) -> None:
        self.cells: list[str] = []

    def add(self, source: str) -> None:
        """Note that a cell was run."""
        self.cells.append(source)

    def text(self, name: str) -> str:
        """Return the text of the last definition of a name; OSError when there is none."""
        node, cell = self._find(name)
        return (ast.get_source_segment(cell, node) or "") + "\n"

    def signature(self, name: str) -> inspect.Signature:
        """Return the signature of a function; a default that is no literal shows as `...`."""
        node, _ = self._find(name)
        if isinstance(node, ast.ClassDef):
            inits = [
                part
                for part in node.body
                if isinstance(part, ast.FunctionDef) and part.name == "__init__"
            ]
            return _signature(inits[-1].args, skip=1) if inits else inspect.Signature()
        return _signature(node.args)

    def spec(self, name: str) -> inspect.FullArgSpec:
        """Return what `inspect.getfullargspec` says of a function."""
        kinds = inspect.Parameter
        every = list(self.signature(name).parameters.values())
        own = [p for p in every if p.kind in (kinds.POSITIONAL_ONLY, kinds.POSITIONAL_OR_KEYWORD)]
        named = [p for p in every if p.kind is kinds.KEYWORD_ONLY]
        defaults = tuple(p.default for p in own if p.default is not kinds.empty)
        given = {p.name: p.default for p in named if p.default is not kinds.empty}
        rest = [p.name for p in every if p.kind is kinds.VAR_POSITIONAL]
        more = [p.name for p in every if p.kind is kinds.VAR_KEYWORD]
        return inspect.FullArgSpec(
            [p.name for p in own],
            rest[0] if rest else None,
            more[0] if more else None,
            defaults or None,
            [p.name for p in named],
            given or None,
            {},
        )

    def _find(self, name: str) -> tuple[Definition, str]:
        """Return the last definition of a name; of `Class.method` that in the class's last one."""
        owner, _, own = name.rpartition(".")
        for cell in reversed(self.cells):
            places = list(parse(cell))
            if owner and "<locals>" not in owner:
                classes = _definitions(places, owner.rpartition(".")[2])
                if not classes:
                    continue
                places = list(classes[-1].body)
            found = _definitions(places, own)
            if found:
                return found[-1], cell
        raise OSError(f"expected a definition of '{name}' in the notebook, found none")


def _definitions(places: list[ast.stmt], name: str) -> list[Definition]:
    return [
        node
        for statement in places
        for node in ast.walk(statement)
        if isinstance(node, Definition) and node.name == name
    ]


def _signature(args: ast.arguments, skip: int = 0) -> inspect.Signature:
    kinds = inspect.Parameter
    made: list[inspect.Parameter] = []
    positional: list[tuple[ast.arg, Any]] = []
    positional += [(arg, kinds.POSITIONAL_ONLY) for arg in args.posonlyargs]
    positional += [(arg, kinds.POSITIONAL_OR_KEYWORD) for arg in args.args]
    missing = len(positional) - len(args.defaults)
    defaults: list[ast.expr | None] = [None] * missing + list(args.defaults)
    for (arg, kind), default in list(zip(positional, defaults, strict=True))[skip:]:
        made.append(kinds(arg.arg, kind, default=_literal(default)))
    if args.vararg:
        made.append(kinds(args.vararg.arg, kinds.VAR_POSITIONAL))
    for arg, default in zip(args.kwonlyargs, args.kw_defaults, strict=True):
        made.append(kinds(arg.arg, kinds.KEYWORD_ONLY, default=_literal(default)))
    if args.kwarg:
        made.append(kinds(args.kwarg.arg, kinds.VAR_KEYWORD))
    return inspect.Signature(made)


def _literal(node: ast.expr | None) -> Any:
    if node is None:
        return inspect.Parameter.empty
    try:
        return ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
        return ...
