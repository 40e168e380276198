"""Train the 108 small networks whose learning curves the chapter on regularisation shows.

    python book/_make/learning_curves.py

Each run reads letters of book/_data/letters.npz, averaged to 14 by 14 pixels and standardised,
through one hidden layer of leaky ReLU units; it is trained by Adam on batches of 30, for 60 passes,
and judged on 600 other letters from the same fonts. Five knobs differ from run to run. The losses
after every second pass go into the interactive figure as text: two characters of base64 for each
loss, on a logarithmic scale.
"""

import re
import string
from itertools import product
from pathlib import Path

import numpy as np

BOOK = Path(__file__).resolve().parents[1]
DATA = BOOK / "_data" / "letters.npz"
WIDGET = BOOK / "_widgets" / "learning-curves.mjs"
KNOBS = {
    "units": (3, 16, 128),
    "letters": (240, 2400),
    "strength": (0.0, 0.005, 0.05),
    "rate": (0.00003, 0.002, 0.2),
    "noise": (0.0, 0.25),
}
PASSES, EVERY, BATCH, HELD, SEED, LEAK = 60, 2, 30, 600, 20261126, 0.1
SIGNS = string.ascii_uppercase + string.ascii_lowercase + string.digits + "+/"
LOW, HIGH = 1e-3, 1e3  # losses outside, and what is no number, are shown as the nearest end
TOP = len(SIGNS) ** 2 - 1


