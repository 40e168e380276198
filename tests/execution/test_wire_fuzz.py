"""Whatever a hostile sandbox sends: each frame, question and conversation ends in a named way.

Frames that are valid and then mutated, bytes, and whole conversations of a judge that grades. A
question ends in a value, in an exception that a test can have, or in `SandboxLost`; a piece ends in
one of the states that the supervisor knows.
"""

import contextlib
import io
import socket
import threading
from collections.abc import Iterator
from typing import Any

import msgpack
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from autograder.execution import conversation, guards, tags, values, wire
from autograder.execution.conversation import Message, PeerError, Side, State
from autograder.execution.judge import Judge
from autograder.execution.link import Link, SandboxLost
from autograder.execution.plan import Plan
from autograder.execution.references import References
from autograder.execution.wire import Connection

# The same examples in every run: what fails here fails everywhere.
FIXED = settings(
    derandomize=True,
    deadline=None,
    max_examples=150,
    database=None,
    suppress_health_check=list(HealthCheck),
)
STATES = {"ok", "raised", "timeout", "died"}

odd_numbers = st.sampled_from(
    [0, 1, -1, 7, 33, 36, 99, 1 << 31, (1 << 53) - 1, 1 << 53, -(1 << 63), (1 << 63) - 1]
)
odd_texts = st.sampled_from(
    ["", "x", "numpy", "builtins", "float", "eval", "<f8", "|O", "\ud800", "\0", "n" * 5000]
) | st.text(max_size=4)
leaves = st.none() | st.booleans() | odd_numbers | st.floats() | odd_texts | st.binary(max_size=24)
raw = st.recursive(leaves, lambda inner: st.lists(inner, max_size=5), max_leaves=12)
_TAGS = [
    *range(1, 18),
    tags.HANDLE,
    tags.EXCEPTION,
    tags.LIBRARY,
    tags.OBJECT,
    tags.FUNCTION,
    99,
    -1,
]
shapes = st.lists(st.sampled_from([0, 1, 2, 1 << 20, 1 << 39, -1]), max_size=3)
arrays = st.tuples(
    st.sampled_from([values.ARRAY, values.SCALAR]),
    st.sampled_from(["<f8", "|b1", "<U2", "|O", "<i4", "<c16", "|S3", "f8,f8", "<M8[s]"]),
    shapes,
    st.sampled_from([0, 8, -8, 1 << 40]),
    st.booleans() | st.none(),
).map(list)
references = st.one_of(
    st.tuples(
        st.just(tags.HANDLE),
        odd_numbers,
        st.booleans(),
        odd_texts,
        st.lists(st.lists(odd_texts, min_size=2, max_size=2), max_size=3),
    ),
    st.tuples(st.just(tags.LIBRARY), odd_texts, odd_texts, odd_numbers),
    st.tuples(st.just(tags.FUNCTION), odd_numbers),
    st.tuples(st.just(values.SEEN), odd_numbers),
).map(list)
nodes = st.recursive(
    leaves | arrays | references,
    lambda inner: st.builds(
        lambda tag, parts: [tag, *parts], st.sampled_from(_TAGS), st.lists(inner, max_size=5)
    ),
    max_leaves=10,
)
kinds = st.lists(
    st.tuples(
        st.sampled_from(["builtins", "x", "numpy.exceptions", "autograder.execution.link"]),
        st.sampled_from(
            [
                *"ValueError SystemExit StopIteration ExceptionGroup CellTimeout".split(),
                *"UnicodeDecodeError AxisError KeyError OSError a.b".split(),
                *("", "\ud800", "E" * 300),
            ]
        ),
        odd_numbers,
    ).map(list)
    | nodes,
    max_size=4,
)
changes = st.lists(st.tuples(odd_numbers, nodes).map(list) | nodes, max_size=3)
bulks = st.sampled_from([b"", bytes(8), b"\xff" * 64, b"\x02" * 9])
replies: st.SearchStrategy[Message] = st.one_of(
    st.builds(conversation.Returned, nodes, changes, odd_texts, bulks),
    st.builds(
        conversation.Raised,
        kinds,
        st.sampled_from([0, 1, 7, (1 << 53) - 1]),
        nodes,
        odd_texts,
        odd_texts,
        changes,
        odd_texts,
        bulks,
    ),
)
questions: st.SearchStrategy[Message] = st.one_of(
    st.builds(
        conversation.CallBack,
        st.sampled_from([0, 1, 2, 1 << 40]),
        st.lists(nodes, max_size=3),
        st.lists(nodes, max_size=4),
        bulks,
    ),
    st.builds(conversation.Ask, odd_texts),
)
strangers: st.SearchStrategy[Message] = st.sampled_from(
    [
        conversation.Hello(),
        conversation.Close(),
        conversation.Run("x"),
        conversation.Get("x", 1),
        conversation.Answer(1),
    ]
)


