"""Measure what transfer is worth, for the chapter "Transfer learning" and its figure.

    python book/_make/transfer_grid.py

The base of letter_base.py is put to handwritten digits, of which 1, 2, 5, 10 or 20 a class have a
label. For five draws of those: training from scratch, a head on the frozen base, and from there on
fine-tuning of the last one, two or three blocks at three rates. 797 other digits judge. The shares
of right answers go to book/_data/transfer.csv, a row a run, and to book/_widgets/thaw-depth.mjs.
Batch normalisation stays frozen in fine-tuning; inputs of frozen blocks are computed once.
"""

import csv
import re
from collections.abc import Callable, Iterator

import keras
import numpy as np
import tensorflow as tf
from letter_base import BOOK, MODEL, new_base
from sklearn.datasets import load_digits

TABLE = BOOK / "_data" / "transfer.csv"
WIDGET = BOOK / "_widgets" / "thaw-depth.mjs"
LABELLED, SEEDS, RATES = (1, 2, 5, 10, 20), range(5), (0.01, 0.001, 0.0001)
HEAD_RATE, HEAD_STEPS, TUNING_STEPS, BATCH = 0.003, 150, 100, 50
NAMES = ("kernel", "scale", "shift", "mean", "variance")

Arrays = list[tf.Variable]


def read_digits() -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return pictures (1797, 28, 28, 1) from 0 to 1, labels, rows to draw from, rows that judge."""
    digits = load_digits()
    x = np.kron(digits.images / 16, np.ones((1, 3, 3)))
    x = np.pad(x, ((0, 0), (2, 2), (2, 2)))[..., None].astype(np.float32)
    order = np.random.default_rng(0).permutation(len(x))
    return x, digits.target, order[:1000], order[1000:]


def draw(labels: np.ndarray, rows: np.ndarray, each: int, seed: int) -> np.ndarray:
    """Return that many rows of each class, drawn from rows."""
    mixed = np.random.default_rng(seed).permutation(rows)
    return np.concatenate([mixed[labels[mixed] == digit][:each] for digit in range(10)])


def base_arrays(seed: int | None = None) -> Arrays:
    """Return the fifteen arrays of the base, trained or, with a seed, untrained; block by block."""
    if seed is None:
        with np.load(MODEL) as kept:
            found = [kept[f"a{k}"].astype(np.float32) for k in range(15)]
    else:
        keras.utils.set_random_seed(seed)
        found = new_base().get_weights()
    return [tf.Variable(array) for array in found]


def block(x: tf.Tensor, arrays: Arrays, batch_counts: bool) -> tf.Tensor:
    """One block: convolution, normalisation by its averages or by the batch, ReLU, pooling."""
    kernel, scale, shift, mean, variance = arrays
    z = tf.nn.conv2d(x, kernel, 1, "SAME")
    if batch_counts:
        m, v = tf.nn.moments(z, [0, 1, 2])
        mean.assign(0.9 * mean + 0.1 * m)
        variance.assign(0.9 * variance + 0.1 * v)
    else:
        m, v = mean, variance
    z = tf.nn.relu((z - m) / tf.sqrt(v + 0.001) * scale + shift)
    return tf.nn.max_pool2d(z, 2, 2, "VALID")


class Network:
    """A base of three blocks with a head of ten scores, and Adam for its numbers."""

    def __init__(self, arrays: Arrays) -> None:
        """Take the base's arrays; the head starts at zero."""
        self.blocks = [arrays[k : k + 5] for k in (0, 5, 10)]
        self.head = [tf.Variable(tf.zeros((432, 10))), tf.Variable(tf.zeros(10))]
        self.moments = {v.ref(): (tf.Variable(v * 0), tf.Variable(v * 0)) for v in self.trained(3)}
        self.everything = [*arrays, *self.head]
        self.train = {d: tf.function(self.step(d, False)) for d in range(4)}
        self.train_all = tf.function(self.step(3, True))
        self.through = [tf.function(self.one_block(k)) for k in range(3)]

    def trained(self, thawed: int, *, norms: bool = True) -> Arrays:
        """Return what is trained when the last blocks are thawed, the head always."""
        thawn = [b[:3] if norms else b[:1] for b in self.blocks[3 - thawed :]]
        return [v for b in thawn for v in b] + self.head

    def one_block(self, k: int) -> Callable[[tf.Tensor], tf.Tensor]:
        """Return block k as a function of its input."""
        return lambda x: block(x, self.blocks[k], batch_counts=False)

    def up_to(self, thawed: int, x: np.ndarray) -> tf.Tensor:
        """Return what the first thawed block reads, from pictures."""
        for k in range(3 - thawed):
            x = self.through[k](x)
        return tf.convert_to_tensor(x)

    def step(self, thawed: int, batch_counts: bool) -> Callable[..., None]:
        """Return a function that takes one step of Adam on a batch, at a rate, as step number t."""
        variables = self.trained(thawed, norms=batch_counts)

        def take(x: tf.Tensor, y: tf.Tensor, rate: tf.Tensor, t: tf.Tensor) -> None:
            with tf.GradientTape() as tape:
                for arrays in self.blocks[3 - thawed :]:
                    x = block(x, arrays, batch_counts)
                z = tf.reshape(x, (-1, 432)) @ self.head[0] + self.head[1]
                loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(y, z))
            for v, g in zip(variables, tape.gradient(loss, variables), strict=True):
                m, s = self.moments[v.ref()]
                m.assign(0.9 * m + 0.1 * g)
                s.assign(0.999 * s + 0.001 * g * g)
                corrected = tf.sqrt(s / (1 - 0.999**t)) + 1e-7
                v.assign_sub(rate * m / (1 - 0.9**t) / corrected)

        return take

    def fit(
        self,
        thawed: int,
        x: tf.Tensor,
        y: np.ndarray,
        rate: float,
        steps: int,
        seed: int,
        *,
        scratch: bool = False,
    ) -> None:
        """Train on what the first thawed block reads, in shuffled batches, with fresh moments."""
        for pair in self.moments.values():
            for moment in pair:
                moment.assign(moment * 0)
        rng, order = np.random.default_rng(seed), np.array([], int)
        for t in range(1, steps + 1):
            if len(order) < min(BATCH, len(y)):
                order = rng.permutation(len(y))
            rows, order = order[:BATCH], order[BATCH:]
            take = self.train_all if scratch else self.train[thawed]
            take(tf.gather(x, rows), y[rows], tf.constant(rate), tf.constant(float(t)))

    def share(self, thawed: int, x: tf.Tensor, y: np.ndarray) -> float:
        """Return the share of right answers, from what the first thawed block reads."""
        for k in range(3 - thawed, 3):
            x = self.through[k](x)
        z = tf.reshape(x, (-1, 432)) @ self.head[0] + self.head[1]
        return float(np.mean(np.argmax(z, axis=1) == y))

    def kept(self) -> list[np.ndarray]:
        """Return copies of all arrays."""
        return [v.numpy() for v in self.everything]

    def put(self, arrays: list[np.ndarray]) -> None:
        """Put arrays back."""
        for v, array in zip(self.everything, arrays, strict=True):
            v.assign(array)


