"""Tables and columns of pandas as plain data, and back: built by pandas' own constructors.

A column crosses as numbers, as times counted from 1970, as the codes of its categories, or as a
list; the kinds of columns that may be made are a closed set. Time zones do not cross.
"""

import re
from typing import Any

from autograder.execution.conversation import PeerError
from autograder.execution.on_demand import NoLibrary, library

_TIMES = re.compile(r"(datetime64|timedelta64)\[(s|ms|us|ns)\]")
_LISTED = frozenset({"object", "str", "string", "boolean"}) | {
    f"{sign}{size}" for sign in ("Int", "UInt", "Float") for size in (8, 16, 32, 64)
}


def series(value: Any) -> Any:
    """Return a Series as plain data."""
    return _column(value), index(value.index), value.name


def frame(value: Any) -> Any:
    """Return a DataFrame as plain data."""
    columns = [_column(value.iloc[:, place]) for place in range(value.shape[1])]
    return columns, index(value.columns), index(value.index)


def index(value: Any) -> Any:
    """Return an Index of any kind as plain data."""
    pandas = _pandas()
    if type(value) is pandas.RangeIndex:
        return "range", value.start, value.stop, value.step, value.name
    if type(value) is pandas.MultiIndex:
        levels = [index(level) for level in value.levels]
        return "multi", levels, [_numbers(codes) for codes in value.codes], list(value.names)
    return "plain", _column(value.to_series()), value.name


def make_series(plain: Any) -> Any:
    """Return the Series of plain data."""
    column, its_index, name = plain
    return _pandas().Series(_made(column), index=make_index(its_index), name=name)


def make_frame(plain: Any) -> Any:
    """Return the DataFrame of plain data."""
    columns, labels, its_index = plain
    if type(columns) is not list:
        raise PeerError("expected a list of columns")
    parts = {place: _made(column) for place, column in enumerate(columns)}
    made = _pandas().DataFrame(parts, index=make_index(its_index))
    made.columns = make_index(labels)
    return made


def make_index(plain: Any) -> Any:
    """Return the Index of plain data."""
    pandas = _pandas()
    kind, *rest = plain
    if kind == "range":
        start, stop, step, name = rest
        return pandas.RangeIndex(start, stop, step, name=name)
    if kind == "multi":
        levels, codes, names = rest
        if not all(type(part) is list for part in rest):
            raise PeerError("expected levels, codes and names of an index")
        made = [make_index(level) for level in levels]
        return pandas.MultiIndex(made, [_array(code) for code in codes], names=names)
    column, name = rest
    return pandas.Index(_made(column), name=name)


def timestamp(text: str) -> Any:
    """Return a Timestamp."""
    return _pandas().Timestamp(str(text))


def missing(name: str) -> Any:
    """Return pandas' own NA or NaT."""
    return _pandas().NA if name == "NA" else _pandas().NaT


def _column(value: Any) -> Any:
    """Return a column as (kind, …)."""
    name = str(value.dtype)
    if name == "category":
        codes = value.cat.codes.to_numpy()
        return "codes", codes, index(value.cat.categories), bool(value.cat.ordered)
    if _TIMES.fullmatch(name):
        return "times", name, value.to_numpy().view("int64").copy()
    if value.to_numpy().dtype.kind in "biufc" and name not in _LISTED:
        return "numbers", value.to_numpy()
    if name == "object" or name not in _LISTED:
        return "list", "object", value.astype(object).tolist()
    gaps = value.isna().tolist()
    values = value.astype(object).tolist()
    return "list", name, [None if gap else v for v, gap in zip(values, gaps, strict=True)]


def _made(column: Any) -> Any:
    """Return what pandas makes a column of."""
    pandas = _pandas()
    kind, *rest = column
    if kind == "codes":
        codes, categories, ordered = rest
        made = make_index(categories)
        return pandas.Categorical.from_codes(_array(codes), made, ordered=ordered is True)
    if kind == "times":
        name, counted = rest
        if type(name) is not str or not _TIMES.fullmatch(name):
            raise PeerError("expected a kind of times")
        return _array(counted).view(name)
    if kind == "numbers":
        return _array(rest[0])
    name, values = rest
    if name not in _LISTED or type(values) is not list:
        raise PeerError("expected a list of values and a kind of column")
    return (
        pandas.array(values, dtype=name)
        if name != "object"
        else pandas.Series(values, dtype=name).to_numpy()
    )


def _numbers(codes: Any) -> Any:
    import numpy

    return numpy.array(codes)


def _array(value: Any) -> Any:
    if type(value).__name__ != "ndarray" or value.ndim != 1:
        raise PeerError(f"expected an array of one dimension, got {type(value).__name__}")
    return value


def _pandas() -> Any:
    pandas = library("pandas")
    if pandas is None:
        raise NoLibrary("pandas")
    return pandas
