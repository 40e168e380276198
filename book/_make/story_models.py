"""Train the writer and the filler of the chapters on transformers and on pretrained models.

    python book/_make/story_models.py

Both are the same transformer, of two blocks, with the same names of arrays. The writer sees only
what stands before and learns to say the next word; the filler sees both sides and learns to say
words that were hidden. The weights go to book/_models/story-writer.npz and story-filler.npz as
float16; the chapters run them in NumPy, as `logits` does here.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from stories import CONTEXT, PATH, stories

MODELS = Path(__file__).resolve().parents[1] / "_models"
PAD, START, END, MASK = range(4)
WIDTH, HEADS, BLOCKS = 48, 4, 2
STORIES, BATCH, EPOCHS, RATE, SEED = 30_000, 64, 10, 0.003, 20261127
CHOSEN, SHOWN_AS_MASK, SHOWN_AS_OTHER = 0.15, 0.8, 0.1
Arrays = dict[str, np.ndarray]


def vocabulary() -> list[str]:
    """Return the words, those that are none first; the place of a word is its id."""
    words: list[str] = json.loads(PATH.read_text("utf-8"))["words"]
    return words


def tokens(lines: list[str]) -> np.ndarray:
    """Return ids (n, CONTEXT) of stories: start, words, end, and 0 behind."""
    of = {word: i for i, word in enumerate(vocabulary())}
    ids = np.zeros((len(lines), CONTEXT), "int32")
    for row, line in zip(ids, lines, strict=True):
        story = [START, *(of[word] for word in line.split()), END]
        row[: len(story)] = story
    return ids


def shapes(words: int) -> dict[str, tuple[int, ...]]:
    """Return the shape of each array, by its name."""
    d = WIDTH
    found: dict[str, tuple[int, ...]] = {"E": (words, d), "P": (CONTEXT, d), "g": (d,), "c": (d,)}
    for i in range(BLOCKS):
        found |= {f"{name}_{i}": (d,) for name in ("g1", "c1", "g2", "c2")}
        found |= {f"{name}_{i}": (d, d) for name in ("Wq", "Wk", "Wv", "Wo")}
        found |= {f"W1_{i}": (d, 4 * d), f"b1_{i}": (4 * d,)}
        found |= {f"W2_{i}": (4 * d, d), f"b2_{i}": (d,)}
    return found


def network(causal: bool) -> Any:
    """Return a new Keras model from ids (n, CONTEXT) to logits (n, CONTEXT, words)."""
    import keras

    ops, words = keras.ops, len(vocabulary())

    class Transformer(keras.Layer):
        def build(self, _: Any) -> None:
            self.arrays = {}
            for name, shape in shapes(words).items():
                kind = "ones" if name[0] == "g" else "zeros" if name[0] in "cb" else None
                spread = 0.1 if name in ("E", "P") else shape[0] ** -0.5
                start = kind or keras.initializers.RandomNormal(stddev=spread)
                self.arrays[name] = self.add_weight(shape=shape, initializer=start, name=name)

        def call(self, ids: Any) -> Any:
            return _logits(ops, self.arrays, ids, causal, ops.softmax)

    ids = keras.Input((CONTEXT,), dtype="int32")
    return keras.Model(ids, Transformer(name="transformer")(ids))


def _logits(ops: Any, p: Any, ids: Any, causal: bool, softmax: Callable[..., Any]) -> Any:
    """Return the logits with the operations of NumPy or of Keras; the same text for both."""
    length = ids.shape[1]
    split = (-1, length, HEADS, WIDTH // HEADS)
    allowed = (ids != PAD)[:, None, None, :]
    if causal:
        allowed = allowed & np.tril(np.ones((length, length), bool))
    hidden_by = ops.where(allowed, 0.0, -1e9)

    def norm(x: Any, g: Any, c: Any) -> Any:
        x = x - ops.mean(x, axis=-1, keepdims=True)
        return x / ops.sqrt(ops.mean(x * x, axis=-1, keepdims=True) + 1e-6) * g + c

    x = ops.take(p["E"], ids, axis=0) + p["P"][:length]
    for i in range(BLOCKS):
        y = norm(x, p[f"g1_{i}"], p[f"c1_{i}"])
        q, k, v = (
            ops.transpose(ops.reshape(ops.matmul(y, p[f"{name}_{i}"]), split), (0, 2, 1, 3))
            for name in ("Wq", "Wk", "Wv")
        )
        scores = ops.matmul(q, ops.transpose(k, (0, 1, 3, 2))) / (WIDTH / HEADS) ** 0.5
        mixed = ops.matmul(softmax(scores + hidden_by, axis=-1), v)
        mixed = ops.reshape(ops.transpose(mixed, (0, 2, 1, 3)), (-1, length, WIDTH))
        x = x + ops.matmul(mixed, p[f"Wo_{i}"])
        y = norm(x, p[f"g2_{i}"], p[f"c2_{i}"])
        y = ops.maximum(ops.matmul(y, p[f"W1_{i}"]) + p[f"b1_{i}"], 0.0)
        x = x + ops.matmul(y, p[f"W2_{i}"]) + p[f"b2_{i}"]
    return ops.matmul(norm(x, p["g"], p["c"]), ops.transpose(p["E"]))


def softmax(scores: np.ndarray, axis: int) -> np.ndarray:
    """Return shares along an axis."""
    e = np.exp(scores - scores.max(axis=axis, keepdims=True))
    shares: np.ndarray = e / e.sum(axis=axis, keepdims=True)
    return shares


def logits(arrays: Arrays, ids: np.ndarray, causal: bool) -> np.ndarray:
    """Return scores (n, length, words) for ids (n, length) in NumPy."""
    scores: np.ndarray = _logits(np, arrays, ids, causal, softmax)
    return scores


def next_words(ids: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return what a writer reads, what it should say, and where that counts: (n, CONTEXT) each."""
    wanted = np.hstack([ids[:, 1:], np.zeros((len(ids), 1), ids.dtype)])
    return ids, wanted, (wanted != PAD).astype("float32")


