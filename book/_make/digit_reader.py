"""Train the small network that the chapter "What is deep learning?" opens with.

    python book/_make/digit_reader.py

It reads handwritten digits of 8 by 8 pixels: 64 inputs, hidden layers of 16 and 12 ReLU units, ten
outputs. It learns from 1,300 of the 1,797 pictures of scikit-learn's load_digits; the other 497 are
for judging it. Every number is rounded to a multiple of 1/32 that fits in a byte, so that the same
1,374 numbers serve the chapter, as arrays in book/_models/, and its interactive figure, as text in
book/_widgets/.
"""

import base64
import re
from itertools import pairwise
from pathlib import Path

import numpy as np
from sklearn.datasets import load_digits

BOOK = Path(__file__).resolve().parents[1]
MODEL = BOOK / "_models" / "digit-reader.npz"
WIDGET = BOOK / "_widgets" / "digit-reader.mjs"
SIZES = (64, 16, 12, 10)
TRAINED_ON = 1300
STEPS_TO_ONE = 32  # stored numbers are whole multiples of 1/32, from -4 to 127/32
EPOCHS, BATCH, RATE, SEED = 60, 20, 0.1, 20261121

Layers = list[tuple[np.ndarray, np.ndarray]]


def split_digits() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return pictures (1797, 64) from 0 to 1, labels (1797,), and their shuffled row numbers."""
    digits = load_digits()
    order = np.random.default_rng(0).permutation(len(digits.data))
    return digits.data / 16, digits.target, order


def forward(layers: Layers, x: np.ndarray) -> tuple[list[np.ndarray], np.ndarray]:
    """Return what each layer reads, and the probabilities (n, 10), for pictures (n, 64)."""
    reads = [x]
    for weights, bias in layers[:-1]:
        reads.append(np.maximum(0, reads[-1] @ weights + bias))
    scores = reads[-1] @ layers[-1][0] + layers[-1][1]
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    return reads, shares / shares.sum(axis=1, keepdims=True)


def step(layers: Layers, x: np.ndarray, wanted: np.ndarray) -> Layers:
    """Return the layers after one step of gradient descent on a batch."""
    reads, probabilities = forward(layers, x)
    delta = (probabilities - wanted) / len(x)
    after: Layers = []
    for (weights, bias), read in zip(reversed(layers), reversed(reads), strict=True):
        after.insert(0, (weights - RATE * read.T @ delta, bias - RATE * delta.sum(axis=0)))
        delta = (delta @ weights.T) * (read > 0)
    return after


def trained(x: np.ndarray, labels: np.ndarray) -> Layers:
    """Return layers trained on pictures (n, 64) and labels (n,)."""
    rng = np.random.default_rng(SEED)
    layers = [(rng.normal(size=(a, b)) * np.sqrt(2 / a), np.zeros(b)) for a, b in pairwise(SIZES)]
    for _ in range(EPOCHS):
        for rows in np.array_split(rng.permutation(len(x)), len(x) // BATCH):
            layers = step(layers, x[rows], np.eye(10)[labels[rows]])
    return layers


def coded(layers: Layers) -> list[np.ndarray]:
    """Return weights and biases of all layers as int8, in units of 1/32."""
    arrays = [array for layer in layers for array in layer]
    return [np.clip(np.round(a * STEPS_TO_ONE), -128, 127).astype(np.int8) for a in arrays]


def read_model(path: Path = MODEL) -> Layers:
    """Return the layers that are kept in a file."""
    with np.load(path) as kept:
        return [(kept[f"W{k}"], kept[f"b{k}"]) for k in range(1, len(SIZES))]


def in_text(codes: list[np.ndarray]) -> str:
    """Return all codes in one line of base64, in the order W1, b1, W2, b2, W3, b3."""
    return base64.b64encode(b"".join(code.tobytes() for code in codes)).decode()


def picture_text(x: np.ndarray) -> str:
    """Return a picture as 64 characters, 0 to 9 and a to g for the grey levels 0 to 16."""
    return "".join("0123456789abcdefg"[int(level)] for level in np.round(x * 16))


def samples(x: np.ndarray, labels: np.ndarray, held: np.ndarray) -> list[str]:
    """Return the first held-out picture of each digit that the kept model reads right, as text."""
    read = forward(read_model(), x[held])[1].argmax(axis=1)
    right = held[read == labels[held]]
    return [picture_text(x[right[labels[right] == digit][0]]) for digit in range(10)]


def main() -> None:
    """Train, and write the model and its copy in the figure."""
    x, labels, order = split_digits()
    chosen = order[:TRAINED_ON]
    codes = coded(trained(x[chosen], labels[chosen]))
    names = [f"{kind}{k}" for k in range(1, len(SIZES)) for kind in "Wb"]
    MODEL.parent.mkdir(exist_ok=True)
    values = [(code / STEPS_TO_ONE).astype(np.float32) for code in codes]
    np.savez(MODEL, **dict(zip(names, values, strict=True)))
    text = WIDGET.read_text(encoding="utf-8")
    text = re.sub(r'(const MODEL = ")[^"]*', rf"\g<1>{in_text(codes)}", text)
    held = order[TRAINED_ON:]
    shown = '", "'.join(samples(x, labels, held))
    text = re.sub(r"(const DIGITS = \[)[^\]]*", rf'\g<1>"{shown}"', text)
    WIDGET.write_text(text, encoding="utf-8")
    right = forward(read_model(), x[held])[1].argmax(axis=1) == labels[held]
    print(f"{right.sum()} of {len(held)} held-out pictures right")


if __name__ == "__main__":
    main()
