"""The child process that runs cells: what survives a time-out, a death, a flood."""

import os
from collections.abc import Iterator

import pytest

from autograder.execution.ended import Ended
from autograder.execution.pieces import Pieces
from autograder.session import Session


class Running:
    """A session that is started again when it is lost, as grading does it."""

    def __init__(self, pieces: Pieces) -> None:
        self.pieces = pieces

    def run(self, source: str, timeout_s: float) -> Ended:
        return self.pieces.cell("own", "", source, timeout_s)


@pytest.fixture(scope="module")
def session() -> Iterator[Running]:
    with Pieces(lambda: Session(memory_mb=1024)) as pieces:
        running = Running(pieces)
        running.run("x = 3", timeout_s=30)
        yield running


def test_names_live_from_cell_to_cell(session: Running) -> None:
    assert session.run("print(x + 1)", timeout_s=30).stdout == "4\n"


def test_an_exception_is_named_with_its_line(session: Running) -> None:
    ran = session.run("def f():\n    return 1 / 0\nf()", timeout_s=30)

    assert (ran.state, ran.error) == ("raised", "ZeroDivisionError")
    assert "line 2, in f" in ran.trace
    assert "ipython-input" not in ran.trace


def test_a_syntax_error_is_named(session: Running) -> None:
    ran = session.run("def f(:\n    pass", timeout_s=30)

    assert (ran.state, ran.error) == ("raised", "SyntaxError")


def test_exit_does_not_end_the_session(session: Running) -> None:
    assert session.run("import sys\nsys.exit(0)", timeout_s=30).error == "SystemExit"
    assert session.run("x", timeout_s=30).state == "ok"


@pytest.mark.skipif(os.name != "posix", reason="interrupts need POSIX signals; run it on Linux")
def test_an_endless_loop_is_interrupted_and_names_survive(session: Running) -> None:
    assert session.run("while True: pass", timeout_s=0.5).state == "timeout"
    assert session.run("print(x)", timeout_s=30).stdout == "3\n"


def test_after_a_death_the_cells_before_it_are_run_again(session: Running) -> None:
    assert session.run("import os\nos._exit(1)", timeout_s=30).state == "died"
    assert session.run("print(x)", timeout_s=30).stdout == "3\n"


@pytest.mark.skipif(os.name != "posix", reason="signals need POSIX; run it on Linux")
def test_code_that_ignores_the_interrupt_is_killed(session: Running) -> None:
    stubborn = "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True: pass"

    assert session.run(stubborn, timeout_s=0.5).state == "timeout"
    assert session.run("print(x)", timeout_s=30).stdout == "3\n"


@pytest.mark.skipif(not os.path.exists("/proc"), reason="memory limits need Linux")
def test_memory_is_bounded(session: Running) -> None:
    assert session.run("a = bytearray(3 << 30)", timeout_s=30).error == "MemoryError"


def test_a_flood_of_output_is_cut(session: Running) -> None:
    ran = session.run("for _ in range(10**5): print('x' * 100)", timeout_s=60)

    assert ran.state == "ok"
    assert len(ran.stdout) == 20_000


def test_input_has_nobody_to_ask(session: Running) -> None:
    assert session.run("input()", timeout_s=30).error == "EOFError"


def test_magics_of_a_messy_notebook_run(session: Running) -> None:
    assert session.run("%matplotlib inline\n%time y = 1\n!true", timeout_s=60).state == "ok"


def test_printing_cannot_forge_a_reply(session: Running) -> None:
    forged = 'import os\nos.write(1, b\'{"ok": true}\\n\')\nassert False, "real"'

    assert session.run(forged, timeout_s=30).message == "real"


def test_an_exception_that_cannot_even_be_printed_is_still_one(session: Running) -> None:
    mute = "class Mute(Exception):\n    def __str__(self): raise ValueError\nraise Mute"

    assert session.run(mute, timeout_s=30).error == "Mute"


def test_a_replaced_json_module_does_not_garble_replies(session: Running) -> None:
    assert session.run("import json\njson.dumps = lambda *_, **__: 'x'", timeout_s=30).state == "ok"
    assert session.run("print(x)", timeout_s=30).stdout == "3\n"


def test_a_garbled_reply_is_a_death_and_not_a_crash(session: Running) -> None:
    garble = "import os\nfor fd in range(3, 30):\n    try: os.write(fd, b'[1]\\n')\n"
    garble += "    except OSError: pass"

    assert session.run(garble, timeout_s=30).state == "died"
    assert session.run("print(x)", timeout_s=30).stdout == "3\n"


def test_bindings_are_set_before_the_code(session: Running) -> None:
    assert session.pieces.setup("t", "print(SEED)", {"SEED": 9}, 30).stdout == "9\n"


def test_how_the_process_ended_is_told(session: Running) -> None:
    assert session.run("import os\nos._exit(7)", timeout_s=30).status == 7
    assert session.run("import os\nos.abort()", timeout_s=30).status == -6


@pytest.mark.parametrize(
    ("source", "value"),
    [("1 + 1", 2), ("2.5", 2.5), ("x = 1", None), ("True", None), ("'2'", None), ("3;", None)],
)
def test_a_cell_that_ends_with_a_number_says_so(
    session: Running, source: str, value: float | None
) -> None:
    assert session.run(source, timeout_s=30).value == value


def test_a_number_of_numpy_is_one(session: Running) -> None:
    assert session.run("import numpy as np\nnp.float64(1.5)", timeout_s=30).value == 1.5
