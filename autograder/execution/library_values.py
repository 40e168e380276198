"""Values of libraries that cross by value: how each is made plain, and made again.

The table is closed. A value counts as one of a class only when its type is that class itself, as
this process has it; it is made again by the class's own constructor from plain data.
"""

import sys
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from autograder.execution.conversation import PeerError


@dataclass(frozen=True)
class LibraryValue:
    """How values of one class cross.

    Attributes:
        classes: the class as (module, name), under each of the names it has in the versions we
            know.
        to_plain: makes a value plain.
        from_plain: makes a value of plain data; raises ValueError, TypeError or LookupError.
    """

    classes: tuple[tuple[str, str], ...]
    to_plain: Callable[[Any], Any]
    from_plain: Callable[[Any], Any]


def _pandas(name: str) -> Callable[[Any], Any]:
    def make(plain: Any) -> Any:
        pandas = sys.modules.get("pandas")
        if pandas is None:
            raise PeerError("expected no value of pandas: the notebook does not import it")
        if name == "DataFrame":
            columns, labels, index = plain
            parts = {n: _values(column) for n, column in enumerate(_listed(columns))}
            frame = pandas.DataFrame(parts, index=_values(index))
            frame.columns = _listed(labels)
            return frame
        values, index, label = plain
        return pandas.Series(_values(values), index=_values(index), name=label)

    return make


def _column(series: Any) -> Any:
    """Return a column as an array of numbers, or as a list of what is in it."""
    array = series.to_numpy()
    return array if array.dtype.kind in "biufc" else array.tolist()


def _index(index: Any) -> Any:
    values = index.to_numpy()
    return values if values.dtype.kind in "biufc" else values.tolist()


def _make_index(plain: Any) -> Any:
    pandas = sys.modules.get("pandas")
    if pandas is None:
        raise PeerError("expected no value of pandas: the notebook does not import it")
    values, name = plain
    return pandas.Index(_values(values), name=name)


def _tensor(plain: Any) -> Any:
    """Return a tensor where the judge has TensorFlow, else the array."""
    tensorflow = sys.modules.get("tensorflow")
    return plain if tensorflow is None else tensorflow.constant(_values(plain))


def _torch(plain: Any) -> Any:
    torch = sys.modules.get("torch")
    return plain if torch is None else torch.from_numpy(_values(plain))


def _counts(plain: Any) -> Any:
    made: Counter[Any] = Counter()
    made.update(dict(_listed(plain)))
    return made


def _listed(plain: Any) -> list[Any]:
    """Return a list that is one: a range may have more items than there is time."""
    if type(plain) is not list:
        raise PeerError(f"expected a list, got {type(plain).__name__}")
    return plain


def _values(plain: Any) -> Any:
    """Return an array as it is, anything else as a list that must be one."""
    return plain if type(plain).__name__ == "ndarray" else _listed(plain)


BY_NAME: dict[str, LibraryValue] = {
    "deque": LibraryValue(
        (("collections", "deque"),),
        lambda v: (list(v), v.maxlen),
        lambda p: deque(_listed(p[0]), p[1]),
    ),
    "OrderedDict": LibraryValue(
        (("collections", "OrderedDict"),),
        lambda v: list(v.items()),
        lambda p: OrderedDict(_listed(p)),
    ),
    "Counter": LibraryValue((("collections", "Counter"),), lambda v: list(v.items()), _counts),
    "defaultdict": LibraryValue(
        (("collections", "defaultdict"),),
        lambda v: (v.default_factory, list(v.items())),
        lambda p: defaultdict(p[0], _listed(p[1])),
    ),
    "Fraction": LibraryValue(
        (("fractions", "Fraction"),), lambda v: (v.numerator, v.denominator), lambda p: Fraction(*p)
    ),
    "Decimal": LibraryValue((("decimal", "Decimal"),), str, lambda p: Decimal(str(p))),
    "datetime": LibraryValue(
        (("datetime", "datetime"),), lambda v: v.isoformat(), datetime.fromisoformat
    ),
    "date": LibraryValue((("datetime", "date"),), lambda v: v.isoformat(), date.fromisoformat),
    "timedelta": LibraryValue(
        (("datetime", "timedelta"),),
        lambda v: (v.days, v.seconds, v.microseconds),
        lambda p: timedelta(*p),
    ),
    "Series": LibraryValue(
        (("pandas.core.series", "Series"), ("pandas", "Series")),
        lambda v: (_column(v), _index(v.index), v.name),
        _pandas("Series"),
    ),
    "DataFrame": LibraryValue(
        (("pandas.core.frame", "DataFrame"), ("pandas", "DataFrame")),
        lambda v: (
            [_column(v.iloc[:, i]) for i in range(v.shape[1])],
            list(v.columns),
            _index(v.index),
        ),
        _pandas("DataFrame"),
    ),
    "Index": LibraryValue(
        (("pandas.core.indexes.base", "Index"), ("pandas", "Index")),
        lambda v: (_index(v), v.name),
        _make_index,
    ),
    "RangeIndex": LibraryValue(
        (("pandas.core.indexes.range", "RangeIndex"), ("pandas", "RangeIndex")),
        lambda v: (_index(v), v.name),
        _make_index,
    ),
    "EagerTensor": LibraryValue(
        (("tensorflow.python.framework.ops", "EagerTensor"),), lambda v: v.numpy(), _tensor
    ),
    "Tensor": LibraryValue((("torch", "Tensor"),), lambda v: v.detach().cpu().numpy(), _torch),
}
_BY_CLASS = {names: key for key, entry in BY_NAME.items() for names in entry.classes}


def is_library_value(kind: type) -> bool:
    """Whether values of a class cross by value, by this table."""
    return (kind.__module__, kind.__qualname__) in _BY_CLASS


def name_of(value: object) -> str:
    """Return the name in the table of a value's class, "" when it is none of them."""
    kind = type(value)
    where = (kind.__module__, kind.__qualname__)
    name = _BY_CLASS.get(where) if all(type(part) is str for part in where) else None
    if name is None:
        return ""
    own = getattr(sys.modules.get(where[0]), where[1], None)
    # TensorFlow's EagerTensor is made in C and is no attribute of the module that it names.
    return name if own is kind or name == "EagerTensor" else ""
