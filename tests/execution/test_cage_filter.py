"""The seccomp filter, run instruction by instruction on calls that this machine may not have."""

import errno
import os
import re
import struct
from pathlib import Path

import pytest

from autograder.execution import seccomp, syscalls
from autograder.execution.seccomp import SeccompError, program

ALLOW, KILL, PID = 0x7FFF0000, 0x80000000, 4321
EPERM, ENOSYS, ENOTTY = 0x50000 | errno.EPERM, 0x50000 | errno.ENOSYS, 0x50000 | errno.ENOTTY
PRETENDED = 0x50000
MACHINES = {"x86_64": (0xC000003E, 0), "aarch64": (0xC00000B7, 1)}
HEADERS = {
    "x86_64": Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h"),
    "aarch64": Path("/usr/include/asm-generic/unistd.h"),
}
THREAD = 0x3D0F00  # what glibc's pthread_create asks of clone


def answer(
    machine: str, number: int, *arguments: int, architecture: int = 0, gpu: bool = False
) -> int:
    """Return what the filter answers to a call."""
    here = architecture or MACHINES[machine][0]
    padded = [*arguments, *[0] * (6 - len(arguments))]
    data = struct.pack("=IIQ6Q", number, here, 0, *(a & 0xFFFFFFFFFFFFFFFF for a in padded))
    code = program(machine, PID, gpu)
    at, value = 0, 0
    while True:
        what, yes, no, operand = struct.unpack_from("=HBBI", code, 8 * at)
        at += 1
        if what == 0x06:
            return operand
        if what == 0x20:
            value = struct.unpack_from("=I", data, operand)[0]
        elif what == 0x54:
            value &= operand
        elif what == 0x15:
            at += yes if value == operand else no
        elif what == 0x25:
            at += yes if value > operand else no
        else:
            raise AssertionError(f"instruction {what:#x}")


def number(machine: str, name: str) -> int:
    tables = [table for table, _ in seccomp._tables()]
    for table in (*tables, syscalls.ASKED):
        if name in table:
            found = table[name][MACHINES[machine][1]]
            assert found is not None
            return found
    raise AssertionError(name)


CALLS = [
    ("execve", (), EPERM),
    ("ptrace", (), EPERM),
    ("socket", (1, 1), EPERM),
    ("memfd_create", (), EPERM),
    ("bpf", (), EPERM),
    ("fchmod", (3, 0o777), PRETENDED),
    ("clone", (THREAD,), ALLOW),
    ("clone", (17,), EPERM),
    ("clone", (0x100 | 17,), EPERM),
    ("clone", (THREAD | 0x10000000,), EPERM),
    ("clone", (THREAD | 0x20000,), EPERM),
    ("kill", (PID, 9), ALLOW),
    ("kill", (PID + 1, 9), EPERM),
    ("kill", (0, 9), EPERM),
    ("kill", (-1, 9), EPERM),
    ("kill", (-PID, 9), EPERM),
    ("tgkill", (PID, 7, 9), ALLOW),
    ("tgkill", (7, 7, 9), EPERM),
    ("prlimit64", (0, 2), ALLOW),
    ("prlimit64", (7, 2), EPERM),
    ("mmap", (0, 1 << 30, 3, 0x22), ALLOW),
    ("mmap", (0, 1 << 30, 3, 0x20022), ALLOW),
    ("mmap", (0, 1 << 30, 3, 0x01, 5), ALLOW),
    ("mmap", (0, 1 << 30, 3, 0x21), EPERM),
    ("mmap", (0, 1 << 30, 3, 0x122), EPERM),
    ("socketpair", (1, 1), ALLOW),
    ("socketpair", (1, 0x80001), ALLOW),
    ("socketpair", (1, 5), ALLOW),
    ("socketpair", (1, 2), EPERM),
    ("socketpair", (2, 1), EPERM),
    ("fcntl", (3, 3), ALLOW),
    ("fcntl", (3, 8, 1), EPERM),
    ("fcntl", (3, 15, 1), EPERM),
    ("prctl", (15,), ALLOW),
    ("prctl", (1, 0), EPERM),
    ("prctl", (4, 1), EPERM),
    ("prctl", (0x59616D61, 1), EPERM),
    ("ioctl", (1, 0x5401), ALLOW),
    ("ioctl", (1, 0x5412), ENOTTY),
    ("ioctl", (1, 0x40086602), ENOTTY),
    ("ioctl", (1, 0xC0104600), ENOTTY),
    ("sched_setaffinity", (0,), ALLOW),
    ("sched_setaffinity", (7,), EPERM),
    ("setpriority", (0, 0), ALLOW),
    ("setpriority", (0, 7), EPERM),
    ("setpriority", (1, 0), EPERM),
]