def hidden_words(
    ids: np.ndarray, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return what a filler reads, what it should say, and where that counts: (n, CONTEXT) each.

    Of the words, 15 % are chosen: 8 of 10 are shown as <mask>, one as another word, one as it is.
    """
    chosen = (rng.random(ids.shape) < CHOSEN) & (ids > MASK)
    how, other = rng.random(ids.shape), rng.integers(MASK + 1, len(vocabulary()), ids.shape)
    shown = np.where(how < SHOWN_AS_MASK, MASK, ids)
    swapped = (how >= SHOWN_AS_MASK) & (how < SHOWN_AS_MASK + SHOWN_AS_OTHER)
    shown = np.where(swapped, other, shown)
    return np.where(chosen, shown, ids).astype("int32"), ids, chosen.astype("float32")


def trained(
    causal: bool, count: int = STORIES, epochs: int = EPOCHS, seed: int = SEED, verbose: int = 2
) -> Arrays:
    """Return the arrays of a trained model; no story of the file's test is learned from."""
    import keras

    keras.utils.set_random_seed(seed)
    rng = np.random.default_rng(seed)
    test = set(json.loads(PATH.read_text("utf-8"))["test"])
    ids = tokens([line for line in stories(seed, count)[0] if line not in test])
    net = network(causal)
    steps = epochs * -(-len(ids) // BATCH)
    rate = keras.optimizers.schedules.CosineDecay(
        0.0, steps, warmup_target=RATE, warmup_steps=min(300, steps // 10)
    )
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    net.compile(optimizer=keras.optimizers.Adam(rate, clipnorm=1.0), loss=loss)
    for epoch in range(epochs):
        read, wanted, counts = next_words(ids) if causal else hidden_words(ids, rng)
        net.fit(
            read,
            wanted,
            sample_weight=counts * counts.size / counts.sum(),
            batch_size=BATCH,
            initial_epoch=epoch,
            epochs=epoch + 1,
            verbose=verbose,
        )
    kept = net.get_layer("transformer").arrays
    return {name: np.asarray(array.value) for name, array in kept.items()}


def read_model(name: str) -> Arrays:
    """Return the arrays of "writer" or "filler" that are kept, as float64."""
    with np.load(MODELS / f"story-{name}.npz") as kept:
        return {key: kept[key].astype(float) for key in kept.files}


def cost(arrays: Arrays, ids: np.ndarray) -> float:
    """Return what a writer pays for whole stories, in nats for each of them, on average."""
    read, wanted, counts = next_words(ids)
    shares = softmax(logits(arrays, read, causal=True), axis=-1)
    paid = -np.log(np.take_along_axis(shares, wanted[..., None], axis=-1)[..., 0])
    return float((paid * counts).sum() / len(ids))


def written(arrays: Arrays, count: int, rng: np.random.Generator) -> list[str]:
    """Return stories drawn word by word from a writer, up to its <end> or its context's end."""
    ids, words = np.full((count, 1), START), vocabulary()
    while ids.shape[1] < CONTEXT and not (ids == END).any(axis=1).all():
        shares = softmax(logits(arrays, ids, causal=True)[:, -1], axis=-1)
        drawn = (shares.cumsum(axis=1) > rng.random((count, 1))).argmax(axis=1)
        ids = np.column_stack([ids, drawn])
    return [" ".join(words[i] for i in row[1:]).split(" <end>")[0] for row in ids]


def filled(arrays: Arrays, lines: list[str], place: Callable[[list[str]], int]) -> float:
    """Return the share of stories in which a filler says the word that was hidden at a place."""
    ids = tokens(lines)
    rows, hidden = np.arange(len(ids)), np.array([place(line.split()) + 1 for line in lines])
    wanted = ids[rows, hidden]
    ids[rows, hidden] = MASK
    said = logits(arrays, ids, causal=False)[rows, hidden].argmax(axis=1)
    return float((said == wanted).mean())


def main() -> None:
    """Train both, write the files, and say how good they are."""
    for name, causal in (("writer", True), ("filler", False)):
        arrays = trained(causal)
        kept: dict[str, Any] = {key: array.astype(np.float16) for key, array in arrays.items()}
        np.savez_compressed(MODELS / f"story-{name}.npz", **kept)
    data = json.loads(PATH.read_text("utf-8"))
    paid, least = cost(read_model("writer"), tokens(data["test"])), np.mean(data["test_nats"])
    print(f"writer: {paid:.3f} nats for a story; no model pays less than {least:.3f}")
    print("filler:", filled(read_model("filler"), data["test"], lambda words: len(words) - 6))


if __name__ == "__main__":
    main()
