"""Changes of a cell's text: what stands elsewhere keeps its place, its comments, its layout."""

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field

from autograder.audit.mutants.code import Code
from autograder.audit.mutants.precedence import ATOM, level, level_of_text, needed

_SYMBOLS: dict[type[ast.AST], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.FloorDiv: "//",
    ast.Mod: "%",
    ast.MatMult: "@",
    ast.Pow: "**",
    ast.BitAnd: "&",
    ast.BitOr: "|",
    ast.BitXor: "^",
    ast.LShift: "<<",
    ast.RShift: ">>",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Is: "is",
    ast.IsNot: "is not",
    ast.In: "in",
    ast.NotIn: "not in",
    ast.And: "and",
    ast.Or: "or",
}


@dataclass(frozen=True)
class Edit:
    """Bytes from `start` up to `end` give way to `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Change:
    """What an operator does to a cell.

    Attributes:
        edits: the changes of the text; they do not overlap.
        shown: the part of the text that shows what was changed, before and after.
        words: what the operator's sentence says of this place.
    """

    edits: tuple[Edit, ...]
    shown: tuple[int, int]
    words: Mapping[str, str] = field(default_factory=dict)

    def applied(self, raw: bytes, span: tuple[int, int] | None = None) -> str:
        """Return the text, or the part of it that `span` names, after the change."""
        start, end = span or (0, len(raw))
        pieces: list[str] = []
        for edit in sorted(self.edits, key=lambda edit: edit.start):
            if edit.start <= end and edit.end >= start:
                pieces += [raw[start : edit.start].decode(), edit.text]
                start = edit.end
        return "".join([*pieces, raw[start:end].decode()])


def symbol(kind: ast.operator | ast.cmpop | ast.boolop) -> str:
    """Return how an operator is written, "+" for ast.Add()."""
    return _SYMBOLS[type(kind)]


def edit(code: Code, node: ast.expr, text: str) -> Edit:
    """Return the edit that puts an expression's text in another's place, bracketed if need be."""
    start, end = code.outer(node)
    parent, holds = code.parent(node), level_of_text(text)
    bare = needed(parent, code.field(node))
    if isinstance(parent, ast.Dict) and node in parent.values:
        if parent.keys[parent.values.index(node)] is None:  # {**node}
            bare = needed(ast.Starred(node), "value")
    broken = "\n" in text and holds < ATOM  # only brackets let an expression go over two lines
    of_number = isinstance(parent, ast.Attribute) and text.isdigit()
    stuck = code.raw[start - 1 : start].isalnum() and text[:1].isalnum()  # as in return(x)
    if holds < bare or broken or of_number or stuck:
        text = f"({text})"
    if isinstance(node, ast.GeneratorExp) and isinstance(parent, ast.Call):
        if start == code.opening(parent):  # the brackets of f(x for x in y) are the generator's
            text = f"({text})"
    return Edit(start, end, text)


def replaced(code: Code, node: ast.expr, text: str, **words: str) -> Change:
    """Put the text of an expression in the place of another one."""
    return Change((edit(code, node, text),), code.outer(node), words)


def operand(code: Code, node: ast.expr, above: int = ATOM) -> str:
    """Return an operand's text, in brackets unless it holds together as tightly as `above`."""
    return code.text(node) if level_of_text(code.text(node)) >= above else f"({code.text(node)})"


def exchanged(code: Code, first: ast.expr, second: ast.expr, **words: str) -> Change:
    """Put two expressions in each other's place."""
    edits = edit(code, first, code.text(second)), edit(code, second, code.text(first))
    spans = code.outer(first), code.outer(second)
    shown = min(span[0] for span in spans), max(span[1] for span in spans)
    return Change(edits, shown, words)


def reoperated(code: Code, node: ast.BinOp, new: ast.operator, **words: str) -> Change:
    """Write another operator between two operands, which stay what they are."""
    changed = ast.BinOp(node.left, new, node.right)
    if level(changed) == level(node) and not isinstance(new, ast.Pow):
        between = _between(code, node.left, node.right, symbol(node.op), symbol(new))
        return Change((between,), code.outer(node), words)
    left = operand(code, node.left, needed(changed, "left"))
    right = operand(code, node.right, needed(changed, "right"))
    return replaced(code, node, f"{left} {symbol(new)} {right}", **words)


