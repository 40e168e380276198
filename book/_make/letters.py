"""Draw the 24 letters that the labs on vision learn to read.

    python book/_make/letters.py

Each picture has 28 by 28 grey levels, as those of the sign-language MNIST, and shows one of the
letters A to Y without J. The letters are drawn, not photographed: from the fonts that come with
Matplotlib, of three lineages, each letter turned, slanted, scaled and moved a little at random. A
network that has seen two lineages and is judged on the third meets letters by another hand.

The file book/_data/letters.npz holds `x` (n, 28, 28) in uint8, white on black; `y` (n,), labels
from 0 to 23; `font` (n,), which font drew a picture; `fonts` and `lineage`, its name and lineage.
"""

from pathlib import Path

import matplotlib
import numpy as np
from PIL import Image, ImageDraw, ImageFont

DATA = Path(__file__).resolve().parents[1] / "_data" / "letters.npz"
LETTERS = "ABCDEFGHIKLMNOPQRSTUVWXY"
SIZE, DRAWN_LARGER, COPIES, SEED = 28, 4, 8, 20261126
# Only these: other fonts of Matplotlib claim to have letters, and draw boxes or ornaments.
FONTS = {
    "DejaVu": (
        "DejaVuSans",
        "DejaVuSans-Bold",
        "DejaVuSans-Oblique",
        "DejaVuSans-BoldOblique",
        "DejaVuSansMono",
        "DejaVuSansMono-Bold",
        "DejaVuSansMono-Oblique",
        "DejaVuSansMono-BoldOblique",
        "DejaVuSerif",
        "DejaVuSerif-Bold",
        "DejaVuSerif-Italic",
        "DejaVuSerif-BoldItalic",
    ),
    "STIX": ("STIXGeneral", "STIXGeneralBol", "STIXGeneralItalic", "STIXGeneralBolIta"),
    "Computer Modern": ("cmb10", "cmmi10", "cmr10", "cmss10", "cmti10", "cmtt10"),
}
CAP_HEIGHT = 16  # pixels of a capital before it is scaled


def font_folder() -> Path:
    """Return the folder of the fonts that come with Matplotlib."""
    return Path(matplotlib.get_data_path(), "fonts", "ttf")


def glyph(path: Path, letter: str) -> Image.Image:
    """Return one letter, white on black, in the middle of a picture four times too large."""
    side = SIZE * DRAWN_LARGER
    font = ImageFont.truetype(str(path), side)
    top, bottom = font.getbbox("H")[1::2]
    font = ImageFont.truetype(str(path), round(side * CAP_HEIGHT * DRAWN_LARGER / (bottom - top)))
    picture = Image.new("L", (side, side))
    left, top, right, bottom = font.getbbox(letter)
    corner = ((side - left - right) / 2, (side - top - bottom) / 2)
    ImageDraw.Draw(picture).text(corner, letter, fill=255, font=font)
    return picture


def moved(picture: Image.Image, rng: np.random.Generator) -> np.ndarray:
    """Return the picture (28, 28), turned, slanted, scaled and moved at random."""
    angle, slant = np.deg2rad(rng.uniform(-14, 14)), rng.uniform(-0.15, 0.15)
    scale = rng.uniform(0.75, 1.1, size=2)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    forward = turn @ np.array([[1, slant], [0, 1]]) @ np.diag(scale)
    back = np.linalg.inv(forward)  # Pillow asks where each pixel comes from
    middle = picture.width / 2
    shift = rng.uniform(-2, 2, size=2) * DRAWN_LARGER
    offset = middle - back @ (middle + shift)
    rows = (*back[0], offset[0], *back[1], offset[1])
    spread = picture.transform(
        picture.size, Image.Transform.AFFINE, rows, resample=Image.Resampling.BILINEAR
    )
    return np.asarray(spread.resize((SIZE, SIZE), Image.Resampling.BOX))


def moved_inside(picture: Image.Image, rng: np.random.Generator) -> np.ndarray:
    """Return the picture (28, 28), moved so that no letter is cut off at the border."""
    while True:
        made = moved(picture, rng)
        if max(made[0].max(), made[-1].max(), made[:, 0].max(), made[:, -1].max()) < 64:
            return made


def drawn() -> dict[str, np.ndarray]:
    """Return the arrays of the file by name."""
    folder = font_folder()
    rng = np.random.default_rng(SEED)
    names = [(name, lineage) for lineage, fonts in FONTS.items() for name in fonts]
    x, y, font = [], [], []
    for number, (name, _) in enumerate(names):
        for label, letter in enumerate(LETTERS):
            large = glyph(folder / f"{name}.ttf", letter)
            for _ in range(COPIES):
                x.append(moved_inside(large, rng))
                y.append(label)
                font.append(number)
    return {
        "x": np.array(x, dtype=np.uint8),
        "y": np.array(y, dtype=np.uint8),
        "font": np.array(font, dtype=np.uint8),
        "fonts": np.array([name for name, _ in names]),
        "lineage": np.array([lineage for _, lineage in names]),
    }


def main() -> None:
    """Draw the letters and write the file."""
    arrays = drawn()
    np.savez_compressed(DATA, **arrays)
    print(f"{len(arrays['x'])} letters, {DATA.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
