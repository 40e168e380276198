"""TensorFlow's first import prints notes about GPU drivers, with time stamps, past every setting.

They would end up in the pages. While the import runs, what its C++ side writes to the standard
error stream goes nowhere; Python's own errors still arrive as exceptions.
"""

import importlib.abc
import importlib.util
import os
import sys
from contextlib import contextmanager


@contextmanager
def quiet_stderr():
    """Send file descriptor 2 to nowhere, and put it back."""
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


class QuietTensorFlow(importlib.abc.MetaPathFinder):
    """Finds TensorFlow where it is, and makes its loader quiet."""

    def find_spec(self, name, path=None, target=None):
        """Return TensorFlow's spec with a quiet loader, None for every other module."""
        if name != "tensorflow":
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(name)
        if spec is not None and spec.loader is not None:
            load = spec.loader.exec_module

            def exec_module(module):
                with quiet_stderr():
                    load(module)

            spec.loader.exec_module = exec_module
        return spec


sys.meta_path.insert(0, QuietTensorFlow())
