"""The page that sets Keras beside PyTorch: its blocks of PyTorch run where PyTorch is."""

import ast
import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = Path(__file__).resolve().parents[2] / "book" / "reference" / "reading-pytorch.md"
BLOCK = re.compile(
    r"```\{code-block\} python\n:caption: PyTorch\n:name: ([\w-]+)\n\n(.*?)```", re.S
)
LABS = ("torch-digits", "torch-letters")


def blocks(lab: str) -> str:
    """Return the code of one lab, block after block."""
    found = BLOCK.findall(PAGE.read_text("utf-8"))
    return "\n".join(code for name, code in found if name.startswith(lab))


def test_every_block_belongs_to_a_lab_and_is_python() -> None:
    text = PAGE.read_text("utf-8")

    assert text.count("{code-block} python") == len(BLOCK.findall(text))
    for lab in LABS:
        code = blocks(lab)
        assert code.count("assert ") >= 2, lab
        ast.parse(code)


@pytest.mark.slow
@pytest.mark.parametrize("lab", LABS)
def test_a_lab_runs_in_pytorch(lab: str) -> None:
    if importlib.util.find_spec("torch") is None:
        pytest.skip("needs PyTorch, which is not among the packages of the course")

    ended = subprocess.run(
        [sys.executable, "-c", blocks(lab)],
        cwd=PAGE.parent,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.returncode == 0, ended.stderr[-2000:]
    assert "right" in ended.stdout