@pytest.mark.parametrize("machine", MACHINES)
@pytest.mark.parametrize(("name", "arguments", "wanted"), CALLS)
def test_a_call_is_answered(
    machine: str, name: str, arguments: tuple[int, ...], wanted: int
) -> None:
    assert answer(machine, number(machine, name), *arguments) == wanted


def test_a_gpu_may_be_driven_and_a_terminal_may_not() -> None:
    ioctl = number("x86_64", "ioctl")
    assert answer("x86_64", ioctl, 5, 0xC0104600, gpu=True) == ALLOW
    assert answer("x86_64", ioctl, 5, 0x5412, gpu=True) == ENOTTY
    assert answer("x86_64", ioctl, 5, 0x8901, gpu=True) == ENOTTY


@pytest.mark.parametrize("machine", MACHINES)
def test_what_is_new_is_refused_as_unknown(machine: str) -> None:
    for new in (425, 435, 437, 447, 462, 600, 4000):
        assert answer(machine, new) == ENOSYS
    for known in syscalls.ALLOWED_SINCE.values():
        assert answer(machine, known) == ALLOW


def test_calls_with_32_bit_pointers_are_refused() -> None:
    for call in (0x40000000, 0x40000000 | 57, 0x40000000 | 520):
        assert answer("x86_64", call) == ENOSYS


@pytest.mark.parametrize("machine", MACHINES)
def test_calls_of_another_architecture_end_the_process(machine: str) -> None:
    other = next(kind for name, (kind, _) in MACHINES.items() if name != machine)
    assert answer(machine, 0, architecture=other) == KILL
    assert answer(machine, 0, architecture=0x40000003) == KILL


def test_an_unknown_machine_is_named() -> None:
    with pytest.raises(SeccompError, match="riscv64"):
        program("riscv64", 1, False)


@pytest.mark.parametrize("machine", MACHINES)
def test_no_number_stands_in_two_tables(machine: str) -> None:
    column = MACHINES[machine][1]
    tables = [table for table, _ in seccomp._tables()] + [syscalls.ASKED]
    found = [row[column] for table in tables for row in table.values() if row[column] is not None]
    assert len(found) == len(set(found))
    assert max(n for n in found if n is not None) <= syscalls.LAST_OLD[column]


@pytest.mark.parametrize("machine", MACHINES)
def test_the_numbers_are_those_of_the_kernel(machine: str) -> None:
    if not HEADERS[machine].is_file():
        pytest.skip("the kernel's headers are not installed: apt-get install linux-libc-dev")
    text = HEADERS[machine].read_text()
    found = dict(re.findall(r"#define __NR(?:3264)?_(\w+)\s+(\d+)", text))
    column = MACHINES[machine][1]
    tables = [table for table, _ in seccomp._tables()] + [syscalls.ASKED]
    for table in tables:
        for name, row in table.items():
            assert row[column] == (int(found[name]) if name in found else None), name
    for name, since in syscalls.ALLOWED_SINCE.items():
        assert int(found[name]) == since


def test_python_says_what_the_filter_says() -> None:
    """The same answers from the kernel, in a process that has nothing else of the cage."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        from autograder.execution import limits

        limits.gain_nothing()
        seccomp.install()
        try:
            os.fork()
        except PermissionError:
            os.write(writing, b"refused")
        os._exit(0)
    os.close(writing)
    os.waitpid(pid, 0)
    assert os.read(reading, 9) == b"refused"
    os.close(reading)
