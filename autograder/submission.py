"""A submitted notebook made safe to grade: read within bounds, matched to its unit.

Test cells and read-only cells always come from the unit; of the submission only answers, written
answers and the student's own additional cells are used. What is missing, copied or damaged
becomes a named finding, and the rest is graded. Standard library only.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.errors import SubmissionError
from autograder.old_format import of_format_4
from autograder.result import Finding
from autograder.unit import METADATA_KEY, Cell, Unit, kind_of, take_tests_apart

MAX_BYTES = 20 << 20
MAX_CELLS = 2_000
MAX_SOURCE_CHARS = 200_000

# The closed set of states that a file can be in; the first six mean that nothing can be graded.
STATES: dict[str, str] = {
    "no_file": "The file is not there or cannot be read.",
    "empty_file": "The file is empty.",
    "too_large": "The file is larger than a notebook of this course can be.",
    "broken_json": "The file is not a whole notebook.",
    "not_a_notebook": "The file is no Jupyter notebook of format 4.",
    "other_unit": "The notebook belongs to another unit.",
    "missing_answer": "An answer cell is missing.",
    "missing_tests": "A test or read-only cell is missing.",
    "copied_cell": "A cell is there more than once.",
    "changed_tests": "A test or read-only cell was changed.",
    "other_release": "The notebook comes from another release of this unit.",
    "damaged_cell": "A cell is damaged.",
    "no_diagnoses": "The known mistakes of this unit are not at hand.",
}

_OWN = ("answer", "written")  # the kinds of cells that are the student's to fill
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Step:
    """One thing to run, in order: the unit's cell, an answer, or the student's own cell.

    Attributes:
        kind: "given", "answer", "own" or "tests".
        grade_id: the unit's name of the cell; for "own" that of the unit's cell before it.
        source: what to run; for "tests" the unit decides.
        position: where the student's own cell stands in the notebook, from 0; -1 for the unit's.
    """

    kind: str
    grade_id: str
    source: str
    position: int = -1


@dataclass(frozen=True)
class Submission:
    """A submission that can be graded.

    Attributes:
        name: the student's id, or the file's name.
        steps: what to run, in order.
        answers: text of each answer and written cell by grade_id; a missing one has no entry.
        findings: what was wrong with the file.
        notebook: the notebook as it was handed in, as plain data.
    """

    name: str
    steps: tuple[Step, ...]
    answers: Mapping[str, str]
    findings: tuple[Finding, ...]
    notebook: Mapping[str, Any]


def read_notebook(path: Path) -> dict[str, Any]:
    """Read a notebook file within bounds.

    Raises:
        SubmissionError: with one of the first five states.
    """
    return notebook_of(read_bytes(path))


def read_bytes(path: Path) -> bytes:
    """Return what a file holds; SubmissionError when there is none or it is too large."""
    if path.is_symlink() or not path.is_file():
        raise SubmissionError("no_file", f"expected a notebook file at {path}, found none")
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise SubmissionError(
            "too_large",
            f"expected at most {MAX_BYTES >> 20} MB, got {size / 2**20:.0f} MB: "
            "clear the outputs (Kernel, Restart and Clear Outputs), save and hand in again",
        )
    try:
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise SubmissionError(
            "no_file", f"expected a notebook file that can be read at {path}: {error.strerror}"
        ) from None


def notebook_of(raw: bytes) -> dict[str, Any]:
    """Return the notebook that a file holds.

    Raises:
        SubmissionError: with one of the first five states.
    """
    if not raw.strip():
        raise SubmissionError(
            "empty_file",
            "expected a notebook, got an empty file: save the notebook in Jupyter, "
            "look at its size and hand it in again",
        )
    try:
        notebook = json.loads(raw.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise SubmissionError(
            "broken_json",
            f"expected a whole notebook, but the file breaks off or is damaged "
            f"({str(error)[:120]}): save the notebook in Jupyter and hand it in again",
        ) from None
    notebook = of_format_4(notebook) if isinstance(notebook, dict) else notebook
    if not isinstance(notebook, dict) or not isinstance(notebook.get("cells"), list):
        found = type(notebook).__name__ if not isinstance(notebook, dict) else "no list of cells"
        raise SubmissionError(
            "not_a_notebook",
            f"expected a Jupyter notebook of format 4, got {found}: open it in "
            "a current Jupyter, save it and hand it in again",
        )
    if len(notebook["cells"]) > MAX_CELLS:
        raise SubmissionError("too_large", f"expected at most {MAX_CELLS} cells, got more")
    return notebook


def match(notebook: Mapping[str, Any], unit: Unit, name: str) -> Submission:
    """Match the cells of a notebook to its unit.

    Args:
        notebook: what `read_notebook` returned.
        unit: the unit it should belong to.
        name: the submission's name.

    Raises:
        SubmissionError: state "other_unit".
    """
    cells, findings = _sound_cells(notebook)
    known = {cell.grade_id: cell for cell in unit.cells if cell.grade_id}
    _refuse_other_unit(notebook, cells.values(), unit, known)
    first: dict[str, Cell] = {}
    after: dict[str, dict[int, Cell]] = {}
    place = ""
    for position, cell in cells.items():
        if cell.grade_id not in known:
            after.setdefault(place, {})[position] = cell
        elif cell.grade_id in first:
            mine = known[cell.grade_id].kind == "answer"
            done = "each was run, in their order" if mine else "the first was used"
            findings.append(_finding("copied_cell", cell.grade_id, done))
            if mine:
                after.setdefault(place, {})[position] = cell
        else:
            first[cell.grade_id] = cell
            place = cell.grade_id
    release = _about(notebook).get("release")
    same_release = release is None or release == unit.about.get("release")
    findings += _changed_or_missing(unit, first, same_release=same_release)
    answers = {
        grade_id: cell.source
        for grade_id, cell in first.items()
        if known[grade_id].kind in ("answer", "written")
    }
    steps = tuple(_steps(unit, answers, after))
    return Submission(name, steps, answers, tuple(findings), notebook)


def same_text(one: str, other: str) -> bool:
    """Whether two cells differ in white space at most."""
    return _SPACE.sub(" ", one).strip() == _SPACE.sub(" ", other).strip()


def _sound_cells(notebook: Mapping[str, Any]) -> tuple[dict[int, Cell], list[Finding]]:
    """Return the cells that are sound by their positions, and what is wrong with the others."""
    sound: dict[int, Cell] = {}
    findings: list[Finding] = []
    for position, raw in enumerate(notebook["cells"]):
        cell = _sound_cell(raw)
        if cell is None:
            findings.append(_finding("damaged_cell", f"cell {position + 1}", "it was left out"))
        else:
            sound[position] = cell
    return sound, findings


def cell_text(raw: Any) -> str | None:
    """Return the text of a submitted cell; None for one that is damaged or too long."""
    if not isinstance(raw, dict) or raw.get("cell_type") not in ("code", "markdown", "raw"):
        return None
    source = raw.get("source", "")
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    return source if isinstance(source, str) and len(source) <= MAX_SOURCE_CHARS else None


def _sound_cell(raw: Any) -> Cell | None:
    source = cell_text(raw)
    if source is None:
        return None
    metadata = raw.get("metadata", {})
    meta = metadata.get("nbgrader", {}) if isinstance(metadata, dict) else {}
    meta = meta if isinstance(meta, dict) else {}
    grade_id = meta.get("grade_id", "")
    return Cell(
        grade_id if isinstance(grade_id, str) else "", kind_of(meta), raw["cell_type"], source
    )


def _about(notebook: Mapping[str, Any]) -> Mapping[str, Any]:
    metadata = notebook.get("metadata", {})
    about = metadata.get(METADATA_KEY, {}) if isinstance(metadata, dict) else {}
    return about if isinstance(about, dict) else {}


def _refuse_other_unit(
    notebook: Mapping[str, Any], cells: Iterable[Cell], unit: Unit, known: Mapping[str, Cell]
) -> None:
    claimed = _about(notebook).get("unit")
    marked = {cell.grade_id for cell in cells if cell.grade_id}
    if marked & known.keys():
        return
    if isinstance(claimed, str) and claimed != unit.slug:
        came = f"a notebook of the unit '{claimed[:60]}'"
    elif marked:
        came = "a notebook with other tasks"
    else:
        came = "a notebook without this course's cell metadata"
    raise SubmissionError(
        "other_unit",
        f"expected the notebook of the unit '{unit.slug}', got {came}: hand in "
        f"{unit.slug}.ipynb as it was released, with your answers in its cells",
    )


def _changed_or_missing(
    unit: Unit, first: Mapping[str, Cell], *, same_release: bool
) -> list[Finding]:
    lost = [c.grade_id for c in unit.cells if c.kind in _OWN and c.grade_id not in first]
    locked = [c for c in unit.cells if c.grade_id and c.kind not in _OWN]
    gone = [c.grade_id for c in locked if c.grade_id not in first]
    changed = [
        c.grade_id
        for c in locked
        if c.grade_id in first
        and not any(same_text(first[c.grade_id].source, text) for text in (_shown(c), c.source))
    ]
    findings = [_finding("missing_answer", name, "the rest was graded") for name in lost]
    if not same_release and (gone or changed):
        return [
            *findings,
            Finding(
                "other_release",
                f"{STATES['other_release']} The tests and texts of the present release were used.",
            ),
        ]
    if gone:
        findings.append(_finding("missing_tests", _names(gone), "the unit's own was used"))
    if changed:
        findings.append(_finding("changed_tests", _names(changed), "the unit's own was used"))
    return findings


def _names(names: list[str]) -> str:
    more = f" and {len(names) - 4} more" if len(names) > 4 else ""
    return ", ".join(names[:4]) + more


def _shown(cell: Cell) -> str:
    """Return a unit's read-only cell as the student received it."""
    return take_tests_apart(cell.source, "").visible if cell.kind == "tests" else cell.source


def _steps(
    unit: Unit, answers: Mapping[str, str], after: Mapping[str, Mapping[int, Cell]]
) -> list[Step]:
    steps = list(_own_steps("", after))
    for cell in unit.cells:
        if not cell.grade_id:
            continue  # the student's to edit: theirs is run, where they have it
        if cell.cell_type == "code":
            if cell.kind not in _OWN:
                steps.append(Step(cell.kind, cell.grade_id, cell.source))
            elif cell.grade_id in answers:
                steps.append(Step("answer", cell.grade_id, answers[cell.grade_id]))
        steps += _own_steps(cell.grade_id, after)
    return steps


def _own_steps(place: str, after: Mapping[str, Mapping[int, Cell]]) -> Iterator[Step]:
    for position, own in after.get(place, {}).items():
        if own.cell_type == "code":
            yield Step("own", place, own.source, position)


def _finding(state: str, where: str, done: str) -> Finding:
    return Finding(state, f"{STATES[state][:-1]} ({where}); {done}.")