def frame(message: Message) -> bytes:
    """Return the frame of a message, as far as it can be sent at all."""
    try:
        return wire.pack(message)
    except conversation.LocalError:
        assume(False)
        raise


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """Valid frames in which bytes are changed, left out, doubled or moved."""
    data = bytearray(b"".join(map(frame, draw(st.lists(replies | questions, max_size=3)))))
    for _ in range(draw(st.integers(0, 6))):
        if not data:
            break
        place = draw(st.integers(0, len(data) - 1))
        what = draw(st.integers(0, 3))
        if what == 0:
            data[place] = draw(st.integers(0, 255))
        elif what == 1:
            del data[place : place + draw(st.integers(1, 9))]
        elif what == 2:
            data[place:place] = data[place : place + draw(st.integers(1, 40))]
        else:
            data[place:place] = draw(st.binary(min_size=1, max_size=9))
    return bytes(data)


@st.composite
def with_fields_changed(draw: st.DrawFn) -> bytes:
    """Valid frames in which one field is something else, or is not there."""
    whole = frame(draw(replies | questions))
    structure, bulk = wire.lengths(whole[:8])
    fields = msgpack.unpackb(whole[8 : 8 + structure], unicode_errors="surrogatepass")
    place = draw(st.integers(0, len(fields) - 1))
    if draw(st.booleans()):
        fields[place] = draw(raw)
    else:
        fields[place : place + 1] = draw(st.lists(raw, max_size=2))
    body = msgpack.packb(fields, unicode_errors="surrogatepass")
    return len(body).to_bytes(4, "big") + bulk.to_bytes(4, "big") + body + whole[8 + structure :]


words = st.one_of(
    replies.map(frame),
    questions.map(frame),
    strangers.map(frame),
    mutated(),
    with_fields_changed(),
    st.binary(max_size=40),
)


@st.composite
def talk(draw: st.DrawFn, most: int) -> list[bytes]:
    """Some words, at least one; short to show, however many kinds there are."""
    return draw(st.lists(words, min_size=1, max_size=most))


class Script:
    """A sandbox that has said already what it will say; its end is closed behind it."""

    def __init__(self, said: bytes) -> None:
        self.judge, self.end = socket.socketpair()
        self._reader = threading.Thread(target=self._drain, daemon=True)
        self._reader.start()
        self.end.sendall(said[: 64 << 10])
        self.end.shutdown(socket.SHUT_WR)

    def _drain(self) -> None:
        """Read what the judge says, so that it never waits for a listener."""
        try:
            while self.end.recv(1 << 16):
                pass
        except OSError:
            return

    def __enter__(self) -> Connection:
        connection = Connection(self.judge, Side.JUDGE)
        connection.conversation.stack = [State.IDLE]
        return connection

    def __exit__(self, *_: object) -> None:
        self.judge.close()
        self._reader.join()
        self.end.close()


@pytest.fixture(autouse=True, scope="module")
def python_as_it_is() -> Iterator[None]:
    """Leave `inspect` and `pickle` alone: a judge changes them for good, in its own process."""
    with pytest.MonkeyPatch.context() as here:
        here.setattr(guards, "answer_inspect", lambda sources: None)
        here.setattr(guards, "refuse_unpickling", lambda: None)
        yield


@FIXED
@given(mutated() | with_fields_changed() | st.binary(max_size=60))
def test_a_frame_is_a_message_or_a_peer_error(said: bytes) -> None:
    with Script(said) as connection:
        connection.conversation.stack = [State.IDLE, State.ASKED]
        for _ in range(9):
            try:
                message = connection.receive()
            except PeerError:
                return
            assert type(message) in wire.MESSAGES
            connection.conversation.stack = [State.IDLE, State.ASKED]


def no_input(prompt: str) -> str:
    raise EOFError(prompt)


