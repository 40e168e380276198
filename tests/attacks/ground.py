"""Where attacks are tried: a course with secrets, a worker, and what is looked at afterwards."""

import ctypes
import hashlib
import json
import os
import re
import secrets
import socket
import sqlite3
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from autograder.execution import pair
from autograder.execution.cage import Mode, find_cage
from autograder.execution.zygote import Warm
from autograder.feedback.pages import feedback_page
from autograder.folders import CourseFolder
from autograder.grading import grade_file, plan_of, released_answers, unreadable
from autograder.handin.submitted import handed_in
from autograder.result import Finding, Outcome, Result
from autograder.unit import Limits, Unit
from tests.attacks import cutting
from tests.attacks.cutting import SLUG, Notebook

CANARY = re.compile(r"CANARY_[a-z]+_[0-9a-f]{8}|48213\.625|90417\.375")
LIMITS = Limits(time_s=5.0, cell_s=0.8, memory_mb=512, disk_mb=32)
CONTROL_LIMITS = Limits(time_s=120.0, cell_s=60.0, memory_mb=1024)
# What is kept of one submission: graded notebook, result and page together.
MAX_KEPT_BYTES = 10 << 20
_PR_SET_CHILD_SUBREAPER, _PR_GET_CHILD_SUBREAPER = 36, 37
_PLACES = ("/tmp", "/var/tmp", "/dev/shm", "/run")


@dataclass
class Found:
    """What an attack came to.

    Attributes:
        result: how it was graded.
        wrong: everything that may not be, as sentences; empty when the attack failed.
    """

    result: Result | None
    wrong: list[str] = field(default_factory=list)


class Ground:
    """A course with secrets in it, and a worker that grades; use `ground`.

    Args:
        root: the course's folder.
        grade: grades a file; takes path, name and limits.
        port: where somebody listens on the loopback.
        listener: who listens there.
        unit: the unit.
    """

    def __init__(
        self,
        root: Path,
        grade: Callable[[Path, str, Limits], Result],
        listener: socket.socket,
        unit: Unit,
    ) -> None:
        self.root = root
        self.run = secrets.token_hex(6)
        self._grade = grade
        self._listener = listener
        self._port = listener.getsockname()[1]
        self.unit = unit
        self._number = 0

    @property
    def known(self) -> str:
        """What the student knows of the machine."""
        return f"COURSE, PORT, RUN = {str(self.root)!r}, {self._port}, {self.run!r}"

    def attack(self, attack: cutting.Attack) -> Found:
        """Hand an attack in, and then honest work, and look at what there is to see."""
        return self.try_out(
            lambda place: _write(place, cutting.notebook(attack, self.known)),
            attack.honest,
            then=attack.then,
        )

    def try_out(
        self, hand_in: Callable[[Path], None], honest: float = 0.0, then: str = ""
    ) -> Found:
        """Try what a function puts into the folder of a submission."""
        plant(self.root, self.run)
        place = self.root / "submitted" / "attacker" / SLUG
        hand_in(place)
        before = Traces.of(self.root, self.run)
        found = Found(self._graded("attacker", LIMITS))
        if then:
            taker = cutting.Attack("then", "takes what was left", {"": then})
            _write(self.root / "submitted" / "taker" / SLUG, cutting.notebook(taker, self.known))
            before = Traces.of(self.root, self.run)
            taken = self._graded("taker", LIMITS)
            found.wrong += [f"the next student: {w}" for w in _readable_wrong(self.unit, taken)]
            found.wrong += _worth(taken, 0.0)
        found.wrong += _readable_wrong(self.unit, found.result)
        found.wrong += _worth(found.result, honest)
        control = self._graded("zz-after", CONTROL_LIMITS)
        if control is None or control.score != cutting.FULL:
            score = "nothing" if control is None else control.as_json()
            found.wrong.append(f"the next student's honest work got {score}")
        found.wrong += before.missed(Traces.of(self.root, self.run))
        found.wrong += self._heard()
        return found

    def _graded(self, student: str, limits: Limits) -> Result | None:
        """Grade what a student handed in, as `course grade` finds it."""
        for handed in handed_in(CourseFolder(self.root), SLUG).handed_in:
            if handed.student == student:
                return self._grade(handed.path, student, limits)
        return unreadable(self.unit, student, Finding("no_file", "nothing that can be graded"))

    def _heard(self) -> list[str]:
        heard: list[str] = []
        while True:
            try:
                self._listener.accept()[0].close()
            except BlockingIOError:
                return heard[:1]
            heard.append("somebody connected to the loopback")


