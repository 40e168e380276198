"""What the last run of a unit was told and the next verb has to know: `records/<slug>.json`."""

import json

from autograder.folders import CourseFolder
from autograder.whole_file import put


def remembered_late(folder: CourseFolder, slug: str) -> str:
    """Return what being late cost in the last run, "none" when there was none."""
    try:
        said = json.loads((folder.records / f"{slug}.json").read_text(encoding="utf-8"))
        return "zero" if said["late"] == "zero" else "none"
    except (OSError, ValueError, KeyError, TypeError):
        return "none"


def remember_late(folder: CourseFolder, slug: str, late: str) -> None:
    """Keep what being late costs, for later runs."""
    if remembered_late(folder, slug) != late:
        put(folder.records / f"{slug}.json", json.dumps({"late": late}) + "\n")
