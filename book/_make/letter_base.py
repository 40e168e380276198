"""Train the small convolutional base that the chapter "Transfer learning" hands on.

    python book/_make/letter_base.py

It learns the 24 drawn letters from the fonts of two lineages, DejaVu and STIX, and is judged on
the third, Computer Modern. Three blocks of a convolution, batch normalisation, ReLU and max pooling
make 432 features of a picture of 28 by 28; a dense layer makes 24 scores of them. The file
book/_models/letter-base.npz keeps its 29,352 numbers as float16, in the order of `get_weights`.
"""

import os
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras
import numpy as np

BOOK = Path(__file__).resolve().parents[1]
DATA = BOOK / "_data" / "letters.npz"
MODEL = BOOK / "_models" / "letter-base.npz"
HELD_OUT = "Computer Modern"
FILTERS = (16, 32, 48)
EPOCHS, BATCH, RATE, SEED = 14, 64, 0.002, 20261126


def new_base() -> keras.Sequential:
    """Return an untrained base: pictures (n, 28, 28, 1) from 0 to 1 to features (n, 432)."""
    stack: list[keras.layers.Layer] = [keras.Input((28, 28, 1))]
    for number, filters in enumerate(FILTERS, start=1):
        stack += [
            keras.layers.Conv2D(filters, 3, padding="same", use_bias=False, name=f"conv{number}"),
            keras.layers.BatchNormalization(momentum=0.9, name=f"norm{number}"),
            keras.layers.ReLU(name=f"relu{number}"),
            keras.layers.MaxPooling2D(name=f"pool{number}"),
        ]
    return keras.Sequential([*stack, keras.layers.Flatten()], name="base")


def read_base(path: Path = MODEL) -> keras.Sequential:
    """Return the trained base."""
    base = new_base()
    with np.load(path) as kept:
        weights = [kept[f"a{k}"].astype(np.float32) for k in range(len(kept.files))]
    base.set_weights(weights[: len(base.weights)])
    return base


def read_letters() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return pictures (4224, 28, 28, 1) from 0 to 1, labels, and which rows are held out."""
    with np.load(DATA) as data:
        held = data["lineage"][data["font"]] == HELD_OUT
        return data["x"][..., None].astype(np.float32) / 255, data["y"].astype(int), held


def trained(x: np.ndarray, labels: np.ndarray) -> keras.Sequential:
    """Return base and head, trained on pictures (n, 28, 28, 1) and labels (n,)."""
    keras.utils.set_random_seed(SEED)
    model = keras.Sequential(
        [new_base(), keras.layers.Dropout(0.3), keras.layers.Dense(24, name="letters")]
    )
    steps = EPOCHS * -(-len(x) // BATCH)
    model.compile(
        keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(RATE, steps)),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    model.fit(x, labels, epochs=EPOCHS, batch_size=BATCH, verbose=0)
    return model


def rounded(model: keras.Model) -> list[np.ndarray]:
    """Return all weights as float16."""
    return [array.astype(np.float16) for array in model.get_weights()]


def main() -> None:
    """Train, write the file, and say what the network can do."""
    x, labels, held = read_letters()
    model = trained(x[~held], labels[~held])
    arrays = rounded(model)
    MODEL.parent.mkdir(exist_ok=True)
    np.savez_compressed(MODEL, **{f"a{k}": array for k, array in enumerate(arrays)})
    model.set_weights([array.astype(np.float32) for array in arrays])
    for name, rows in (("trained on", ~held), ("held out", held)):
        print(name, model.evaluate(x[rows], labels[rows], verbose=0)[1])
    print(sum(array.size for array in arrays), "numbers,", MODEL.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
