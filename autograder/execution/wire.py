"""Messages as bytes on a socket: framed, bounded, and in their order.

A frame is two lengths (4 bytes each, big-endian), the message as msgpack, and the message's bulk.
What comes from the other side is measured before it is read and checked before it is believed;
what is wrong with it is one error, `PeerError`.
"""

import socket
from collections.abc import Callable
from dataclasses import fields
from types import NoneType
from typing import Any

import msgpack

from autograder.execution.conversation import (
    Answer,
    Apply,
    Ask,
    CallBack,
    Close,
    Conversation,
    Drop,
    Get,
    Hello,
    LocalError,
    Message,
    Names,
    Node,
    PeerError,
    Put,
    Raised,
    Refusal,
    Returned,
    Run,
    Seed,
    Side,
)

MAX_FRAME = 64 << 20
MAX_STRUCTURE = 16 << 20
MAX_ITEMS = 2 << 20
_CHUNK = 64 << 10

# The number of a message on the wire is its place in this list.
MESSAGES: tuple[type[Message], ...] = (
    Hello,
    Run,
    Get,
    Names,
    Put,
    Drop,
    Seed,
    Apply,
    Answer,
    Refusal,
    Close,
    Returned,
    Raised,
    CallBack,
    Ask,
)
_NUMBERS = {message: number for number, message in enumerate(MESSAGES)}
_NODES = frozenset({NoneType, bool, int, float, str, bytes, list})
_CHECKS: dict[Any, Callable[[Any], bool]] = {
    str: lambda field: type(field) is str,
    int: lambda field: type(field) is int and 0 <= field < 1 << 53,
    Node: lambda field: type(field) in _NODES,
    list[Node]: lambda field: type(field) is list,
}
_FIELDS: dict[type[Message], tuple[Callable[[Any], bool], ...]] = {
    message: tuple(_CHECKS[f.type] for f in fields(message) if f.name != "bulk")  # type: ignore[arg-type]
    for message in MESSAGES
}
_HAS_BULK = frozenset(m for m in MESSAGES if "bulk" in m.__dataclass_fields__)  # type: ignore[attr-defined]


def pack(message: Message) -> bytes:
    """Return the frame of a message; LocalError when it is too large or holds what is no node."""
    values = [getattr(message, f.name) for f in fields(message) if f.name != "bulk"]  # type: ignore[arg-type]
    bulk = getattr(message, "bulk", b"")
    try:
        structure: bytes = msgpack.packb(
            [_NUMBERS[type(message)], *values], unicode_errors="surrogatepass", strict_types=True
        )
    except (TypeError, ValueError, OverflowError, RecursionError) as error:
        raise LocalError(f"expected a message of data, got one that is not: {error}") from None
    if len(structure) > MAX_STRUCTURE or len(structure) + len(bulk) > MAX_FRAME:
        raise LocalError(f"expected at most {MAX_FRAME >> 20} MB in one message, got more")
    return b"".join(
        (len(structure).to_bytes(4, "big"), len(bulk).to_bytes(4, "big"), structure, bulk)
    )


def lengths(header: bytes) -> tuple[int, int]:
    """Return the lengths of structure and bulk that a frame claims; PeerError over the bounds."""
    structure, bulk = int.from_bytes(header[:4], "big"), int.from_bytes(header[4:8], "big")
    if structure > MAX_STRUCTURE or structure + bulk > MAX_FRAME:
        raise PeerError(f"expected a frame of at most {MAX_FRAME} bytes, got {structure + bulk}")
    return structure, bulk


def unpack(structure: bytes, bulk: bytes) -> Message:
    """Return the message of a frame; PeerError when it is none."""
    try:
        values = msgpack.unpackb(
            structure,
            unicode_errors="surrogatepass",
            max_array_len=MAX_ITEMS,
            max_str_len=MAX_STRUCTURE,
            max_bin_len=MAX_STRUCTURE,
            max_map_len=0,
            max_ext_len=0,
        )
    except (ValueError, TypeError, RecursionError, msgpack.UnpackException) as error:
        raise PeerError(f"expected msgpack within its bounds, got {type(error).__name__}") from None
    if type(values) is not list or not values or type(values[0]) is not int:
        raise PeerError("expected a list that begins with the number of a message")
    number, *rest = values
    if not 0 <= number < len(MESSAGES):
        raise PeerError(f"expected the number of a message, got {number}")
    message = MESSAGES[number]
    checks = _FIELDS[message]
    if len(rest) != len(checks) or not all(c(v) for c, v in zip(checks, rest, strict=True)):
        raise PeerError(f"expected the fields of {message.__name__}, got others")
    if message in _HAS_BULK:
        return message(*rest, bulk=bulk)  # type: ignore[call-arg]
    if bulk:
        raise PeerError(f"expected no bulk with {message.__name__}, got {len(bulk)} bytes")
    return message(*rest)


class Connection:
    """One end of the socket, with the state of the conversation."""

    def __init__(self, end: socket.socket, side: Side) -> None:
        self._end = end
        self._arrived = bytearray()
        self.conversation = Conversation(side)

    def send(self, message: Message) -> None:
        """Send a message.

        Raises:
            LocalError: it is not this side's turn, or the message cannot be sent; nothing was.
            PeerError: the other side is gone.
        """
        frame = pack(message)
        self.conversation.say(message)
        try:
            self._end.sendall(frame)
        except OSError as error:
            raise PeerError(f"expected a listener, got {error}") from None

    def receive(self) -> Message:
        """Wait for the next message; PeerError when it breaks a rule, or at the end."""
        structure, bulk = lengths(self._read(8))
        message = unpack(self._read(structure), self._read(bulk))
        self.conversation.hear(message)
        return message

    def _read(self, length: int) -> bytes:
        """Read so many bytes; memory grows with those that came, not with those announced."""
        while len(self._arrived) < length:
            try:
                part = self._end.recv(_CHUNK)
            except OSError as error:
                raise PeerError(f"expected a frame, got {error}") from None
            if not part:
                raise PeerError("expected a frame, got the end")
            self._arrived += part
        found = bytes(self._arrived[:length])
        del self._arrived[:length]
        return found
