"""The supervisor's requests to the judge, and its answers: one line of JSON each."""

import json
import socket
from collections.abc import Iterator
from typing import Any

_CHUNK = 1 << 16


def lines_from(control: socket.socket) -> Iterator[str]:
    """Yield the supervisor's lines until it hangs up."""
    arrived = bytearray()
    while part := control.recv(_CHUNK):
        arrived += part
        if b"\n" in part:
            *lines, rest = bytes(arrived).split(b"\n")
            arrived = bytearray(rest)
            for line in lines:
                yield line.decode()


def respond(control: socket.socket, answer: dict[str, Any]) -> None:
    """Send the answer to a request."""
    control.sendall(json.dumps(answer).encode() + b"\n")
