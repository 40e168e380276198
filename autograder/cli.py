"""The command line: which verbs there are, and for whom. Each verb lives in `commands/`."""

import click

from autograder import __version__
from autograder.commands.audit import audit
from autograder.commands.author import release
from autograder.commands.classroom import feedback, grade, grades, sample_class
from autograder.commands.compat import compat
from autograder.commands.develop import lint, test
from autograder.commands.doctor import doctor
from autograder.commands.learn import build, check
from autograder.commands.records import explain, extend, regrade
from autograder.errors import CourseError

BY_PERSON: tuple[tuple[str, tuple[click.Command, ...]], ...] = (
    ("Readers", (build,)),
    ("Students", (check,)),
    ("Instructors", (release, grade, grades, feedback, explain, extend, regrade, sample_class)),
    ("Authors and developers", (test, lint, audit, compat, doctor)),
)


class MendableError(click.ClickException):
    """A mistake of the person at the keyboard: one message, exit code 2."""

    exit_code = 2


class CourseGroup(click.Group):
    """A group that lists its verbs by person and prints a `CourseError` as one message."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write one section of verbs for each person."""
        for person, commands in BY_PERSON:
            with formatter.section(person):
                formatter.write_dl(
                    [(str(c.name), c.get_short_help_str(limit=80)) for c in commands]
                )

    def invoke(self, ctx: click.Context) -> object:
        """Run the verb; a mistake that the user can mend is one message and exit code 2."""
        try:
            return super().invoke(ctx)
        except CourseError as error:
            raise MendableError(str(error)) from error
        except OSError as error:
            where = f" ({error.filename})" if error.filename else ""
            raise click.ClickException(
                f"the system refused: {error.strerror or error}{where}. Nothing that was there "
                "before is lost; mend that (disk full? no permission?) and run the same command"
            ) from error


@click.group(cls=CourseGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="course")
def course() -> None:
    """Deep Learning Foundations: build the book, check a notebook, grade a class.

    \b
    A reader    ./course build --serve
    A student   ./course check exercises/perceptron/perceptron.ipynb
    Instructor  ./course release perceptron
                ./course grade perceptron --from handed-in.zip --roster students.csv
                ./course feedback perceptron

    `./course VERB --help` explains a verb with an example.
    """


for _, _commands in BY_PERSON:
    for _command in _commands:
        course.add_command(_command)
