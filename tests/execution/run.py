"""Runs a small notebook through judge and sandbox and says how each test cell ended."""

from collections.abc import Mapping, Sequence

from autograder.execution.pair import Ended
from autograder.execution.trial import Trial
from autograder.unit import take_tests_apart

Cells = Sequence[tuple[str, str]]


def run(cells: Cells, student: Mapping[int, str] | None = None, seed: int = 1) -> list[Ended]:
    """Run cells and return how each test ended: its visible part, then its hidden properties.

    Args:
        cells: kind ("given", "answer", "tests") and the instructor's source.
        student: what the student handed in, by the number of the answer among the answers.
        seed: bound to SEED in hidden tests.
    """
    named = [(kind, f"{kind}{n}", source) for n, (kind, source) in enumerate(cells)]
    answers = dict(student or {})
    with Trial(named, 1024) as trial:
        ended: list[Ended] = []
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
    return ended
