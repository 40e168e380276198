"""Why a mutant survived: it is the same thing, or the tests are weak and here is the input."""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from autograder.audit.mutants import Mutant
from autograder.folders import REPOSITORY
from autograder.unit import Task, Unit

SEEDS = tuple(range(20))
# So many inputs make evidence; an answer that takes none is known whole from one call.
ENOUGH = 30
_PER_MUTANT_S, _START_S = 20.0, 30.0


@dataclass(frozen=True)
class Evidence:
    """What trying a survivor on many inputs showed.

    Attributes:
        tried: on how many inputs it was held against the reference.
        own: how many of them the task's own tests use.
        where: of the first input on which they differ: "own" for one that a test uses, else how
            it was made from one; "" when they never differ.
        call: that input.
        reference: what the reference does there.
        mutant: what the mutant does.
        why_not: why there is no evidence; "" when there is.
    """

    tried: int = 0
    own: int = 0
    where: str = ""
    call: str = ""
    reference: str = ""
    mutant: str = ""
    why_not: str = ""

    @property
    def equivalent(self) -> bool:
        """Whether reference and mutant did the same on enough inputs."""
        return not self.where and not self.why_not


def evidence_for(unit: Unit, task: Task, survivors: Sequence[Mutant]) -> list[Evidence]:
    """Try survivors of one task on many inputs, in a process of its own.

    Args:
        unit: the unit.
        task: the task.
        survivors: mutants of its answers that its tests do not find.
    """
    found: dict[int, Evidence] = {}
    for answer in task.answers:
        mine = {n: m.source for n, m in enumerate(survivors) if m.answer == answer}
        if mine:
            replies = _asked(_request(unit, task, answer, list(mine.values())), len(mine))
            found |= dict(zip(mine, replies, strict=True))
    return [found[number] for number in range(len(survivors))]


def _request(unit: Unit, task: Task, answer: str, sources: list[str]) -> dict[str, object]:
    before: list[str] = []
    for cell in unit.cells:
        if cell.grade_id == answer:
            break
        if cell.cell_type == "code" and cell.kind in ("given", "answer"):
            before.append(cell.source)
    return {
        "before": before,
        "reference": unit.cell(answer).source,
        "visible": [task.tests.visible],
        "setup": task.tests.setup,
        "properties": [prop.source for prop in task.tests.properties],
        "seeds": list(SEEDS),
        "mutants": sources,
    }


def _asked(request: dict[str, object], count: int) -> list[Evidence]:
    code = f"import sys; sys.path.insert(0, {str(REPOSITORY)!r}); "
    code += "from autograder.audit.trying import main; main()"
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-W", "ignore", "-c", code],
            input=json.dumps(request),
            capture_output=True,
            text=True,
            timeout=_START_S + _PER_MUTANT_S * count,
            check=False,
        )
        replies = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        return [Evidence(why_not="trying it took too long")] * count
    except ValueError:
        last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        return [Evidence(why_not=f"trying it failed: {last[:200]}")] * count
    return [_evidence(reply) for reply in replies]


def _evidence(reply: dict[str, object]) -> Evidence:
    tried, own = int(str(reply["tried"])), int(str(reply["own"]))
    differs = reply["differs"]
    if isinstance(differs, dict):
        return Evidence(tried, own, **differs)
    if reply["no_input"]:
        return Evidence(tried, own, why_not="no test calls it with data that can be tried")
    if tried < ENOUGH and not reply["whole"]:
        return Evidence(tried, own, why_not=f"only {tried} inputs could be tried")
    return Evidence(tried, own)
