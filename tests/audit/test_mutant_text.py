"""How mutants are cut into the text: brackets, comments, lines, and what is known of names."""

import ast
from collections.abc import Collection

import pytest

from autograder.audit.mutants import mutants_of
from autograder.audit.mutants.changes import Change, edit, exchanged
from autograder.audit.mutants.code import Code
from autograder.audit.mutants.precedence import level, level_of_text, needed

# Every kind of place that an expression can stand in, with and without brackets.
PLACES = """
def f(a, *rest, key=-b ** (2), **more): return(b)
def f(): yield (c), (yield d)
x = (a + b) * c - -(d ** e) ** (f or g and not h)
y = a if b else (c if d else e), lambda q: (q + 1, q), [*a, *(b)]
z = {"é": a @ b, **(c)}, {a | b, c ^ d & e << 2}, (i for i in a if b if (c))
z = sum(i for i in (a)), "ü", f"{a + b}", [i for i, in a], {i: (j) for i, j in b.items()}
w = a[b, c:d:(e)][(f)](g, *(h), key=(i), **j).T.sum(), 2 .real, (3).real, not (a), not(b)
if (a): pass
while(a): pass
for i in a, (b): pass
assert (c), d
x[a] += (b)
with open(a) as g, (b): pass
v: int = (a)
"""
BROKEN = """
v = (
    a
    + b * c  # why
) < (d) <= e != (f)
"""
PARTS = [*PLACES.strip().splitlines(), BROKEN]
TEXTS = (
    "p",
    "p.q(r)",
    "p + q",
    "p * q",
    "-p",
    "p**q",
    "not p",
    "p or q",
    "p < q",
    "p if q else r",
    "lambda: p",
    "p, q",
    "(p) + (q)",
    "(p, q), (r)",
    "(p + q)",
    "p +\n  q",
    "(i for i in p)",
)


class Replacing(ast.NodeTransformer):
    """Puts an expression in the place of another one, in the syntax tree."""

    def __init__(self, old: ast.expr, text: str) -> None:
        self.old, self.text = place_of(old), text

    def visit(self, node: ast.AST) -> ast.AST:
        if isinstance(node, ast.expr) and place_of(node) == self.old:
            return ast.parse(f"({self.text})", mode="eval").body
        return self.generic_visit(node)


def place_of(node: ast.expr) -> tuple[object, ...]:
    return node.lineno, node.col_offset, node.end_lineno, node.end_col_offset, type(node).__name__


def replaceable(code: Code) -> list[ast.expr]:
    """Return the expressions of a cell that another one may stand for."""
    kept = ast.Starred | ast.Slice
    return [
        node
        for node in code.nodes
        if isinstance(node, ast.expr)
        and not isinstance(node, kept)
        and not isinstance(getattr(node, "ctx", None), ast.Store | ast.Del)
        and not any(isinstance(getattr(n, "ctx", None), ast.Del) for n in code.above(node))
    ]


@pytest.mark.parametrize("text", TEXTS)
def test_an_expression_put_in_the_place_of_another_is_bracketed_where_it_must(text: str) -> None:
    tried = 0
    for part in PARTS:
        code = Code(part)
        for node in replaceable(code):
            change = Change((edit(code, node, text),), code.span(node))
            wanted = Replacing(node, text).visit(ast.parse(part))
            new = change.applied(code.raw)
            tried += 1

            assert ast.dump(ast.parse(new)) == ast.dump(wanted), (ast.unparse(node), new)
    assert tried > 100


def test_brackets_are_written_only_where_they_are_needed() -> None:
    wanted = {
        "y = a * b": "y = a * (p + q)",
        "y = (a) + b": "y = a + (p + q)",
        "y = f(b)": "y = f(p + q)",
        "y = x[(b)]": "y = x[p + q]",
        "y = (b)": "y = p + q",
        "y = b.T": "y = (p + q).T",
        "y = b, c": "y = p + q, c",
        "y = b < c": "y = p + q < c",
    }
    for source, result in wanted.items():
        code = Code(source)
        node = next(n for n in code.nodes if isinstance(n, ast.Name) and n.id == "b")
        change = edit(code, node, "p + q")
        got = source[: change.start] + change.text + source[change.end :]
        assert got.replace("(a)", "a") == result


def test_two_expressions_change_places_with_the_brackets_that_each_needs() -> None:
    code = Code("y = (a + b) * c")
    product = next(n for n in code.nodes if isinstance(n, ast.BinOp) and isinstance(n.op, ast.Mult))

    assert exchanged(code, product.left, product.right).applied(code.raw) == "y = c * (a + b)"


