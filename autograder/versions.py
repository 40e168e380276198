"""The versions of a unit that something was graded by, kept for as long as their grades.

`records/units/<slug>/<hash>.ipynb` is the source notebook with its hidden tests, named by
`Unit.sha256`, all that a grade depends on. It is never released and never committed. A version that
was mended says by what in `mended.json`; what came from it is then graded by the newer one.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.errors import CourseError
from autograder.folders import CourseFolder
from autograder.unit import METADATA_KEY, Unit, take_tests_apart, unit_from_notebook
from autograder.whole_file import put

_MENDED = "mended.json"


@dataclass(frozen=True)
class Version:
    """One version of a unit: the unit, and its source notebook as plain data."""

    unit: Unit
    notebook: Mapping[str, Any]

    @property
    def release(self) -> str:
        """The id of the release that students received of it, "" when it has none."""
        return str(self.unit.about.get("release", ""))


def version_of(notebook_text: str, slug: str) -> Version:
    """Return the version that a source notebook is."""
    notebook = json.loads(notebook_text)
    return Version(unit_from_notebook(notebook, slug), notebook)


def keep_version(folder: CourseFolder, version: Version) -> Path:
    """Keep a version, unless it is there already; return where."""
    path = path_of(folder, version.unit.slug, version.unit.sha256)
    if not path.is_file():
        put(path, json.dumps(version.notebook, indent=1) + "\n")
    return path


def path_of(folder: CourseFolder, slug: str, sha256: str) -> Path:
    """Return where a version of a unit is kept."""
    return folder.records / "units" / slug / f"{sha256}.ipynb"


def kept_version(folder: CourseFolder, slug: str, sha256: str) -> Version | None:
    """Return the version with this hash; None when it is not kept.

    Raises:
        CourseError: the file is damaged, or no longer what its name says.
    """
    path = path_of(folder, slug, sha256)
    if not path.is_file():
        return None
    try:
        version = version_of(path.read_text(encoding="utf-8"), slug)
    except (ValueError, AttributeError) as error:
        raise CourseError(f"expected a unit's source notebook at {path}: {error}") from error
    if version.unit.sha256 != sha256:
        raise CourseError(
            f"expected the version of '{slug}' that {path} is named by, but its text was changed; "
            "take the file from a backup, or move it away to do without"
        )
    return version


def kept_hashes(folder: CourseFolder, slug: str) -> list[str]:
    """Return the hashes of all versions that are kept."""
    return sorted(path.stem for path in (folder.records / "units" / slug).glob("*.ipynb"))


def mended(folder: CourseFolder, slug: str) -> dict[str, str]:
    """Return which version was mended by which, by their hashes.

    Raises:
        CourseError: the list is damaged.
    """
    path = folder.records / "units" / slug / _MENDED
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        return {str(old): str(new) for old, new in said.items()}
    except FileNotFoundError:
        return {}
    except (ValueError, AttributeError) as error:
        raise CourseError(f"expected versions of '{slug}' in {path}: {error}") from error


def mend(folder: CourseFolder, slug: str, old: str, new: str) -> None:
    """Note that what was graded by the version `old` is graded by `new` from now on."""
    said = {one: by for one, by in mended(folder, slug).items() if one != new}
    if old != new:
        said[old] = new
    put(folder.records / "units" / slug / _MENDED, json.dumps(said, indent=1) + "\n")


class Versions:
    """Says by which version of a unit a submission is graded: that of the release it came from.

    Args:
        folder: the course folder with the records.
        today: the unit as it is now.
        used: the hashes of versions that something was graded by.
    """

    def __init__(self, folder: CourseFolder, today: Version, used: frozenset[str]) -> None:
        self._today = today
        slug = today.unit.slug
        self._by = mended(folder, slug)
        hashes = [each for each in kept_hashes(folder, slug) if each != today.unit.sha256]
        others = [kept_version(folder, slug, each) for each in hashes]
        self._others = {v.unit.sha256: v for v in others if v is not None}
        self._used = used

    @property
    def alone(self) -> bool:
        """Whether there is but one version, so that nobody need ask."""
        return not self._others

    def of(self, notebook: Mapping[str, Any]) -> Version:
        """Return the version for a notebook that was handed in, as plain data."""
        about = _about(notebook)
        release = about.get("release")
        if self.alone or not isinstance(release, str) or release == self._today.release:
            return self._today
        possible = [v for v in self._others.values() if v.release == release]
        if not possible:
            return self._today
        with_written = about.get("manual", True)
        alike = [v for v in possible if v.unit.about.get("manual", True) == with_written]
        return self._mended((alike or possible)[0])

    def _mended(self, version: Version) -> Version:
        seen = {version.unit.sha256}
        while (by := self._by.get(version.unit.sha256)) and by not in seen:
            seen.add(by)
            if by == self._today.unit.sha256 or by not in self._others:
                return self._today
            version = self._others[by]
        never_used = version.unit.sha256 not in self._used
        if never_used and visible(version.unit) == visible(self._today.unit):
            return self._today  # mended before anybody was graded by it
        return version


def visible(unit: Unit) -> list[tuple[str, str, str, float]]:
    """Return what students see of a unit, but for the text of its answers."""
    return [
        (c.grade_id, c.kind, "" if c.kind in ("answer", "written") else _shown(c), c.points)
        for c in unit.cells
    ]


def _shown(cell: Any) -> str:
    return take_tests_apart(cell.source, "").visible if cell.kind == "tests" else str(cell.source)


def _about(notebook: Mapping[str, Any]) -> Mapping[str, Any]:
    metadata = notebook.get("metadata")
    about = metadata.get(METADATA_KEY) if isinstance(metadata, dict) else None
    return about if isinstance(about, dict) else {}
