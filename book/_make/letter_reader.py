"""Train the small convolutional network whose maps the chapter "Convolutional networks" shows.

    python book/_make/letter_reader.py

It reads the 24 drawn letters of book/_data/letters.npz: three convolutions of 8, 16 and 32 maps,
each followed by ReLU and pooling, then 24 scores. It learns from the fonts of two lineages, moved
about by two pixels at most; Computer Modern is for judging it. Every number is rounded so that it
fits in a byte, in steps of a power of two that each array has for itself. The same 12,952 numbers
serve the chapter, as arrays in book/_models/, and its interactive figure, as text in book/_widgets/.
"""

import base64
import os
import re
from pathlib import Path

import numpy as np

BOOK = Path(__file__).resolve().parents[1]
DATA = BOOK / "_data" / "letters.npz"
MODEL = BOOK / "_models" / "letter-reader.npz"
WIDGET = BOOK / "_widgets" / "letter-maps.mjs"
LETTERS = "ABCDEFGHIKLMNOPQRSTUVWXY"
NAMES = ("W1", "b1", "W2", "b2", "W3", "b3", "W4", "b4")
SHAPES = {
    "W1": (5, 5, 1, 8),
    "b1": (8,),
    "W2": (3, 3, 8, 16),
    "b2": (16,),
    "W3": (3, 3, 16, 32),
    "b3": (32,),
    "W4": (288, 24),
    "b4": (24,),
}
EPOCHS, BATCH, RATE, SHIFT, SEED = 14, 32, 0.002, 2, 20261126

Arrays = dict[str, np.ndarray]


def read_letters() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return pictures (n, 28, 28) from 0 to 1, labels (n,), and which are held out (n,)."""
    with np.load(DATA) as kept:
        held = kept["lineage"][kept["font"]] == "Computer Modern"
        return kept["x"] / 255, kept["y"].astype(int), held


def convolved(maps: np.ndarray, kernel: np.ndarray, bias: np.ndarray) -> np.ndarray:
    """Return ReLU of a convolution that keeps height and width; maps: (n, h, w, c)."""
    half = len(kernel) // 2
    padded = np.pad(maps, [(0, 0), (half, half), (half, half), (0, 0)])
    windows = np.lib.stride_tricks.sliding_window_view(padded, kernel.shape[:2], axis=(1, 2))
    return np.maximum(np.einsum("nhwcij,ijcf->nhwf", windows, kernel, optimize=True) + bias, 0)


def pooled(maps: np.ndarray) -> np.ndarray:
    """Return the maxima of windows of 2 by 2; an odd last row or column is left out."""
    n, h, w, c = maps.shape
    whole = maps[:, : h // 2 * 2, : w // 2 * 2]
    return whole.reshape(n, h // 2, 2, w // 2, 2, c).max(axis=(2, 4))


def forward(arrays: Arrays, pictures: np.ndarray) -> tuple[list[np.ndarray], np.ndarray]:
    """Return the maps of the three convolutions and the scores (n, 24), for (n, 28, 28)."""
    now, seen = pictures[..., None], []
    for k in (1, 2, 3):
        seen.append(convolved(now, arrays[f"W{k}"], arrays[f"b{k}"]))
        now = pooled(seen[-1])
    return seen, now.reshape(len(now), -1) @ arrays["W4"] + arrays["b4"]


def moved(pictures: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Return the pictures, each moved by up to SHIFT pixels; what leaves on one side is gone."""
    side = pictures.shape[1]
    padded = np.pad(pictures, [(0, 0), (SHIFT, SHIFT), (SHIFT, SHIFT)])
    corners = rng.integers(2 * SHIFT + 1, size=(len(pictures), 2))
    return np.stack([p[r : r + side, c : c + side] for p, (r, c) in zip(padded, corners)])


def trained(x: np.ndarray, y: np.ndarray) -> Arrays:
    """Return the arrays of a network trained on pictures (n, 28, 28) and labels (n,)."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    import keras

    keras.utils.set_random_seed(SEED)
    stack: list[keras.layers.Layer] = [keras.Input((28, 28, 1))]
    for maps, side in ((8, 5), (16, 3), (32, 3)):
        stack.append(keras.layers.Conv2D(maps, side, padding="same", activation="relu"))
        stack.append(keras.layers.MaxPooling2D())
    model = keras.Sequential([*stack, keras.layers.Flatten(), keras.layers.Dense(24)])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    rng = np.random.default_rng(SEED)
    model.compile(optimizer=keras.optimizers.Adam(RATE, weight_decay=0.004), loss=loss)
    for _ in range(EPOCHS):
        model.fit(moved(x, rng)[..., None], y, batch_size=BATCH, verbose=0)
    return dict(zip(NAMES, model.get_weights(), strict=True))


def coded(array: np.ndarray) -> tuple[np.ndarray, int]:
    """Return int8 codes and k: the array is about codes * 2**-k, with k as large as fits."""
    k = int(np.floor(np.log2(127 / abs(array).max())))
    return np.round(array * 2.0**k).astype(np.int8), k


def read_model(path: Path = MODEL) -> Arrays:
    """Return the arrays that are kept in a file."""
    with np.load(path) as kept:
        return {name: kept[name].astype(float) for name in NAMES}


def picture_text(picture: np.ndarray) -> str:
    """Return a picture as 784 hexadecimal digits, one for each of 16 grey levels."""
    return "".join(f"{int(level):x}" for level in np.round(picture.ravel() * 15))


def samples(arrays: Arrays, x: np.ndarray, y: np.ndarray, held: np.ndarray) -> list[str]:
    """Return a held-out picture of each letter that the kept model reads right, as text."""
    shown = []
    for letter in range(24):
        rows = np.flatnonzero(held & (y == letter))
        coarse = np.round(x[rows] * 15) / 15
        right = forward(arrays, coarse)[1].argmax(axis=1) == letter
        shown.append(picture_text(x[rows[right][letter % right.sum()]]))
    return shown


def main() -> None:
    """Train, and write the model and its copy in the figure."""
    x, y, held = read_letters()
    codes = {name: coded(a) for name, a in trained(x[~held], y[~held]).items()}
    arrays = {name: (code * 2.0**-k).astype(np.float32) for name, (code, k) in codes.items()}
    np.savez_compressed(MODEL, **arrays)
    text = WIDGET.read_text(encoding="utf-8")
    raw = base64.b64encode(b"".join(code.tobytes() for code, _ in codes.values())).decode()
    text = re.sub(r'(const MODEL = ")[^"]*', rf"\g<1>{raw}", text)
    steps = ", ".join(str(k) for _, k in codes.values())
    text = re.sub(r"(const STEPS = \[)[^\]]*", rf"\g<1>{steps}", text)
    shown = '", "'.join(samples(read_model(), x, y, held))
    text = re.sub(r"(const SAMPLES = \[)[^\]]*", rf'\g<1>"{shown}"', text)
    WIDGET.write_text(text, encoding="utf-8")
    right = forward(read_model(), x[held])[1].argmax(axis=1) == y[held]
    print(f"{right.sum()} of {held.sum()} held-out pictures right")


if __name__ == "__main__":
    main()
