"""What must hold of executed notebooks, beyond what Jupyter Book itself looks at."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

MAY_FAIL = "raises-exception"


def stray_output(executed: Path) -> list[str]:
    """Return a line for every error or stderr output in the notebooks below a folder.

    An error inside a display formatter counts as a success for Jupyter Book; here it does not.
    A cell tagged `raises-exception` may end in an error: then the error is what it shows.
    """
    found: list[str] = []
    for path in sorted(executed.rglob("*.ipynb")):
        notebook = json.loads(path.read_text(encoding="utf-8"))
        name = path.relative_to(executed).with_suffix("").as_posix()
        for number, cell in enumerate(notebook["cells"], 1):
            found += [f"{name}, cell {number}: {text}" for text in _stray(cell)]
    return found


def _stray(cell: dict[str, Any]) -> Iterator[str]:
    if MAY_FAIL in cell.get("metadata", {}).get("tags", []):
        return
    for output in cell.get("outputs", []):
        if output["output_type"] == "error":
            yield f"{output['ename']}: {output['evalue']}"
        elif output.get("name") == "stderr":
            text = output["text"]
            lines = (text if isinstance(text, str) else "".join(text)).strip().splitlines()
            yield f"stderr: {lines[0] if lines else '(empty)'}"
