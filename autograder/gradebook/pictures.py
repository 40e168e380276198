"""PNGs made anew from the chunks that a picture needs: no text, no colour profile, nothing behind.

A picture of a student's goes into a page that the instructor's session shows. What is left of it is
a header within bounds, a palette, and pixel data that unpacks to exactly the announced size.
"""

import struct
import zlib
from collections.abc import Iterator, Mapping

SIGNATURE = b"\x89PNG\r\n\x1a\n"
MAX_SIDE_PX = 10_000
MAX_PIXELS = 25_000_000
_STEP = 1 << 20
# Bits per pixel by colour type and the depths that go with it.
_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_INDEXED = 3
# Bytes that name the one transparent colour.
_CLEAR = {0: 2, 2: 6}
# Where the seven passes of an interlaced picture begin, and how far apart their pixels lie.
_PASSES = (
    (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)
)  # fmt: skip
_WHOLE = ((0, 0, 1, 1),)


def sound_png(data: bytes) -> bytes | None:
    """Return a PNG anew, without what it does not need; None for what is no sound PNG."""
    if not data.startswith(SIGNATURE):
        return None
    try:
        return _anew(data)
    except (ValueError, struct.error, zlib.error):
        return None


def _anew(data: bytes) -> bytes:
    kept: dict[bytes, bytes] = {}
    pixels: list[bytes] = []
    for kind, content in _chunks(data):
        if kind == b"IDAT":
            pixels.append(content)
        elif kind in (b"IHDR", b"PLTE", b"tRNS") and kind not in kept and not pixels:
            kept[kind] = content
    header, data = kept.get(b"IHDR", b""), b"".join(pixels)
    size = _unpacked_size(header)
    colours = _colours(header[9], kept)
    _check_pixels(data, size)
    chunks = [(b"IHDR", header), *colours, (b"IDAT", data), (b"IEND", b"")]
    return SIGNATURE + b"".join(_chunk(kind, content) for kind, content in chunks)


def _colours(colour: int, kept: Mapping[bytes, bytes]) -> list[tuple[bytes, bytes]]:
    """Return palette and transparency as far as the colour type has them."""
    palette, clear = kept.get(b"PLTE", b""), kept.get(b"tRNS", b"")
    indexed = colour == _INDEXED
    if indexed and (not 3 <= len(palette) <= 768 or len(palette) % 3):
        raise ValueError("a palette that is none")
    sound = len(clear) <= len(palette) // 3 if indexed else len(clear) == _CLEAR.get(colour)
    return [(b"PLTE", palette)] * indexed + [(b"tRNS", clear)] * (sound and bool(clear))


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the chunks up to the end; ValueError for one that is damaged."""
    place = len(SIGNATURE)
    while True:
        length, kind = struct.unpack_from(">I4s", data, place)
        content = data[place + 8 : place + 8 + length]
        (check,) = struct.unpack_from(">I", data, place + 8 + length)
        if check != zlib.crc32(kind + content):
            raise ValueError("a damaged chunk")
        if kind == b"IEND":
            return
        yield kind, content
        place += 12 + length


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I4s", len(content), kind) + content + struct.pack(">I", check)


def _unpacked_size(header: bytes) -> int:
    """Return how many bytes the pixels of a picture with this header take; ValueError for none."""
    width, height, depth, colour, packing, filtering, interlaced = struct.unpack(">IIBBBBB", header)
    sound = depth in _DEPTHS.get(colour, ()) and (packing, filtering) == (0, 0)
    if not sound or not 0 < min(width, height) <= max(width, height) <= MAX_SIDE_PX:
        raise ValueError("a header that is none")
    if width * height > MAX_PIXELS or interlaced not in (0, 1):
        raise ValueError("a picture that is too large")
    bits = depth * _SAMPLES[colour]
    size = 0
    for left, top, across, down in _PASSES if interlaced else _WHOLE:
        columns, rows = -(-(width - left) // across), -(-(height - top) // down)
        if columns > 0 and rows > 0:
            size += rows * (1 + (columns * bits + 7) // 8)
    return size


def _check_pixels(data: bytes, size: int) -> None:
    """Raise ValueError unless the pixel data unpacks to so many bytes; takes little memory."""
    unpacker = zlib.decompressobj()
    found, part, rest = 0, b"-", data
    while part and not unpacker.eof and found <= size:
        part = unpacker.decompress(rest, _STEP)
        found += len(part)
        rest = unpacker.unconsumed_tail
    if found != size or not unpacker.eof or unpacker.unused_data:
        raise ValueError("pixel data of another size")
