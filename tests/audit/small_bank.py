"""The small course with a bank of answers, for the tests of the audit."""

from pathlib import Path

from autograder.folders import CourseFolder
from tests.small_course.making import SLUG, small_course

RIGHT = {
    "loops": """# %% row-sums
def row_sums(X):
    return np.array([sum(row) for row in np.asarray(X)])

# %% shares
def shares(X):
    return np.array([np.asarray(row, dtype=float) / np.sum(row) for row in X])
""",
    "products": """# %% row-sums
def row_sums(X):
    X = np.asarray(X)
    return X @ np.ones(X.shape[1])
""",
    "transposed": """# %% column-means
def column_means(X):
    return np.asarray(X).T.mean(axis=1)
""",
}
MISTAKES = {
    "row-sums": """# %% columns: the columns were summed, not the rows
def row_sums(X):
    return np.asarray(X).sum(axis=0)

# %% absolute: the signs were dropped
def row_sums(X):
    return np.abs(np.asarray(X)).sum(axis=1)
""",
    "column-means": """# %% rows: the rows were averaged, not the columns
def column_means(X):
    return np.asarray(X).mean(axis=1)
""",
    "shares": """# %% whole: every row was divided by the sum of all
def shares(X):
    X = np.asarray(X, dtype=float)
    return X / X.sum()
""",
}


def course_with_bank(root: Path) -> CourseFolder:
    """Make the small course, released, with a sound bank of answers."""
    folder = small_course(root)
    for kind, files in (("right", RIGHT), ("mistakes", MISTAKES)):
        for name, text in files.items():
            path = folder.bank(SLUG) / kind / f"{name}.py"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return folder


def change_source(folder: CourseFolder, old: str, new: str) -> None:
    """Change the unit's text in one place."""
    path = folder.source_text(SLUG)
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8")


def add_to_bank(folder: CourseFolder, name: str, text: str) -> None:
    """Append to a file of the bank, such as "mistakes/shares.py"."""
    path = folder.bank(SLUG) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\n{text}\n")