def test_levels_follow_pythons_own_order() -> None:
    texts = ("a, b", "lambda: a", "a if b else c", "a or b", "a and b", "not a", "a < b", "a | b")
    texts += ("a ^ b", "a & b", "a << b", "a + b", "a * b", "-a", "a**b", "a.b")
    levels = [level_of_text(text) for text in texts]

    assert levels == sorted(set(levels))
    assert level_of_text("(a, b)") == level_of_text("(a or b)") == level(ast.Name("a"))
    assert level_of_text("(a or b) + (c)") == level_of_text("a + b")
    difference = ast.BinOp(ast.Name("a"), ast.Sub(), ast.Name("b"))
    assert needed(difference, "right") > needed(difference, "left")


def sources(source: str, operator: str, given: Collection[str] = ("np",)) -> list[str]:
    return [m.source for m in mutants_of("a", source, given) if m.operator == operator]


def test_comments_and_layout_stay_as_they_are() -> None:
    source = "# first\ndef f( e ):  # é\n\n    return   np.mean(e**2)   # the mean\n\n# last"

    assert sources(source, "sum-for-mean") == [source.replace("mean(", "sum(")]
    assert sources(source, "square-dropped") == [source.replace("e**2", "e")]


def test_a_statement_is_left_out_with_its_lines_or_passed_over() -> None:
    alone = "def f(h):\n    h.append(1)  # one\n    return h\n"
    only = "def f(h):\n    if h:\n        h.append(1)\n    return h\n"
    shared = "def f(h): h.append(1); return h"
    last = "h = []\nh.append(1)"

    assert sources(alone, "step-left-out") == ["def f(h):\n    return h\n"]
    assert sources(only, "step-left-out") == [only.replace("h.append(1)", "pass")]
    assert sources(shared, "step-left-out") == ["def f(h): pass; return h"]
    assert sources(last, "step-left-out") == ["h = []"]


def test_a_step_is_left_out_only_where_its_name_exists_without_it() -> None:
    source = "def f(X):\n    scale = 2 * np.ones(3)\n    return scale * X\n"

    assert sources(source, "step-left-out", given=("np",)) == []
    assert sources(source, "step-left-out", given=("np", "scale")) == [
        "def f(X):\n    return scale * X\n"
    ]


def test_numpy_is_named_only_where_the_cell_knows_it() -> None:
    source = "def f(p, t):\n    e = p - t\n    return e\n"

    assert sources(source, "input-overwritten", given=()) == []
    assert sources(source, "input-overwritten", given=("np",)) == [
        source.replace("p - t", "np.subtract(p, t, out=p)")
    ]


def test_a_mask_moves_behind_softmax_from_a_statement_of_its_own() -> None:
    source = """
def attention(s, mask=None):
    if mask is not None:
        s = np.where(mask, s, -1e9)
    e = np.exp(s - s.max(axis=-1, keepdims=True))
    a = e / e.sum(axis=-1, keepdims=True)  # rows add up to 1
    return a
"""
    moved = """
def attention(s, mask=None):
    e = np.exp(s - s.max(axis=-1, keepdims=True))
    a = e / e.sum(axis=-1, keepdims=True)  # rows add up to 1
    if mask is not None:
        a = np.where(mask, a, 0.0)
    return a
"""
    direct = "m = ops.where(mask, s, -np.inf)\na = softmax(m)\n"

    assert sources(source, "mask-after-softmax") == [moved]
    assert sources(direct, "mask-after-softmax") == [
        "m = s\na = ops.where(mask, softmax(m), 0.0)\n"
    ]


def test_what_is_kept_between_calls_is_reached_by_the_functions_own_name() -> None:
    source = """
class Layer:
    def call(self, X):
        seen = []
        seen.append(len(X))
        return seen
"""
    kept = 'seen = Layer.call.__dict__.setdefault("seen", [])'
    [mutant] = sources(source, "kept-between-calls")
    space: dict[str, type] = {}
    exec(compile(mutant, "layer", "exec"), space)  # noqa: S102
    layer = space["Layer"]()

    assert mutant == source.replace("seen = []", kept)
    assert list(layer.call("ab")) == [2]
    assert list(layer.call("abc")) == [2, 3]


def test_messages_annotations_and_formatted_strings_are_left_alone() -> None:
    source = (
        "def f(x: 'a[1]' = None) -> 'b[2]':\n"
        "    if x is None:\n"
        "        raise ValueError(f'{1 + 2}' + str(3 - 1))\n"
        "    assert x, 4 + 5\n"
        "    return f'{x + 1}'\n"
    )
    operators = {m.operator for m in mutants_of("a", source)}

    assert operators <= {"comparison-negated", "check-dropped", "error-of-other-class"}
    assert len(operators) == 3


def test_the_seed_of_a_generator_is_left_alone() -> None:
    source = "rng = np.random.default_rng(3)\nw = rng.normal(size=3)\n"

    assert {m.line for m in mutants_of("a", source) if m.operator.startswith("number")} == {2}
