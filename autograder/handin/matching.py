"""Which student of the class a file belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass

from autograder.handin.files import Entry
from autograder.handin.naming import Claim, claims
from autograder.handin.roster import Student, folded, is_student_id


@dataclass(frozen=True)
class Match:
    """A student and the claim that was believed, or neither and the reason.

    Without claim and reason the file is another unit's and no concern of this collection.
    """

    student: str = ""
    claim: Claim | None = None
    reason: str = ""


class Directory:
    """Finds students by what file names say of them."""

    def __init__(
        self, slug: str, students: Sequence[Student] | None, other_units: Sequence[str] = ()
    ) -> None:
        self._slug = slug
        self._class = students
        self._others = frozenset(other_units)
        self._found: dict[tuple[str, str], set[str]] = {}
        for student in students or ():
            for key in _keys_of(student):
                self._found.setdefault(key, set()).add(student.id)

    def match(self, entry: Entry) -> Match:
        """Return whose a file is, or why nobody's."""
        parts = entry.parts
        if len(parts) >= 2 and parts[-2] in self._others:
            return Match()
        if entry.refusal:
            return Match(reason=entry.refusal)
        if parts[-1].removesuffix(".ipynb") in self._others:
            other = parts[-1].removesuffix(".ipynb")
            return Match(reason=f"it is named like another unit, '{other}'")
        possible = list(claims(parts, self._slug))
        if self._class is None:
            return self._without_class(possible)
        return self._of_class(possible)

    def _without_class(self, possible: list[Claim]) -> Match:
        for claim in possible:
            if claim.layout in ("canvas", "moodle"):
                return Match(
                    reason=f"{claim.layout.title()}'s names are matched against the class; give "
                    "--roster students.csv"
                )
            kind, text = claim.keys[0]
            if kind == "id" and is_student_id(text):
                return Match(text, claim)
        return Match(reason="its name has no student's id; give --roster students.csv")

    def _of_class(self, possible: list[Claim]) -> Match:
        believed: dict[str, Claim] = {}
        for claim in possible:
            students = self._students(claim)
            if len(students) > 1:
                several = ", ".join(sorted(students))
                return Match(
                    reason=f"ambiguous: several students have this name ({several}); add the "
                    "column canvas_id or moodle_id to the roster, or name the file by id"
                )
            for student in students:
                believed.setdefault(student, claim)
            if believed and claim.layout != "plain":
                break
        if len(believed) > 1:
            several = ", ".join(sorted(believed))
            return Match(reason=f"ambiguous: its path names several students ({several})")
        for student, claim in believed.items():
            return Match(student, claim)
        return Match(reason="no student of the roster has this id, email or name")

    def _students(self, claim: Claim) -> set[str]:
        """Return the students of the strongest key that anybody has."""
        for kind, text in claim.keys:
            key = (kind, _shape(kind, text))
            if key[1] and key in self._found:
                return self._found[key]
        return set()


def _keys_of(student: Student) -> list[tuple[str, str]]:
    names = {
        student.full_name,
        f"{student.first_name} {student.last_name}",
        f"{student.last_name} {student.first_name}",
    }
    keys = [("name", _shape("name", name)) for name in names]
    keys += [
        ("id", _shape("id", student.id)),
        ("email", _shape("email", student.email)),
        ("canvas_id", student.canvas_id or student.lms_user_id),
        ("moodle_id", student.moodle_id),
    ]
    return [key for key in dict.fromkeys(keys) if key[1]]


def _shape(kind: str, text: str) -> str:
    if kind == "name":
        return folded(text)
    return text.strip().casefold() if kind in ("id", "email") else text.strip()
