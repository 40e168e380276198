"""What a confined process can still do, that every layer of the cage is needed, and its modes."""

from collections.abc import Iterator

import pytest

from autograder.execution import bubblewrap, cage, landlock, seccomp
from autograder.execution.bubblewrap import Tried
from autograder.execution.cage import Bounds, CageError, Mode, find_cage, wrapped
from tests.execution.caged import VARIANTS, Place, Variant, place
from tests.execution.test_cage_attacks import ATTACKS, LIMIT_MB, UNLIMITED, succeeded

HONEST = {
    "arrays": """
        import numpy as np
        a = np.random.default_rng(1).normal(size=(200, 200))
        result = float(np.linalg.norm(a @ np.linalg.inv(a) - np.eye(200))) < 1e-6""",
    "threads": """
        import threading
        from concurrent.futures import ThreadPoolExecutor
        with ThreadPoolExecutor(8) as pool:
            result = sum(pool.map(abs, range(100))) == 4950""",
    "temporary files": """
        import os, tempfile
        with tempfile.TemporaryDirectory() as folder, tempfile.NamedTemporaryFile() as file:
            file.write(b'x')
            open(os.path.join(folder, 'x'), 'w').close()
            result = os.path.dirname(folder) == os.path.dirname(file.name) == os.getcwd()
        result = result and os.listdir('.') == []""",
    "a picture": """
        import matplotlib.pyplot as plt, os
        plt.plot([1, 2, 3], label='$x^2$')
        plt.legend()
        plt.savefig('picture.png')
        plt.savefig('picture.pdf')
        result = os.path.getsize('picture.png') > 1000""",
    "files of its own": """
        import gzip, json, os, pathlib, pickle, shutil
        pathlib.Path('a/b').mkdir(parents=True)
        pathlib.Path('a/b/c.json').write_text(json.dumps({'x': 1}))
        shutil.copy2('a/b/c.json', 'copy.json')
        shutil.copytree('a', 'tree')
        os.replace('copy.json', 'tree/b/c.json')
        with gzip.open('x.gz', 'wb') as file:
            pickle.dump([1], file)
        result = json.load(open('tree/b/c.json')) == {'x': 1}
        shutil.rmtree('a')
        result = result and sorted(os.listdir()) == ['tree', 'x.gz']""",
    "a database": """
        import sqlite3
        with sqlite3.connect('x.db') as base:
            base.execute('create table t (n)')
            base.execute('insert into t values (3)')
        result = base.execute('select n from t').fetchall() == [(3,)]
        base.close()""",
    "what it was given": "result = open(world['given']).read() == '1,2,3\\n'",
    "clocks and places": """
        import datetime, locale, platform, time, zoneinfo
        time.tzset()
        locale.setlocale(locale.LC_ALL, 'C.UTF-8')
        noon = datetime.datetime(2026, 7, 1, 12, tzinfo=zoneinfo.ZoneInfo('Europe/Paris'))
        result = noon.utcoffset().seconds == 7200 and bool(platform.platform())""",
    "ssl": "import ssl; result = ssl.create_default_context().verify_mode == ssl.CERT_REQUIRED",
    "an event loop": """
        import asyncio
        async def twice(x):
            await asyncio.sleep(0.001)
            return 2 * x
        result = asyncio.run(twice(3)) == 6""",
    "signals to itself": """
        import os, signal, time
        came = []
        signal.signal(signal.SIGALRM, lambda *_: came.append('alarm'))
        signal.signal(signal.SIGUSR1, lambda *_: came.append('self'))
        signal.setitimer(signal.ITIMER_REAL, 0.01)
        os.kill(os.getpid(), signal.SIGUSR1)
        signal.raise_signal(signal.SIGUSR1)
        while len(came) < 3:
            time.sleep(0.005)
        result = sorted(came) == ['alarm', 'self', 'self']""",
    "a callback from C": """
        import ctypes
        number = ctypes.POINTER(ctypes.c_int)
        kind = ctypes.CFUNCTYPE(ctypes.c_int, number, number)
        numbers = (ctypes.c_int * 3)(3, 1, 2)
        ctypes.CDLL(None).qsort(numbers, 3, 4, kind(lambda a, b: a[0] - b[0]))
        result = list(numbers) == [1, 2, 3]""",
    "its surroundings": """
        import getpass, os, pathlib, secrets, uuid
        result = os.cpu_count() > 0 and pathlib.Path.home() == pathlib.Path.cwd()
        result = result and bool(getpass.getuser()) and len(os.urandom(8)) == 8
        result = result and os.environ['TMPDIR'] == os.getcwd()""",
    "deep recursion": """
        import sys
        sys.setrecursionlimit(50_000)
        def depth(n):
            return n and 1 + depth(n - 1)
        result = depth(40_000) == 40_000""",
    "a module that was not imported before": """
        import decimal, fractions, statistics, xml.etree.ElementTree
        import packaging.version
        result = statistics.mean([1, 2, 3]) == 2""",
    "private mapped files": """
        import numpy as np
        np.save('x.npy', np.arange(6))
        a = np.load('x.npy', mmap_mode='r+')
        a[0] = 7
        a.flush()
        result = np.load('x.npy')[0] == 7
        result = bool(result)""",
}