Row = tuple[int, int, str, int, float, float]


def runs(network: Network, each: int, seed: int) -> Iterator[Row]:
    """Yield labelled a class, seed, method, thawed blocks, rate, share; for one draw of labels."""
    x, labels, pool, judges = read_digits()
    labels = labels.astype(np.int32)
    few = draw(labels, pool, each, seed)
    y, truth = labels[few], labels[judges]
    head = [np.zeros((432, 10), np.float32), np.zeros(10, np.float32)]

    network.put([v.numpy() for v in base_arrays(seed)] + head)
    network.fit(3, x[few], y, HEAD_RATE, HEAD_STEPS + TUNING_STEPS, seed, scratch=True)
    yield each, seed, "scratch", 3, HEAD_RATE, network.share(3, x[judges], truth)

    network.put([v.numpy() for v in base_arrays()] + head)
    read = {d: (network.up_to(d, x[few]), network.up_to(d, x[judges])) for d in range(4)}
    network.fit(0, read[0][0], y, HEAD_RATE, HEAD_STEPS, seed)
    yield each, seed, "transfer", 0, HEAD_RATE, network.share(0, read[0][1], truth)
    headed = network.kept()
    for thawed in (1, 2, 3):
        for rate in RATES:
            network.put(headed)
            network.fit(thawed, read[thawed][0], y, rate, TUNING_STEPS, seed)
            share = network.share(thawed, read[thawed][1], truth)
            yield each, seed, "transfer", thawed, rate, share


def counts(shares: list[float], judges: int = 797) -> str:
    """Return the numbers of right answers as the figure has them."""
    return ", ".join(str(round(share * judges)) for share in shares)


def main() -> None:
    """Measure, and write the table and its copy in the figure."""
    network = Network(base_arrays())
    rows = []
    for each in LABELLED:
        for seed in SEEDS:
            rows += [(*row[:5], round(row[5], 4)) for row in runs(network, each, seed)]
            print(*rows[-11:], sep="\n", flush=True)
    with TABLE.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["labelled", "seed", "method", "thawed", "rate", "right"])
        writer.writerows(rows)
    text = WIDGET.read_text(encoding="utf-8")
    text = re.sub(r"(const RIGHT = \[)[^\]]*", rf"\g<1>{counts([row[5] for row in rows])}", text)
    WIDGET.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
