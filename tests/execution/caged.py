"""Places to try a cage in: as root or as anybody, with or without user namespaces.

`place(...)` yields a `Place`, in which `try_out` runs source in a confined process and says how it
ended. Nothing is pretended: namespaces are switched off by bubblewrap, users are other users.
"""

import itertools
import json
import os
import shutil
import socket
import stat
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from autograder.execution import bubblewrap
from autograder.execution.processes import environment as environment_of_children
from autograder.folders import REPOSITORY

PARENT = Path(__file__).with_name("caged_parent.py")
SOMEBODY = 61234
CLOSED = ["bwrap", "--unshare-user", "--disable-userns", "--dev-bind", "/", "/"]
_numbers = itertools.count()


@dataclass(frozen=True)
class Variant:
    """Who tries which cage where.

    Attributes:
        name: how tests are called.
        mode: of the cage, "" for whatever `find_cage` finds.
        root: whether root tries, or an ordinary user.
        namespaces: whether user namespaces can be made.
        rights: whether root has its rights over the namespaces that it is in.
    """

    name: str
    mode: str
    root: bool
    namespaces: bool = True
    rights: bool = True


VARIANTS = (
    Variant("root-full", "full", root=True),
    Variant("root-landlock", "landlock", root=True),
    Variant("anybody-full", "full", root=False),
    Variant("anybody-landlock", "landlock", root=False),
    Variant("root-in-a-container", "", root=True, namespaces=False),
    Variant("root-without-rights", "", root=True, namespaces=False, rights=False),
    Variant("anybody-without-namespaces", "", root=False, namespaces=False),
)
UNCONFINED = Variant("unconfined", "none", root=os.geteuid() == 0)


@dataclass(frozen=True)
class Ended:
    """How a probe ended: "value", "raised", "ended" (did not live to say), or "timeout"."""

    state: str
    value: Any = None
    error: str = ""
    said: str = ""
    status: int = 0


@dataclass
class Place:
    """A warm process in a variant; `world` is what probes find outside of their cage."""

    variant: Variant
    process: "subprocess.Popen[str]"
    world: dict[str, Any]
    cage: dict[str, Any] = field(default_factory=dict)

    def try_out(
        self,
        source: str,
        *,
        memory_mb: int = 1024,
        timeout_s: float = 20,
        without: Sequence[str] = (),
        abi: int = 0,
    ) -> Ended:
        """Run source in a confined process; it leaves what it found in `result`."""
        asked = {
            "source": textwrap.dedent(source),
            "memory_mb": memory_mb,
            "timeout_s": timeout_s,
            "without": list(without),
            "abi": abi,
            "world": self.world,
            "readable": [self.world["given"]],
        }
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(asked) + "\n")
        self.process.stdin.flush()
        return Ended(**self._line())

    def _line(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, "the warm process is gone"
        return dict(json.loads(line))


@contextmanager
def place(variant: Variant, preload: str = "numpy") -> Iterator[Place]:
    """Start a warm process in a variant, skip where this machine cannot."""
    user = prepared_user(variant)
    with tempfile.TemporaryDirectory(prefix="course-cage-", ignore_cleanup_errors=True) as base:
        os.chmod(base, 0o711)  # noqa: S103
        shared = os.path.join(base, "shared")
        os.mkdir(shared)
        with outside(base, user) as world:
            if user is not None:
                for path in (shared, *Path(base).rglob("*")):
                    os.chown(path, user, user, follow_symlinks=False)
            command = [sys.executable, "-P", str(PARENT), "start", variant.mode, shared, preload]
            process = subprocess.Popen(
                [*prefix(variant, user), *command],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                cwd="/",
                env=environment(world),
            )
            here = Place(variant, process, world)
            try:
                here.cage = here._line()
                yield here
            finally:
                process.kill()
                process.communicate()


def environment(world: dict[str, Any]) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    quiet = environment_of_children(world["folder"]) | {"CUDA_VISIBLE_DEVICES": ""}
    return kept | quiet | {"COURSE_ROOT": str(REPOSITORY), "COURSE_READABLE": world["given"]}


def prepared_user(variant: Variant) -> int | None:
    """Return the user to become, None to stay; skip where that is impossible."""
    if variant.root and os.geteuid() != 0:
        pytest.skip("these tests also run as root: sudo ./course test tests/execution")
    if (variant.mode == "full" or not variant.namespaces) and not bubblewrap.works().works:
        pytest.skip(f"bubblewrap does not work: {bubblewrap.works().said}; ./course doctor")
    return SOMEBODY if not variant.root and os.geteuid() == 0 else None


def prefix(variant: Variant, user: int | None) -> list[str]:
    """Return the command that puts what follows into a variant's place."""
    words: list[str] = []
    if user is not None:
        if shutil.which("setpriv") is None:
            pytest.skip("setpriv is not installed: apt-get install util-linux")
        words += [*opened(), "setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups"]
    if not variant.namespaces:
        words += CLOSED if variant.rights else [*CLOSED, "--cap-drop", "ALL"]
    return words


def opened() -> list[str]:
    """Show Python to other users, where it lies in a folder that is closed to them."""
    words: list[str] = []
    for wanted in dict.fromkeys((sys.base_prefix, sys.prefix)):
        closed = [p for p in Path(wanted).parents if not os.stat(p).st_mode & stat.S_IXOTH]
        if closed:
            words += ["--tmpfs", str(closed[-1])]
            between = [p for p in reversed(Path(wanted).parents) if closed[-1] in p.parents]
            words += [word for p in between for word in ("--perms", "0755", "--dir", str(p))]
            words += ["--ro-bind", wanted, wanted]
    return ["bwrap", "--dev-bind", "/", "/", *words] if words else []


@contextmanager
def outside(base: str, user: int | None) -> Iterator[dict[str, Any]]:
    """Make what an attack would like to reach: files, a process, sockets."""
    folder = Path(base, "outside")
    folder.mkdir()
    secret, given = folder / "secret.txt", folder / "given.csv"
    secret.write_text("the answer is 42")
    given.write_text("1,2,3\n")
    Path(folder, "spare").touch()
    path = str(folder / "socket")
    as_user = {} if user is None else {"user": user, "group": user, "extra_groups": []}
    with (
        socket.create_server(("127.0.0.1", 0)) as tcp,
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp,
        socket.socket(socket.AF_UNIX) as named,
        socket.socket(socket.AF_UNIX) as abstract,
        socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as datagrams,
    ):
        udp.bind(("127.0.0.1", 0))
        named.bind(path)
        os.chmod(path, 0o777)  # noqa: S103
        named.listen()
        name = f"course-cage-{os.getpid()}-{next(_numbers)}"
        abstract.bind("\0" + name)
        abstract.listen()
        datagrams.bind(f"\0{name}-datagrams")
        victim = subprocess.Popen(["sleep", "1000"], **as_user)
        try:
            yield {
                "secret": str(secret),
                "folder": str(folder),
                "given": str(given),
                "solutions": str(next(Path(REPOSITORY, "solutions").glob("*/*.md"))),
                "tcp": tcp.getsockname()[1],
                "udp": udp.getsockname()[1],
                "unix": path,
                "abstract": name,
                "victim": victim.pid,
            }
        finally:
            with suppress(ProcessLookupError):
                victim.kill()
            victim.wait()
