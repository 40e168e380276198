"""One HTML page of a unit's audit: what was tried, and each survivor beside the tests it passed."""

import difflib
import html
from collections.abc import Iterator
from importlib import resources

from autograder.answers import reference_answers
from autograder.audit.cases import task_of
from autograder.audit.findings import Survivor, TaskFindings
from autograder.audit.unit_audit import UnitAudit

_STATES = {
    "open": ("not found", "No test finds this mutant, and nobody has said why that is right."),
    "accepted": ("accepted", "The author knows that no test finds it."),
    "right": ("another right answer", "The task accepts this answer, says its author."),
    "equivalent": ("equivalent", "It did what the reference does on every input that was tried."),
}


def audit_page(audit: UnitAudit) -> str:
    """Return the page, complete in itself."""
    style = resources.files("autograder.audit").joinpath("page.css").read_text(encoding="utf-8")
    title = f"{audit.findings.title}: audit of its tests"
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{_text(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f"{chr(10).join(_body(audit, title))}\n</body>\n</html>\n"
    )


def _body(audit: UnitAudit, title: str) -> Iterator[str]:
    found = audit.findings
    yield f"<header><h1>{_text(title)}</h1>"
    yield (
        f'<p class="score"><strong>{100 * found.score:.1f} %</strong> of the wrong mutants found, '
        f"{found.tried} of {found.made} tried; {found.right} other right answers. Grading the "
        f"reference takes {found.time_s:.2f} s of {found.budget_s:g} s and "
        f"{found.memory_mb:.0f} MB of {found.budget_mb:g} MB.</p></header>\n<main>"
    )
    yield from _problems(found.problems)
    yield from _table(found.tasks)
    for state in _STATES:
        mine = [
            (task, survivor)
            for task in found.tasks
            for survivor in task.survivors
            if survivor.state == state
        ]
        if mine:
            word, said = _STATES[state]
            yield f'<section><h2 id="{state}">Survivors: {word} ({len(mine)})</h2><p>{said}</p>'
            for _, survivor in mine:
                yield from _survivor(audit, survivor)
            yield "</section>"
    yield "</main>"


def _problems(problems: tuple[str, ...]) -> Iterator[str]:
    if not problems:
        yield '<p class="passed">The audit passes.</p>'
        return
    yield f'<section class="failed"><h2>The audit fails ({len(problems)})</h2><ul>'
    for problem in problems:
        yield f"<li>{_text(problem)}</li>"
    yield "</ul></section>"


def _table(tasks: tuple[TaskFindings, ...]) -> Iterator[str]:
    heads = (
        "task",
        "points",
        "properties",
        "mistakes caught",
        "mutants found",
        "equivalent",
        "right",
        "accepted",
        "open",
    )
    yield '<div class="wide" tabindex="0" role="region" aria-label="Tasks"><table><thead><tr>'
    yield "".join(f'<th scope="col">{head}</th>' for head in heads) + "</tr></thead><tbody>"
    for task in tasks:
        mark = ' class="open"' if task.count("open") or task.caught < task.mistakes else ""
        cells = (
            f"{task.points:g}",
            task.properties,
            f"{task.caught} of {task.mistakes}",
            f"{task.killed} of {task.mutants}",
            *(task.count(state) for state in ("equivalent", "right", "accepted", "open")),
        )
        yield f'<tr{mark}><th scope="row">{_text(task.title)}</th>'
        yield "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
    yield "</tbody></table></div>"


def _survivor(audit: UnitAudit, survivor: Survivor) -> Iterator[str]:
    mutant, evidence = survivor.mutant, survivor.evidence
    task = task_of(audit.unit, mutant.answer)
    yield f"<article><h3>{_text(task.title)}: <code>{_text(mutant.operator)}</code></h3>"
    yield f"<p>{_text(mutant.sentence)}</p>"
    if survivor.explanation is not None:
        yield f"<p>The author: {_text(survivor.explanation.reason)}</p>"
    elif evidence.why_not:
        yield f"<p>No evidence: {_text(evidence.why_not)}.</p>"
    elif evidence.equivalent:
        yield f"<p>The same on {evidence.tried} inputs, {evidence.own} of them the tests' own.</p>"
    if evidence.where:
        origin = "which a test uses" if evidence.where == "own" else evidence.where
        yield (
            f"<p>They differ on an input ({_text(origin)}):</p><dl><dt>input</dt><dd><code>"
            f"{_text(evidence.call)}</code></dd><dt>reference</dt><dd><code>"
            f"{_text(evidence.reference)}</code></dd><dt>mutant</dt><dd><code>"
            f"{_text(evidence.mutant)}</code></dd></dl>"
        )
    yield '<div class="beside">'
    yield _code("What was changed", _diff(audit, survivor), marked=True)
    yield _code("The tests that it passes", audit.unit.cell(task.grade_id).source)
    yield "</div></article>"


def _diff(audit: UnitAudit, survivor: Survivor) -> str:
    reference = reference_answers(audit.unit)[survivor.mutant.answer].splitlines()
    changed = survivor.mutant.source.splitlines()
    return "\n".join(list(difflib.unified_diff(reference, changed, lineterm="", n=3))[2:])


def _code(title: str, text: str, *, marked: bool = False) -> str:
    lines = []
    for line in text.splitlines():
        kind = {"+": "ins", "-": "del"}.get(line[:1]) if marked else None
        lines.append(f"<{kind}>{_text(line)}</{kind}>" if kind else _text(line))
    body = "\n".join(lines)
    return (
        f'<figure><figcaption>{title}</figcaption><pre tabindex="0"><code>{body}</code></pre>'
        "</figure>"
    )


def _text(text: str) -> str:
    return html.escape(text, quote=True)
