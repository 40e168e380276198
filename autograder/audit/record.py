"""What the last audit of a unit said, committed beside its bank, and whether it still holds.

An audit depends on the unit, its bank, the chapter that is pasted in, and the audit's own code.
Their hash is kept with the numbers: a unit whose hash is another has changed since.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

from autograder.audit.findings import UnitFindings
from autograder.folders import REPOSITORY, CourseFolder
from autograder.source import load_unit
from autograder.whole_file import put

FILE = "audited.json"
_OURS = (Path("autograder/audit"), Path("autograder/audit/mutants"))


def fingerprint(folder: CourseFolder, slug: str) -> str:
    """Return the hash of all that a unit's audit depends on, but for the judge itself."""
    unit = load_unit(folder, slug)
    digest = hashlib.sha256(unit.sha256.encode())
    bank = folder.bank(slug)
    chapter = folder.root / "book" / f"{unit.about.get('chapter', '')}.md"
    pasted = [chapter] if (bank / "chapter.py").is_file() and chapter.is_file() else []
    # Not the spread's own code: its table is held against its own measurements.
    code = [path for at in _OURS for path in sorted((REPOSITORY / at).glob("*.py"))]
    ours = [path for path in sorted(bank.rglob("*")) if path.suffix in (".py", ".toml")]
    for path in (*ours, *pasted, *code):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def is_current(folder: CourseFolder, slug: str) -> bool:
    """Whether the last recorded audit of a unit passed and nothing has changed since."""
    record = read_record(folder, slug)
    return record.get("passed") is True and record.get("sha256") == fingerprint(folder, slug)


def read_record(folder: CourseFolder, slug: str) -> dict[str, Any]:
    """Return what is recorded of a unit's audit; nothing without a record, or a damaged one."""
    try:
        found = json.loads((folder.bank(slug) / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def write_record(folder: CourseFolder, findings: UnitFindings) -> Path:
    """Write down what an audit of all mutants said; the same findings give the same bytes."""
    path = folder.bank(findings.slug) / FILE
    tasks = {
        task.grade_id: {
            "properties": task.properties,
            "mistakes": task.mistakes,
            "mutants": task.mutants,
            "killed": task.killed,
            "equivalent": task.count("equivalent"),
            "right": task.count("right"),
            "accepted": task.count("accepted"),
            "open": task.count("open"),
        }
        for task in findings.tasks
    }
    record = {
        "sha256": fingerprint(folder, findings.slug),
        "passed": not findings.problems,
        "score": round(findings.score, 4),
        "right": findings.right,
        "mutants": findings.tried,
        "tasks": tasks,
    }
    put(path, json.dumps(record, indent=1) + "\n")
    return path
