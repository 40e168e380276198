"""Train the detector of the chapter "Detection and segmentation", which its page has no time for.

    python book/_make/letter_detector.py

The script runs the cells of the chapter up to the one that loads the weights, so that anchors,
targets, network and loss are those of the page. Then it fits the network to 3,000 sheets (a few
minutes on two cores) and writes its ten arrays of weights, as float16, to book/_models/.
"""

import contextlib
import os
import re
from pathlib import Path
from typing import Any

import numpy as np
from letter_sheets import sheets as draw_sheets

BOOK = Path(__file__).resolve().parents[1]
CHAPTER = BOOK / "vision" / "detection-and-segmentation.md"
MODEL = BOOK / "_models" / "letter-detector.npz"
SHEETS, EPOCHS, BATCH, RATE, SEED = 3000, 30, 32, 3e-3, 20261126


def cells() -> list[str]:
    """Return the code of the chapter's cells that stand before the one that loads the weights."""
    text = CHAPTER.read_text("utf-8")
    bodies = re.findall(r"^```\{code-cell\}\n(?:---\n.*?^---\n)?(.*?)^```$", text, re.M | re.S)
    loads = next(k for k, body in enumerate(bodies) if MODEL.name in body)
    return bodies[:loads]


def names_of_the_page() -> dict[str, Any]:
    """Return what the chapter's cells have defined, run where they expect to be run."""
    os.environ.setdefault("MPLBACKEND", "Agg")
    names: dict[str, Any] = {}
    with contextlib.chdir(CHAPTER.parent):
        for body in cells():
            exec(body, names)  # noqa: S102 - the cells are ours
    return names


def trained(names: dict[str, Any], sheets: int = SHEETS, epochs: int = EPOCHS) -> list[np.ndarray]:
    """Return the weights of the page's detector after training, as float16."""
    keras = names["keras"]
    keras.utils.set_random_seed(SEED)
    detector = keras.models.clone_model(names["detector"])  # new weights, of this seed
    drawn = draw_sheets(SEED, sheets, modern=False)
    pictures = np.array([picture for picture, *_ in drawn], dtype=np.float32)[..., None]
    targets = np.array([names["target"](boxes, labels) for _, boxes, labels, _ in drawn])
    rate = keras.optimizers.schedules.CosineDecay(RATE, epochs * -(-sheets // BATCH))
    detector.compile(keras.optimizers.Adam(rate), names["detection_loss"])
    detector.fit(pictures, targets, batch_size=BATCH, epochs=epochs, verbose=0)
    return [weights.astype(np.float16) for weights in detector.get_weights()]


def main() -> None:
    weights = trained(names_of_the_page())
    np.savez_compressed(MODEL, **{f"w{k}": array for k, array in enumerate(weights)})
    print(f"{MODEL.relative_to(BOOK)}: {MODEL.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
