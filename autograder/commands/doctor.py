"""The verb `doctor`: say what this machine has and lacks."""

import json
import sys
from itertools import groupby

import click
from rich.console import Console

from autograder.machine.doctor import Check, Report, State, examine
from autograder.machine.system import import_frameworks

_MARKS = {State.OK: ("ok", "green"), State.LOW: ("low", "yellow"), State.MISSING: ("--", "yellow")}


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
def doctor(as_json: bool) -> None:
    """Say what is there, what is missing and how to get it.

    Everything is tried, not looked up: TensorFlow is imported, a browser started, a namespace
    entered. Takes about 10 seconds. Exits with 1 when something is missing without which the
    course does not work; everything else is optional and only named.

    \b
    Example:
      ./course doctor
      ./course doctor --json
    """
    with Console(stderr=True).status("Importing TensorFlow, which takes some seconds"):
        frameworks = import_frameworks()
    report = examine(frameworks)
    if as_json:
        click.echo(json.dumps(report.as_json(), indent=2))
    else:
        _print_report(report)
    sys.exit(0 if report.fit else 1)


def _print_report(report: Report) -> None:
    for purpose, checks in groupby(report.checks, key=lambda check: check.purpose):
        click.secho(f"For {purpose}", bold=True)
        for check in checks:
            _print_check(check)
    click.secho("The cage in which students' code is graded", bold=True)
    click.echo(f"      {report.cage.mode}: {report.cage.why}")
    for lack in report.cage.lacks:
        click.echo(f"      but: {lack}")
    missing = [c.name for c in report.checks if c.required and c.state is State.MISSING]
    if missing:
        click.secho(f"The course does not work without: {', '.join(missing)}.", fg="red")
    else:
        click.secho("Everything that the course needs is there.", fg="green")


def _print_check(check: Check) -> None:
    mark, colour = _MARKS[check.state]
    if check.required and check.state is State.MISSING:
        colour = "red"
    click.echo(f"  {click.style(f'{mark:3}', fg=colour)} {check.name:20} {check.found}")
    if check.state is not State.OK and check.remedy:
        click.echo(f"      {'':20} -> {check.remedy}")
