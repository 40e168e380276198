"""The same answer in other words: what another student who makes the same mistake could write.

Each way keeps what an answer does, but for noise in the last digits of floats. A way that could
change more (a shared array, a name that is read elsewhere) leaves an answer as it is.
"""

import ast
import copy
from collections.abc import Callable, Iterator

Function = ast.FunctionDef | ast.AsyncFunctionDef
_NUMBERS = frozenset({"float", "int", "len", "sum", "abs", "min", "max"})


def rewritings(source: str) -> dict[str, str]:
    """Return an answer written in other ways, by the name of the way; only those that differ."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return {}
    before = ast.dump(tree)
    found = {}
    together = copy.deepcopy(tree)
    for name, way in WAYS.items():
        alone = way(copy.deepcopy(tree))
        together = way(together)
        if ast.dump(alone) != before:
            found[name] = _text(alone)
    if found:
        found[TOGETHER] = _text(together)
    return found


def _text(tree: ast.Module) -> str:
    return ast.unparse(ast.fix_missing_locations(tree))


def _functions(tree: ast.Module) -> Iterator[Function]:
    yield from (node for node in tree.body if isinstance(node, Function))


def _stored(function: Function) -> list[ast.Name]:
    names = (node for node in ast.walk(function) if isinstance(node, ast.Name))
    return [node for node in names if isinstance(node.ctx, ast.Store)]


def renamed(tree: ast.Module) -> ast.Module:
    """Give local variables other names."""
    for function in _functions(tree):
        nodes = [*ast.walk(function)]
        kept = {node.arg for node in nodes if isinstance(node, ast.arg)}
        kept |= {node.name for node in nodes if isinstance(node, Function | ast.ClassDef)}
        kept |= {n for d in nodes if isinstance(d, ast.Global | ast.Nonlocal) for n in d.names}
        local = {node.id for node in _stored(function)} - kept
        for node in nodes:
            if isinstance(node, ast.Name) and node.id in local:
                node.id = f"my_{node.id}"
    return tree


class _Powers(ast.NodeTransformer):
    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        left, right = node.left, node.right
        if not isinstance(left, ast.Name):
            return node
        if isinstance(node.op, ast.Pow) and isinstance(right, ast.Constant) and right.value == 2:
            return ast.BinOp(left, ast.Mult(), copy.deepcopy(left))
        if isinstance(node.op, ast.Mult) and isinstance(right, ast.Name) and right.id == left.id:
            return ast.BinOp(left, ast.Pow(), ast.Constant(2))
        return node


class _Noise(ast.NodeTransformer):
    """Divides by multiplying, and adds three numbers from the other end."""

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.op, ast.Div):
            return ast.BinOp(
                node.left, ast.Mult(), ast.BinOp(ast.Constant(1.0), ast.Div(), node.right)
            )
        inner = node.left
        if isinstance(node.op, ast.Add) and isinstance(inner, ast.BinOp):
            if isinstance(inner.op, ast.Add):
                return ast.BinOp(
                    inner.left, ast.Add(), ast.BinOp(inner.right, ast.Add(), node.right)
                )
        return node


class _Turned(ast.NodeTransformer):
    """Turns `if c: A else: B` round."""

    def visit_If(self, node: ast.If) -> ast.AST:
        self.generic_visit(node)
        if not node.orelse:
            return node
        return ast.If(ast.UnaryOp(ast.Not(), node.test), node.orelse, node.body)

    def visit_IfExp(self, node: ast.IfExp) -> ast.AST:
        self.generic_visit(node)
        return ast.IfExp(ast.UnaryOp(ast.Not(), node.test), node.orelse, node.body)


class _Returns(ast.NodeTransformer):
    """Gives what is returned a name first."""

    def visit_Return(self, node: ast.Return) -> list[ast.stmt] | ast.AST:
        if node.value is None or isinstance(node.value, ast.Name | ast.Constant):
            return node
        named = ast.Assign([ast.Name("what_comes_out", ast.Store())], node.value)
        return [named, ast.Return(ast.Name("what_comes_out", ast.Load()))]

    def visit_Lambda(self, node: ast.Lambda) -> ast.AST:
        return node


class _Loops(ast.NodeTransformer):
    """Makes a loop of a list that is built in one expression."""

    def visit_Assign(self, node: ast.Assign) -> list[ast.stmt] | ast.AST:
        made, target = node.value, node.targets[0]
        if not (len(node.targets) == 1 and isinstance(target, ast.Name)):
            return node
        if not (isinstance(made, ast.ListComp) and len(made.generators) == 1):
            return node
        if any(isinstance(n, ast.Name) and n.id == target.id for n in ast.walk(made)):
            return node
        loop = made.generators[0]
        # In a comprehension these names were its own.
        names = {n.id for n in ast.walk(loop.target) if isinstance(n, ast.Name)}
        for part in (loop.target, made.elt, *loop.ifs):
            for name in (n for n in ast.walk(part) if isinstance(n, ast.Name)):
                name.id = f"each_{name.id}" if name.id in names else name.id
        append = ast.Attribute(ast.Name(target.id, ast.Load()), "append", ast.Load())
        body: ast.stmt = ast.Expr(ast.Call(append, [made.elt], []))
        for condition in reversed(loop.ifs):
            body = ast.If(condition, [body], [])
        empty = ast.Assign([target], ast.List([], ast.Load()))
        return [empty, ast.For(loop.target, loop.iter, [body], [])]


class _Lists(ast.NodeTransformer):
    """Makes one expression of a list that a loop fills."""

    def generic_visit(self, node: ast.AST) -> ast.AST:
        super().generic_visit(node)
        body = getattr(node, "body", None)
        if isinstance(body, list):
            node.body = _joined(body)  # type: ignore[attr-defined]
        return node


def _joined(body: list[ast.stmt]) -> list[ast.stmt]:
    kept: list[ast.stmt] = []
    for statement in body:
        before = kept[-1] if kept else None
        made = None if before is None else _as_list(before, statement)
        if made is not None:
            kept[-1] = made
        else:
            kept.append(statement)
    return kept


def _as_list(before: ast.stmt, loop: ast.stmt) -> ast.Assign | None:
    """Return `xs = [e for t in it]` for `xs = []` and a loop that does nothing but append e."""
    if not (isinstance(before, ast.Assign) and isinstance(loop, ast.For) and not loop.orelse):
        return None
    target, only = before.targets[0], loop.body[0]
    empty = isinstance(before.value, ast.List) and not before.value.elts
    if not (empty and isinstance(target, ast.Name) and len(before.targets) == 1):
        return None
    call = only.value if isinstance(only, ast.Expr) and len(loop.body) == 1 else None
    if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)):
        return None
    adds = call.func.attr == "append" and ast.unparse(call.func.value) == target.id
    read = {n.id for n in ast.walk(loop) if isinstance(n, ast.Name)} - {target.id}
    times = sum(isinstance(n, ast.Name) and n.id == target.id for n in ast.walk(loop))
    if not adds or times != 1 or target.id in read or not isinstance(loop.target, ast.Name):
        return None
    walk = ast.comprehension(loop.target, loop.iter, [], 0)
    return ast.Assign([target], ast.ListComp(call.args[0], [walk]))


def expanded(tree: ast.Module) -> ast.Module:
    """Write `n += 1` as `n = n + 1` for local numbers; an array would be another one then."""
    for function in _functions(tree):
        numbers = _local_numbers(function)

        class Expand(ast.NodeTransformer):
            def visit_AugAssign(self, node: ast.AugAssign, known: set[str] = numbers) -> ast.AST:
                if not isinstance(node.target, ast.Name) or node.target.id not in known:
                    return node
                read = ast.Name(node.target.id, ast.Load())
                return ast.Assign([node.target], ast.BinOp(read, node.op, node.value))

        Expand().visit(function)
    return tree


def _local_numbers(function: Function) -> set[str]:
    """Return the local names that are bound to numbers, as far as that can be seen."""
    plain: set[str] = set()
    other = {arg.arg for arg in ast.walk(function) if isinstance(arg, ast.arg)}
    seen: set[int] = set()
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            for target, value in _matched(node.targets[0], node.value):
                seen.add(id(target))
                (plain if _is_number(value) else other).add(target.id)
        elif isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
            seen.add(id(node.target))
    other |= {name.id for name in _stored(function) if id(name) not in seen}
    return plain - other


def _matched(target: ast.expr, value: ast.expr) -> Iterator[tuple[ast.Name, ast.expr]]:
    if isinstance(target, ast.Name):
        yield target, value
    elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for one, other in zip(target.elts, value.elts, strict=False):
            yield from _matched(one, other)


def _is_number(value: ast.expr) -> bool:
    if isinstance(value, ast.Call):
        return isinstance(value.func, ast.Name) and value.func.id in _NUMBERS
    return isinstance(value, ast.Constant) and type(value.value) in (int, float)


def _by(transformer: Callable[[], ast.NodeTransformer]) -> Callable[[ast.Module], ast.Module]:
    def way(tree: ast.Module) -> ast.Module:
        made: ast.Module = transformer().visit(tree)
        return made

    return way


WAYS: dict[str, Callable[[ast.Module], ast.Module]] = {
    "renamed": renamed,
    "powers": _by(_Powers),
    "noise": _by(_Noise),
    "turned": _by(_Turned),
    "returns": _by(_Returns),
    "loops": _by(_Loops),
    "lists": _by(_Lists),
    "expanded": expanded,
}
TOGETHER = "together"
EVERY = (*WAYS, TOGETHER)
