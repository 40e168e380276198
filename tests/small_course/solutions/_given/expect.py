"""The helper that the tests of this small unit call."""

import numpy as np


def expect(what, got, want):
    """Compare the shape of got with that of want, then the values."""
    if got is None:
        raise AssertionError(f"{what}: the result is None; does the function end with a return?")
    got, want = np.asarray(got), np.asarray(want)
    if got.shape != want.shape:
        raise AssertionError(f"{what}: expected shape {want.shape}, got shape {got.shape}")
    if not np.allclose(got, want):
        raise AssertionError(f"{what}: expected {want}, got {got}")
