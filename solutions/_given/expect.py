"""Three helpers that the tests of this notebook call. They are given: there is nothing to change."""

import numpy as np


def _show(value, lead=""):
    """Write a value on a few lines, a long one with dots in its middle."""
    if isinstance(value, (np.ndarray, np.generic)) and value.dtype.kind != "O":
        return lead + np.array2string(value, threshold=24, precision=8, prefix=lead)
    text = repr(value)
    return lead + (text if len(text) <= 300 else text[:300] + " ...")


def _numbers(what, value):
    """Return value as an array of numbers, or say why it is none."""
    if value is None:
        raise AssertionError(f"{what}: the result is None; does the function end with a return?")
    try:
        array = np.asarray(value)
        if array.dtype.kind in "biufc":
            return array
    except (TypeError, ValueError):  # rows of different lengths, for one
        pass
    raise AssertionError(
        f"{what}: numbers are expected, in rows of equal length, and the result is "
        f"{_show(value)} of type {type(value).__name__}"
    )


def expect(what, got, want, *, rtol=1e-7, atol=1e-12, mistakes=()):
    """Compare the shape of got with that of want, then the values.

    mistakes lists (value, sentence): where got is close to one of these values, its sentence,
    which says what usually gives that value, ends the message.
    """
    got, want = _numbers(what, got), np.asarray(want)
    if got.shape != want.shape:
        lines = [f"{what}: expected an array of shape {want.shape}, got shape {got.shape}"]
    else:
        wrong = ~np.isclose(got, want, rtol=rtol, atol=atol, equal_nan=True)
        if not wrong.any():
            return
        lines = [f"{what}: the values differ"]
        if want.size > 1:
            where = tuple(int(i) for i in np.argwhere(wrong)[0])
            lines[0] += f" at {wrong.sum()} of {want.size} places, first at index {where}"
    lines += [_show(want, "  expected "), _show(got, "  got      ")]
    if np.isnan(got).any():
        lines.append("  (nan comes from 0/0, from inf - inf or from what was nan before)")
    for value, sentence in mistakes:
        value = np.asarray(value)
        if got.shape == value.shape and np.allclose(got, value, rtol=1e-5, equal_nan=True):
            lines.append(f"  What usually gives this value: {sentence}")
            break
    raise AssertionError("\n".join(lines))


def expect_raises(what, error, call):
    """Check that call() raises error, which is a class such as ValueError."""
    try:
        result = call()
    except error:
        return
    except Exception as other:
        came = f"{type(other).__name__} came: {other}"
        raise AssertionError(f"{what}: {error.__name__} should be raised, {came}") from other
    came = f"the call returned {_show(result)}"
    raise AssertionError(f"{what}: {error.__name__} should be raised, {came}")


def unchanged(what, before, after):
    """Check that a call left an input as it was; before is a copy made ahead of the call."""
    before, after = np.asarray(before), np.asarray(after)
    if np.array_equal(before, after, equal_nan=before.dtype.kind == "f"):
        return
    lines = [f"{what} was changed by the call, but an input must stay as it was"]
    lines += [_show(before, "  before "), _show(after, "  after  ")]
    lines.append("  What usually does this: += or -= (they work in place), or assigning to x[i]")
    raise AssertionError("\n".join(lines))
