"""What `course grade --source` does once its words are understood: grade, write, say."""

import json
import sys
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import click

from autograder.commands.classroom_folders import cores, folders_of
from autograder.commands.graded_class import cage_for, put_json
from autograder.course_key import course_key, seed_of
from autograder.errors import CourseError
from autograder.from_source import Source, grade_submissions, submissions_in
from autograder.result import MEANINGS, Result
from autograder.runners.jobs import Work

_MENDABLE, _STOPPED = 2, 130


@dataclass(frozen=True)
class AskedOfSource:
    """The words of `course grade --source`; see its help."""

    source: Path
    submissions: Sequence[Path]
    json_out: Path | None = None
    workers: int | None = None
    engine: str = "judge"
    no_cage: bool = False
    quiet: bool = False
    limits: Mapping[str, Any] | None = None
    course: Path | None = None


def grade_from_source(asked: AskedOfSource) -> int:
    """Grade submissions of a source notebook; return the exit code.

    Raises:
        CourseError: something has to be mended first.
    """
    submissions = submissions_in(asked.submissions)
    if not submissions:
        raise CourseError(
            "expected submissions after --source NOTEBOOK (notebooks, or folders of them), got "
            + (f"no notebook in {asked.submissions[0]}" if asked.submissions else "none")
        )
    cage = cage_for(asked.engine, no_cage=asked.no_cage)
    key = course_key(folders_of(asked.course)[1])
    results: dict[str, Result] = {}

    def work(source: Source, files: str) -> Work:
        return Work(
            source.unit,
            source.released,
            limits=replace(source.unit.limits, **dict(asked.limits or {})),
            engine=asked.engine,
            cage="none" if cage is None else cage.mode,
            files=files,
        )

    stopped = False
    grading = grade_submissions(
        asked.source,
        submissions,
        work,
        asked.workers or cores(),
        seed_of=partial(seed_of, key),
        without=[*asked.submissions, *([asked.json_out] if asked.json_out else [])],
    )
    try:
        with closing(grading):
            for result in grading:
                results[result.submission] = result
                if not asked.quiet:
                    click.echo(_line(result), err=True)
    except KeyboardInterrupt:
        stopped = True
    entries = [results[name].as_json() for name in submissions if name in results]
    _write(asked.json_out, entries)
    if stopped:
        left = [name for name in submissions if name not in results]
        click.echo(f"stopped: not graded are {', '.join(left)}", err=True)
        return _STOPPED
    gone = [str(path) for path in submissions.values() if not path.is_file()]
    if gone:
        click.echo(f"expected files, found none at {', '.join(gone)}", err=True)
    worst = max(MEANINGS[result.outcome].exit_code for result in results.values())
    return worst or (_MENDABLE if gone else 0)


def _line(result: Result) -> str:
    said = f"{result.submission}: {result.score:g} of {result.max_score:g} points, {result.outcome}"
    return "\n  ".join([said, *(finding.sentence for finding in result.findings)])


def _write(out: Path | None, entries: list[dict[str, Any]]) -> None:
    if out is not None and str(out) == "-":
        json.dump(entries, sys.stdout, indent=1)
        sys.stdout.write("\n")
        sys.stdout.flush()
    elif out is not None:
        put_json(out, entries)
