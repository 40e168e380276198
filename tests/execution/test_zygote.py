"""Warm processes: each submission gets a fresh fork, and nothing that one does reaches the next."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from autograder.execution.cage import CageError, Mode, find_cage
from autograder.execution.pair import ServerLost
from autograder.execution.processes import Processes
from autograder.execution.trial import Trial
from autograder.execution.wiping import wipe
from autograder.execution.zygote import Warm

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="the judge needs Linux: grade there"),
]
HIDDEN = "wombat_" + "hidden_" + "word = 41 + len('wombat')"
CELLS = [
    ("given", "g", "import numpy as np"),
    ("answer", "a", "def double(x):\n    return 2 * x"),
    ("tests", "t", f"assert double(2) == 4\n{HIDDEN}"),
]
MODES = [
    Mode.NONE,
    pytest.param(Mode.LANDLOCK, marks=pytest.mark.cage),
    pytest.param(Mode.FULL, marks=pytest.mark.cage),
]


def warm_in(mode: Mode) -> Warm:
    try:
        return Warm(CELLS, find_cage(mode), pieces=["assert double(2) == 4", HIDDEN])
    except CageError as error:
        pytest.skip(f"{error}: ./course doctor says what to install")


@pytest.fixture(scope="module", params=MODES)
def warm(request: pytest.FixtureRequest) -> Iterator[Warm]:
    with warm_in(request.param) as processes:
        yield processes


@pytest.fixture(scope="module")
def bare() -> Iterator[Warm]:
    with warm_in(Mode.NONE) as processes:
        yield processes


class Submission:
    """One submission whose cell ran, or died."""

    def __init__(self, trial: Trial) -> None:
        self.trial = trial
        self.processes: Processes = trial._pair.processes

    def run(self, source: str) -> str:
        """Run a cell and return the text of the RuntimeError that it ends with, or its state."""
        ended = self.trial.cell("answer", "a", source, 20)
        return ended.message if ended.error == "RuntimeError" else ended.state


@contextlib.contextmanager
def submission(warm: Warm) -> Iterator[Submission]:
    with Trial(CELLS, 1024, warm.start) as trial:
        yield Submission(trial)


def until(done: Callable[[], bool], limit_s: float = 30) -> bool:
    deadline = time.monotonic() + limit_s
    while not done() and time.monotonic() < deadline:
        time.sleep(0.02)
    return done()


def alive(word: str) -> list[str]:
    """Return the processes with a word in their command line."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            if word.encode() in path.read_bytes():
                found.append(path.parent.name)
    return found


def test_a_submission_is_graded_and_its_processes_say_how_they_ended(warm: Warm) -> None:
    with submission(warm) as one:
        assert one.run(CELLS[1][2]) == "ok"
        assert one.trial.visible("t", "assert double(2) == 4", 20).state == "ok"
        assert one.trial.setup("t", HIDDEN, {"SEED": 1}, 20).state == "ok"
        assert one.trial.prop("t", "assert double(3) == 5", 20).error == "AssertionError"
    for process in (one.processes.judge, one.processes.sandbox):
        assert process.exit is not None
        assert process.exit.status == -signal.SIGKILL
        assert process.exit.cpu_s > 0
        assert process.exit.peak_mb > 1


@pytest.mark.parametrize(
    ("dies", "status"), [("import os\nos._exit(7)", 7), ("import os\nos.abort()", -signal.SIGABRT)]
)
def test_how_a_sandbox_died_is_known(bare: Warm, dies: str, status: int) -> None:
    with submission(bare) as one:
        ended = one.trial.cell("answer", "a", dies, 20)

    assert (ended.state, ended.status) == ("died", status)


def test_a_sandbox_that_does_not_stop_is_killed(bare: Warm) -> None:
    stubborn = (
        "import os, signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\n"
        "while True:\n    os.getpid()"
    )
    with submission(bare) as one:
        assert one.trial.cell("answer", "a", stubborn, 0.3).state == "timeout"
        assert one.run("x = 1") == "ok"


