"""The judge gives every answer in the units' banks the points that stock grading gives it."""

import csv
import io
import json
from functools import lru_cache
from pathlib import Path

import pytest

from autograder.answers import answered, chapter_definitions, read_bank, reference_answers
from autograder.audit.findings import BUDGET_S, budget_s
from autograder.folders import CourseFolder
from autograder.grading import ENGINES, grade, grade_file, released_answers
from autograder.release import released_notebook
from autograder.result import Outcome, Result
from autograder.sample.cases import sample_class
from autograder.source import load_unit
from autograder.submission import match
from autograder.unit import Limits, Unit
from tests.thorough import THOROUGH

FOLDER = CourseFolder()
BANKS = Path(__file__).parents[1] / "units"
SLUGS = sorted(p.name for p in BANKS.iterdir() if p.is_dir() and (p / "mistakes").is_dir())

SAMPLES = sample_class(FOLDER, "perceptron")
EXPECTED = {
    row["id"]: float(row["score"])
    for row in csv.DictReader(io.StringIO(SAMPLES["expected.csv"].decode(), newline=""))
}

pytestmark = pytest.mark.slow


@lru_cache
def unit_of(slug: str) -> Unit:
    return load_unit(FOLDER, slug)


@lru_cache
def released(slug: str) -> dict[str, str]:
    return released_answers(json.loads(released_notebook(FOLDER, slug)))


def at_most(slug: str) -> int | None:
    """Return 1 for a unit that trains networks: to grade it takes tens of seconds; else None."""
    return 1 if budget_s(unit_of(slug)) > BUDGET_S and not THOROUGH else None


def _seeds() -> list[tuple[str, int]]:
    """Return the seeds for every unit: audits try ten."""
    return [(s, seed) for s in SLUGS for seed in (20261121, 1, 2)[: at_most(s)]]


def graded(slug: str, answers: dict[str, str], seed: int = 20261121, by: str = "judge") -> Result:
    """Grade answers by one of the two engines."""
    unit = unit_of(slug)
    submission = match(answered(FOLDER, slug, answers), unit, "student")
    return grade(unit, submission, seed, released=released(slug), engine=by)


def said(result: Result) -> list[tuple[str, Outcome, float, tuple[str, ...]]]:
    return [(t.grade_id, t.outcome, t.points, t.failed_properties) for t in result.tasks]


@pytest.mark.parametrize(("slug", "seed"), _seeds())
def test_the_reference_earns_full_marks(slug: str, seed: int) -> None:
    judged = graded(slug, reference_answers(unit_of(slug)), seed)
    automatic = [t for t in judged.tasks if not t.manual]

    assert [t for t in automatic if t.outcome is not Outcome.PASSED] == []
    assert sum(t.points for t in automatic) == sum(t.max_points for t in automatic)


@pytest.mark.parametrize("slug", SLUGS)
def test_the_stub_earns_nothing(slug: str) -> None:
    judged = graded(slug, {})

    assert (judged.score, judged.outcome) == (0, Outcome.NOT_ATTEMPTED)


def _banks() -> list[tuple[str, str, str]]:
    """Return every bank: slug, file, name of the section or "" for the whole file."""
    whole = [
        (s, str(p.relative_to(BANKS)), "")
        for s in SLUGS
        for p in sorted((BANKS / s / "right").glob("*.py"))[: at_most(s)]
    ]
    whole += [(s, f"{s}/chapter.py", "") for s in SLUGS]
    # One mistake of each task of two units keeps this within minutes; audits try them all.
    return whole + [
        (slug, str(path.relative_to(BANKS)), read_bank(path)[-1].name)
        for slug in ("perceptron", "backpropagation")
        for path in sorted((BANKS / slug / "mistakes").glob("*.py"))
    ]


@pytest.mark.parametrize(("slug", "file", "section"), _banks())
def test_a_bank_earns_what_stock_grading_gives(slug: str, file: str, section: str) -> None:
    bank = {a.name: a.source for a in read_bank(BANKS / file)}
    answers = reference_answers(unit_of(slug))
    if section:
        answers[Path(file).stem] = bank[section]
    elif file.endswith("chapter.py"):
        chapter = FOLDER.root / "book" / f"{unit_of(slug).about['chapter']}.md"
        given = chapter_definitions(chapter)
        answers |= {name: f"{given}\n\n{source}" for name, source in bank.items()}
    else:
        answers |= bank

    assert said(graded(slug, answers)) == said(graded(slug, answers, by="stock"))


@pytest.mark.parametrize("student", EXPECTED)
def test_the_sample_class_earns_what_it_should_from_both(student: str, tmp_path: Path) -> None:
    slug = "perceptron"
    path = tmp_path / f"{slug}.ipynb"
    path.write_bytes(SAMPLES[f"submitted/{student}/{slug}/{slug}.ipynb"])
    limits = Limits(time_s=60, cell_s=8, memory_mb=1024)
    judged, stock = (
        grade_file(unit_of(slug), path, student, 1, limits, released=released(slug), engine=engine)
        for engine in ENGINES
    )

    assert said(judged) == said(stock)
    assert judged.findings == stock.findings
    assert judged.score == EXPECTED[student]
