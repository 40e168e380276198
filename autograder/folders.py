"""Where things are: the repository, and nbgrader's course folder inside it."""

from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class CourseFolder:
    """The folders of one course, all below `root`."""

    root: Path = REPOSITORY

    @property
    def solutions(self) -> Path:
        """What authors write: `<slug>/<slug>.md`."""
        return self.root / "solutions"

    @property
    def exercises(self) -> Path:
        """What students receive: `<slug>/<slug>.ipynb`, generated."""
        return self.root / "exercises"

    @property
    def source(self) -> Path:
        """nbgrader's source notebooks, generated from `solutions`, never committed."""
        return self.root / "source"

    @property
    def submitted(self) -> Path:
        """What was collected: `<student>/<slug>/<slug>.ipynb` and `timestamp.txt`."""
        return self.root / "submitted"

    @property
    def attempts(self) -> Path:
        """Every attempt that was handed in, `<student>/<slug>/`; nbgrader ignores it."""
        return self.root / "attempts"

    @property
    def records(self) -> Path:
        """What was graded when and how, `<slug>.jsonl`, and the units that it was graded by."""
        return self.root / "records"

    @property
    def autograded(self) -> Path:
        """Graded notebooks for formgrader: `<student>/<slug>/<slug>.ipynb`."""
        return self.root / "autograded"

    @property
    def feedback(self) -> Path:
        """Feedback pages: `<student>/<slug>/<slug>.html`."""
        return self.root / "feedback"

    @property
    def gradebook_url(self) -> str:
        """The address of nbgrader's database."""
        return f"sqlite:///{self.root / 'gradebook.db'}"

    def source_text(self, slug: str) -> Path:
        """The text notebook of a unit."""
        return self.solutions / slug / f"{slug}.md"

    def bank(self, slug: str) -> Path:
        """The folder of a unit's answers with known worth."""
        return self.root / "tests" / "units" / slug

    def release(self, slug: str) -> Path:
        """The released notebook of a unit."""
        return self.exercises / slug / f"{slug}.ipynb"

    def diagnoses(self, slug: str) -> Path:
        """The table of known mistakes of a unit; it is released beside the notebook."""
        return self.exercises / slug / "diagnoses.json"

    def slugs(self) -> list[str]:
        """Every unit that has a source, or, in a course without sources, a release."""
        sources = sorted(p.stem for p in self.solutions.glob("*/*.md") if p.stem == p.parent.name)
        releases = sorted(
            p.stem for p in self.exercises.glob("*/*.ipynb") if p.stem == p.parent.name
        )
        return sources or releases
