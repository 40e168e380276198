"""What a student gets back: one page per unit, complete in itself.

The page says for each task what was earned, what the visible tests said, which properties do not
hold (by their constant sentences) and what an instructor wrote. It is made from a `Result` and the
gradebook's marks; neither holds a hidden test's text or data. Whatever comes from a student is
escaped, and the page's policy forbids scripts and every request besides.
"""

import base64
import hashlib
import html
from collections.abc import Iterator
from importlib import resources

from autograder.gradebook.marks import Mark, Marks
from autograder.result import MEANINGS, Outcome, Result, TaskResult, diagnosed

_MAX_MESSAGE_CHARS = 8_000
_WORDS = {
    Outcome.PASSED: "passed",
    Outcome.PARTIAL: "partly",
    Outcome.FAILED: "not yet",
    Outcome.ERROR: "error",
    Outcome.TIMEOUT: "time was up",
    Outcome.OUT_OF_MEMORY: "memory was up",
    Outcome.KILLED: "ended early",
    Outcome.MISSING_CELL: "cell missing",
    Outcome.NOT_ATTEMPTED: "not attempted",
    Outcome.NEEDS_PERSON: "waits for a person",
    Outcome.GRADER_FAULT: "grader failed",
}


def feedback_page(
    title: str,
    student: str,
    result: Result,
    marks: Marks | None = None,
    *,
    late: str = "",
    attempt: str = "",
) -> str:
    """Return the feedback on one submission as HTML.

    Args:
        title: the unit's title.
        student: the student as the page calls them.
        result: how the submission was graded.
        marks: what stands in the gradebook; what a person marked goes before the result.
        late: how late it was handed in, in words; "" when it was not.
        attempt: which attempt this is and why it counts, one sentence; "" when it is the only one.
    """
    given = marks or Marks()
    style = (
        resources.files("autograder.feedback").joinpath("feedback.css").read_text(encoding="utf-8")
    )
    hashed = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{hashed}'; base-uri 'none'; form-action 'none'"
    body = "\n".join(_body(title, student, result, given, late, attempt))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{_text(title)}: feedback for {_text(student)}</title>\n"
        f"<style>{style}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _body(
    title: str, student: str, result: Result, marks: Marks, late: str, attempt: str
) -> Iterator[str]:
    points = {task.grade_id: _points(task, marks) for task in result.tasks}
    total = max(0.0, sum(points.values()) - marks.penalty)
    open_points = sum(t.max_points for t in result.tasks if _waits(t, result, marks))
    yield f"<header><p>{_text(student)}</p><h1>{_text(title)}</h1></header>\n<main>"
    yield _score(total, result)
    if open_points:
        yield (
            f"<p>An instructor still has to mark {open_points:g} of these points; "
            "the total will change.</p>"
        )
    if attempt:
        yield f"<p>{_text(attempt)}</p>"
    if late:
        took = f" This costs {marks.penalty:g} points." if marks.penalty else ""
        yield f"<p>It was handed in {_text(late)} after the due date.{took}</p>"
    if result.file_outcome is not None:
        yield f'<p class="note">{_text(MEANINGS[result.file_outcome].sentence)}</p>'
    if result.findings:
        items = "".join(f"<li>{_text(f.sentence)}</li>" for f in result.findings)
        yield f'<section><h2>About the file</h2><ul class="note">{items}</ul></section>'
    for number, task in enumerate(result.tasks, start=1):
        yield from _task(number, task, points[task.grade_id], result, marks)
    yield "</main>"


def _task(
    number: int, task: TaskResult, points: float, result: Result, marks: Marks
) -> Iterator[str]:
    mark = marks.marks.get(task.grade_id)
    by_person = mark is not None and mark.by_person
    word = "marked" if by_person else _WORDS[task.outcome]
    full = points >= task.max_points if task.max_points else task.full
    worth = f"{points:g} of {task.max_points:g} points" if task.max_points else "practice"
    yield (
        f'<section aria-labelledby="task-{number}">\n<h2 id="task-{number}">Task {number}. '
        f"{_text(task.title)}</h2>\n"
        f'<p class="mark"><span class="{"full" if full else "open"}">{word}</span> '
        f"{worth}</p>"
    )
    if by_person:
        yield "<p>An instructor marked this.</p>"
    elif result.file_outcome is None:
        yield f"<p>{_text(MEANINGS[task.outcome].sentence)}</p>"
    if task.failed_properties:
        items = "".join(f"<li>{_text(sentence)}</li>" for sentence in task.failed_properties)
        yield f"<p>This should hold, and does not:</p>\n<ul>{items}</ul>"
    for message in task.messages:
        shown = message[:_MAX_MESSAGE_CHARS]
        cut = "\n… (cut)" if len(message) > len(shown) else ""
        yield f"<pre>{_text(shown + cut)}</pre>"
    if task.diagnosis:
        yield f'<p class="note">{_text(diagnosed(task))}</p>'
    for name in (task.grade_id, task.grade_id.removesuffix("-tests")):
        if name in marks.comments:
            comment = _text(marks.comments[name])
            yield f'<blockquote class="comment"><p>{comment}</p></blockquote>'
            break
    yield "</section>"


def _score(total: float, result: Result) -> str:
    """Return the total; of a unit worth nothing, how many tasks are right."""
    of, unit, note = result.max_score, "points", ""
    if not of:  # a <progress> up to 0 is none
        total, of = sum(task.full for task in result.tasks), len(result.tasks)
        unit, note = "tasks", "<p>This unit is practice: it gives no points.</p>"
    said = f"{total:g} of {of:g} {unit}"
    bar = f'<progress value="{total:g}" max="{of:g}" aria-label="{said}"></progress>' if of else ""
    return f'<p class="score"><strong>{total:g}</strong> of {of:g} {unit}</p>\n{bar}{note}'


def _points(task: TaskResult, marks: Marks) -> float:
    mark: Mark | None = marks.marks.get(task.grade_id)
    return task.points if mark is None else mark.points


def _waits(task: TaskResult, result: Result, marks: Marks) -> bool:
    mark = marks.marks.get(task.grade_id)
    if mark is not None:
        return mark.waiting
    return MEANINGS[result.file_outcome or task.outcome].needs_manual_grade


def _text(text: str) -> str:
    """Return a text as HTML shows it, without characters that turn the direction of a line."""
    kept = "".join(c for c in text if c in "\n\t" or (c.isprintable() and c not in _TURNING))
    return html.escape(kept.encode("utf-8", "replace").decode())


_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
