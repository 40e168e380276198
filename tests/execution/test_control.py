"""Requests are lines, however the socket cuts them."""

import json
import socket
from collections.abc import Iterator

import pytest

from autograder.execution.control import lines_from, respond


@pytest.fixture
def ends() -> Iterator[tuple[socket.socket, socket.socket]]:
    one, other = socket.socketpair()
    with one, other:
        yield one, other


def test_requests_come_in_pieces_and_several_at_once(
    ends: tuple[socket.socket, socket.socket],
) -> None:
    supervisor, judge = ends
    wanted = [{"source": "é\n" * n, "number": n} for n in (0, 3, 20_000)]
    lines = b"".join(json.dumps(request, ensure_ascii=False).encode() + b"\n" for request in wanted)
    heard = lines_from(judge)

    supervisor.sendall(lines[:10])
    supervisor.sendall(lines[10:])
    supervisor.sendall(b'{"cut": ')
    supervisor.shutdown(socket.SHUT_WR)

    assert [json.loads(line) for line in heard] == wanted


def test_an_answer_is_one_line(ends: tuple[socket.socket, socket.socket]) -> None:
    supervisor, judge = ends

    respond(judge, {"stdout": "a\nb\u2028c"})

    with supervisor.makefile(encoding="utf-8", newline="\n") as lines:
        assert json.loads(lines.readline()) == {"stdout": "a\nb\u2028c"}