def _worth(result: Result | None, honest: float) -> list[str]:
    if result is None:
        return ["it has no result"]
    wrong = []
    if not result.score <= honest:
        wrong.append(f"it earned {result.score} of {honest} honest points")
    if Outcome.GRADER_FAULT in {task.outcome for task in result.tasks}:
        wrong.append("the grader broke")
    if result.time_s > LIMITS.time_s * 2 + 5:
        wrong.append(f"it took {result.time_s:.1f} s, allowed were {LIMITS.time_s}")
    return wrong


def _readable_wrong(unit: Unit, result: Result | None) -> list[str]:
    """Look for secrets, live markup and heaps in what a student can read of a result."""
    if result is None:
        return []
    page = feedback_page(unit.title, "Student", result)
    kept = json.dumps(result.as_json(), ensure_ascii=False)
    text = page + kept
    secret = sorted({*CANARY.findall(text), *CANARY.findall(text[::-1])})
    wrong = [f"a student can read {', '.join(secret)}"] if secret else []
    if len(page) + len(kept) > MAX_KEPT_BYTES:
        wrong.append(f"{(len(page) + len(kept)) >> 20} MB are kept of it")
    live = Live()
    live.feed(page)
    return wrong + live.found


class Live(HTMLParser):
    """Finds markup in a feedback page that does something: no page of ours has any."""

    DEAD = frozenset(
        "html head meta title style body header main section h1 h2 p strong progress span ul li "
        "pre blockquote".split()
    )

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._tags.append(tag)
        if tag not in self.DEAD:
            self.found.append(f"the page holds <{tag}>")
        for name, value in attrs:
            refreshing = name == "http-equiv" and value != "Content-Security-Policy"
            if name.startswith("on") or name in ("href", "src", "srcdoc", "style") or refreshing:
                self.found.append(f"the page holds {name}={value!r}")
            if "PWN" in (value or ""):
                self.found.append(f"the page holds the marker in {name}")

    def handle_data(self, data: str) -> None:
        if self._tags[-1:] == ["style"] and "PWN" in data:
            self.found.append("the page's style holds the marker")

    def handle_comment(self, data: str) -> None:
        self.found.append("the page holds a comment")


@dataclass(frozen=True)
class Traces:
    """What can be seen of the machine from outside a cage.

    Attributes:
        tree: a digest of every file of the course, its mode and kind, by path.
        left: files, segments and sockets anywhere that bear the mark of this run.
        processes: how many processes descend from this one.
        descriptors: how many descriptors this process and its descendants have.
    """

    tree: dict[str, str]
    left: frozenset[str]
    processes: int
    descriptors: int

    @classmethod
    def of(cls, root: Path, run: str) -> "Traces":
        """Look at everything."""
        family = descendants(os.getpid())
        return cls(_tree(root), _left(run), len(family), sum(map(_open, [os.getpid(), *family])))

    def missed(self, later: "Traces") -> list[str]:
        """Return what is different later and may not be, as sentences."""
        wrong = [
            f"{path} was changed"
            for path in sorted({*self.tree, *later.tree})
            if self.tree.get(path) != later.tree.get(path)
        ]
        wrong += [f"{path} was left" for path in sorted(later.left - self.left)]
        if later.processes > self.processes:
            wrong.append(f"{later.processes - self.processes} processes were left")
        if later.descriptors > self.descriptors:
            wrong.append(f"{later.descriptors - self.descriptors} descriptors were left")
        return wrong


def _tree(root: Path) -> dict[str, str]:
    found = {}
    for folder, folders, names in os.walk(root):
        if folder == str(root) and "scratch" in folders:
            folders.remove("scratch")
        for name in [*folders, *names]:
            path = os.path.join(folder, name)
            info = os.lstat(path)
            digest = f"{stat.filemode(info.st_mode)} {info.st_uid} {info.st_nlink}"
            if stat.S_ISREG(info.st_mode) and info.st_size < 64 << 20:
                digest += hashlib.sha256(Path(path).read_bytes()).hexdigest()
            elif stat.S_ISLNK(info.st_mode):
                digest += os.readlink(path)
            if not stat.S_ISDIR(info.st_mode):
                digest += str(int(info.st_mtime))
            found[os.path.relpath(path, root)] = digest
    return found


def _left(run: str) -> frozenset[str]:
    found = {str(p) for place in _PLACES for p in Path(place).glob(f"*{run}*")}
    shared = Path("/proc/sysvipc/shm").read_text().splitlines()[1:]
    found |= {f"shared memory {line.split()[0]}" for line in shared if "1382436" in line[:12]}
    return frozenset(found)


def _open(process: int) -> int:
    try:
        return len(os.listdir(f"/proc/{process}/fd"))
    except OSError:
        return 0


def descendants(process: int) -> list[int]:
    """Return the processes below one, those that have ended left out."""
    parents: dict[int, int] = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                text = Path(f"/proc/{name}/stat").read_text()
            except OSError:
                continue
            state, parent = text.rpartition(")")[2].split()[:2]
            if state not in "ZX":
                parents[int(name)] = int(parent)
    found: list[int] = []
    ahead = {process}
    while ahead:
        ahead = {child for child, parent in parents.items() if parent in ahead}
        found += ahead
    return found


