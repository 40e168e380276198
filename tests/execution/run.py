"""Runs a small notebook through judge and sandbox and says how each test cell ended.

Like grading, it tries answers that change their arguments a second time, in the open.
"""

from collections.abc import Mapping, Sequence

from autograder.execution.pair import Ended, Starter, start_cold
from autograder.execution.trial import Trial
from autograder.unit import take_tests_apart

Cells = Sequence[tuple[str, str]]


def run(
    cells: Cells,
    student: Mapping[int, str] | None = None,
    seed: int = 1,
    start: Starter = start_cold,
) -> list[Ended]:
    """Run cells and return how each test ended: its visible part, then its hidden properties.

    Args:
        cells: kind ("given", "answer", "tests") and the instructor's source.
        student: what the student handed in, by the number of the answer among the answers.
        seed: bound to SEED in hidden tests.
        start: starts judge and sandbox.
    """
    ended, withheld = _run(cells, student or {}, seed, start, shown=False)
    if not withheld:
        return ended
    second, _ = _run(cells, student or {}, seed, start, shown=True)
    return [b if a.state == "ok" else a for a, b in zip(ended, second, strict=True)]


def _run(
    cells: Cells, answers: Mapping[int, str], seed: int, start: Starter, *, shown: bool
) -> tuple[list[Ended], bool]:
    named = [(kind, f"{kind}{n}", source) for n, (kind, source) in enumerate(cells)]
    ended: list[Ended] = []
    with Trial(named, 1024, start, shown=shown) as trial:
        count = -1
        for kind, name, source in named:
            if kind == "tests":
                ended.append(trial.visible(name, take_tests_apart(source, name).visible, 20))
            else:
                count += kind == "answer"
                text = answers.get(count, source) if kind == "answer" else source
                trial.cell(kind, name, text, 20)
        for kind, name, source in named:
            tests = take_tests_apart(source, name) if kind == "tests" else None
            if tests is not None and tests.properties:
                with trial.aside():
                    setup = trial.setup(name, tests.setup, {"SEED": seed}, 20)
                    ended += [
                        trial.prop(name, prop.source, 20) if setup.state == "ok" else setup
                        for prop in tests.properties
                    ]
    return ended, trial.withheld
