"""The scripts of book/_make, as modules for the tests that run them again."""

import importlib.util
import sys
from functools import cache
from pathlib import Path
from typing import Any

MAKE = Path(__file__).resolve().parents[2] / "book" / "_make"


@cache
def script(name: str) -> Any:
    """Return book/_make/<name>.py as a module; scripts may import one another."""
    if str(MAKE) not in sys.path:
        sys.path.append(str(MAKE))
    spec = importlib.util.spec_from_file_location(name, MAKE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