@pytest.fixture(scope="module", params=VARIANTS, ids=lambda variant: variant.name)
def caged(request: pytest.FixtureRequest) -> Iterator[Place]:
    with place(request.param, preload="numpy,matplotlib.pyplot") as here:
        yield here


@pytest.mark.cage
@pytest.mark.parametrize("name", HONEST)
def test_an_honest_submission_works(caged: Place, name: str) -> None:
    ended = caged.try_out(HONEST[name])
    assert (ended.state, ended.value) == ("value", True), ended.said


@pytest.mark.cage
def test_the_mode_is_found(caged: Place) -> None:
    without = {"root-in-a-container": "full"}.get(caged.variant.name, "landlock")
    assert caged.cage["mode"] == (caged.variant.mode or without)
    if without == "landlock" and not caged.variant.mode:
        assert "bubblewrap does not" in caged.cage["why"]


@pytest.mark.cage
def test_what_the_mode_lacks_is_named(caged: Place) -> None:
    lacks = " ".join(caged.cage["lacks"])
    assert ("runs as you" in lacks) == (caged.cage["mode"] == "landlock" and not caged.variant.root)
    assert ("watched" in lacks) == (caged.cage["mode"] == "landlock")
    unchanged = caged.variant.root and not caged.variant.namespaces
    assert ("no limit on threads" in lacks) == unchanged


@pytest.mark.cage
def test_the_disk_of_a_full_cage_has_a_size() -> None:
    fill = """
        import signal
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        for number in range(10):
            with open(str(number), 'wb') as file:
                for _ in range(10):
                    result = file.write(bytes(1 << 20))"""
    with place(VARIANTS[0] if VARIANTS[0].root else VARIANTS[2]) as here:
        ended = here.try_out(fill)
    assert (ended.state, ended.error) == ("raised", "OSError")
    assert "No space left" in ended.said


@pytest.mark.cage
def test_only_a_full_cage_hides_that_a_path_exists(caged: Place) -> None:
    ended = caged.try_out("import os; result = os.path.exists(world['secret'])")
    assert ended.value == (caged.cage["mode"] == "landlock")


# A layer that is taken away, an attack that then succeeds, and where that is seen.
NEEDED = (
    ("landlock", "reading: somebody's file", "anybody-landlock"),
    ("landlock", "writing: at the end of a file", "anybody-landlock"),
    ("seccomp", "starting: fork", "anybody-full"),
    ("seccomp", "talking: by UDP", "anybody-landlock"),
    ("seccomp", "writing: permissions of a file that it may read", "anybody-landlock"),
    ("seccomp", "growing: shared memory", "anybody-full"),
    ("limits", "growing: one large array", "anybody-full"),
    ("limits", "growing: descriptors", "anybody-full"),
    ("user", "growing: threads", "root-landlock"),
)


