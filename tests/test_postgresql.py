"""nbgrader's gradebook on a real PostgreSQL server, named by its address."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from click.testing import CliRunner
from nbgrader.api import Gradebook
from nbgrader.apps import NbGrader
from nbgrader.coursedir import CourseDirectory
from traitlets.config.loader import PyFileConfigLoader

from autograder.cli import course as course_command
from autograder.errors import CourseError
from autograder.folders import REPOSITORY, CourseFolder
from autograder.gradebook.backup import back_up, restore
from autograder.gradebook.database import choose, exists, opened, shown, url_of
from autograder.gradebook.marks import marks_of, totals
from autograder.gradebook.master import Master, master_of
from autograder.gradebook.setup import prepare
from autograder.gradebook.writer import Graded, write
from autograder.handin.roster import Student
from autograder.result import Outcome
from autograder.source import load_unit
from tests.postgresql import server
from tests.small_course.making import SLUG, WRITTEN, hand_in, right_answers, small_course
from tests.test_gradebook import DUE, result

needs_server = pytest.mark.postgresql


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with server() as found:
        yield found


@pytest.fixture
def database(address: str, request: pytest.FixtureRequest) -> str:
    """Return the address of a new, empty database."""
    name = f"course_{abs(hash(request.node.name)) % 10**8}"
    with psycopg.connect(f"{address}/postgres", autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}"')
        connection.execute(f'CREATE DATABASE "{name}"')
    return f"{address}/{name}"


@pytest.fixture
def course(tmp_path: Path) -> CourseFolder:
    return small_course(tmp_path / "course")


@pytest.fixture
def master(course: CourseFolder) -> Master:
    return master_of(course, load_unit(course, SLUG))


@needs_server
@pytest.mark.slow
def test_results_are_written_and_read_by_nbgrader(
    course: CourseFolder, master: Master, database: str
) -> None:
    choose(course, database)
    with opened(course) as book:
        prepare(book, master, [Student("s1"), Student("s2")], DUE)
        batch = [Graded(result(shares=Outcome.FAILED), DUE.replace(day=20)), Graded(result("s2"))]
        for _ in range(2):
            write(book, master.unit, batch, "zero")
        book.grant_extension(SLUG, "s1", days=2)
    assert not (course.root / "gradebook.db").exists()
    url = url_of(course).render_as_string(hide_password=False)
    with Gradebook(url) as book:
        submission = book.find_submission(SLUG, "s1")
        assert (submission.score, submission.late_submission_penalty) == (5.0, 5.0)
        assert submission.needs_manual_grade is True
        assert submission.extension.days == 2
        assert {row.student: row.score for row in totals(book, SLUG).rows} == {"s1": 0, "s2": 6.5}
        assert marks_of(book, SLUG, "s1").marks[WRITTEN].waiting


@needs_server
@pytest.mark.slow
def test_a_backup_of_the_units_rows_puts_everything_back(
    course: CourseFolder, master: Master, database: str
) -> None:
    choose(course, database)
    with opened(course) as book:
        prepare(book, master, [Student("s1")], DUE)
        write(book, master.unit, [Graded(result(), DUE)])
        book.find_grade(WRITTEN, SLUG, SLUG, "s1").manual_score = 1.5
        book.grant_extension(SLUG, "s1", hours=5)
        book.db.commit()
        before = book.find_submission(SLUG, "s1").to_dict()
    kept = back_up(course, SLUG, ["s1"])
    with opened(course) as book:
        book.remove_submission(SLUG, "s1")
    restore(kept)
    with opened(course) as book:
        assert book.find_submission(SLUG, "s1").to_dict() == before
        assert book.find_submission(SLUG, "s1").extension.seconds == 5 * 3600
        assert book.find_grade(WRITTEN, SLUG, SLUG, "s1").manual_score == 1.5


@needs_server
@pytest.mark.slow
@pytest.mark.cage
def test_every_verb_uses_the_gradebook_that_was_named_once(
    course: CourseFolder, database: str
) -> None:
    hand_in(course, "s1", right_answers(course))

    def run(*words: object) -> Any:
        told = [*words, "--course", course.root]
        return CliRunner().invoke(course_command, [str(word) for word in told])

    done = run("grade", SLUG, "--workers", 1, "--gradebook", database)
    assert done.exit_code == 0, done.output
    assert "gradebook: postgresql+psycopg://grader@127.0.0.1" in done.output
    done = run("grades", SLUG, "--csv", course.root / "grades.csv")
    assert done.exit_code == 0, done.output
    assert "s1,,,,6.5,8.5" in (course.root / "grades.csv").read_text()
    done = run("explain", SLUG, "s1")
    assert "Score: 6.5 = 6.5 of 8.5." in done.output
    assert not (course.root / "gradebook.db").exists()


def test_formgrader_reads_the_same_address(course: CourseFolder) -> None:
    shutil.copy(REPOSITORY / "nbgrader_config.py", course.root)

    def formgraders() -> str:
        config = PyFileConfigLoader("nbgrader_config.py", path=str(course.root)).load_config()
        app = NbGrader(config=config)
        return str(CourseDirectory(parent=app).db_url)

    assert formgraders() == url_of(course).render_as_string()
    pytest.importorskip("psycopg")
    choose(course, "postgresql://grader:secret@db.example.org/course")
    assert formgraders() == url_of(course).render_as_string(hide_password=False)
    assert (course.root / "gradebook.url").stat().st_mode & 0o777 == 0o600


def test_a_courses_own_configuration_is_followed(course: CourseFolder) -> None:
    (course.root / "nbgrader_config.py").write_text(
        "c = get_config()\nc.CourseDirectory.db_url = 'sqlite:///elsewhere.db'\n"
    )
    assert shown(course) == str(course.root / "elsewhere.db")
    assert not exists(course)
    with opened(course):
        assert (course.root / "elsewhere.db").is_file()
    with pytest.raises(CourseError, match="expected the gradebook that .* names"):
        choose(course, "sqlite:///gradebook.db")


def test_a_server_that_is_away_is_one_clear_error(course: CourseFolder) -> None:
    pytest.importorskip("psycopg")
    choose(course, "postgresql://grader:secret@127.0.0.1:1/course")
    with (
        pytest.raises(CourseError, match="but the server says: .*refused") as caught,
        opened(course),
    ):
        pass  # pragma: no cover
    assert "secret" not in str(caught.value)
    assert "Start the server" in str(caught.value)


@pytest.mark.parametrize("text", ["", "no address", "://"])
def test_what_is_no_address_is_refused(course: CourseFolder, text: str) -> None:
    with pytest.raises(CourseError, match="expected the address of a gradebook"):
        choose(course, text)
