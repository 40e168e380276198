"""PNGs made by hand, right ones and others."""

import struct
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"
END = (b"IEND", b"")


def chunk(kind: bytes, content: bytes) -> bytes:
    """Return one chunk."""
    check = zlib.crc32(kind + content)
    return struct.pack(">I4s", len(content), kind) + content + struct.pack(">I", check)


def header(width: int = 3, height: int = 2, colour: int = 2, interlaced: int = 0) -> bytes:
    """Return the content of a header of eight bits a sample."""
    return struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, interlaced)


def png(
    *more: tuple[bytes, bytes],
    head: bytes | None = None,
    rows: bytes = bytes(20),
    after: bytes = b"",
) -> bytes:
    """Return a black picture of 3 by 2 pixels, or what is no picture.

    Args:
        more: further chunks, before the pixels.
        head: in place of the header.
        rows: in place of the rows of pixels, not yet packed.
        after: what stands behind the end.
    """
    chunks = [(b"IHDR", head or header()), *more, (b"IDAT", zlib.compress(rows)), END]
    return SIGNATURE + b"".join(chunk(*each) for each in chunks) + after
