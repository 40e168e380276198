"""Results kept beside the graded notebooks, so that feedback can be made any time later."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from autograder.folders import CourseFolder
from autograder.result import Finding, Outcome, Result, TaskResult
from autograder.unit import Limits

RESULT = "result.json"


def result_path(folder: CourseFolder, slug: str, student: str) -> Path:
    """Return where a result is kept."""
    return folder.autograded / student / slug / RESULT


def result_from_json(data: dict[str, Any]) -> Result:
    """Return the result that `Result.as_json` made this from.

    Raises:
        ValueError: it is no result.
    """
    try:
        tasks = tuple(_task(name, task) for name, task in data["tasks"].items())
        result = Result(
            unit=str(data["unit"]),
            submission=str(data["name"]),
            tasks=tasks,
            findings=tuple(Finding(f["state"], f["sentence"]) for f in data["findings"]),
            engine=str(data["engine"]),
            seed=int(data["seed"]),
            time_s=float(data["time_s"]),
            # What follows was not recorded by the first versions.
            engine_version=str(data.get("engine_version", "")),
            unit_sha256=str(data.get("unit_sha256", "")),
            submission_sha256=str(data.get("submission_sha256", "")),
            limits=Limits(**data["limits"]) if data.get("limits") else None,
            cage=str(data.get("cage", "")),
            memory_peak_mb=_number(data.get("memory_peak_mb")),
        )
        outcome = Outcome(data["outcome"])
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise ValueError(f"no result of a grading ({error!r})") from error
    if outcome is result.outcome:
        return result
    # The outcome of the tasks is not that of the submission: the file could not be read.
    return replace(result, file_outcome=outcome)


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def _task(grade_id: str, task: dict[str, Any]) -> TaskResult:
    return TaskResult(
        grade_id=grade_id,
        title=str(task["title"]),
        outcome=Outcome(task["outcome"]),
        points=float(task["points"]),
        max_points=float(task["max_points"]),
        messages=tuple(str(m) for m in task["messages"]),
        failed_properties=tuple(str(p) for p in task["failed_properties"]),
        time_s=float(task["time_s"]),
        manual=bool(task["manual"]),
        behaviour=str(task.get("behaviour", "")),
        diagnosis=str(task.get("diagnosis", "")),
    )


def record_text(result: Result, sha256: str, about: Mapping[str, Any] | None = None) -> str:
    """Return the text of a `result.json`; `about` says when, why and with what it was graded."""
    return json.dumps({**(about or {}), **result.as_json(), "sha256": sha256}) + "\n"


def read_result(path: Path) -> Result | None:
    """Return a kept result; None where there is none or it cannot be read."""
    try:
        return result_from_json(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return None


def graded_sha256(path: Path) -> str:
    """Return the hash of the file that a kept result is of; "" where there is none."""
    try:
        return str(json.loads(path.read_text(encoding="utf-8"))["sha256"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def which_attempt(path: Path) -> str:
    """Return the sentence on which attempt a kept result is of; "" where there is only one."""
    try:
        return str(json.loads(path.read_text(encoding="utf-8")).get("which_attempt", ""))
    except (OSError, ValueError, AttributeError):
        return ""


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file; "" where it cannot be read."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""
