"""All operators, the more specific one before the more general one.

Where two of them make the same change, it belongs to the first, whose sentence says more.
"""

from autograder.audit.mutants import (
    addends,
    aliasing,
    arguments,
    arithmetic,
    axes,
    comparisons,
    conditions,
    constants,
    dtypes,
    loops,
    masks,
    modes,
    order,
    products,
    ranges,
    reductions,
    returns,
    scaling,
    shapes,
    shifts,
    signs,
    stability,
    state,
    statements,
)
from autograder.audit.mutants.registry import Operator

OPERATORS: tuple[Operator, ...] = (
    *stability.TABLE,
    *masks.TABLE,
    *axes.TABLE,
    *shapes.TABLE,
    *products.TABLE,
    *reductions.TABLE,
    *shifts.TABLE,
    *ranges.TABLE,
    *aliasing.TABLE,
    *state.TABLE,
    *dtypes.TABLE,
    *order.TABLE,
    *modes.TABLE,
    *signs.TABLE,
    *scaling.TABLE,
    *addends.TABLE,
    *returns.TABLE,
    *arguments.TABLE,
    *loops.TABLE,
    *conditions.TABLE,
    *comparisons.TABLE,
    *arithmetic.TABLE,
    *constants.TABLE,
    *statements.TABLE,
)
