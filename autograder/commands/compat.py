"""The verb `compat`: any nbgrader course through stock nbgrader and through the judge."""

import json
import sys
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from autograder.commands.graded_class import cage_for
from autograder.compat import compared
from autograder.compat.compared import SAME, Notebook
from autograder.compat.courses import LeftOut, Source, find
from autograder.errors import CourseError
from autograder.whole_file import put

_SHARE = 0.99


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--json", "out", type=click.Path(dir_okay=False, path_type=Path), help="Write all.")
@click.option(
    "--workers", type=click.IntRange(1), default=1, show_default=True,
    help="How many notebooks to compare at the same time.",
)  # fmt: skip
@click.option(
    "--cell-seconds", type=click.FloatRange(1), default=30.0, show_default=True,
    help="How long a cell may take, with either engine.",
)  # fmt: skip
@click.option("--control", is_flag=True, help="Run without the solutions, too.")
@click.option("--no-cage", is_flag=True, help="Let the judge, too, run code unconfined.")
def compat(
    folder: Path, out: Path | None, workers: int, cell_seconds: float, control: bool, no_cage: bool
) -> None:
    """Grade the instructor's notebooks below FOLDER by stock nbgrader and by the judge.

    FOLDER is any nbgrader course: its source notebooks, with the solutions in them, are run by
    stock nbgrader and by the judge, each in a copy of its folder, and every autograded cell is
    held side by side. With --control the same is done with all solutions taken out: what passes
    then is named, with the reason.

    Stock nbgrader runs a course's code in a Jupyter kernel that nothing confines: it can read and
    change all that you can, and reach the network. Only run courses that you trust. The judge's
    half is confined as for any submission.

    Exits with 1 when less than 99 of 100 cells agree, or a cell passes without its solution in
    the judge alone; with 2 when there is no such notebook.

    \b
    Example:
      ./course compat ~/my-course/source --control
    """
    sources, left_out = find(folder)
    if not sources:
        raise CourseError(
            f"expected instructor notebooks below {folder} (autograded cells, and answer cells "
            "with a line `### BEGIN SOLUTION`), found none: give the folder of an nbgrader "
            "course that has them, usually its `source`"
        )
    cage = cage_for("judge", no_cage=no_cage)
    mode = "none" if cage is None else cage.mode
    found = _watched(sources, workers, cell_seconds, control=control, mode=mode)
    notebooks = sorted(found, key=lambda n: n.name)
    left_out += [LeftOut(n.name, n.fault) for n in notebooks if n.fault]
    if out is not None:
        put(out, json.dumps(compared.as_json(notebooks, left_out), indent=1) + "\n")
    _print(notebooks, left_out)
    summed = compared.totals(notebooks)
    sys.exit(1 if summed.share < _SHARE or summed.judge_only else 0)


def _watched(
    sources: list[Source], workers: int, cell_s: float, *, control: bool, mode: str
) -> list[Notebook]:
    """Compare under a progress bar, or with one line each where there is no terminal."""
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    # Not at the top: nbgrader takes seconds to import, and other verbs would wait for it.
    from autograder.compat.run import compare_all

    bar = Progress(
        TextColumn("comparing"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    done: list[Notebook] = []
    with bar:
        task = bar.add_task("comparing", total=len(sources))
        for notebook in compare_all(sources, workers, cell_s, control=control, mode=mode):
            done.append(notebook)
            console.print(Text(f"[{len(done)}/{len(sources)}] {_line(notebook)}"))
            bar.advance(task)
    return done


def _line(notebook: Notebook) -> str:
    if notebook.fault:
        return f"{notebook.name}: left out, {notebook.fault}"
    same = sum(cell.why == SAME for cell in notebook.cells)
    return (
        f"{notebook.name}: {same} of {len(notebook.cells)} cells the same "
        f"(stock {notebook.stock_s:.1f} s, judge {notebook.judge_s:.1f} s)"
    )


def _print(notebooks: list[Notebook], left_out: list[LeftOut]) -> None:
    for entry in left_out:
        click.echo(f"left out: {entry.name}: {entry.why}")
    for notebook in notebooks:
        for cell in notebook.cells:
            if cell.why != SAME:
                click.echo(
                    f"differs: {notebook.name} {cell.grade_id}: stock {cell.stock.points:g}, "
                    f"judge {cell.judge.points:g} of {cell.stock.of:g}: {cell.why}"
                )
        for passed in notebook.passed_without or ():
            word = "FALSE PASS" if passed.judge_only else "passes without an answer"
            click.echo(f"{word}: {notebook.name} {passed.grade_id}: {passed.why}")
    for why, count in compared.classes(notebooks):
        click.echo(f"{count:4d} {why}")
    summed = compared.totals(notebooks)
    click.echo(
        f"{summed.agreeing} of {summed.cells} cells that stock nbgrader gives full marks agree "
        f"({100 * summed.share:.1f} %); {summed.other_agreeing} of the {summed.other} others; "
        f"stock {summed.stock_s:.0f} s, judge {summed.judge_s:.0f} s"
    )
    if any(n.passed_without is not None for n in notebooks):
        click.echo(
            f"without solutions {summed.passed_without} cells pass, {summed.judge_only} of them "
            "in the judge alone"
        )
