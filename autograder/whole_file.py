"""Writing a file whole or not at all."""

import os
from collections.abc import Iterable
from pathlib import Path


def put(path: Path, content: bytes | str) -> None:
    """Write a file so that a killed process leaves the old one or the new one, never half.

    Args:
        path: where; missing folders are made.
        content: bytes, or text that is written as UTF-8.

    Raises:
        OSError: the disk is full or the place may not be written; the old file is untouched.
    """
    put_parts(path, [content])


def put_parts(path: Path, parts: Iterable[bytes | str]) -> None:
    """Write a file as `put` does, part by part, so that it need not be in memory as a whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        with partial.open("wb") as file:
            for part in parts:
                file.write(part.encode("utf-8") if isinstance(part, str) else part)
        partial.replace(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
