"""Write the story filler into the interactive figure of "Pretrained language models".

    python book/_make/gap_filler.py

The model is trained by book/_make/story_models.py. The figure gets it in bytes, with one scale for
each row of an array, and six stories that the model was not trained on.
"""

import base64
import json
import re
from pathlib import Path

import numpy as np

BOOK = Path(__file__).resolve().parents[1]
MODEL = BOOK / "_models" / "story-filler.npz"
STORIES = BOOK / "_data" / "stories.json"
WIDGET = BOOK / "_widgets" / "gap-filler.mjs"
SHOWN = 6


def rows(array: np.ndarray) -> np.ndarray:
    """Return an array in float32 with two axes; a vector becomes one row."""
    return np.atleast_2d(array.astype(np.float32))


def coded(array: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return codes, int8 (n, m), and scales, float32 (n,), of an array with two axes."""
    scales = np.maximum(np.abs(array).max(axis=1), 1e-8) / 127
    return np.round(array / scales[:, None]).astype(np.int8), scales.astype(np.float32)


def in_text(parts: list[np.ndarray]) -> str:
    """Return the bytes of arrays, one after another, in base64."""
    return base64.b64encode(b"".join(part.tobytes() for part in parts)).decode()


def constants() -> dict[str, str]:
    """Return what the figure needs, by the names of its constants, as JavaScript."""
    stories = json.loads(STORIES.read_text("utf-8"))
    with np.load(MODEL) as kept:
        arrays = {name: rows(kept[name]) for name in kept.files}
    codes = {name: coded(array) for name, array in arrays.items()}
    return {
        "WORDS": json.dumps(stories["words"]),
        "STORIES": json.dumps(stories["test"][:SHOWN]),
        "SHAPES": json.dumps({name: array.shape for name, array in arrays.items()}),
        "MODEL": json.dumps(in_text([code for code, _ in codes.values()])),
        "SCALES": json.dumps(in_text([scales for _, scales in codes.values()])),
    }


def main() -> None:
    """Put model, words and stories into the figure."""
    text = WIDGET.read_text(encoding="utf-8")
    for name, value in constants().items():
        text = re.sub(rf"(?m)^const {name} = .*;$", f"const {name} = {value};", text)
    WIDGET.write_text(text, encoding="utf-8")
    print(f"{WIDGET.name}: {len(text) / 1024:.0f} KB")


if __name__ == "__main__":
    main()
