"""Scripts of the pages, run without a page by the node that renders the formulas."""

import json
import re
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

from course_book.environment import node_binary

ROOT = Path(__file__).resolve().parents[2]
RUNS = Path(__file__).with_name("playground_runs.mjs")
SEEDS = list(range(1, 11))


def printed(script: str, *arguments: str) -> Any:
    """Return what a script prints as JSON.

    Args:
        script: a module; `process.argv` has the arguments from place 1 on.
        arguments: such as the address of a figure's module, and what to ask it.
    """
    done = subprocess.run(
        [node_binary(), "--input-type=module", "--eval", script, *arguments],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def ask(*requests: dict[str, Any]) -> list[Any]:
    """Return the answers of playground_runs.mjs to these requests."""
    done = subprocess.run(
        [node_binary(), str(RUNS)],
        input=json.dumps(requests),
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    answers: list[Any] = json.loads(done.stdout)
    return answers


def links() -> dict[str, str]:
    """Return the fragment of every experiment of the page, by the name of its link."""
    text = (ROOT / "book" / "playground.md").read_text("utf-8")
    found = re.findall(r'<a class="play-link" id="open-([\w-]+)" href="#([^"]+)">', text)
    return {name: unescape(fragment) for name, fragment in found}


def learn(name: str, *epochs: int, more: str = "", seeds: list[int] | None = None) -> list[Any]:
    """Train what a link of the page opens; return [seed][epoch] of losses and accuracies."""
    fragment = re.sub(r"&seed=\d+", "", links()[name]) + more
    request = {"command": "learn", "fragment": fragment, "epochs": list(epochs)}
    return list(ask({**request, "seeds": seeds or SEEDS})[0])
