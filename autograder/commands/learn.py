"""Verbs for readers and students: build the site, check a notebook."""

import sys
from pathlib import Path

import click

from autograder.check import check_file, exit_code, print_report
from autograder.folders import CourseFolder


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
def check(file: Path) -> None:
    """Run the visible tests on your own notebook FILE.

    Says for each task whether its visible tests pass and, if not, what was expected, what came
    and which mistake usually gives that. Changes nothing. Exits with 0 when all pass, 1 when one
    does not, 2 when the file cannot be read. Also works without ./course, with NumPy alone:
    python -m autograder check FILE

    \b
    Example:
      ./course check exercises/perceptron/perceptron.ipynb
    """
    result = check_file(file)
    print_report(result, click.echo)
    sys.exit(exit_code(result))


@click.command()
@click.option("--serve", is_flag=True, help="Serve the site on 127.0.0.1 and open it.")
@click.option("--port", default=8000, show_default=True, help="Port for --serve; 0 picks one.")
@click.option("--open/--no-open", "open_browser", default=True, help="Open a browser with --serve.")
@click.option("--clean", is_flag=True, help="Execute and render everything again.")
def build(serve: bool, port: int, open_browser: bool, clean: bool) -> None:
    """Release every unit, execute every chapter, render the site.

    The first run takes minutes, because every cell of every chapter is executed; later runs do
    only what changed. Any error or warning fails the build and says where it is.

    \b
    Example:
      ./course build --serve
    """
    # Not at the top: nbgrader takes seconds to import, and other verbs would wait for it.
    from autograder.release import release
    from autograder.site.build import build_site, serve_site

    folder = CourseFolder()
    for slug in folder.slugs():
        made = release(folder, slug) if folder.source_text(slug).is_file() else None
        if made is not None:
            click.echo(f"released {slug}" + ("" if made.changed else " (unchanged)"), err=True)
    html = build_site(folder.root, clean=clean, say=lambda line: click.echo(line, err=True))
    click.echo(f"The site is at {html / 'index.html'}")
    if serve:
        serve_site(html, port, open_browser)
