"""Writing a file whole or not at all."""

import os
from pathlib import Path


def put(path: Path, content: bytes | str) -> None:
    """Write a file so that a killed process leaves the old one or the new one, never half.

    Args:
        path: where; missing folders are made.
        content: bytes, or text that is written as UTF-8.

    Raises:
        OSError: the disk is full or the place may not be written; the old file is untouched.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        partial.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