SPOILS = """
import builtins, os, sys, numpy as np
builtins.left_behind = np.left_behind = sys.left_behind = 1
os.environ["LEFT_BEHIND"] = "1"
np.sum = np.allclose = lambda *a, **k: "spoilt"
list(map(sys.modules.pop, [m for m in sys.modules if m.startswith("json")]))
from IPython import get_ipython
get_ipython().user_ns["left_behind"] = 1
open("left-behind", "w").write("x")
"""
LOOKS = """
import builtins, os, sys, numpy as np, json
from IPython import get_ipython
found = [n for place in (builtins, np, sys) for n in vars(place) if n == "left_behind"]
found += [n for n in (*os.environ, *os.listdir(), *globals()) if "left" in n.lower()]
found += [] if np.sum([1, 2]) == 3 else ["sum"]
raise RuntimeError(str(found))
"""


def test_nothing_that_a_submission_does_to_its_process_reaches_the_next(warm: Warm) -> None:
    with submission(warm) as first:
        assert first.run(SPOILS) == "ok"
    with submission(warm) as second:
        assert second.run(LOOKS) == "[]"


def test_two_submissions_draw_different_unseeded_numbers(bare: Warm) -> None:
    drawn = []
    for _ in range(2):
        with submission(bare) as one:
            source = "import random, numpy as np\n"
            drawn.append(one.run(f"{source}raise RuntimeError(str(np.random.rand(3)))"))
            drawn.append(one.run(f"{source}raise RuntimeError(str(random.random()))"))

    assert len(set(drawn)) == 4


LITTERS = """
import os
os.makedirs("closed/inner")
open("closed/inner/file", "w").write("x")
for make in (lambda: os.symlink("/etc", "link"), lambda: os.mkfifo("pipe")):
    try:
        make()
    except OSError:
        pass  # a cage refuses it
os.chmod("closed/inner", 0)
os.chmod("closed", 0)
here = os.getcwd()
for n in range(1500):
    os.mkdir("deep-folder-with-a-long-name")
    os.chdir("deep-folder-with-a-long-name")
os.chdir(here)
os.mkdir("many")
for n in range(20_000):
    os.close(os.open(f"many/{n}", os.O_CREAT, 0))
os.chmod(".", 0o1500)
"""


def test_whatever_lies_in_the_scratch_folder_is_gone_for_the_next(warm: Warm) -> None:
    with submission(warm) as first:
        assert first.run(LITTERS) == "ok"
    with submission(warm) as second:
        assert second.run("import os\nraise RuntimeError(str(os.listdir()))") == "[]"
    assert Path("/etc/passwd").exists()


def test_wiping_follows_no_link(tmp_path: Path) -> None:
    outside, scratch = tmp_path / "outside", tmp_path / "scratch"
    outside.mkdir()
    (outside / "kept").write_text("x")
    scratch.mkdir()
    (scratch / "link").symlink_to(outside)
    (scratch / "0").mkdir()
    (scratch / "a" / "0").mkdir(parents=True)
    (scratch / "a" / "1").write_text("x")

    wipe(str(scratch))

    assert list(scratch.iterdir()) == []
    assert (outside / "kept").exists()


READS_ITSELF = """
import re
hidden, own = b"wombat_hidden_[w]ord = 41", b"platypus[_]own"
kept = "platypus_" + "own"
found, control = 0, 0
with open("/proc/self/maps") as maps, open("/proc/self/mem", "rb", 0) as memory:
    for line in maps:
        begin, end = (int(x, 16) for x in line.split()[0].split("-"))
        if "r" not in line.split()[1] or "[v" in line:
            continue
        memory.seek(begin)
        try:
            part = memory.read(end - begin)
            found, control = found + len(re.findall(hidden, part)), control or re.search(own, part)
        except OSError:
            pass
raise RuntimeError(f"found {found}, control {bool(control)}")
"""


