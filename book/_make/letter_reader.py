"""Train the small convolutional network whose maps the chapter "Convolutional networks" shows.

    python book/_make/letter_reader.py

It reads the 24 drawn letters of book/_data/letters.npz: three convolutions of 8, 16 and 32 maps,
each followed by ReLU and pooling, then 24 scores. It learns from the fonts of two lineages, moved
about by two pixels at most; Computer Modern is for judging it. Every number is rounded so that it
fits in a byte, in steps of a power of two that each array has for itself. The same 12,952 numbers
lie as arrays in book/_models/ and, for that figure and one of the chapter "Deployment", as text in
book/_widgets/.
"""

import base64
import re
from pathlib import Path

import numpy as np

BOOK = Path(__file__).resolve().parents[1]
DATA = BOOK / "_data" / "letters.npz"
MODEL = BOOK / "_models" / "letter-reader.npz"
WIDGET = BOOK / "_widgets" / "letter-maps.mjs"
WIDGETS = (WIDGET, BOOK / "_widgets" / "input-contract.mjs")
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
EPOCHS, BATCH, RATE, SHIFT, SEED = 12, 32, 0.004, 2, 20261126

Arrays = dict[str, np.ndarray]


def read_letters() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return pictures (n, 28, 28) from 0 to 1, labels (n,), and which are held out (n,)."""
    with np.load(DATA) as kept:
        held = kept["lineage"][kept["font"]] == "Computer Modern"
        return kept["x"] / 255, kept["y"].astype(int), held


def columns(maps: np.ndarray, side: int) -> np.ndarray:
    """Return the window around each place in a row: (n, h, w, side * side * c), zeros outside."""
    half, (n, h, w, c) = side // 2, maps.shape
    padded = np.zeros((n, h + 2 * half, w + 2 * half, c), maps.dtype)
    padded[:, half : half + h, half : half + w] = maps
    shifted = [padded[:, i : i + h, j : j + w] for i in range(side) for j in range(side)]
    return np.concatenate(shifted, axis=3)


def scattered(slopes: np.ndarray, side: int) -> np.ndarray:
    """Return what columns was given, as slopes: the sum over all windows that hold a place."""
    half, (n, h, w, _) = side // 2, slopes.shape
    each = slopes.reshape(n, h, w, side, side, -1)
    padded = np.zeros((n, h + 2 * half, w + 2 * half, each.shape[5]), slopes.dtype)
    for i, j in np.ndindex(side, side):
        padded[:, i : i + h, j : j + w] += each[:, :, :, i, j]
    return padded[:, half : half + h, half : half + w]


def pooled(maps: np.ndarray) -> np.ndarray:
    """Return the maxima of windows of 2 by 2; an odd last row or column is left out."""
    n, h, w, c = maps.shape
    whole = maps[:, : h // 2 * 2, : w // 2 * 2]
    return whole.reshape(n, h // 2, 2, w // 2, 2, c).max(axis=(2, 4))


def unpooled(slopes: np.ndarray, maps: np.ndarray, tops: np.ndarray) -> np.ndarray:
    """Return the slopes of the maps: each goes to its window's maximum, in parts where tied."""
    out = np.zeros_like(maps)
    h, w = 2 * tops.shape[1], 2 * tops.shape[2]
    spots = [(slice(None), slice(i, h, 2), slice(j, w, 2)) for i in (0, 1) for j in (0, 1)]
    best = [maps[spot] == tops for spot in spots]
    parts = slopes / sum(each.astype(maps.dtype) for each in best)
    for spot, each in zip(spots, best, strict=True):
        out[spot] = parts * each
    return out


def forward(arrays: Arrays, pictures: np.ndarray) -> tuple[list[np.ndarray], np.ndarray]:
    """Return the maps of the three convolutions and the scores (n, 24), for (n, 28, 28)."""
    now, seen = pictures[..., None], []
    for k in (1, 2, 3):
        kernel = arrays[f"W{k}"]
        z = columns(now, len(kernel)) @ kernel.reshape(-1, kernel.shape[3]) + arrays[f"b{k}"]
        seen.append(np.maximum(z, 0))
        now = pooled(seen[-1])
    return seen, now.reshape(len(now), -1) @ arrays["W4"] + arrays["b4"]


