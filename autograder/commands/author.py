"""Verbs for authors and instructors: release."""

import click

from autograder.errors import UnitError
from autograder.folders import CourseFolder


@click.command()
@click.argument("unit", required=False)
@click.option(
    "--manual/--no-manual",
    default=True,
    help="Leave written tasks out of the notebook and of the total: for large classes and "
    "self-learners.",
)
def release(unit: str | None, manual: bool) -> None:
    """Make what students receive: exercises/UNIT/UNIT.ipynb, for one UNIT or all.

    Takes out solutions, hidden tests, mark schemes and outputs, locks what students must not
    change, and makes nbgrader's source notebook in source/. The same source gives the same bytes.

    \b
    Example:
      ./course release perceptron
      ./course release --no-manual
    """
    # Not at the top: nbgrader takes seconds to import, and other verbs would wait for it.
    from autograder.release import release as make_release
    from autograder.unit import worth_text

    folder = CourseFolder()
    slugs = [unit] if unit else folder.slugs()
    if not slugs:
        raise UnitError(f"expected units at {folder.solutions}/<slug>/<slug>.md, found none")
    for slug in slugs:
        made = make_release(folder, slug, manual=manual)
        state = "written" if made.changed else "unchanged"
        shown = made.path.relative_to(folder.root)
        click.echo(f"{shown}: {made.tasks} tasks, {worth_text(made.points)} ({state})")
