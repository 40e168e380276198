"""What stands in the place of a comparison: it compares as before, and notes how close it was."""

import inspect
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from autograder.audit.spread.deviation import Deviation, deviation, excess

# How the arguments of a comparison are called, by the names of their parameters.
_GOT = ("got", "actual", "a")
_WANT = ("want", "desired", "b")
_RTOL = ("rtol", "rel_tol")
_ATOL = ("atol", "abs_tol")


@dataclass(frozen=True)
class Note:
    """What all calls of one comparison in one piece had in common, and how they spread.

    Attributes:
        task: the task's grade_id.
        where: "" for visible tests, else the property's sentence.
        seed: what the hidden tests drew their inputs from.
        site: which comparison.
        rtol: its relative tolerance.
        atol: its absolute tolerance.
        passed: whether these calls found both sides equal.
        largest: the largest deviation, in tolerances.
        smallest: the smallest one, of a call as a whole.
        absolute: the largest one as it is.
        relative: the largest one in units of what was expected.
        rounding: ten units in the last place, in tolerances.
        dtype: the type of what came.
        choosing: whether the answer is a bool that the test goes on with, as of `np.allclose`.
    """

    task: str
    where: str
    seed: int
    site: str
    rtol: float
    atol: float
    passed: bool
    largest: float
    smallest: float
    absolute: float
    relative: float
    rounding: float
    dtype: str
    choosing: bool


class Recorder:
    """Collects notes; `compared`, `below` and `held` are what the tests call."""

    def __init__(self) -> None:
        self._at = ("", "", 0)
        self._silent = True
        self._notes: dict[tuple[object, ...], Note] = {}
        self._failed = 0

    def go_to(self, task: str, where: str, seed: int, *, silent: bool) -> None:
        """Say which piece runs from now on, and whether anything is noted there."""
        self._at, self._silent = (task, where, seed), silent

    def take(self) -> list[Note]:
        """Return the notes since the last call."""
        notes, self._notes = [*self._notes.values()], {}
        return notes

    def failed(self) -> int:
        """Return the line of the first assertion that failed since the last call, 0 for none."""
        line, self._failed = self._failed, 0
        return line

    def held(self, value: Any, line: int) -> None:
        """Note an assertion of a comparison that fails."""
        if not value:
            self._failed = self._failed or line

    def compared(self, site: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return the function that is called instead of a comparing one.

        It gives what the function gives. Where that raises AssertionError, it gives None, so that
        the comparisons after it are reached as well; any other exception leaves.
        """

        def recorded(*args: Any, **keywords: Any) -> Any:
            passed, result, choosing = True, None, False
            try:
                result = function(*args, **keywords)
            except AssertionError:
                passed = False
            except (TypeError, ValueError):  # what cannot be compared: other shapes, None
                self._note(site, function, args, keywords, passed=False, choosing=True)
                raise
            if result is not None:
                passed, choosing = _all(result), True
            self._note(site, function, args, keywords, passed=passed, choosing=choosing)
            return result

        return recorded

    def below(self, site: str, left: Any, bound: float, strict: bool) -> Any:
        """Compare as `left < bound` (or <=) does, and note it as the distance of `left` from 0."""
        result = left < bound if strict else left <= bound
        far = excess(left, bound)
        self._add(site, 0.0, bound, far, passed=_all(result), choosing=True)
        return result

    def _note(
        self,
        site: str,
        function: Callable[..., Any],
        args: tuple[Any, ...],
        keywords: dict[str, Any],
        *,
        passed: bool,
        choosing: bool,
    ) -> None:
        bound = inspect.signature(function).bind(*args, **keywords)
        bound.apply_defaults()
        given = bound.arguments
        rtol, atol = (_largest(_named(given, names)) for names in (_RTOL, _ATOL))
        math_like = function is math.isclose
        far = deviation(
            _named(given, _GOT),
            _named(given, _WANT),
            rtol,
            atol,
            stretched="got" not in given,
            equal_nan=bool(given.get("equal_nan", not math_like)),
            larger=math_like,
        )
        self._add(site, rtol, atol, far, passed=passed, choosing=choosing)

    def _add(
        self, site: str, rtol: float, atol: float, far: Deviation, *, passed: bool, choosing: bool
    ) -> None:
        if self._silent:
            return
        key = (*self._at, site, rtol, atol, passed)
        before = self._notes.get(key)
        smallest, largest = far.tolerances, far.tolerances
        absolute, relative, rounding = far.absolute, far.relative, far.rounding
        if before is not None:
            smallest, largest = min(smallest, before.smallest), max(largest, before.largest)
            absolute, relative = max(absolute, before.absolute), max(relative, before.relative)
            rounding = max(rounding, before.rounding)
        self._notes[key] = Note(
            *self._at,
            site,
            rtol,
            atol,
            passed,
            largest,
            smallest,
            absolute,
            relative,
            rounding,
            far.dtype if before is None else before.dtype,
            choosing,
        )


def _all(result: Any) -> bool:
    whole = result.all() if hasattr(result, "all") else result
    return bool(whole)


def _named(given: dict[str, Any], names: tuple[str, ...]) -> Any:
    return next(given[name] for name in names if name in given)


def _largest(tolerance: Any) -> float:
    return float(max(tolerance.ravel()) if hasattr(tolerance, "ravel") else tolerance)
