"""The encoder-decoders of the chapter on recurrent networks: file and script agree."""

from typing import Any

import numpy as np
import pytest

from tests.book.scripts import script


@pytest.fixture(scope="module")
def maker() -> Any:
    """The script that trains them, as a module."""
    return script("copier")


def test_the_file_holds_both_networks_and_is_small(maker: Any) -> None:
    assert maker.MODEL.stat().st_size < 40_000
    for size in maker.SIZES:
        shapes = [array.shape for array in maker.read_model(size)]
        gru = [(8, 3 * size), (size, 3 * size), (2, 3 * size)]
        assert shapes == [*gru, *gru, (size, 8), (8,)]


def test_messages_come_to_the_encoder_late_and_to_the_decoder_one_step_late(maker: Any) -> None:
    symbols = np.array([[3, 5, *[-1] * 10]])
    (late, before), counts = maker.samples(symbols, np.array([2]))
    assert late[0].argmax(axis=1).tolist()[-2:] == [3, 5]
    assert late[0, :-2].sum() == 0
    assert before[0, 0].sum() == 0
    assert before[0, 1].argmax() == 3
    assert counts[0].tolist() == [1, 1] + [0] * 10


def test_accuracy_falls_with_length_and_the_larger_state_carries_further(maker: Any) -> None:
    small, large = (
        [maker.shares(maker.read_model(size), length)[0] for length in (2, 4, 6, 8, 12)]
        for size in maker.SIZES
    )
    assert min(small[0], large[0]) > 0.95
    assert large == sorted(large, reverse=True)
    assert small == sorted(small, reverse=True)
    assert large[1] > small[1] + 0.1
    assert all(b > a + 0.25 for a, b in zip(small[2:4], large[2:4], strict=True))
    assert max(small[4], large[4]) < 0.05


@pytest.mark.slow
def test_the_script_trains_a_network_that_does_as_well(maker: Any) -> None:
    size = maker.SIZES[0]
    made, kept = maker.trained(size), maker.read_model(size)
    for length in (1, 3):
        symbols_made, symbols_kept = (maker.shares(a, length)[1] for a in (made, kept))
        assert abs(symbols_made - symbols_kept) < 0.15
