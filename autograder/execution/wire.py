"""Messages as bytes on a socket: framed, bounded, and in their order.

A frame is two lengths (4 bytes each, big-endian), the message as msgpack, and the message's bulk.
What comes from the other side is measured before it is read and checked before it is believed;
what is wrong with it is one error, `PeerError`.
"""

import socket
from dataclasses import fields
from struct import Struct
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
    Draw,
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
    Release,
    Returned,
    Run,
    Seed,
    Side,
)

# Arrays: their bytes are copied, and looked at by nobody else.
MAX_FRAME = 256 << 20
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
    Release,
    Draw,
)
_NUMBERS = {message: number for number, message in enumerate(MESSAGES)}
_NODES: frozenset[type] = frozenset({NoneType, bool, int, float, str, bytes, list})
_NUMBER: frozenset[type] = frozenset({int})
# What a field may be, exactly.
_KINDS: dict[Any, frozenset[type]] = {
    str: frozenset({str}),
    bool: frozenset({bool}),
    int: _NUMBER,
    Node: _NODES,
    list[Node]: frozenset({list}),
}
# The fields of a message in their order, without its bulk, and what each may be.
_FIELDS: dict[type[Message], tuple[tuple[str, frozenset[type]], ...]] = {
    message: tuple((f.name, _KINDS[f.type]) for f in fields(message) if f.name != "bulk")  # type: ignore[arg-type]
    for message in MESSAGES
}
_HAS_BULK = frozenset(m for m in MESSAGES if "bulk" in m.__dataclass_fields__)  # type: ignore[attr-defined]
_NAMES = {message: tuple(name for name, _ in row) for message, row in _FIELDS.items()}
_MESSAGES = tuple((m, _FIELDS[m], len(_FIELDS[m]), m in _HAS_BULK) for m in MESSAGES)
_HEADER = Struct(">II")
_HEADER_BYTES = _HEADER.size
_MOST_KEPT = 1 << 20


def _new_packer() -> msgpack.Packer:
    return msgpack.Packer(unicode_errors="surrogatepass", strict_types=True)


_packer = _new_packer()  # it keeps its buffer from message to message


def pack(message: Message) -> bytes:
    """Return the frame of a message; LocalError when it is too large or holds what is no node."""
    global _packer
    kind = type(message)
    own = vars(message)
    bulk: bytes = own.get("bulk", b"")
    try:
        structure: bytes = _packer.pack([_NUMBERS[kind], *map(own.__getitem__, _NAMES[kind])])
    except (TypeError, ValueError, OverflowError, RecursionError) as error:
        _packer = _new_packer()
        raise LocalError(f"expected a message of data, got one that is not: {error}") from None
    length = len(structure)
    if length > _MOST_KEPT:
        _packer = _new_packer()
    if length > MAX_STRUCTURE or length + len(bulk) > MAX_FRAME:
        raise LocalError(f"expected at most {MAX_FRAME >> 20} MB in one message, got more")
    return b"".join((_HEADER.pack(length, len(bulk)), structure, bulk))


def lengths(header: bytes) -> tuple[int, int]:
    """Return the lengths of structure and bulk that a frame claims; PeerError over the bounds."""
    structure, bulk = _HEADER.unpack_from(header)
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
    number = values.pop(0)
    if not 0 <= number < len(MESSAGES):
        raise PeerError(f"expected the number of a message, got {number}")
    message, expected, count, has_bulk = _MESSAGES[number]
    if len(values) != count:
        raise PeerError(f"expected the fields of {message.__name__}, got others")
    made = object.__new__(message)  # frozen: its own __init__ sets each field by a call
    own = made.__dict__
    for (name, kinds), value in zip(expected, values, strict=True):
        if type(value) not in kinds or (kinds is _NUMBER and not 0 <= value < 1 << 53):
            raise PeerError(f"expected the fields of {message.__name__}, got others")
        own[name] = value
    if has_bulk:
        own["bulk"] = bulk
    elif bulk:
        raise PeerError(f"expected no bulk with {message.__name__}, got {len(bulk)} bytes")
    return made


class Connection:
    """One end of the socket, with the state of the conversation."""

    def __init__(self, end: socket.socket, side: Side) -> None:
        self._end = end
        self._arrived = b""
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
        try:
            message = unpack(*self._frame())
        except MemoryError:  # 16 MB of empty lists are a gigabyte
            raise PeerError("expected a message for which there is memory") from None
        self.conversation.hear(message)
        return message

    def _frame(self) -> tuple[bytes, bytes]:
        """Return the next frame's structure and bulk, which nearly always came in one piece."""
        arrived = self._arrived or self._more()
        while len(arrived) < _HEADER_BYTES:
            arrived += self._more()
        structure, bulk = lengths(arrived)
        middle = _HEADER_BYTES + structure
        end = middle + bulk
        if len(arrived) >= end:
            self._arrived = arrived[end:]
            return arrived[_HEADER_BYTES:middle], arrived[middle:end]
        grown = bytearray(arrived)  # with the bytes that come, not with those announced
        while len(grown) < end:
            grown += self._more()
        with memoryview(grown) as whole:
            self._arrived = bytes(whole[end:])
            return bytes(whole[_HEADER_BYTES:middle]), bytes(whole[middle:end])

    def _more(self) -> bytes:
        try:
            part = self._end.recv(_CHUNK)
        except OSError as error:
            raise PeerError(f"expected a frame, got {error}") from None
        if not part:
            raise PeerError("expected a frame, got the end")
        return part