@contextmanager
def watched_closely() -> Iterator[None]:
    """Let processes without a parent fall to this one, which sees them so; interrupt shortly.

    Only meanwhile: whom it adopts it never waits for, which other tests would take for a leak.
    """
    libc, before = ctypes.CDLL(None), ctypes.c_int(0)
    libc.prctl(_PR_GET_CHILD_SUBREAPER, ctypes.byref(before), 0, 0, 0)
    libc.prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    patience_s = pair._INTERRUPT_S
    pair._INTERRUPT_S = 0.3  # what an interrupt does not end is killed at once: it is no courtesy
    try:
        yield
    finally:
        pair._INTERRUPT_S = patience_s
        libc.prctl(_PR_SET_CHILD_SUBREAPER, before.value, 0, 0, 0)


def plant(root: Path, run: str) -> None:
    """Make the course as it is before every attack; the worker's scratch stays."""
    for path in sorted(root.rglob("*"), reverse=True):
        if path.relative_to(root).parts[0] == "scratch":
            continue
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
        else:
            path.unlink()
    _write(root / "source" / SLUG, cutting.source_notebook())
    _write(root / "release" / SLUG, cutting.released())
    victim = cutting.Attack("victim", "", {"first": "'CANARY_victim_2a2a2a2a'"}, "right")
    for student in ("victim", "zz-after"):
        _write(root / "submitted" / student / SLUG, cutting.notebook(victim, ""))
    _write(root / "autograded" / "victim" / SLUG, cutting.notebook(victim, ""))
    (root / "submitted" / "attacker" / SLUG).mkdir(parents=True)
    (root / "feedback" / "victim").mkdir(parents=True)
    (root / "feedback" / "victim" / "unit.html").write_text("CANARY_feedback_3b3b3b3b")
    (root / ".course-key").write_text("CANARY_key_4c4c4c4c")
    home = root / "home"
    (home / ".ssh").mkdir(parents=True)
    (home / ".ssh" / "id").write_text("CANARY_ssh_5d5d5d5d")
    (home / ".bashrc").write_text("# CANARY_bashrc_6e6e6e6e\n")
    (home / "private.txt").write_text("CANARY_private_7f7f7f7f")
    with sqlite3.connect(root / "gradebook.db") as book:
        book.execute("create table grade (student text, extra_credit real)")
        book.execute("create table source_cell (source text)")
        book.execute("insert into grade values ('attacker', 0), ('CANARY_gradebook_8a8a8a8a', 1)")
        book.execute("insert into source_cell values ('CANARY_sourcecell_9b9b9b9b')")
    book.close()


def _write(place: Path, notebook: Notebook) -> None:
    place.mkdir(parents=True, exist_ok=True)
    (place / f"{SLUG}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")


@contextmanager
def ground(mode: str, *, foreign: bool = False, engine: str = "judge") -> Iterator[Ground]:
    """Make a course that anybody may read, and a worker that grades in a mode of the cage.

    The worker's scratch lies in the course, HOME too; its environment holds a secret.
    """
    unit = cutting.unit(foreign=foreign)
    released = released_answers(cutting.released())
    with (
        watched_closely(),
        _scene() as root,
        socket.create_server(("127.0.0.1", 0)) as listener,
    ):
        listener.setblocking(False)

        def grade_with(start: Any) -> Callable[[Path, str, Limits], Result]:
            return lambda path, name, limits: grade_file(
                unit, path, name, hash_of(name), limits,
                released=released, engine=engine, start=start, cage=mode,
            )  # fmt: skip

        if engine == "stock":
            yield Ground(root, grade_with(None), listener, unit)
        else:
            cage = find_cage(Mode(mode))
            with Warm(plan_of(unit), cage, disk_mb=LIMITS.disk_mb) as warm:
                yield Ground(root, grade_with(warm.start), listener, unit)


@contextmanager
def _scene() -> Iterator[Path]:
    """Make the folder, and the environment in which the worker is started."""
    planted = {"JUPYTERHUB_API_TOKEN": "CANARY_env_1d1d1d1d"}
    with tempfile.TemporaryDirectory(prefix="attacked-") as folder:
        root = Path(folder)
        root.chmod(0o755)
        (root / "scratch").mkdir()
        planted["HOME"] = str(root / "home")
        kept = {name: os.environ.get(name) for name in planted}, tempfile.tempdir
        os.environ |= planted
        tempfile.tempdir = str(root / "scratch")
        try:
            yield root
        finally:
            tempfile.tempdir = kept[1]
            for name, value in kept[0].items():
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value


def hash_of(name: str) -> int:
    """Return a seed for a name."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:6], "big")