@pytest.mark.cage
@pytest.mark.parametrize(("layer", "attack", "where"), NEEDED)
def test_every_layer_is_needed(layer: str, attack: str, where: str) -> None:
    variant = next(v for v in VARIANTS if v.name == where)
    with place(variant) as here:
        limit_mb = 0 if attack in UNLIMITED else LIMIT_MB
        assert not succeeded(here.try_out(ATTACKS[attack], memory_mb=limit_mb))
        assert succeeded(here.try_out(ATTACKS[attack], memory_mb=limit_mb, without=[layer]))


@pytest.mark.cage
@pytest.mark.parametrize("attack", [name for name in ATTACKS if not name.startswith("growing")])
def test_the_lowest_landlock_holds_too(lowest: Place, attack: str) -> None:
    """Signals, sockets and devices are then up to seccomp alone."""
    ended = lowest.try_out(ATTACKS[attack], abi=cage.LOWEST_ABI)
    assert not succeeded(ended), ended


@pytest.fixture(scope="module")
def lowest() -> Iterator[Place]:
    with place(Variant("anybody-landlock", "landlock", root=False)) as here:
        yield here


@pytest.mark.cage
def test_a_process_with_two_threads_is_not_confined() -> None:
    with place(VARIANTS[3]) as here:
        ended = here.try_out(
            """
            from autograder.execution import cage
            import threading
            wait = threading.Event()
            threading.Thread(target=wait.wait, daemon=True).start()
            try:
                cage.confine_sandbox('landlock', cage.Bounds('.', 100))
            except cage.CageError as error:
                result = str(error)""",
            without=["landlock", "seccomp", "limits", "user"],
        )
    assert "one thread" in (ended.value or ended.said)


@pytest.mark.parametrize(
    ("works", "abi", "known", "mode"),
    [
        (True, 7, True, "full"),
        (True, 1, True, "full"),
        (True, 0, True, "none"),
        (True, 7, False, "none"),
        (False, 7, True, "landlock"),
        (False, 3, True, "landlock"),
        (False, 2, True, "none"),
        (False, 0, True, "none"),
        (False, 7, False, "none"),
    ],
)
def test_the_mode_follows_from_what_works(
    monkeypatch: pytest.MonkeyPatch, works: bool, abi: int, known: bool, mode: str
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    pretend(monkeypatch, works, abi, known)
    found = find_cage()
    assert found.mode == mode
    assert found.why
    if mode == "none":
        with pytest.raises(CageError, match="this machine offers none"):
            find_cage(Mode.LANDLOCK)
        assert find_cage(Mode.NONE).lacks
    if mode == "landlock":
        with pytest.raises(CageError, match="expected a cage of mode full"):
            find_cage(Mode.FULL)


def test_a_cage_needs_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, True, 7, True)
    monkeypatch.setattr("sys.platform", "darwin")
    assert "needs Linux" in find_cage().why


def pretend(monkeypatch: pytest.MonkeyPatch, works: bool, abi: int, known: bool) -> None:
    cage._best.cache_clear()
    monkeypatch.setattr(bubblewrap, "works", lambda: Tried(works, "bubblewrap 0.8.0", ()))
    monkeypatch.setattr(landlock, "abi", lambda: abi)
    monkeypatch.setattr(seccomp, "supported", lambda: known)


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    yield
    cage._best.cache_clear()


def test_without_bubblewrap_a_command_stays_as_it_is() -> None:
    none = find_cage(Mode.NONE)
    assert wrapped(none, ["python", "-V"], shared="/x", disk_mb=1) == ["python", "-V"]


def test_bounds_are_plain_data() -> None:
    import dataclasses
    import json

    bounds = Bounds("/x", 100, readable=("/y",))
    again = Bounds(**json.loads(json.dumps(dataclasses.asdict(bounds))))
    assert again == dataclasses.replace(bounds, readable=["/y"])  # type: ignore[arg-type]
