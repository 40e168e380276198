"""The child process that runs cells: what survives a time-out, a death, a flood."""

import os

import pytest

from autograder.session import Session


@pytest.fixture(scope="module")
def session():
    with Session(memory_mb=1024) as running:
        running.run("x = 3", timeout_s=30)
        yield running


def test_names_live_from_cell_to_cell(session: Session) -> None:
    assert session.run("print(x + 1)", timeout_s=30).stdout == "4\n"


def test_an_exception_is_named_with_its_line(session: Session) -> None:
    ran = session.run("def f():\n    return 1 / 0\nf()", timeout_s=30)

    assert (ran.state, ran.error) == ("raised", "ZeroDivisionError")
    assert "line 2, in f" in ran.trace
    assert "ipython-input" not in ran.trace


def test_a_syntax_error_is_named(session: Session) -> None:
    ran = session.run("def f(:\n    pass", timeout_s=30)

    assert (ran.state, ran.error) == ("raised", "SyntaxError")


def test_exit_does_not_end_the_session(session: Session) -> None:
    assert session.run("import sys\nsys.exit(0)", timeout_s=30).error == "SystemExit"
    assert session.run("x", timeout_s=30).state == "ok"


@pytest.mark.skipif(os.name != "posix", reason="interrupts need POSIX signals; run it on Linux")
def test_an_endless_loop_is_interrupted_and_names_survive(session: Session) -> None:
    assert session.run("while True: pass", timeout_s=0.5).state == "timeout"
    assert session.run("print(x)", timeout_s=30).stdout == "3\n"


def test_after_a_death_the_cells_before_it_are_run_again(session: Session) -> None:
    assert session.run("import os\nos._exit(1)", timeout_s=30).state == "died"
    assert session.run("print(x)", timeout_s=30).stdout == "3\n"


@pytest.mark.skipif(os.name != "posix", reason="signals need POSIX; run it on Linux")
def test_code_that_ignores_the_interrupt_is_killed(session: Session) -> None:
    stubborn = "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True: pass"

    assert session.run(stubborn, timeout_s=0.5).state == "timeout"
    assert session.run("print(x)", timeout_s=30).stdout == "3\n"


@pytest.mark.skipif(not os.path.exists("/proc"), reason="memory limits need Linux")
def test_memory_is_bounded(session: Session) -> None:
    assert session.run("a = bytearray(3 << 30)", timeout_s=30).error == "MemoryError"


def test_a_flood_of_output_is_cut(session: Session) -> None:
    ran = session.run("for _ in range(10**5): print('x' * 100)", timeout_s=60)

    assert ran.state == "ok"
    assert len(ran.stdout) == 20_000


def test_input_has_nobody_to_ask(session: Session) -> None:
    assert session.run("input()", timeout_s=30).error == "EOFError"


def test_magics_of_a_messy_notebook_run(session: Session) -> None:
    assert session.run("%matplotlib inline\n%time y = 1\n!true", timeout_s=60).state == "ok"


def test_printing_cannot_forge_a_reply(session: Session) -> None:
    forged = 'import os\nos.write(1, b\'{"ok": true}\\n\')\nassert False, "real"'

    assert session.run(forged, timeout_s=30).message == "real"


def test_an_exception_that_cannot_even_be_printed_is_still_one(session: Session) -> None:
    mute = "class Mute(Exception):\n    def __str__(self): raise ValueError\nraise Mute"

    assert session.run(mute, timeout_s=30).error == "Mute"


def test_a_replaced_json_module_does_not_garble_replies(session: Session) -> None:
    assert session.run("import json\njson.dumps = lambda *_, **__: 'x'", timeout_s=30).state == "ok"
    assert session.run("print(x)", timeout_s=30).stdout == "3\n"


def test_a_garbled_reply_is_a_death_and_not_a_crash(session: Session) -> None:
    garble = "import os\nfor fd in range(3, 30):\n    try: os.write(fd, b'[1]\\n')\n"
    garble += "    except OSError: pass"

    assert session.run(garble, timeout_s=30).state == "died"
    assert session.run("print(x)", timeout_s=30).stdout == "3\n"


def test_bindings_are_set_before_the_code(session: Session) -> None:
    assert session.run("print(SEED)", timeout_s=30, bindings={"SEED": 9}).stdout == "9\n"