def test_a_sandbox_has_no_word_of_the_tests_in_its_memory(bare: Warm) -> None:
    with submission(bare) as first:
        assert first.trial.visible("t", "assert True", 20).state == "ok"
        assert first.trial.setup("t", HIDDEN, {}, 20).state == "ok"
    with submission(bare) as one:
        assert one.trial.setup("t", HIDDEN, {}, 20).state in ("ok", "raised")
        assert one.run(READS_ITSELF) == "found 0, control True"


def test_a_sandbox_has_no_descriptor_and_no_variable_of_the_graders(
    warm: Warm, monkeypatch: pytest.MonkeyPatch
) -> None:
    with submission(warm) as one:
        source = "import os\nraise RuntimeError(str(sorted(map(int, os.listdir('/proc/self/fd')))))"
        assert one.run(source) in ("[0, 1, 2, 3, 4]", "raised")
        kept = "import os\nraise RuntimeError(str([n for n in os.environ if 'PYTEST' in n]))"
        assert one.run(kept) == "[]"


ORPHANS = """
import subprocess, sys
code = "import os, time; os.setsid(); open('../started', 'a').write('x'); time.sleep(600)"
for _ in range(3):
    subprocess.Popen([sys.executable, "-c", code, "orphan-of-a-submission"])
import os, time
while not os.path.exists("../started") or os.path.getsize("../started") < 3:
    time.sleep(0.05)
os.remove("../started")
"""


def test_what_an_uncaged_submission_starts_ends_with_it(bare: Warm) -> None:
    with submission(bare) as one:
        assert one.run(ORPHANS) == "ok"
        assert len(alive("orphan-of-a-submission")) == 3
    assert alive("orphan-of-a-submission") == []


def servers(warm: Warm) -> list[int]:
    found = [warm._judges, warm._sandboxes]
    return [server._process.pid for server in found if server is not None]


@pytest.mark.parametrize("which", [0, 1])
def test_a_warm_process_that_ended_is_replaced(which: int) -> None:
    with warm_in(Mode.NONE) as warm:
        with submission(warm) as one:
            assert one.run("x = 1") == "ok"
        os.kill(servers(warm)[which], signal.SIGKILL)
        with submission(warm) as two:
            assert two.run(CELLS[1][2]) == "ok"
            assert two.trial.visible("t", "assert double(2) == 4", 20).state == "ok"


def loses(one: Submission, server: int) -> None:
    os.kill(server, signal.SIGKILL)
    one.run("import time\ntime.sleep(20)")


@pytest.mark.parametrize("which", [0, 1])
def test_a_submission_that_loses_its_warm_process_is_nobodys_fault(which: int) -> None:
    with warm_in(Mode.NONE) as warm:
        with (
            submission(warm) as one,
            pytest.raises(ServerLost, match="grade it again"),
        ):
            loses(one, servers(warm)[which])
        with submission(warm) as again:
            assert again.run("x = 1") == "ok"


SUPERVISOR = """
import sys
from autograder.execution.cage import Mode, find_cage
from autograder.execution.trial import Trial
from autograder.execution.zygote import Warm
with Warm([("answer", "a", "x = 1")], find_cage(Mode(sys.argv[1]))) as warm:
    with Trial([("answer", "a", "x = 1")], 512, warm.start) as trial:
        trial.cell("answer", "a", "x = 1", 20)
        print(warm._folder.name, flush=True)
        trial.cell("answer", "a", "open('left', 'w').write('x')\\nwhile True: pass", 600)
"""


@pytest.mark.parametrize("mode", MODES)
def test_nothing_outlives_a_supervisor_that_is_killed(mode: Mode) -> None:
    try:
        find_cage(mode)
    except CageError as error:
        pytest.skip(f"{error}: ./course doctor says what to install")
    with subprocess.Popen(
        [sys.executable, "-c", SUPERVISOR, mode], stdout=subprocess.PIPE, text=True
    ) as supervisor:
        assert supervisor.stdout is not None
        folder = supervisor.stdout.readline().strip()
        assert len(alive(folder)) >= 4
        time.sleep(0.2)
        supervisor.kill()
    assert until(lambda: not alive(folder))
    assert until(lambda: not Path(folder).exists())