def recompared(code: Code, node: ast.Compare, place: int, new: ast.cmpop, **words: str) -> Change:
    """Write another comparison in the given place of a chain of comparisons."""
    left = [node.left, *node.comparators][place]
    right, old = node.comparators[place], node.ops[place]
    between = _between(code, left, right, symbol(old), symbol(new))
    return Change((between,), code.outer(node), words)


def reassigned(code: Code, node: ast.AugAssign, new: str, **words: str) -> Change:
    """Write another sign of assignment, such as "+=" or "=", into an augmented one."""
    between = _between(code, node.target, node.value, symbol(node.op) + "=", new)
    return Change((between,), code.span(node), words)


def _between(code: Code, left: ast.expr, right: ast.expr, old: str, new: str) -> Edit:
    """Return the edit of the operator between two operands."""
    start, end = code.outer(left)[1], code.outer(right)[0]
    gap = code.raw[start:end].decode()
    words = old.split()  # "not in" may be written with any white space
    place = gap.index(words[0])
    last = gap.index(words[-1], place + (len(words[0]) if len(words) > 1 else 0)) + len(words[-1])
    lead, tail = len(gap[:place].encode()), len(gap[:last].encode())
    return Edit(start + lead, start + tail, new)


def renamed(code: Code, node: ast.Name | ast.Attribute, name: str, **words: str) -> Change:
    """Give a name, or the attribute after the last dot, another name."""
    end = code.span(node)[1]
    old = node.id if isinstance(node, ast.Name) else node.attr
    return Change((Edit(end - len(old.encode()), end, name),), code.outer(node), words)


def without(code: Code, call: ast.Call, argument: ast.expr | ast.keyword, **words: str) -> Change:
    """Leave an argument of a call out, with its comma."""
    every = sorted([*call.args, *call.keywords], key=lambda node: code.span(node))
    place = every.index(argument)
    start, end = code.outer(argument)
    if place > 0:
        start = code.outer(every[place - 1])[1]
    elif len(every) > 1:
        end = code.outer(every[1])[0]
    else:  # a comma may follow the only argument
        end = code.span(call)[1] - 1
    return Change((Edit(start, end, ""),), code.outer(call), words)


def with_argument(code: Code, call: ast.Call, text: str, **words: str) -> Change:
    """Add an argument behind the others of a call."""
    every = [*call.args, *call.keywords]
    if not every:
        end = code.span(call)[1] - 1
        return Change((Edit(end, end, text),), code.outer(call), words)
    end = max(code.outer(argument)[1] for argument in every)
    return Change((Edit(end, end, f", {text}"),), code.outer(call), words)


def removed(code: Code, statement: ast.stmt, **words: str) -> Change:
    """Leave a statement out with its lines, or write `pass` where one must stand."""
    shown = code.span(statement)
    if len(code.block(statement)) == 1 or not code.alone(statement):
        return Change((Edit(*shown, "pass"),), shown, words)
    start, end = code.lines(statement)
    if end == len(code.raw) and not code.raw.endswith(b"\n") and start:
        start -= 1  # the last line of the cell: its line break stands before it
    return Change((Edit(start, end, ""),), shown, words)


def rewritten(code: Code, statement: ast.stmt, text: str, **words: str) -> Change:
    """Put other lines in the place of a statement; `text` has its indentation from line two on."""
    return Change((Edit(*code.span(statement), text),), code.span(statement), words)


def added_line(code: Code, statement: ast.stmt, text: str) -> Edit:
    """Return the edit that puts a statement on the line behind another one and its comment."""
    end = code.span(statement)[1]
    end += len(code.raw[end:].partition(b"\n")[0])
    return Edit(end, end, f"\n{code.indent(statement)}{text}")


def turned(code: Code, first: ast.stmt, second: ast.stmt, **words: str) -> Change | None:
    """Exchange two statements that follow each other; None where they share a line."""
    if not code.alone(first) or not code.alone(second):
        return None
    one, two = code.span(first), code.span(second)
    edits = Edit(*one, code.part(two)), Edit(*two, code.part(one))
    return Change(edits, (one[0], two[1]), words)
