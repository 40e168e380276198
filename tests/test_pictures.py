"""PNGs of students: what is a picture stays one, and nothing but the picture stays."""

import io
import zlib

import numpy as np
import pytest
from PIL import Image

from autograder.gradebook.pictures import sound_png
from tests.pngs import END, SIGNATURE, chunk, header, png

HTML = b"<html><script>window.PWN=1</script></html>"


def test_only_the_chunks_of_the_picture_stay() -> None:
    dressed = png(
        (b"tEXt", b"Comment\0" + HTML),
        (b"iTXt", b"x\0\0\0\0\0" + HTML),
        (b"eXIf", HTML),
        (b"iCCP", b"x\0\0" + zlib.compress(HTML)),
        (b"acTL", bytes(8)),
        (b"prVT", HTML),
        after=HTML,
    )
    assert sound_png(dressed) == png()


def test_a_sound_picture_shows_the_same_afterwards() -> None:
    rng = np.random.default_rng(3)
    pictures = [
        Image.fromarray(rng.integers(0, 255, shape, dtype=np.uint8))
        for shape in [(17, 33, 3), (40, 41, 4), (7, 9), (1, 1)]
    ]
    pictures += [pictures[0].convert("P"), pictures[2].convert("1"), pictures[2].convert("LA")]
    for picture in pictures:
        out = io.BytesIO()
        picture.save(out, "PNG")
        made = sound_png(out.getvalue())
        assert made is not None, picture.mode
        shown = Image.open(io.BytesIO(made)).convert("RGBA")
        assert np.array_equal(np.asarray(shown), np.asarray(picture.convert("RGBA"))), picture.mode


def test_an_interlaced_picture_is_sound() -> None:
    # 3 by 2 pixels are one pixel each in passes 1, 4 and 6, two in pass 7's whole row of three.
    rows = bytes((1 + 3) + (1 + 3) + (1 + 3) + (1 + 9))
    made = sound_png(png(head=header(interlaced=1), rows=rows))
    assert made is not None
    assert Image.open(io.BytesIO(made)).size == (3, 2)
    assert sound_png(png(head=header(interlaced=1))) is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        HTML,
        SIGNATURE,
        SIGNATURE + HTML,
        png()[:-20],
        png().replace(b"IDAT", b"IDAU"),
        SIGNATURE + chunk(*END),
        SIGNATURE + chunk(b"IDAT", zlib.compress(bytes(20))) + chunk(*END),
        SIGNATURE + (0xFFFFFFFF).to_bytes(4, "big") + b"IHDR" + bytes(40),
        png(head=header()[:-1]),
        png(head=header(width=0)),
        png(head=header(width=1 << 30)),
        png(head=header(width=9_000, height=9_000)),
        png(head=header(colour=3)),
        png((b"PLTE", b"ab"), head=header(colour=3), rows=bytes(8)),
        png(head=header(colour=5)),
        png(rows=bytes(19)),
        png(rows=bytes(21)),
        png(rows=bytes(50_000_000)),
        png().replace(b"\x89PNG", b"GIF89"),
    ],
)
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    assert sound_png(data) is None
