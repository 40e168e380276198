"""How tightly Python's operators bind: when a text needs brackets where it is put."""

import ast

LOOSE, ATOM = 0, 15  # a comma between values is looser still
_COMMA = -1
_TERNARY, _OR, _AND, _NOT, _COMPARE = 1, 2, 3, 4, 5
_BINARY: dict[type[ast.operator], int] = {
    ast.BitOr: 6,
    ast.BitXor: 7,
    ast.BitAnd: 8,
    ast.LShift: 9,
    ast.RShift: 9,
    ast.Add: 10,
    ast.Sub: 10,
    ast.Mult: 11,
    ast.Div: 11,
    ast.FloorDiv: 11,
    ast.Mod: 11,
    ast.MatMult: 11,
    ast.Pow: 13,
}
_UNARY = 12


_LEVELS: dict[type[ast.expr], int] = {
    ast.Tuple: _COMMA,
    ast.Lambda: LOOSE,
    ast.NamedExpr: LOOSE,
    ast.Yield: LOOSE,
    ast.YieldFrom: LOOSE,
    ast.Starred: LOOSE,
    ast.IfExp: _TERNARY,
    ast.Compare: _COMPARE,
    ast.Await: ATOM - 1,
}


def level(node: ast.expr) -> int:
    """Return how tightly an expression holds together, from a bare tuple (-1) to a name (15)."""
    match node:
        case ast.BoolOp(op=op):
            return _OR if isinstance(op, ast.Or) else _AND
        case ast.UnaryOp(op=op):
            return _NOT if isinstance(op, ast.Not) else _UNARY
        case ast.BinOp(op=op):
            return _BINARY[type(op)]
        case _:
            return _LEVELS.get(type(node), ATOM)


def level_of_text(text: str) -> int:
    """Return how tightly the text of an expression holds together, brackets around it counted."""
    if text.replace(".", "").isalnum():  # a name or a number
        return ATOM
    tree = ast.parse(f"({text.strip()}\n)", mode="eval").body
    if isinstance(tree, ast.Tuple | ast.GeneratorExp):  # their own brackets are part of them
        return ATOM if tree.col_offset == 1 else _COMMA
    return ATOM if tree.col_offset > 1 else level(tree)


_PLACES: dict[tuple[type[ast.AST], str], int] = {
    (ast.Attribute, "value"): ATOM,
    (ast.Await, "value"): ATOM,
    (ast.Subscript, "value"): ATOM,
    (ast.Call, "func"): ATOM,
    (ast.Starred, "value"): _BINARY[ast.BitOr],
    (ast.Compare, "left"): _COMPARE + 1,
    (ast.Compare, "comparators"): _COMPARE + 1,
    (ast.IfExp, "body"): _TERNARY + 1,
    (ast.IfExp, "test"): _TERNARY + 1,
    (ast.IfExp, "orelse"): _TERNARY,
    (ast.comprehension, "iter"): _TERNARY + 1,
    (ast.comprehension, "ifs"): _TERNARY + 1,
    (ast.Return, "value"): _COMMA,
    (ast.Assign, "value"): _COMMA,
    (ast.Subscript, "slice"): _COMMA,
    (ast.For, "iter"): _COMMA,
}


def needed(parent: ast.AST, field: str) -> int:
    """Return how tightly an expression must hold together to stand there without brackets."""
    match parent:
        case ast.BinOp(op=ast.Pow()):
            return _BINARY[ast.Pow] + 1 if field == "left" else _UNARY
        case ast.BinOp(op=op):
            return _BINARY[type(op)] + (field == "right")
        case ast.BoolOp():
            return level(parent) + 1
        case ast.UnaryOp():
            return level(parent)
        case _:
            return _PLACES.get((type(parent), field), LOOSE)
