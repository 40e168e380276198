"""Runs the statements of a visible test one by one and notes what a student's code gives them.

Its text is sent to whoever runs the student's code, see `probing.py`: it runs there in names of its
own, with the standard library, and with NumPy where the notebook has it. Statements run in names
that lie above the notebook's: what they bind is gone afterwards. In the place of the helpers
`expect`, `expect_raises` and `unchanged` stand others that note and never raise, and around the
student's functions stand some that note what a call gives and which arguments it changes.

What is noted is the same for the same mistake written in another way: numbers to six digits, in
lists or arrays, of whatever type; sets and dicts in an order of their own; other objects as such.
"""

import builtins
import hashlib
import json
import math
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any

MAX_VALUES = 4096
MAX_NOTES = 4000
MAX_DEPTH = 8
MAX_TEXT = 200
# Of float noise: below this, a number is 0, as it is next to one so many times as large.
TINY = 1e-9
TINY_SHARE = 1e-12
# Numbers with few digits lie half-way between two that have six: noise must not round them. So all
# are made larger by less than half of a unit of the last digit.
ASIDE = 1.000000314159

Note = list[Any]
_VIEWS: tuple[type, ...] = (type({}.keys()), type({}.values()), type({}.items()))


class Numbers:
    """Numbers of one shape, in the order of an array's items."""

    def __init__(self, shape: tuple[int, ...], items: list[Any]) -> None:
        self.shape = shape
        self.items = items

    def note(self) -> Note:
        """Return what is noted of them."""
        shown = [_plain(item) for item in self.items]
        parts = [part for item in shown for part in (item.real, item.imag)]
        largest = max((abs(part) for part in parts if math.isfinite(part)), default=0.0)
        tiny = max(TINY, TINY_SHARE * largest)
        reals = [_digits(item.real, tiny) for item in shown]
        others = [_digits(item.imag, tiny) for item in shown]
        return ["numbers", list(self.shape), reals, others if any(o != "0" for o in others) else []]


def _plain(item: Any) -> complex:
    try:
        return complex(item)
    except OverflowError:
        return complex(math.inf if item > 0 else -math.inf)


def _digits(number: float, tiny: float) -> str:
    if math.isfinite(number):
        return "0" if abs(number) <= tiny else f"{number * ASIDE:.5e}"
    return "nan" if math.isnan(number) else "inf" if number > 0 else "-inf"


def noted(value: Any) -> Any:
    """Return what is noted of a value, as JSON: the same for the same value by another idiom."""
    try:
        return _settled(_Forms().of(value, 0))
    except Exception:
        return "unreadable"


def _settled(form: Any) -> Any:
    return form.note() if isinstance(form, Numbers) else form


class _Forms:
    """Takes one value apart, as far as it goes."""

    def __init__(self) -> None:
        self._left = MAX_VALUES

    def of(self, value: Any, depth: int) -> Any:
        """Return numbers, or what is noted of something else."""
        kind = type(value)
        numpy: Any = sys.modules.get("numpy")
        self._left -= 1
        if depth > MAX_DEPTH or self._left < 0:
            return "more"
        if kind in (bool, int, float, complex):
            return Numbers((), [value])
        if kind in (str, bytes, bytearray):
            return ["text", str(value[:MAX_TEXT])]
        # By the type itself: in the judge, a student's object would be asked what it claims to be.
        if numpy is not None and issubclass(kind, numpy.ndarray | numpy.generic):
            return self._of_array(value, depth)
        if kind in (list, tuple, range, *_VIEWS):
            return self._of_items([*value], depth)
        if kind in (set, frozenset, dict):
            return self._of_unordered(kind.__name__.removeprefix("frozen"), value, depth)
        return "none" if value is None else "function" if callable(value) else "object"

    def _of_array(self, value: Any, depth: int) -> Any:
        shape = tuple(int(size) for size in value.shape)
        # What the judge got of the student's without items would not be compared with anything.
        items = value.reshape(-1)[: max(0, self._left)].tolist() if value.size else []
        if value.dtype.kind not in "biufc" and items:
            return ["array", list(shape), [_settled(self.of(item, depth + 1)) for item in items]]
        self._left -= len(items)
        return Numbers(shape, items)

    def _of_items(self, items: list[Any], depth: int) -> Any:
        """Return rows of numbers of one shape as numbers, as `np.array` would make them."""
        forms = [self.of(item, depth + 1) for item in items[: max(0, self._left)]]
        if all(isinstance(form, Numbers) and form.shape == forms[0].shape for form in forms):
            inner = forms[0].shape if forms else ()
            return Numbers((len(items), *inner), [n for form in forms for n in form.items])
        return ["items", len(items), [_settled(form) for form in forms]]

    def _of_unordered(self, kind: str, value: Any, depth: int) -> Any:
        if len(value) > self._left:
            return [kind, len(value)]
        parts = value.items() if kind == "dict" else [(item, None) for item in value]
        told = [[_settled(self.of(part, depth + 1)) for part in pair] for pair in parts]
        return [kind, sorted(map(json.dumps, told))]


