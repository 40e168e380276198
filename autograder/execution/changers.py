"""Which functions are meant to change their arguments in place: read from the instructor's answers.

A test may look at an argument after a call only if the task says that the call changes it, and
the instructor's own answer is where that is written. What counts as a change of a parameter, or
of what hangs on it (an item, a view, what a parameter returns when it is called): a store, `del`
or augmented store; a method called for its own sake (`x.sort()`), or one that takes something
away (`v = x.pop()`); a call for its own sake that is handed it (`shuffle(x)`); `out=`; and a call
of another function that changes it.
"""

import ast
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from autograder.execution.names import parse

ALL = "*"
Places = frozenset[int | str]
EVERY: Places = frozenset({ALL})
NONE: Places = frozenset()

_VIEWS = frozenset(
    {"T", "mT", "flat", "real", "imag", "base", "reshape", "ravel", "view", "transpose", "squeeze"}
    | {"swapaxes", "diagonal", "atleast_1d", "atleast_2d", "atleast_3d", "expand_dims", "moveaxis"}
    | {"items", "values", "get", "setdefault", "zip", "enumerate", "reversed", "iter", "next"}
)
_CHANGING = frozenset(
    {"pop", "popleft", "popitem", "setdefault", "append", "extend", "insert", "remove", "sort"}
    | {"reverse", "clear", "update", "fill", "resize"}
)
# Calls for their own sake that leave what they are handed as it is.
_READING = frozenset(
    {"print", "display", "append", "appendleft", "add", "insert", "extend", "update", "write"}
    | {"setdefault", "put", "plot", "scatter", "hist", "bar", "imshow", "fit", "warn", "set"}
    | {"info", "debug", "error", "exit", "assert_allclose", "assert_array_equal", "__init__"}
)
_Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


@dataclass
class Known:
    """A function, method or class by its name.

    Attributes:
        changed: which of its arguments it changes, by position and by name.
        makes: whether what it returns may be called and then changes its arguments.
        blank: whether there is nothing in it to learn from.
    """

    changed: set[int | str] = field(default_factory=set)
    makes: bool = False
    blank: bool = True


@dataclass(frozen=True)
class Changers:
    """Which arguments the instructor's functions change in place; see the module.

    Attributes:
        changed: by the name of a function, method or class.
        makers: functions and classes whose results change arguments when they are called.
        any: whether anything changes an argument at all.
    """

    changed: dict[str, Places]
    makers: frozenset[str]
    any: bool

    @classmethod
    def of(cls, sources: Iterable[str]) -> "Changers":
        """Read answers and given cells."""
        known: dict[str, Known] = {}
        found: list[tuple[str, _Function, bool]] = []
        for statement in (s for source in sources for s in parse(source)):
            _collect(statement, found, known, inside_class="")
        for _ in range(len(found) + 1):
            before = [(set(k.changed), k.makes) for k in known.values()]
            for name, function, is_method in found:
                _learn(known, name, function, is_method)
            if before == [(k.changed, k.makes) for k in known.values()]:
                break
        changed = {n: EVERY if k.blank else frozenset(k.changed) for n, k in known.items()}
        makers = frozenset(name for name, k in known.items() if k.makes)
        return cls(changed, makers, bool(makers) or any(changed.values()))

    def of_labels(self, labels: Collection[str]) -> Places:
        """Return which arguments a call may change of what was reached in some ways.

        Args:
            labels: the names under which the tests reached it; "name()" for what a call of that
                name returned, "" for what was reached in another way.
        """
        allowed = [self._of_label(label) for label in labels or ("",)]
        concrete = [places for places in allowed if ALL not in places]
        return frozenset.intersection(*concrete) if concrete else EVERY

    def _of_label(self, label: str) -> Places:
        if label in self.changed:
            return self.changed[label]
        if label.endswith("()"):
            return EVERY if label[:-2] in self.makers else NONE
        return EVERY if self.any else NONE