def letters() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return standardised pictures (n, 196), labels (n,), and shuffled rows of two lineages."""
    with np.load(DATA) as kept:
        x, y, lineage = kept["x"], kept["y"], kept["lineage"][kept["font"]]
    small = x.reshape(-1, 14, 2, 14, 2).mean(axis=(2, 4)).reshape(len(x), -1) / 255
    rows = np.flatnonzero(lineage != "Computer Modern")
    small = (small - small.mean()) / small.std()
    return small.astype(np.float32), y.astype(int), np.random.default_rng(SEED).permutation(rows)


def leaky(z: np.ndarray) -> np.ndarray:
    """Return the leaky ReLU of weighted sums; no unit of it can die of too high a rate."""
    return np.maximum(z, np.float32(LEAK) * z)


def mean_loss(theta: list[np.ndarray], x: np.ndarray, y: np.ndarray) -> float:
    """Return the mean cross-entropy on pictures (n, 196) and labels (n,)."""
    scores = leaky(x @ theta[0] + theta[1]) @ theta[2] + theta[3]
    scores -= scores.max(axis=1, keepdims=True)
    return float(np.mean(np.log(np.exp(scores).sum(axis=1)) - scores[np.arange(len(y)), y]))


def slopes(theta: list[np.ndarray], x: np.ndarray, wanted: np.ndarray) -> list[np.ndarray]:
    """Return the slopes of the mean cross-entropy on a batch; wanted is one-hot (n, 24)."""
    hidden = leaky(x @ theta[0] + theta[1])
    scores = hidden @ theta[2] + theta[3]
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    delta = (shares / shares.sum(axis=1, keepdims=True) - wanted) / len(x)
    below = delta @ theta[2].T * np.where(hidden > 0, 1, np.float32(LEAK))
    return [x.T @ below, below.sum(axis=0), hidden.T @ delta, delta.sum(axis=0)]


class Adam:
    """Changes parameters in place, by Adam with its usual memories."""

    def __init__(self, theta: list[np.ndarray], rate: float) -> None:
        self.theta, self.rate, self.count = theta, rate, 0
        self.means = [np.zeros_like(array) for array in theta]
        self.squares = [np.zeros_like(array) for array in theta]

    def step(self, gradient: list[np.ndarray]) -> None:
        """Take one step against a gradient, given in the shapes of the parameters."""
        self.count += 1
        rate = self.rate * np.sqrt(1 - 0.999**self.count) / (1 - 0.9**self.count)
        for array, mean, square, slope in zip(
            self.theta, self.means, self.squares, gradient, strict=True
        ):
            mean += 0.1 * (slope - mean)
            square += 0.001 * (slope * slope - square)
            array -= rate * mean / (np.sqrt(square) + 1e-7)


def trained(units: int, letters_: int, strength: float, rate: float, noise: float) -> np.ndarray:
    """Return the training and the validation losses (2, 31) of a run, that of its start first."""
    x, y, rows = letters()
    held, known = rows[:HELD], rows[HELD : HELD + letters_]
    rng = np.random.default_rng(SEED)
    labels = y[known].copy()
    wrong = rng.random(len(known)) < noise
    labels[wrong] = rng.integers(0, 24, size=wrong.sum())
    theta = [rng.normal(size=(196, units)) * np.sqrt(2 / 196), np.zeros(units)]
    theta += [rng.normal(size=(units, 24)) * np.sqrt(1 / units), np.zeros(24)]
    theta = [array.astype(np.float32) for array in theta]
    adam, one_hot, losses = Adam(theta, rate), np.eye(24, dtype=np.float32)[labels], []
    with np.errstate(all="ignore"):
        for number in range(PASSES + 1):
            if number % EVERY == 0:
                pair = [(x[known], labels), (x[held], y[held])]
                losses.append([mean_loss(theta, *each) for each in pair])
            for batch in np.array_split(rng.permutation(len(known)), len(known) // BATCH):
                gradient = slopes(theta, x[known[batch]], one_hot[batch])
                gradient[0] += strength * theta[0]
                gradient[2] += strength * theta[2]
                adam.step(gradient)
    return np.array(losses).T


def settings() -> list[tuple[float, ...]]:
    """Return the values of the five knobs for each run, the last knob turning fastest."""
    return list(product(*KNOBS.values()))


def in_text(losses: np.ndarray) -> str:
    """Return losses as text, two characters each."""
    safe = np.clip(np.nan_to_num(losses, nan=HIGH, posinf=HIGH), LOW, HIGH)
    level = np.round(np.log(safe / LOW) / np.log(HIGH / LOW) * TOP).astype(int)
    return "".join(SIGNS[k // 64] + SIGNS[k % 64] for k in level.ravel())


def from_text(text: str) -> np.ndarray:
    """Return the losses (2, 31) that a text stands for, rounded as it rounds them."""
    levels = [
        64 * SIGNS.index(a) + SIGNS.index(b) for a, b in zip(text[::2], text[1::2], strict=True)
    ]
    return (LOW * (HIGH / LOW) ** (np.array(levels) / TOP)).reshape(2, -1)


def finding(losses: np.ndarray) -> str:
    """Return what curves (2, 31) show: high rate, not finished, overfits, underfits, fits."""
    training, validation = losses
    if np.maximum(0, np.diff(training)).sum() > 0.3 * training[0]:
        return "h"  # the loss that descent should lower goes up, or jumps about
    lately, in_all = training[-6] - training[-1], training[0] - training[-1]
    if lately > 0.03 * in_all and validation[-1] < 0.998 * validation[-6]:
        return "n"  # both are still falling over the last ten passes
    if validation[-1] > 1.05 * validation.min():
        return "o"  # the validation loss has turned
    return "u" if training[-1] > 1 else "f"


def main() -> None:
    """Train, and write the losses into the figure."""
    texts = []
    for values in settings():
        texts.append(in_text(trained(*values)))
        losses = from_text(texts[-1])
        print(*values, finding(losses), losses[:, -1].round(3), flush=True)
    script = WIDGET.read_text(encoding="utf-8")
    script = re.sub(r'(const RUNS = ")[^"]*', rf"\g<1>{''.join(texts)}", script)
    found = "".join(finding(from_text(text)) for text in texts)
    script = re.sub(r'(const FINDINGS = ")[^"]*', rf"\g<1>{found}", script)
    WIDGET.write_text(script, encoding="utf-8")


if __name__ == "__main__":
    main()
