"""Values of libraries that cross by value: how each is made plain, and made again.

The table is closed. A value counts as one of a class only when its type is that class itself, as
this process has it; it is made again by the class's own constructor from plain data.
"""

import io
import sys
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from autograder.execution import pandas_values
from autograder.execution.conversation import PeerError
from autograder.execution.on_demand import NoLibrary, library


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


# Kinds of pixels whose every pattern of bits is a picture.
_PIXELS = frozenset({"1", "L", "P", "LA", "RGB", "RGBA", "CMYK", "YCbCr", "HSV", "I", "F"})


def _picture(plain: Any) -> Any:
    """Return a picture of Pillow's, made of its bytes."""
    pillow = library("PIL.Image")
    mode, width, height, raw = plain
    if pillow is None:
        raise NoLibrary("Pillow")
    if mode not in _PIXELS or type(raw) is not bytes:
        raise PeerError("expected the pixels of a picture")
    if not all(type(size) is int and 0 <= size < 1 << 16 for size in (width, height)):
        raise PeerError("expected the size of a picture")
    return pillow.frombytes(mode, (width, height), raw)


def _tensor(plain: Any) -> Any:
    """Return a tensor where the judge has TensorFlow, else the array."""
    tensorflow = library("tensorflow")
    return plain if tensorflow is None else tensorflow.constant(_values(plain))


def _variable(plain: Any) -> Any:
    tensorflow = library("tensorflow")
    return plain if tensorflow is None else tensorflow.Variable(_values(plain))


def _torch(plain: Any) -> Any:
    torch = library("torch")
    return plain if torch is None else torch.from_numpy(_values(plain))


def _jax(plain: Any) -> Any:
    """Return an array of JAX where the judge has JAX, else NumPy's."""
    jax = library("jax")
    return plain if jax is None else jax.numpy.asarray(_values(plain))


def _keras_variable(plain: Any) -> Any:
    """Return a variable of Keras, on whatever backend this process has."""
    keras = library("keras")
    values, trainable, name = plain
    if keras is None:
        return values
    if type(trainable) is not bool or type(name) is not str or "/" in name:
        raise PeerError("expected a variable's values, whether it is trained, and its name")
    if type(values).__name__ != "ndarray":
        raise PeerError("expected a variable's values as an array")
    return keras.Variable(values, dtype=str(values.dtype), trainable=trainable, name=name)


def _text_file(text: Any, at: Any) -> io.StringIO:
    if type(text) is not str or type(at) is not int or not 0 <= at <= len(text):
        raise PeerError("expected text and a place in it")
    made = io.StringIO(text)
    made.seek(at)
    return made


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
    "StringIO": LibraryValue(
        (("_io", "StringIO"),), lambda v: (v.getvalue(), v.tell()), lambda p: _text_file(*p)
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
        pandas_values.series,
        pandas_values.make_series,
    ),
    "DataFrame": LibraryValue(
        (("pandas.core.frame", "DataFrame"), ("pandas", "DataFrame")),
        pandas_values.frame,
        pandas_values.make_frame,
    ),
    "Index": LibraryValue(
        tuple(
            (module, name)
            for name, file in (
                ("Index", "base"),
                ("RangeIndex", "range"),
                ("MultiIndex", "multi"),
                ("DatetimeIndex", "datetimes"),
                ("CategoricalIndex", "category"),
            )
            for module in (f"pandas.core.indexes.{file}", "pandas")
        ),
        pandas_values.index,
        pandas_values.make_index,
    ),
    "Timestamp": LibraryValue(
        (("pandas._libs.tslibs.timestamps", "Timestamp"), ("pandas", "Timestamp")),
        lambda v: v.isoformat(),
        pandas_values.timestamp,
    ),
    "NA": LibraryValue(
        (("pandas._libs.missing", "NAType"), ("pandas.api.typing", "NAType")),
        lambda v: "NA",
        pandas_values.missing,
    ),
    "NaT": LibraryValue(
        (("pandas._libs.tslibs.nattype", "NaTType"), ("pandas.api.typing", "NaTType")),
        lambda v: "NaT",
        pandas_values.missing,
    ),
    "Image": LibraryValue(
        (
            ("PIL.Image", "Image"),
            ("PIL.PngImagePlugin", "PngImageFile"),
            ("PIL.JpegImagePlugin", "JpegImageFile"),
            ("PIL.GifImagePlugin", "GifImageFile"),
            ("PIL.BmpImagePlugin", "BmpImageFile"),
        ),
        lambda v: (v.mode, v.width, v.height, v.tobytes()),
        _picture,
    ),
    "EagerTensor": LibraryValue(
        (("tensorflow.python.framework.ops", "EagerTensor"),), lambda v: v.numpy(), _tensor
    ),
    "Variable": LibraryValue(
        (("tensorflow.python.ops.resource_variable_ops", "ResourceVariable"),),
        lambda v: v.numpy(),
        _variable,
    ),
    "ArrayImpl": LibraryValue(
        (("jaxlib._jax", "ArrayImpl"), ("jaxlib.xla_extension", "ArrayImpl")),
        lambda v: v.__array__(),
        _jax,
    ),
    "KerasVariable": LibraryValue(
        (("keras.src.backend", "Variable"),),
        lambda v: (v.__array__(), bool(v.trainable), str(v.name)),
        _keras_variable,
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
