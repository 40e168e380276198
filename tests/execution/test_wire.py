"""The wire holds whatever is written to it: garbage, lies about lengths, words out of turn."""

import socket
import threading
from collections.abc import Iterator
from typing import Any

import msgpack
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.execution import conversation, wire
from autograder.execution.conversation import (
    TRANSITIONS,
    Conversation,
    LocalError,
    Message,
    PeerError,
    Side,
    State,
)
from autograder.execution.wire import MESSAGES, Connection

nodes = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(1 << 63), (1 << 63) - 1)
    | st.floats(allow_nan=False)
    | st.text(max_size=20)
    | st.binary(max_size=20),
    lambda inner: st.lists(inner, max_size=4),
    max_leaves=12,
)
EXAMPLES: dict[type[Message], Message] = {
    conversation.Hello: conversation.Hello(),
    conversation.Run: conversation.Run("x = 1", True),
    conversation.Draw: conversation.Draw(5),
    conversation.Get: conversation.Get("x", 3),
    conversation.Names: conversation.Names(),
    conversation.Put: conversation.Put("x", [1, 2], b"ab"),
    conversation.Drop: conversation.Drop("x"),
    conversation.Seed: conversation.Seed("numpy", None),
    conversation.Apply: conversation.Apply("call", [1], ["k", 2], b"c"),
    conversation.Answer: conversation.Answer(None),
    conversation.Refusal: conversation.Refusal("ValueError", "no"),
    conversation.Release: conversation.Release([1, 2]),
    conversation.Close: conversation.Close(),
    conversation.Returned: conversation.Returned(1.5, [], "out", b"d"),
    conversation.Raised: conversation.Raised(
        [["builtins", "ValueError", 1]], 2, [2, "no"], "no", "…", [], ""
    ),
    conversation.CallBack: conversation.CallBack(0, [], []),
    conversation.Ask: conversation.Ask("name? "),
}


@pytest.fixture
def ends() -> Iterator[tuple[socket.socket, socket.socket]]:
    one, other = socket.socketpair()
    with one, other:
        yield one, other


def parts(frame: bytes) -> tuple[bytes, bytes]:
    structure, bulk = wire.lengths(frame[:8])
    return frame[8 : 8 + structure], frame[8 + structure : 8 + structure + bulk]


@pytest.mark.parametrize("message", EXAMPLES.values(), ids=lambda m: type(m).__name__)
def test_a_message_arrives_as_it_was_sent(message: Message) -> None:
    assert wire.unpack(*parts(wire.pack(message))) == message


def test_every_message_has_an_example_and_a_place_in_the_table() -> None:
    spoken = {message for row in TRANSITIONS.values() for message in row}

    assert set(EXAMPLES) == set(MESSAGES) == spoken
    assert set(TRANSITIONS) == set(State)


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("message", EXAMPLES.values(), ids=lambda m: type(m).__name__)
@pytest.mark.parametrize("side", Side)
def test_every_message_in_every_state(state: State, message: Message, side: Side) -> None:
    talk = Conversation(side)
    talk.stack = [State.IDLE, state]
    after = TRANSITIONS[state].get(type(message))
    mine = message.sender is side

    for step, error, whose in (
        (talk.say, LocalError, mine),
        (talk.hear, PeerError, not mine),
    ):
        talk.stack = [State.IDLE, state]
        if after is not None and whose:
            step(message)
            assert talk.stack == [State.IDLE, *after]
        else:
            with pytest.raises(error):
                step(message)
            assert talk.stack == [State.IDLE, state]


def test_calls_inside_one_another_are_bounded() -> None:
    talk = Conversation(Side.JUDGE)
    talk.hear(EXAMPLES[conversation.Hello])
    while len(talk.stack) < conversation.MAX_CALLS - 1:
        talk.say(EXAMPLES[conversation.Apply])
        talk.hear(EXAMPLES[conversation.CallBack])
    talk.say(EXAMPLES[conversation.Apply])
    with pytest.raises(PeerError, match="inside one another"):
        talk.hear(EXAMPLES[conversation.CallBack])


