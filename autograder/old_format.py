"""Notebooks of format 3, as Jupyter wrote them until 2015, read as the format of today.

Standard library only; what is no notebook is left as it is, for its reader to refuse.
"""

from collections.abc import Mapping
from typing import Any


def of_format_4(notebook: dict[str, Any]) -> dict[str, Any]:
    """Return a notebook with its cells where format 4 has them, and no outputs."""
    sheets = notebook.get("worksheets")
    if "cells" in notebook or not isinstance(sheets, list) or not sheets:
        return notebook
    cells = [
        _cell(cell)
        for sheet in sheets
        if isinstance(sheet, dict) and isinstance(sheet.get("cells"), list)
        for cell in sheet["cells"]
    ]
    kept = {name: value for name, value in notebook.items() if name != "worksheets"}
    return kept | {"nbformat": 4, "nbformat_minor": 0, "cells": cells}


def _cell(cell: Any) -> Any:
    if not isinstance(cell, Mapping):
        return cell
    kind, metadata = cell.get("cell_type"), cell.get("metadata", {})
    if kind == "code":
        return {"cell_type": "code", "metadata": metadata, "source": _joined(cell.get("input", ""))}
    source = _joined(cell.get("source", ""))
    if kind == "heading":
        level = cell.get("level", 1)
        marks = "#" * (level if isinstance(level, int) and 1 <= level <= 6 else 1)
        source = f"{marks} {' '.join(source.splitlines())}" if isinstance(source, str) else source
    known = kind if kind in ("markdown", "raw") else "markdown"
    return {"cell_type": known, "metadata": metadata, "source": source}


def _joined(source: Any) -> Any:
    """Join lines as Jupyter does: early versions cut the ends of lines off."""
    if not isinstance(source, list) or not all(isinstance(line, str) for line in source):
        return source
    return ("" if source and source[0].endswith(("\n", "\r")) else "\n").join(source)
