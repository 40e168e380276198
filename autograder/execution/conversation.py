"""What judge and sandbox may say to each other, and in which order.

A message is a frozen dataclass of text, numbers and nodes; a node is a tree of None, bool, int,
float, str, bytes and lists that `values.py` turns into a value. The bytes of arrays lie in the
field `bulk`, next to the tree.

`TRANSITIONS` is the whole conversation. Either side keeps a stack of states, because a question
may lead to a question back: a test's function that the student's code calls, or `input()`. What a
message does to the conversation stands in the table and nowhere else.

A peer that breaks a bound or speaks out of turn causes `PeerError`, which ends the conversation.
`LocalError` is a mistake of this side: what it wanted to send cannot be sent.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Any

MAX_CALLS = 32

Node = Any


class WireError(Exception):
    """The conversation cannot go on as intended."""


class LocalError(WireError):
    """This side tried to send what cannot be sent; the conversation goes on."""


class PeerError(WireError):
    """The other side broke a rule of the conversation, or is gone; the conversation is over."""


class Side(Enum):
    """Who speaks."""

    JUDGE = "judge"
    SANDBOX = "sandbox"


class Message:
    """What one side says to the other."""

    sender: Side


class FromJudge(Message):
    """A question of the judge, or its answer to a question of the sandbox."""

    sender = Side.JUDGE


class FromSandbox(Message):
    """An answer of the sandbox, or a question of code that runs in it."""

    sender = Side.SANDBOX


@dataclass(frozen=True)
class Run(FromJudge):
    """Run a cell and return the text of its value; leave its figures for `Draw` if that follows."""

    source: str
    draws: bool = False


@dataclass(frozen=True)
class Draw(FromJudge):
    """Return one of the pictures of the last cell's figures; the first question closes them."""

    number: int


@dataclass(frozen=True)
class Get(FromJudge):
    """Return a name's value, as it was after so many cells where a later one rebinds it."""

    name: str
    moment: int


@dataclass(frozen=True)
class Names(FromJudge):
    """Return the names that are bound."""


@dataclass(frozen=True)
class Put(FromJudge):
    """Bind a name."""

    name: str
    value: Node
    bulk: bytes = b""


@dataclass(frozen=True)
class Drop(FromJudge):
    """Unbind a name, if it is bound."""

    name: str


@dataclass(frozen=True)
class Seed(FromJudge):
    """Put a library's generator of random numbers into a state, or seed it."""

    library: str
    state: Node
    bulk: bytes = b""


@dataclass(frozen=True)
class Apply(FromJudge):
    """Do something with objects: call one, get an attribute or item, add two, and so on."""

    operation: str
    args: list[Node]
    keywords: list[Node]
    bulk: bytes = b""


@dataclass(frozen=True)
class Answer(FromJudge):
    """What a called-back function returned, or a line of input."""

    value: Node
    bulk: bytes = b""


@dataclass(frozen=True)
class Refusal(FromJudge):
    """A called-back function raised a built-in exception, or there is no input."""

    kind: str
    text: str


@dataclass(frozen=True)
class Release(FromJudge):
    """Forget objects by their numbers; there is no answer."""

    numbers: list[Node]


@dataclass(frozen=True)
class Close(FromJudge):
    """That was all."""


@dataclass(frozen=True)
class Hello(FromSandbox):
    """The sandbox is confined and ready."""


@dataclass(frozen=True)
class Returned(FromSandbox):
    """It went well: the value, arguments that were changed in place, what was printed.

    `rebound` is whether a name that the judge got a function for is bound to something else now.
    """

    value: Node
    changes: list[Node]
    stdout: str
    bulk: bytes = b""
    rebound: bool = False


@dataclass(frozen=True)
class Raised(FromSandbox):
    """It raised: classes from the nearest to the furthest, the object, its text and traceback."""

    kinds: list[Node]
    handle: int
    args: Node
    text: str
    trace: str
    changes: list[Node]
    stdout: str
    bulk: bytes = b""
    rebound: bool = False


@dataclass(frozen=True)
class CallBack(FromSandbox):
    """The student's code calls a function of the tests."""

    function: int
    args: list[Node]
    keywords: list[Node]
    bulk: bytes = b""


@dataclass(frozen=True)
class Ask(FromSandbox):
    """The student's code asks for a line of input."""

    prompt: str


class State(Enum):
    """Where the conversation stands; names what is waited for."""

    STARTING = "the sandbox's first word"
    IDLE = "the judge"
    ASKED = "the sandbox's answer"
    CALLED = "the judge's answer to a call from inside a question"
    CLOSED = "nothing"

    __hash__ = object.__hash__  # Enum's own is Python code, run for every message


_QUESTIONS = (Run, Draw, Get, Names, Put, Drop, Seed, Apply)

# state on top of the stack -> message -> what replaces that state
TRANSITIONS: dict[State, dict[type[Message], tuple[State, ...]]] = {
    State.STARTING: {Hello: (State.IDLE,)},
    State.IDLE: {
        **dict.fromkeys(_QUESTIONS, (State.IDLE, State.ASKED)),
        Release: (State.IDLE,),
        Close: (State.CLOSED,),
    },
    State.ASKED: {
        Returned: (),
        Raised: (),
        CallBack: (State.ASKED, State.CALLED),
        Ask: (State.ASKED, State.CALLED),
    },
    State.CALLED: {
        **dict.fromkeys(_QUESTIONS, (State.CALLED, State.ASKED)),
        Release: (State.CALLED,),
        Answer: (),
        Refusal: (),
    },
    State.CLOSED: {},
}


class Conversation:
    """The state of a conversation, as one side sees it."""

    def __init__(self, side: Side) -> None:
        self.side = side
        self._other = Side.SANDBOX if side is Side.JUDGE else Side.JUDGE
        self.stack = [State.STARTING]

    def say(self, message: Message) -> None:
        """Note that this side sends a message; LocalError when it may not."""
        self._step(message, self.side, LocalError)

    def hear(self, message: Message) -> None:
        """Note that the other side sent a message; PeerError when it may not."""
        self._step(message, self._other, PeerError)

    def _step(self, message: Message, sender: Side, error: type[WireError]) -> None:
        stack = self.stack
        after = TRANSITIONS[stack[-1]].get(type(message))
        if after is None or message.sender is not sender:
            name = type(message).__name__
            raise error(f"expected {stack[-1].value}, got {name} from the {sender.value}")
        if len(stack) + len(after) - 1 > MAX_CALLS:
            name = type(message).__name__
            raise error(f"expected at most {MAX_CALLS} calls inside one another, got {name}")
        stack[-1:] = after