@given(st.binary(max_size=200), st.binary(max_size=8))
@settings(max_examples=300, deadline=None)
def test_garbage_is_a_peer_error(structure: bytes, bulk: bytes) -> None:
    try:
        message = wire.unpack(structure, bulk)
    except PeerError:
        return
    assert type(message) in MESSAGES


@given(st.integers(-2, 20), st.lists(nodes, max_size=6), st.binary(max_size=4))
@settings(max_examples=300, deadline=None)
def test_almost_messages_are_messages_or_peer_errors(
    number: int, fields: list[Any], bulk: bytes
) -> None:
    try:
        message = wire.unpack(msgpack.packb([number, *fields]), bulk)
    except PeerError:
        return
    assert wire.unpack(*parts(wire.pack(message))) == message


@pytest.mark.parametrize(
    "structure",
    [
        b"\xdd\xff\xff\xff\xff",  # a list of 2**32 - 1 items
        b"\xdb\xff\xff\xff\xff",  # a text of as many bytes
        b"\xdf\x00\x00\x00\x01\x01\x01",  # a map
        b"\xc7\x03\x01abc",  # an extension
        b"\xd6\xff\x00\x00\x00\x00",  # a timestamp
        b"\x91" * 5000 + b"\xc0",  # lists in lists
        b"",
        b"\xc1",
        b"\x92\x02",  # a list that breaks off
        b"\x91\xcf\xff\xff\xff\xff\xff\xff\xff\xff",
        b"\x93\x02\xa1\xff\x00",  # text that is no text
        msgpack.packb([0]) + b"\x00",
        msgpack.packb([True, "x"]),
    ],
)
def test_what_is_too_large_or_too_deep_is_refused_at_once(structure: bytes) -> None:
    with pytest.raises(PeerError):
        wire.unpack(structure, b"")


def test_a_frame_that_claims_too_much_is_refused_before_it_is_read(ends: Any) -> None:
    judge, sandbox = ends
    sandbox.sendall(b"\xff" * 8)

    with pytest.raises(PeerError, match="at most"):
        Connection(judge, Side.JUDGE).receive()


def test_memory_grows_with_what_arrived(ends: Any) -> None:
    judge, sandbox = ends
    asked: list[int] = []

    class Counting:
        def recv(self, length: int) -> bytes:
            asked.append(length)
            return judge.recv(length)

    sandbox.sendall((16 << 20).to_bytes(4, "big") + bytes(4))
    sandbox.sendall(b"\x91")
    sandbox.close()
    with pytest.raises(PeerError, match="the end"):
        Connection(Counting(), Side.JUDGE).receive()  # type: ignore[arg-type]
    assert max(asked) <= 256 << 10


def test_the_end_of_the_other_side_is_a_peer_error(ends: Any) -> None:
    judge, sandbox = ends
    sandbox.close()
    connection = Connection(judge, Side.JUDGE)

    with pytest.raises(PeerError):
        connection.receive()
    connection.conversation.stack = [State.IDLE]
    with pytest.raises(PeerError):
        connection.send(conversation.Run("x"))


def test_a_message_that_is_too_large_is_not_sent_and_the_conversation_goes_on(ends: Any) -> None:
    connection = Connection(ends[0], Side.JUDGE)
    connection.conversation.stack = [State.IDLE]

    with pytest.raises(LocalError):
        connection.send(conversation.Put("x", None, bytes(wire.MAX_FRAME)))
    with pytest.raises(LocalError):
        connection.send(conversation.Put("x", object()))
    assert connection.conversation.stack == [State.IDLE]


def test_a_large_message_crosses_in_pieces(ends: Any) -> None:
    judge, sandbox = ends
    sent = conversation.Put("x", [11, "|u1", [3 << 20], 0, True], bytes(3 << 20))
    connection = Connection(judge, Side.JUDGE)
    connection.conversation.stack = [State.IDLE]
    thread = threading.Thread(target=connection.send, args=(sent,))
    thread.start()
    other = Connection(sandbox, Side.SANDBOX)
    other.conversation.stack = [State.IDLE]

    assert other.receive() == sent
    thread.join()
