"""A real PostgreSQL server on this machine for as long as some tests need it."""

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

_START_S = 60


def programs() -> Path | None:
    """Return the folder with initdb and postgres; Debian keeps them off the PATH."""
    there = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    on_path = shutil.which("postgres")
    found = [*there, *([Path(on_path).resolve().parent] if on_path else [])]
    whole = [p for p in found if (p / "postgres").is_file() and (p / "initdb").is_file()]
    return whole[0] if whole else None


def lacking() -> str:
    """Say what the tests lack here and how to get it, "" when nothing."""
    if programs() is None:
        return "no PostgreSQL server programs: apt install postgresql"
    try:
        import psycopg  # noqa: F401
    except ImportError:
        return "no psycopg: ./course installs it with everything of requirements.lock"
    return ""


@contextlib.contextmanager
def server() -> Iterator[str]:
    """Start a server on a free port of 127.0.0.1; yields its address without a database."""
    tools = programs()
    assert tools is not None, "a test marked postgresql is skipped where there is none"
    # The server refuses to run as root.
    user = "nobody" if os.getuid() == 0 else None
    with tempfile.TemporaryDirectory(prefix="course-postgresql-") as folder:
        data = Path(folder, "data")
        if user is not None:
            shutil.chown(folder, user)
        subprocess.run(
            [tools / "initdb", "-D", data, "-U", "grader", "-A", "trust", "-E", "UTF8",
             "--locale=C", "--no-sync"],
            user=user, cwd=folder, check=True, capture_output=True,
            env={"PATH": os.environ["PATH"]},
        )  # fmt: skip
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        with Path(folder, "log").open("wb") as log:
            process = subprocess.Popen(
                [tools / "postgres", "-D", data, "-p", str(port), "-c", "fsync=off",
                 "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="],
                user=user, cwd=folder, stdout=log, stderr=log, env={"PATH": os.environ["PATH"]},
            )  # fmt: skip
            try:
                _wait(process, port, Path(folder, "log"))
                yield f"postgresql://grader@127.0.0.1:{port}"
            finally:
                process.terminate()
                process.wait(_START_S)


def _wait(process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    import psycopg

    end = time.monotonic() + _START_S
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(psycopg.OperationalError):
            psycopg.connect(
                host="127.0.0.1", port=port, user="grader", dbname="postgres", connect_timeout=2
            ).close()
            return
        time.sleep(0.05)
    raise RuntimeError(f"PostgreSQL did not start: {log.read_text(errors='replace')[-2000:]}")