def gradients(arrays: Arrays, pictures: np.ndarray, labels: np.ndarray) -> Arrays:
    """Return the slopes of the mean cross-entropy of a batch."""
    seen, scores = forward(arrays, pictures)
    reads = [pictures[..., None], *(pooled(maps) for maps in seen)]
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    delta = shares / shares.sum(axis=1, keepdims=True)
    delta[np.arange(len(labels)), labels] -= 1
    delta /= len(labels)
    flat = reads[3].reshape(len(labels), -1)
    slopes = {"W4": flat.T @ delta, "b4": delta.sum(axis=0)}
    back = (delta @ arrays["W4"].T).reshape(reads[3].shape)
    for k in (3, 2, 1):
        kernel = arrays[f"W{k}"]
        rows = kernel.reshape(-1, kernel.shape[3])
        z_slopes = unpooled(back, seen[k - 1], reads[k]) * (seen[k - 1] > 0)
        windows = columns(reads[k - 1], len(kernel)).reshape(-1, len(rows))
        slopes[f"W{k}"] = (windows.T @ z_slopes.reshape(-1, rows.shape[1])).reshape(kernel.shape)
        slopes[f"b{k}"] = z_slopes.sum(axis=(0, 1, 2))
        if k > 1:
            back = scattered(z_slopes @ rows.T, len(kernel))
    return slopes


def moved(pictures: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Return the pictures, each moved by up to SHIFT pixels; what leaves on one side is gone."""
    side = pictures.shape[1]
    padded = np.pad(pictures, [(0, 0), (SHIFT, SHIFT), (SHIFT, SHIFT)])
    corners = rng.integers(2 * SHIFT + 1, size=(len(pictures), 2))
    return np.stack(
        [p[r : r + side, c : c + side] for p, (r, c) in zip(padded, corners, strict=True)]
    )


def trained(x: np.ndarray, y: np.ndarray) -> Arrays:
    """Return the arrays of a network trained by Adam on pictures (n, 28, 28) and labels (n,)."""
    rng = np.random.default_rng(SEED)
    arrays = {}
    for name, shape in SHAPES.items():
        size = np.sqrt(2 / np.prod(shape[:-1])) if len(shape) > 1 else 0
        arrays[name] = (size * rng.normal(size=shape)).astype(np.float32)
    first, second = ({name: np.zeros_like(a) for name, a in arrays.items()} for _ in range(2))
    step = 0
    for epoch in range(EPOCHS):
        pictures, rate = moved(x, rng).astype(np.float32), RATE * (1 - epoch / EPOCHS)
        for rows in np.array_split(rng.permutation(len(x)), len(x) // BATCH):
            step += 1
            for name, slope in gradients(arrays, pictures[rows], y[rows]).items():
                first[name] = 0.9 * first[name] + 0.1 * slope
                second[name] = 0.999 * second[name] + 0.001 * slope**2
                size = np.sqrt(second[name] / (1 - 0.999**step)) + 1e-8
                arrays[name] = arrays[name] - rate * first[name] / (1 - 0.9**step) / size
    return arrays


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
    raw = base64.b64encode(b"".join(code.tobytes() for code, _ in codes.values())).decode()
    steps = ", ".join(str(k) for _, k in codes.values())
    shown = '", "'.join(samples(read_model(), x, y, held))
    for widget in WIDGETS:
        text = widget.read_text(encoding="utf-8")
        text = re.sub(r'(const MODEL = ")[^"]*', rf"\g<1>{raw}", text)
        text = re.sub(r"(const STEPS = \[)[^\]]*", rf"\g<1>{steps}", text)
        text = re.sub(r"(const SAMPLES = \[)[^\]]*", rf'\g<1>"{shown}"', text)
        widget.write_text(text, encoding="utf-8")
    right = forward(read_model(), x[held])[1].argmax(axis=1) == y[held]
    print(f"{right.sum()} of {held.sum()} held-out pictures right")


if __name__ == "__main__":
    main()
