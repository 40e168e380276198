"""Where nbgrader's gradebook is, and how it is opened: SQLite in the course folder, or a server.

One file says so for everybody: `gradebook.url` in the course folder, which `nbgrader_config.py`
reads too, so that formgrader sees what is written here. A course with a configuration of its own
may name `c.CourseDirectory.db_url` there instead. Without either it is `gradebook.db`.
"""

import importlib.util
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic.script import ScriptDirectory
from nbgrader.api import Gradebook, InvalidEntry
from nbgrader.dbutil import ALEMBIC_DIR
from sqlalchemy import Column, MetaData, String, Table, create_engine, inspect, select
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from traitlets.config.loader import ConfigFileNotFound, PyFileConfigLoader

from autograder.errors import CourseError
from autograder.folders import CourseFolder
from autograder.whole_file import put

# The same names stand in nbgrader_config.py.
COURSE_ID = "deep_learning_foundations"
URL_FILE = "gradebook.url"
_CONFIG = "nbgrader_config.py"
_VERSION = Table("alembic_version", MetaData(), Column("version_num", String(32), nullable=False))
_AWAY_S = 10


@contextmanager
def opened(folder: CourseFolder) -> Iterator[Any]:
    """Open the course's gradebook; what goes wrong with the database is one clear error.

    Raises:
        CourseError: it is no gradebook, is locked, cannot be written, or its server is away.
    """
    url = url_of(folder)
    try:
        folder.root.mkdir(parents=True, exist_ok=True)
        _note_version(url)
        with Gradebook(url.render_as_string(hide_password=False), COURSE_ID) as book:
            try:
                yield book
            except BaseException:
                book.db.rollback()
                raise
    except (SQLAlchemyError, InvalidEntry) as error:
        raise CourseError(_sentence(url, error)) from error


def exists(folder: CourseFolder) -> bool:
    """Whether the course has a gradebook; one on a server is taken to be there."""
    url = url_of(folder)
    return not _is_file(url) or Path(str(url.database)).is_file()


def shown(folder: CourseFolder) -> str:
    """Return where the gradebook is, for people: a path, or an address without its password."""
    url = url_of(folder)
    return str(url.database) if _is_file(url) else url.render_as_string(hide_password=True)


def url_of(folder: CourseFolder) -> URL:
    """Return the address of the gradebook.

    Raises:
        CourseError: the address that the course names is none.
    """
    kept = folder.root / URL_FILE
    text = kept.read_text(encoding="utf-8").strip() if kept.is_file() else ""
    said = text or _configured(folder.root)
    return _address(said, folder) if said else _address(folder.gradebook_url, folder)


def choose(folder: CourseFolder, text: str) -> None:
    """Keep the address of the gradebook for this and every later run, and for formgrader.

    Args:
        folder: the course.
        text: such as `postgresql://user@host/database`, or `sqlite:///gradebook.db`.

    Raises:
        CourseError: it is no address, or the course's own nbgrader_config.py names another one.
    """
    url = _address(text, folder)
    configured = _configured(folder.root)
    there = folder.root / URL_FILE
    said = there.read_text(encoding="utf-8").strip() if there.is_file() else ""
    if configured and configured != said and _address(configured, folder) != url:
        other = _address(configured, folder).render_as_string(hide_password=True)
        raise CourseError(
            f"expected the gradebook that {folder.root / _CONFIG} names ({other}), got "
            f"{url.render_as_string(hide_password=True)}; change c.CourseDirectory.db_url there, "
            "so that formgrader sees the same gradebook"
        )
    put(there, url.render_as_string(hide_password=False) + "\n")
    there.chmod(0o600)  # it may hold a password


def _address(text: str, folder: CourseFolder) -> URL:
    try:
        url = make_url(text)
    except ArgumentError:
        raise CourseError(
            "expected the address of a gradebook such as postgresql://user@host/database or "
            "sqlite:///gradebook.db, got something else (not shown: it may hold a password)"
        ) from None
    if url.drivername in ("postgres", "postgresql", "postgresql+psycopg"):
        url = url.set(drivername="postgresql+psycopg")
        if importlib.util.find_spec("psycopg") is None:
            raise CourseError(
                "expected psycopg for a gradebook on PostgreSQL, found none; install it: "
                'pip install "psycopg[binary]"'
            )
        if "connect_timeout" not in url.query:
            url = url.update_query_dict({"connect_timeout": str(_AWAY_S)})
    elif _is_file(url) and url.database:
        url = url.set(database=str(folder.root / url.database))
    return url


def _is_file(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def _configured(root: Path) -> str:
    """Return the address that the course's own nbgrader_config.py names, "" without one."""
    try:
        config = PyFileConfigLoader(_CONFIG, path=str(root)).load_config()
    except ConfigFileNotFound:
        return ""
    except Exception as error:
        raise CourseError(
            f"expected {root / _CONFIG} to be nbgrader's configuration, but reading it says: "
            f"{type(error).__name__}: {str(error)[:200]}"
        ) from error
    said = config.get("CourseDirectory", {}).get("db_url", "")
    return said if isinstance(said, str) else ""


def _sentence(url: URL, error: Exception) -> str:
    reason = str(getattr(error, "orig", None) or error).strip().splitlines()[0][:300]
    if url.password:
        reason = reason.replace(str(url.password), "***")
    if not _is_file(url):
        return (
            f"expected nbgrader's gradebook at {url.render_as_string(hide_password=True)}, but "
            f"the server says: {reason}. Start the server or mend the address in {URL_FILE}, then "
            "run the same command; what was written before is still there"
        )
    return (
        f"expected nbgrader's gradebook at {url.database}, but the database says: {reason}. "
        "Close what else has it open; if it was made by an older nbgrader, run "
        "`nbgrader db upgrade`; what was written before is still there"
    )


def _note_version(url: URL) -> None:
    """Note in a new gradebook which version its tables will have; nbgrader makes them next.

    nbgrader would start the program `alembic` to find out, which takes seconds and needs a PATH.
    """
    engine = create_engine(url)
    try:
        if set(inspect(engine).get_table_names()) - {_VERSION.name}:
            return
        with engine.begin() as db:
            _VERSION.create(db, checkfirst=True)
            if db.execute(select(_VERSION)).first() is None:
                head = ScriptDirectory(ALEMBIC_DIR).get_current_head()
                db.execute(_VERSION.insert().values(version_num=head))
    finally:
        engine.dispose()
