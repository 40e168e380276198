"""How far two values lie apart, in units of a tolerance."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

_Array = npt.NDArray[Any]
# What a few operations in another order may change, where right answers agree to the last place.
_PLACES = 10


@dataclass(frozen=True)
class Deviation:
    """The largest difference between what came and what was expected, over all elements.

    Attributes:
        tolerances: in units of the tolerance `atol + rtol * |want|`; inf for another shape, for
            what is no number, and where only one of both is nan.
        absolute: as it is.
        relative: in units of `|want|`; 0 where both are 0.
        rounding: what ten units in the last place of the largest number expected are, in
            tolerances, at most; 0 for integers.
        dtype: the type of what came.
    """

    tolerances: float
    absolute: float
    relative: float
    rounding: float
    dtype: str


def deviation(
    got: object,
    want: object,
    rtol: float,
    atol: float,
    *,
    stretched: bool = False,
    equal_nan: bool = True,
    larger: bool = False,
) -> Deviation:
    """Return how far `got` lies from `want`; no input is changed and nothing is raised.

    Args:
        got: what came: numbers of any shape.
        want: what was expected.
        rtol: relative tolerance.
        atol: absolute tolerance.
        stretched: whether shapes may differ as far as NumPy can stretch one to fit the other.
        equal_nan: whether nan equals nan.
        larger: whether the tolerance is the larger of both parts, as in `math.isclose`, and not
            their sum.
    """
    came, wanted = _numbers(got), _numbers(want)
    dtype = "none" if came is None else str(came.dtype)
    far = Deviation(np.inf, np.inf, np.inf, 0.0, dtype)
    if came is None or wanted is None:
        return far
    if came.shape != wanted.shape:
        try:
            if not stretched:
                return far
            came, wanted = np.broadcast_arrays(came, wanted)
        except ValueError:
            return far
    if came.size == 0:
        return Deviation(0.0, 0.0, 0.0, 0.0, dtype)
    step = float(np.finfo(came.dtype).eps) if came.dtype.kind in "fc" else 0.0
    came, wanted = _wide(came), _wide(wanted)
    with np.errstate(all="ignore"):
        size = np.abs(wanted)
        tolerance = np.maximum(atol, rtol * size) if larger else atol + rtol * size
        difference = np.abs(came - wanted)
        same = came == wanted
        if equal_nan:
            same |= np.isnan(came) & np.isnan(wanted)
        # What is no number differs infinitely: inf and -inf, inf and 1, nan and 1.
        difference = np.where(same, 0.0, np.where(np.isfinite(difference), difference, np.inf))
        # What cancels to a small number rounds as the large ones beside it do.
        rounded = _PLACES * step * float(size[np.isfinite(size)].max(initial=0.0))
        return Deviation(
            _largest(difference, tolerance),
            float(difference.max()),
            _largest(difference, size),
            _largest(np.full_like(size, rounded), tolerance),
            dtype,
        )


def excess(left: object, bound: float) -> Deviation:
    """Return how far the largest element lies above 0, in units of a bound on it.

    What lies below 0 counts as 0: it stays below every bound, as an error with a sign may.
    """
    came = _numbers(left)
    if came is not None and came.dtype.kind in "iuf":
        left = np.maximum(came, 0)
    return deviation(left, 0.0, 0.0, bound, stretched=True)


def _largest(difference: _Array, unit: _Array) -> float:
    """Return the largest quotient; 0 by 0 is 0, anything else by 0 is inf."""
    quotient = np.where(difference == 0, 0.0, difference / np.where(unit == 0, np.nan, unit))
    # inf by inf, where inf was expected and something else came, is inf, too.
    return float(np.where(np.isnan(quotient), np.inf, quotient).max())


def _numbers(value: object) -> _Array | None:
    """Return a value as an array of numbers; None when it is none."""
    try:
        array = np.asarray(value)
    except Exception:  # whatever a library's own class raises, it is no array of numbers
        return None
    return array if array.dtype.kind in "biufc" else None


def _wide(array: _Array) -> _Array:
    return array.astype(np.complex128 if array.dtype.kind == "c" else np.float64)