def _print_of(value: Any, depth: int = 0) -> Any:
    """Return what tells whether data has been changed, to the last bit."""
    kind = type(value)
    numpy: Any = sys.modules.get("numpy")
    if numpy is not None and issubclass(kind, numpy.ndarray) and value.dtype.kind != "O":
        return (value.shape, value.dtype.str, value.tobytes())
    if depth > MAX_DEPTH:
        return None
    if kind in (list, tuple):
        return [_print_of(item, depth + 1) for item in value]
    if kind is dict:
        return [(_print_of(k, depth + 1), _print_of(v, depth + 1)) for k, v in value.items()]
    return repr(value) if kind in (bool, int, float, complex, str, bytes, set) else None


class Names(dict[str, Any]):
    """Names of the statements, above those of the notebook.

    Args:
        below: the notebook's names.
        own: names that the statements bind before they read them; those of the notebook may be
            left from an earlier run.
    """

    def __init__(self, below: Mapping[str, Any], own: Iterable[str]) -> None:
        super().__init__()
        self._below = below
        self._own = frozenset(own)

    def __missing__(self, name: str) -> Any:
        if name in self._own:
            raise KeyError(name)
        return self._below[name]


class Recorder:
    """Runs statements and notes what comes."""

    def __init__(self, names: Mapping[str, Any], own: Iterable[str]) -> None:
        self.notes: list[Note] = []
        self._place = -1
        self._names = Names(names, own)
        # As Python itself looks for them, past a notebook's own way of finding names.
        self._names["__builtins__"] = dict.get(names, "__builtins__", builtins)  # type: ignore
        self._names["__name__"] = "__main__"
        given = {"expect": self._expect, "unchanged": self._unchanged}
        for name, stand_in in (given | {"expect_raises": self._expect_raises}).items():
            if (helper := self._below(name)) is not None:
                self._names[name] = stand_in(helper)
        self._names["__holds__"] = self._holds

    def _below(self, name: str) -> Any:
        try:
            return self._names[name]
        except (KeyError, NameError):
            return None

    def note(self, what: str, *parts: Any) -> None:
        """Note something, unless too much is noted already."""
        if len(self.notes) < MAX_NOTES:
            self.notes.append([self._place, what, *parts])

    def watch(self, name: str) -> None:
        """Note calls of a student's function, or the value of a name that is none."""
        value = self._below(name)
        if value is None:
            self.note("missing", name)
        elif not callable(value):
            self.note("name", noted(value))
        elif isinstance(value, type):
            self.note("class")
        else:
            self._names[name] = self._watched(value)

    def run(self, statements: Iterable[str]) -> None:
        """Run statements one after another; none stops the next."""
        for place, statement in enumerate(statements):
            self._place = place
            try:
                exec(compile(statement, "the tests", "exec"), self._names)  # noqa: S102 - the tests
            except (Exception, SystemExit) as error:
                self.note("stopped", type(error).__name__)

    def _watched(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **named: Any) -> Any:
            given = [*args, *named.values()]
            before = [_print_of(value) for value in given]
            try:
                value = function(*args, **named)
            except (Exception, SystemExit) as error:
                self.note("raised", type(error).__name__, _changed(before, given))
                raise
            self.note("gave", noted(value), _changed(before, given))
            return value

        return call

    def _expect(self, helper: Callable[..., Any]) -> Callable[..., None]:
        def expect(*args: Any, **named: Any) -> None:
            got = args[1] if len(args) > 1 else named.get("got")
            self.note("got", noted(got), _passes(helper, args, named))

        return expect

    def _unchanged(self, helper: Callable[..., Any]) -> Callable[..., None]:
        def unchanged(*args: Any, **named: Any) -> None:
            after = args[2] if len(args) > 2 else named.get("after")
            self.note("after", noted(after), _passes(helper, args, named))

        return unchanged

    def _expect_raises(self, _: Callable[..., Any]) -> Callable[..., None]:
        def expect_raises(what: object, error: type[Exception], call: Callable[[], Any]) -> None:
            try:
                self.note("returned", noted(call()))
            except (Exception, SystemExit) as came:
                self.note("came", type(came).__name__, isinstance(came, error))

        return expect_raises

    def _holds(self, condition: Any) -> None:
        try:
            self.note("holds", bool(condition))
        except Exception as error:
            self.note("holds", type(error).__name__)


def _changed(before: list[Any], given: list[Any]) -> list[int]:
    """Return the places of the arguments that a call has changed."""
    return [n for n, value in enumerate(given) if _print_of(value) != before[n]]


def _passes(helper: Callable[..., Any], args: Any, named: Any) -> bool:
    try:
        helper(*args, **named)
    except Exception:
        return False
    return True


def behaviour_of(
    names: Mapping[str, Any], statements: list[str], own: list[str], watched: list[str]
) -> str:
    """Return the hash of what a student's code gives to a test; "" when it gives nothing.

    Where every call raises, the error says what is wrong: many mistakes have the same, by accident.

    Args:
        names: the notebook's names.
        statements: the test, each statement a text.
        own: names that the statements bind before they read them.
        watched: names that the student's code binds.
    """
    recorder = Recorder(names, own)
    for name in watched:
        recorder.watch(name)
    recorder.run(statements)
    noted_kinds = {note[1] for note in recorder.notes}
    given = {"gave", "name"} | ({"got", "holds"} if "class" in noted_kinds else set())
    if not noted_kinds & given:
        return ""
    text = json.dumps(recorder.notes, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