class Asking(RuleBasedStateMachine):
    """Questions of the judge in any order, answered by any words, until the sandbox is lost."""

    def __init__(self) -> None:
        super().__init__()
        self.judge, self.end = socket.socketpair()
        self.end.settimeout(5)
        connection = Connection(self.judge, Side.JUDGE)
        connection.conversation.stack = [State.IDLE]
        roots, named = {"numpy", "math", "os"}, {"sqrt", "system", "load", "allclose"}
        self.link = Link(connection, References(roots, named, {"__sub__"}), read_line=no_input)
        self.remotes: list[Any] = []
        self.sent: list[Any] = [[1, 2], {"a": [3]}, {4}]
        self.secret: list[Any] = [["expected"], {"expected": 1}]

    @initialize()
    def numpy_is_there(self) -> None:
        import numpy

        self.sent.append(numpy.arange(3.0))
        self.secret.append(numpy.ones(2))

    def _asked(self, said: list[bytes], ask: Any) -> None:
        """Put the answers into the socket, then ask; the end of the words is the sandbox's."""
        if self.link.lost:
            with pytest.raises(SandboxLost):
                self.link.get("x", 0)
            return
        self.end.setblocking(False)
        try:
            self.end.sendall(b"".join(said)[: 32 << 10])
        except BlockingIOError:
            pass
        # A sandbox that says no more is killed by the supervisor; here its end is an OSError.
        self.judge.settimeout(0.01)
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                value = ask()
            if type(value).__name__.startswith("Remote"):
                self.remotes.append(value)
        except SandboxLost:
            assert self.link.lost
        except PeerError:
            pytest.fail("the end of a conversation is SandboxLost, for whoever asked")
        except Exception:  # what the student's code raised, or a test makes of what it said
            return
        finally:
            self.judge.settimeout(None)
            self._drop_what_was_asked()

    def _drop_what_was_asked(self) -> None:
        try:
            while self.end.recv(1 << 16):
                pass
        except OSError:
            return

    @rule(said=talk(4))
    def call(self, said: list[bytes]) -> None:
        self._asked(said, lambda: self.link.apply("call", abs, *self.sent, lambda x: [x]))

    @rule(said=talk(3))
    def get(self, said: list[bytes]) -> None:
        self._asked(said, lambda: self.link.get("x", 0))

    @rule(said=talk(3))
    def run(self, said: list[bytes]) -> None:
        self._asked(said, lambda: self.link.run("x = 1"))

    @rule(said=talk(3))
    def put_and_names(self, said: list[bytes]) -> None:
        self._asked(said, lambda: self.link.put("x", self.sent))
        self._asked(said, self.link.names)

    @precondition(lambda self: self.remotes)
    @rule(
        said=talk(3),
        use=st.sampled_from(
            [
                lambda r: r.name,
                lambda r: len(r),
                lambda r: r[0],
                lambda r: next(iter(r)),
                lambda r: str(r),
                lambda r: isinstance(r, float),
                lambda r: r + 1,
                lambda r: r(1),
                lambda r: r == 1,
                lambda r: float(r),
            ]
        ),
    )
    def use(self, said: list[bytes], use: Any) -> None:
        remote = self.remotes[-1]

        def used() -> None:
            result = use(remote)
            assert result is not True, "a student's object was believed"

        self._asked(said, used)

    @invariant()
    def nothing_that_was_not_sent_is_changed(self) -> None:
        assert self.secret[:2] == [["expected"], {"expected": 1}]
        assert len(self.secret) < 3 or (self.secret[2] == 1).all()

    @invariant()
    def the_conversation_stands_where_it_may(self) -> None:
        stack = self.link._connection.conversation.stack
        assert self.link.lost or stack == [State.IDLE]

    def teardown(self) -> None:
        self.judge.close()
        self.end.close()


TestAsking = Asking.TestCase
TestAsking.settings = settings(FIXED, max_examples=40, stateful_step_count=8)

UNIT = [
    ("given", "setup", "import numpy as np\nlimit = [3]"),
    ("answer", "f", "def f(x):\n    return np.asarray(x) * 2"),
    ("tests", "t", "assert f(2) == 4\nassert np.allclose(f([1, 2]), [2, 4])"),
]
HIDDEN = "want = np.arange(4.0) * 2\nassert np.array_equal(f(np.arange(4.0)), want)"


@settings(FIXED, max_examples=80)
@given(talk(12))
def test_a_judge_that_grades_ends_every_piece_in_a_state(said: list[bytes]) -> None:
    with Script(b"".join(said)) as connection:
        judge = Judge(connection, Plan.of(UNIT))
        for request in (
            {"do": "cell", "kind": "given", "grade_id": "setup", "source": UNIT[0][2]},
            {"do": "cell", "kind": "answer", "grade_id": "f", "source": "def f(x): ..."},
            {"do": "visible", "grade_id": "t", "source": UNIT[2][2]},
            {"do": "hidden", "grade_id": "t", "source": HIDDEN, "first": True, "bindings": {}},
            {"do": "hidden", "grade_id": "t", "source": HIDDEN, "first": False, "bindings": {}},
        ):
            answer = judge.handle(request)
            assert answer["state"] in STATES
            assert all(type(answer[name]) is str for name in ("error", "message", "trace"))
            assert max(len(answer[name]) for name in ("error", "message", "trace")) <= 20_000
            if request["do"] == "hidden":
                assert answer["state"] != "ok", "no words earn a point that nobody can know"


def test_a_message_without_memory_for_it_is_the_end_of_the_conversation(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def no_memory(*_: Any, **__: Any) -> Any:
        raise MemoryError

    body = msgpack.packb([11, [[]] * 256, [], "", False])
    monkeypatch.setattr(msgpack, "unpackb", no_memory)
    with Script(len(body).to_bytes(4, "big") + bytes(4) + body) as connection:
        link = Link(connection, References(set(), set(), set()), read_line=no_input)
        with pytest.raises(SandboxLost):
            link.get("x", 0)
        assert link.lost
