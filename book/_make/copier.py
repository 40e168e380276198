"""Train the two encoder-decoders that the chapter "Recurrent networks" sends messages through.

    python book/_make/copier.py

Each reads up to twelve of eight symbols into one state of a GRU, of 8 or of 32 units, from which
a second GRU has to write the symbols down again. It is trained on all lengths from 1 to 12 alike.
The weights go to book/_models/copier.npz as float16, named by state size and place in the network;
the chapter runs them in NumPy.
"""

from pathlib import Path
from typing import Any

import numpy as np

MODEL = Path(__file__).resolve().parents[1] / "_models" / "copier.npz"
SYMBOLS, LONGEST = 8, 12
SIZES = (8, 32)
NAMES = ("enc_W", "enc_U", "enc_b", "dec_W", "dec_U", "dec_b", "out_W", "out_b")
MESSAGES, BATCH, EPOCHS, SEED = 40_000, 128, 12, 20261127


def messages(rng: np.random.Generator, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Return symbols (count, LONGEST) and lengths (count,); places from the length on are -1."""
    lengths = rng.integers(1, LONGEST + 1, size=count)
    symbols = rng.integers(0, SYMBOLS, size=(count, LONGEST))
    return np.where(np.arange(LONGEST) < lengths[:, None], symbols, -1), lengths


def one_hot(symbols: np.ndarray) -> np.ndarray:
    """Return one-hot rows (..., SYMBOLS) of symbols; those that are -1 are rows of zeros."""
    return (symbols[..., None] == np.arange(SYMBOLS)).astype("float32")


def samples(symbols: np.ndarray, lengths: np.ndarray) -> tuple[list[np.ndarray], np.ndarray]:
    """Return what encoder and decoder read, and the mask (n, LONGEST) of places that count.

    The encoder's messages end at the last place, behind as many steps of zeros as are left over.
    The decoder reads the symbol before the one that it should write, and zeros at first.
    """
    late = np.stack([np.roll(row, LONGEST - k) for row, k in zip(symbols, lengths, strict=True)])
    before = np.concatenate([np.full((len(symbols), 1), -1), symbols[:, :-1]], axis=1)
    return [one_hot(late), one_hot(before)], (symbols >= 0).astype("float32")


def network(size: int) -> Any:
    """Return a new encoder-decoder whose state has the given size, compiled."""
    import keras

    source, written = (keras.Input((LONGEST, SYMBOLS)) for _ in range(2))
    state = keras.layers.GRU(size)(source)
    states = keras.layers.GRU(size, return_sequences=True)(written, initial_state=state)
    scores = keras.layers.Dense(SYMBOLS)(states)
    net = keras.Model([source, written], scores)
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    net.compile(optimizer=keras.optimizers.Adam(0.005, clipnorm=1.0), loss=loss)
    return net


def trained(size: int, epochs: int = EPOCHS) -> list[np.ndarray]:
    """Return the arrays of a trained network, in the order of NAMES."""
    import keras

    keras.utils.set_random_seed(SEED)
    symbols, lengths = messages(np.random.default_rng(SEED), MESSAGES)
    read, counts = samples(symbols, lengths)
    wanted = np.maximum(symbols, 0)
    net = network(size)
    net.fit(read, wanted, sample_weight=counts, batch_size=BATCH, epochs=epochs, verbose=0)
    return [np.asarray(array) for array in net.get_weights()]


def read_model(size: int, path: Path = MODEL) -> list[np.ndarray]:
    """Return the arrays that are kept for a state of the given size, as float64."""
    with np.load(path) as kept:
        return [kept[f"{name}_{size}"].astype(float) for name in NAMES]


def copied(arrays: list[np.ndarray], symbols: np.ndarray) -> np.ndarray:
    """Return what the network writes, (n, k), for messages (n, k); it reads its own symbols.

    As in training, the encoder runs LONGEST steps and the message comes at their end.
    """
    enc, dec, (V, a) = arrays[:3], arrays[3:6], arrays[6:]
    h = np.zeros((len(symbols), len(V)))
    silence = np.full((len(symbols), LONGEST - symbols.shape[1]), -1)
    for column in np.concatenate([silence, symbols], axis=1).T:
        h = _step(one_hot(column), h, *enc)
    written, last = [], np.full(len(symbols), -1)
    for _ in range(symbols.shape[1]):
        h = _step(one_hot(last), h, *dec)
        last = (h @ V + a).argmax(axis=1)
        written.append(last)
    return np.stack(written, axis=1)


def _step(x: np.ndarray, h: np.ndarray, W: np.ndarray, U: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Return the next state (n, k) of a GRU of Keras, whose reset gate acts after the product."""
    (xz, xr, xc), (hz, hr, hc) = (np.split(a, 3, axis=1) for a in (x @ W + b[0], h @ U + b[1]))
    z, r = (1 / (1 + np.exp(-v)) for v in (xz + hz, xr + hr))
    new: np.ndarray = z * h + (1 - z) * np.tanh(xc + r * hc)
    return new


def shares(arrays: list[np.ndarray], length: int, count: int = 500) -> tuple[float, float]:
    """Return the share of new messages copied without a fault, and the share of symbols."""
    symbols = np.random.default_rng(length).integers(0, SYMBOLS, size=(count, length))
    right = copied(arrays, symbols) == symbols
    return float(right.all(axis=1).mean()), float(right.mean())


def main() -> None:
    """Train both and write the file."""
    kept = {}
    for size in SIZES:
        for name, array in zip(NAMES, trained(size), strict=True):
            kept[f"{name}_{size}"] = array.astype(np.float16)
    np.savez_compressed(MODEL, **kept)
    for size in SIZES:
        print(size, [shares(read_model(size), length) for length in (2, 4, 6, 8, 10, 12)])


if __name__ == "__main__":
    main()
