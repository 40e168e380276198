"""Mutants: a reference solution with one mistake in it, and what a student would need to hear.

`mutants_of` is the entry. `code` parses a cell and knows where each node stands in its text,
`changes` edits that text, brackets included (`precedence`), `calls` and `names` recognise numerical
code, `registry` says what an operator is. Each of the other modules is a table of operators on one
subject, `table` puts the tables in their order, the more specific first, and `mutating` applies
them. Arrows: `mutating -> table -> the subjects -> names -> calls -> changes -> precedence, code`.

Two maintained libraries were tried, cosmic-ray 8.7 and mutmut 3.8: both keep the text, but bring a
runner for packages (13 and 6 distributions of their own, SQLAlchemy and pytest among them), carry
no sentence and know one token at a time, no axis, mask or gradient. Of the 197 changes that
cosmic-ray proposes for a training step of eight lines, 85 put a shift or a bit operation between
floats and none touches a matrix product, so the operators here stand alone.
"""

from autograder.audit.mutants.mutating import Mutant, mutants_of

__all__ = ["Mutant", "mutants_of"]
