"""The names of methods and attributes that data have: no object may answer in their place."""

import sys
from collections import Counter, OrderedDict, deque
from datetime import datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache

COMPARING = frozenset(
    {"equals", "equal", "isclose", "allclose", "array_equal", "almost_equal", "is_close"}
)


def data_names() -> frozenset[str]:
    """Return the public names of all types whose values cross as data."""
    return _names_with(*(name in sys.modules for name in ("numpy", "pandas", "torch")))


@cache
def _names_with(has_numpy: bool, has_pandas: bool, has_torch: bool) -> frozenset[str]:
    kinds: list[type] = [
        str,
        bytes,
        int,
        float,
        complex,
        list,
        tuple,
        dict,
        set,
        frozenset,
        range,
        slice,
        deque,
        Counter,
        OrderedDict,
        Fraction,
        Decimal,
        datetime,
        timedelta,
    ]
    if has_numpy:
        numpy = sys.modules["numpy"]
        kinds += [numpy.ndarray, numpy.float64, numpy.str_, numpy.dtype]
    if has_pandas:
        pandas = sys.modules["pandas"]
        kinds += [pandas.DataFrame, pandas.Series, pandas.Index]
    if has_torch:
        kinds.append(sys.modules["torch"].Tensor)
    return COMPARING | {name for kind in kinds for name in dir(kind) if name[:1] != "_"}