def _collect(
    node: ast.AST,
    found: list[tuple[str, _Function, bool]],
    known: dict[str, Known],
    inside_class: str,
) -> None:
    """Find all functions below a node, with their names, and whether each is a method."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        static = any(
            isinstance(d, ast.Name) and d.id == "staticmethod" for d in node.decorator_list
        )
        # A class is called for its `__init__`, what it returns for its `__call__`.
        special = {"__init__": inside_class, "__call__": f"{inside_class}()"}
        name = special.get(node.name, node.name) if inside_class else node.name
        found.append((name, node, bool(inside_class) and not static))
        this = known.setdefault(name, Known())
        this.blank &= all(map(_is_blank, node.body))
        inside_class = ""
    elif isinstance(node, ast.ClassDef):
        inside_class = node.name
        known.setdefault(node.name, Known()).blank = False
    elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Lambda):
        for target in node.targets:
            if isinstance(target, ast.Name):
                found.append((target.id, node.value, bool(inside_class)))
                known.setdefault(target.id, Known()).blank = False
    for child in ast.iter_child_nodes(node):
        direct = isinstance(node, ast.ClassDef) or not isinstance(node, ast.expr)
        _collect(child, found, known, inside_class if direct else "")


def _is_blank(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Pass | ast.Raise) or (
        isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    )


def _learn(known: dict[str, Known], name: str, function: _Function, is_method: bool) -> None:
    """Add what a function changes to what is known of its name."""
    args = function.args
    places = [arg.arg for arg in (*args.posonlyargs, *args.args)][is_method:]
    named = [arg.arg for arg in args.kwonlyargs]
    rest = [arg.arg for arg in (args.vararg, args.kwarg) if arg is not None]
    reader = _Body(known, {p: frozenset({p}) for p in (*places, *named, *rest)})
    reader.read(function)
    this = known[name]
    for parameter in reader.changed:
        if parameter in rest:
            this.changed.add(ALL)
        else:
            this.changed |= {parameter, *(n for n, p in enumerate(places) if p == parameter)}
    this.makes |= reader.makes


class _Body(ast.NodeVisitor):
    """Reads a function's body in order; `roots` says on which parameters a local name hangs."""

    def __init__(self, known: dict[str, Known], roots: dict[str, frozenset[str]]) -> None:
        self._known = known
        self._roots = roots
        self._items: set[str] = set()
        self.changed: set[str] = set()
        self.makes = False

    def read(self, function: _Function) -> None:
        """Read a function's statements, or a lambda's value."""
        if isinstance(function, ast.Lambda):
            self.visit(function.body)
        else:
            for statement in function.body:
                self.visit(statement)

    def visit_FunctionDef(self, node: _Function) -> None:
        """A function inside: it may change what the outer one has, or its own arguments."""
        args = node.args
        own = [arg.arg for arg in (*args.posonlyargs, *args.args, *args.kwonlyargs)]
        outer = {name: roots for name, roots in self._roots.items() if name not in own}
        inner = _Body(self._known, outer | {name: frozenset({f"{name} inside"}) for name in own})
        inner.read(node)
        mine = {f"{name} inside" for name in own}
        self.makes |= bool(inner.changed & mine) or inner.makes
        self.changed |= inner.changed - mine

    visit_AsyncFunctionDef = visit_FunctionDef
    visit_Lambda = visit_FunctionDef

    def visit_Assign(self, node: ast.Assign) -> None:
        self.visit(node.value)
        for target in node.targets:
            self._bind(target, node.value)

    def visit_AnnAssign(self, node: ast.AnnAssign | ast.NamedExpr) -> None:
        if node.value is not None:
            self.visit(node.value)
            self._bind(node.target, node.value)

    visit_NamedExpr = visit_AnnAssign

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self.visit(node.value)
        if not isinstance(node.target, ast.Name):
            self._store(node.target)
        elif node.target.id not in self._items:  # `best = x[0]; best += 1` counts
            self.changed |= self._of(node.target)

    def visit_Delete(self, node: ast.Delete) -> None:
        for target in node.targets:
            self._store(target)

    def visit_For(self, node: ast.For | ast.AsyncFor) -> None:
        self.visit(node.iter)
        for _ in range(2):  # what a later line of the body binds, an earlier one may change
            self._loop(node.target, node.iter)
            self._branch(node.body)
        self._branch(node.orelse)

    visit_AsyncFor = visit_For

    def visit_While(self, node: ast.While) -> None:
        self.visit(node.test)
        for _ in range(2):
            self._branch(node.body)
        self._branch(node.orelse)

    def visit_If(self, node: ast.If) -> None:
        self.visit(node.test)
        before = dict(self._roots)
        self._branch(node.body)
        after, self._roots = self._roots, before
        self._branch(node.orelse)
        for name, roots in after.items():
            self._roots[name] = self._roots.get(name, frozenset()) | roots

    def visit_comprehension(self, node: ast.comprehension) -> None:
        self._loop(node.target, node.iter)
        self.generic_visit(node)

    def visit_Expr(self, node: ast.Expr) -> None:
        """A call for its own sake."""
        call = node.value.value if isinstance(node.value, ast.Await) else node.value
        if isinstance(call, ast.Call):
            name = _called(call)
            if isinstance(call.func, ast.Attribute):
                self.changed |= self._of(call.func.value)
            if name not in _READING and name not in self._known:
                for part in (*call.args, *(keyword.value for keyword in call.keywords)):
                    self.changed |= self._of(part)
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        name = _called(node)
        if name in _CHANGING and isinstance(node.func, ast.Attribute):
            self.changed |= self._of(node.func.value)
        if name.startswith("heap") and node.args:
            self.changed |= self._of(node.args[0])
        known = self._known.get(name)
        for place, part in [*enumerate(node.args), *((k.arg, k.value) for k in node.keywords)]:
            meant = known is not None and (place in known.changed or ALL in known.changed)
            if place == "out" or meant:
                self.changed |= self._of(part)
        self.generic_visit(node)

    def _branch(self, body: list[ast.stmt]) -> None:
        for statement in body:
            self.visit(statement)

    def _bind(self, target: ast.expr, value: ast.expr) -> None:
        """Note on what the names of a target hang from here on."""
        if isinstance(target, ast.Tuple | ast.List):
            parts = value.elts if isinstance(value, ast.Tuple | ast.List) else []
            for number, part in enumerate(target.elts):
                self._bind(part, parts[number] if len(parts) == len(target.elts) else value)
        elif isinstance(target, ast.Name):
            self._roots[target.id] = self._of(value)
            one = isinstance(value, ast.Subscript) and not isinstance(value.slice, ast.Slice)
            (self._items.add if one else self._items.discard)(target.id)
        elif isinstance(target, ast.Starred):
            self._bind(target.value, value)
        else:
            self._store(target)

    def _loop(self, target: ast.expr, over: ast.expr) -> None:
        """Note on what the names of a loop hang, those of `zip` and `enumerate` one by one."""
        parts = over.args if isinstance(over, ast.Call) and _called(over) == "zip" else []
        if isinstance(over, ast.Call) and _called(over) == "enumerate":
            parts = [ast.Constant(0), *over.args[:1]]
        targets = target.elts if isinstance(target, ast.Tuple | ast.List) else []
        if parts and len(parts) == len(targets):
            for one, its in zip(targets, parts, strict=True):
                self._loop(one, its)
        else:
            self._hang(target, self._of(over))

    def _hang(self, target: ast.expr, roots: frozenset[str]) -> None:
        for part in ast.walk(target):
            if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store):
                self._roots[part.id] = roots

    def _store(self, target: ast.expr) -> None:
        if isinstance(target, ast.Attribute | ast.Subscript):
            self.changed |= self._of(target.value)

    def _of(self, node: ast.expr) -> frozenset[str]:
        """Return the parameters that the value of an expression is, or hangs on."""
        if isinstance(node, ast.Name):
            return self._roots.get(node.id, frozenset())
        if isinstance(node, ast.Attribute):
            return self._of(node.value) if node.attr in _VIEWS else frozenset()
        if isinstance(node, ast.Subscript):
            whole = isinstance(node.slice, ast.Slice) and not any(
                (node.slice.lower, node.slice.upper, node.slice.step)
            )
            return frozenset() if whole else self._of(node.value)  # `x[:]` copies a list
        if isinstance(node, ast.Call):
            return self._of_call(node)
        if isinstance(node, ast.IfExp):
            return self._of(node.body) | self._of(node.orelse)
        parts: list[ast.expr] = []
        if isinstance(node, ast.Tuple | ast.List | ast.BoolOp):
            parts = node.values if isinstance(node, ast.BoolOp) else node.elts
        elif isinstance(node, ast.Starred | ast.Await | ast.NamedExpr):
            parts = [node.value]
        elif isinstance(node, ast.ListComp | ast.GeneratorExp):
            for generator in node.generators:
                self._loop(generator.target, generator.iter)
            parts = [node.elt]
        return frozenset().union(*map(self._of, parts))

    def _of_call(self, node: ast.Call) -> frozenset[str]:
        name = _called(node)
        if isinstance(node.func, ast.Name) and node.func.id in self._roots:
            return self._of(node.func)  # what a function that was handed in gives
        if name not in _VIEWS:
            return frozenset()
        own = self._of(node.func.value) if isinstance(node.func, ast.Attribute) else frozenset()
        return own.union(*map(self._of, node.args))


def _called(node: ast.Call) -> str:
    """Return the last name of what is called."""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""
