"""What a mutation operator is, and how a module lists its own."""

import ast
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar, get_args, get_type_hints

from autograder.audit.mutants.changes import Change
from autograder.audit.mutants.code import Code

Rule = Callable[[Code, Any], Iterable[Change | None]]
SomeRule = TypeVar("SomeRule", bound=Rule)


@dataclass(frozen=True)
class Operator:
    """One kind of mistake.

    Attributes:
        name: how reports call it, such as "sum-for-mean".
        sentence: what the student would need to hear; fields in braces are filled by each change.
        on: the kinds of node that it looks at.
        rule: yields the changes of the cell that it proposes at one place.
    """

    name: str
    sentence: str
    on: tuple[type[ast.AST], ...]
    rule: Rule

    def changes(self, code: Code) -> Iterator[Change]:
        """Return all changes of a cell by this operator, in the order of the text."""
        for node in code.nodes:
            if isinstance(node, self.on):
                yield from (change for change in self.rule(code, node) if change)


class Table:
    """The operators of one module, in the order in which they are written."""

    def __init__(self) -> None:
        self._operators: list[Operator] = []

    def __iter__(self) -> Iterator[Operator]:
        return iter(self._operators)

    def operator(self, name: str, sentence: str) -> Callable[[SomeRule], SomeRule]:
        """Enter a function, as a decorator.

        It is asked at every node of the kinds that its parameter `node` is annotated with.
        """

        def enter(rule: SomeRule) -> SomeRule:
            kind = get_type_hints(rule)["node"]
            self._operators.append(Operator(name, sentence, get_args(kind) or (kind,), rule))
            return rule

        return enter
