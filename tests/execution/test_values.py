"""Values cross as what they are; nodes that are none are refused."""

import math
import tracemalloc
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from autograder.execution import values
from autograder.execution.conversation import Node, PeerError
from autograder.execution.values import Decoder, Encoder, NotData

scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.complex_numbers()
    | st.text(max_size=10)
    | st.binary(max_size=10)
)
data = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.tuples(inner, inner)
        | st.dictionaries(st.text(max_size=3) | st.integers(), inner, max_size=3)
        | st.frozensets(st.integers(), max_size=3)
        | st.sets(st.text(max_size=3), max_size=3)
    ),
    max_leaves=10,
)
DTYPES = ["?", "i1", "u2", ">i4", "i8", "f2", "f4", "<f8", ">f8", "c8", "c16", "S3", "U2"]


def no_reference(value: object) -> Node:
    raise NotData(type(value).__name__)


def cross(value: Any) -> Any:
    encoder = Encoder(no_reference)
    node = encoder.encode(value)
    return Decoder(bytes(encoder.bulk), lambda node: node).decode(node)


def same(one: Any, other: Any) -> bool:
    if type(one) is not type(other):
        return False
    if isinstance(one, float | complex):
        return one == other or repr(one) == repr(other)
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(v, other[k]) for k, v in one.items())
    return bool(one == other)


@given(data)
@settings(deadline=None)
def test_data_cross_as_they_are(value: Any) -> None:
    assert same(cross(value), value)


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("shape", [(), (0,), (3,), (2, 0, 3), (2, 3)])
def test_arrays_cross_with_dtype_and_shape(dtype: str, shape: tuple[int, ...]) -> None:
    array = np.arange(math.prod(shape)).reshape(shape).astype(dtype)
    back = cross(array)

    assert (back.dtype, back.shape) == (array.dtype, shape)
    assert np.array_equal(back, array)
    assert back.flags.writeable
    assert back.base is None


def test_views_transposes_and_read_only_arrays_cross() -> None:
    array = np.arange(12.0).reshape(3, 4)
    array.flags.writeable = False

    assert np.array_equal(cross(array[::2, ::-1]), array[::2, ::-1])
    assert np.array_equal(cross(array.T), array.T)
    assert not cross(array).flags.writeable


@pytest.mark.parametrize(
    "value",
    [
        object(),
        len,
        np.array([object()]),
        np.array([(1, 2.0)], dtype="i4,f8"),
        np.ma.array([1.0]),
        np.array(["2020"], dtype="M8[Y]"),
        np.longdouble(1),
        type("F", (float,), {})(1),
        1 << 10_000_000,
        (x for x in ()),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_no_data_is_left_to_references(value: Any) -> None:
    with pytest.raises(NotData):
        cross(value)


def test_what_is_too_deep_is_no_data() -> None:
    nested: list[Any] = []
    for _ in range(values.MAX_DEPTH + 1):
        nested = [nested]

    with pytest.raises(NotData):
        cross(nested)


def test_identity_and_cycles_survive() -> None:
    row = [0]
    rows: list[Any] = [row, row]
    rows.append(rows)
    back = cross(rows)

    assert back[0] is back[1]
    assert back[2] is back


tagged = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(1 << 63), (1 << 63) - 1)
    | st.floats()
    | st.text(max_size=5)
    | st.binary(max_size=5)
    | st.sampled_from(["<f8", "|b1", "O", "<U9", "deque"]),
    lambda inner: (
        st.tuples(st.integers(0, 40), st.lists(inner, max_size=5)).map(
            lambda pair: [pair[0], *pair[1]]
        )
        | st.lists(inner, max_size=3)
    ),
    max_leaves=8,
)


@given(tagged, st.binary(max_size=32))
@example([values.ARRAY, "<f8", [1 << 39, 1 << 39], 0, True], b"")
@example([values.ARRAY, "|b1", [1], 0, True], b"\x02")
@example([values.ARRAY, "<U1", [1], 0, True], b"\xff\xff\xff\xff")
@example([values.ARRAY, "|O", [1], 0, True], bytes(8))
@example([values.ARRAY, "<f8", [0] * 33, 0, True], b"")
@example([values.ARRAY, "<f8", [-1], 0, True], bytes(8))
@example([values.ARRAY, "<f8", [1], -8, True], bytes(8))
@example([values.SEEN, -1], b"")
@example([values.LIBRARY_VALUE, "defaultdict", [values.TUPLE, 3, [values.LIST]]], b"")
@example([values.RANGE, 0, 1, 0], b"")
@example([values.SET, [values.LIST]], b"")
@example([values.DICT, 1], b"")
@example([values.DTYPE, "f8,f8"], b"")
@example([values.LIBRARY_VALUE, "Decimal", "1" * 10_000], b"")
@settings(max_examples=500, deadline=None)
def test_any_node_is_a_value_or_a_peer_error(node: Node, bulk: bytes) -> None:
    def refuse(node: list[Node]) -> object:
        raise PeerError("no references here")

    try:
        Decoder(bulk, refuse).decode(node)
    except PeerError:
        pass


def test_an_array_that_claims_to_be_large_takes_no_memory() -> None:
    tracemalloc.start()
    with pytest.raises(PeerError):
        Decoder(bytes(64), no_reference).decode([values.ARRAY, "<f8", [1 << 27], 0, True])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < 1 << 20


def test_changes_are_written_into_the_argument_that_was_sent() -> None:
    numbers, table, array = [3, 1], {"a": 1}, np.zeros(2)
    decoder = Decoder(b"", no_reference, [numbers, table, array])
    decoder.fill(numbers, [values.LIST, 1, [values.SEEN, 1]])
    decoder.fill(table, [values.DICT, "b", 2])

    assert numbers == [1, table]
    assert table == {"b": 2}
    for value, node in (
        (numbers, [values.DICT]),
        (table, [values.LIST]),
        (array, [values.LIST, 1.0]),
        (array, [values.ARRAY, "<f8", [3], 0, True]),
        (numbers, 3),
        (numbers, []),
    ):
        with pytest.raises(PeerError):
            decoder.fill(value, node)
