"""The judge's end against a sandbox that says anything: a value, an exception, or the end of it."""

import builtins
import math
import socket
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autograder.execution import conversation, tags, values, wire
from autograder.execution import link as link_module
from autograder.execution.changers import Changers
from autograder.execution.changes import Changes
from autograder.execution.conversation import Message, Side, State
from autograder.execution.link import Link, SandboxLost
from autograder.execution.references import References
from autograder.execution.remote import Refused, Remote, is_remote
from autograder.execution.wire import Connection


class Sandbox:
    """A sandbox that has said already what it will say."""

    def __init__(self, *said: Message | bytes) -> None:
        self.judge, self.end = socket.socketpair()
        for words in said:
            self.end.sendall(words if isinstance(words, bytes) else wire.pack(words))
        self.end.shutdown(socket.SHUT_WR)
        connection = Connection(self.judge, Side.JUDGE)
        connection.conversation.stack = [State.IDLE]
        references = References({"math", "os"}, {"sqrt", "system"}, {"__sub__"})
        answers = "def sort(xs):\n    xs.sort()\ndef reads(xs):\n    return xs[0]"
        changes = Changes(Changers.of([answers]))
        self.link = Link(connection, references, changes=changes, read_line=self.no_input)

    @staticmethod
    def no_input(prompt: str) -> str:
        raise EOFError(prompt)

    def __enter__(self) -> Link:
        return self.link

    def __exit__(self, *_: object) -> None:
        self.judge.close()
        self.end.close()


def returned(value: Any, changes: list[Any] | None = None, bulk: bytes = b"") -> Message:
    return conversation.Returned(value, changes or [], "", bulk)


def handle(number: int = 1, name: str = "Thing", classes: Any = ()) -> list[Any]:
    return [tags.HANDLE, number, True, name, list(classes)]


nodes = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-9, 9)
    | st.floats()
    | st.text(max_size=3)
    | st.just(["builtins", "ValueError", 1]),
    lambda inner: st.tuples(st.integers(0, 40), st.lists(inner, max_size=4)).map(
        lambda pair: [pair[0], *pair[1]]
    ),
    max_leaves=6,
)
answers = st.one_of(
    st.builds(
        conversation.Returned,
        nodes,
        st.lists(nodes, max_size=2),
        st.text(max_size=3),
        st.binary(max_size=9),
    ),
    st.builds(
        conversation.Raised,
        st.lists(nodes, max_size=3),
        st.integers(0, 9),
        nodes,
        st.text(max_size=3),
        st.text(max_size=3),
        st.lists(nodes, max_size=2),
        st.just(""),
        st.binary(max_size=9),
    ),
    st.builds(
        conversation.CallBack,
        st.integers(0, 3),
        st.lists(nodes, max_size=2),
        st.lists(nodes, max_size=2),
        st.just(b""),
    ),
    st.builds(conversation.Ask, st.text(max_size=3)),
    st.just(conversation.Hello()),
    st.just(conversation.Close()),
    st.just(conversation.Run("1")),
    st.binary(min_size=8, max_size=40),
)
QUESTIONS: list[Callable[[Link], Any]] = [
    lambda link: link.apply("call", abs, [1, {"a": [2]}], math.sqrt, lambda x: x),
    lambda link: link.get("x", 0),
    lambda link: link.names(),
    lambda link: link.run("x = 1"),
    lambda link: link.put("x", [1]),
    lambda link: link.is_library("x", 0),
    lambda link: list(link.get("x", 0)),
]


@given(st.lists(answers, max_size=4), st.sampled_from(QUESTIONS))
@settings(max_examples=600, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_hostile_sandbox_gets_nowhere(said: list[Any], question: Any) -> None:
    with Sandbox(*said) as link:
        try:
            question(link)
        except SandboxLost:
            assert link.lost
        except conversation.PeerError:
            pytest.fail("the end of a conversation is SandboxLost, for whoever asked")
        except Exception:  # what the student's code raised, or what the test's own code made of it
            return


@pytest.mark.parametrize(
    "value",
    [
        [tags.LIBRARY, "builtins", "eval", 1],
        [tags.LIBRARY, "builtins", "__import__", 1],
        [tags.LIBRARY, "os", "system", 1],
        [tags.LIBRARY, "math", "floor", 1],
        [tags.LIBRARY, "math", "__loader__", 1],
        [tags.LIBRARY, "antigravity", "", 1],
        [tags.LIBRARY, "math", "__dict__.sqrt", 1],
        [tags.LIBRARY, "math", "", 1],
    ],
    ids=lambda value: ".".join(value[1:3]),
)
def test_a_reference_outside_the_rule_stays_a_remote_object(value: list[Any]) -> None:
    with Sandbox(returned(value)) as link:
        assert is_remote(link.get("x", 0))


def test_a_reference_inside_the_rule_is_the_judges_own_object() -> None:
    said = [[tags.LIBRARY, "math", "sqrt", 1], [tags.LIBRARY, "builtins", "int", 2]]
    with Sandbox(*map(returned, said)) as link:
        assert link.get("x", 0) is math.sqrt
        assert link.get("x", 0) is int


@pytest.mark.parametrize("kind", ["float", "int", "str", "list", "type", "bool"])
def test_no_object_claims_to_be_data(kind: str) -> None:
    with Sandbox(returned(handle(classes=[["builtins", kind]])), returned(True)) as link:
        thing = link.get("x", 0)
        assert not isinstance(thing, getattr(builtins, kind))


def test_an_object_is_true_and_is_not_asked() -> None:
    with Sandbox(returned(handle()), returned(False)) as link:
        thing = link.get("x", 0)
        assert thing
        assert not (not thing)


@pytest.mark.parametrize("kind", ["SystemExit", "KeyboardInterrupt", "GeneratorExit"])
def test_what_would_end_the_judge_is_a_runtime_error(kind: str) -> None:
    kinds = [["builtins", kind, 1], ["builtins", "BaseException", 2]]
    raised = conversation.Raised(kinds, 3, [values.TUPLE, 0], "0", "", [], "")
    with Sandbox(raised) as link, pytest.raises(RuntimeError) as caught:
        link.get("x", 0)
    assert type(caught.value).__name__ == kind


def test_stop_iteration_does_not_end_a_loop_of_the_tests() -> None:
    kinds = [["builtins", "StopIteration", 1], ["builtins", "Exception", 2]]
    raised = conversation.Raised(kinds, 3, None, "", "", [], "")
    with Sandbox(returned(handle()), raised) as link:
        function = link.get("x", 0)
        with pytest.raises(RuntimeError):
            list(map(function, [1, 2]))


@pytest.mark.parametrize(
    "asks",
    [
        lambda x: x == 1,
        lambda x: x != 1,
        lambda x: x < 1,
        lambda x: 1 >= x,
        float,
        int,
        complex,
        abs,
        round,
        math.floor,
        lambda x: [0][x],
        lambda x: x - 1,
        lambda x: 1 - x,
        lambda x: x / 2,
        lambda x: x in [1],
        lambda x: sorted([x, x]),
        lambda x: x.equals(1),
        lambda x: x.max(),
        lambda x: x.startswith(""),
        lambda x: -x,
        lambda x: x + x,
        __import__("copy").deepcopy,
        __import__("pickle").dumps,
        lambda x: math.isclose(x, 1),
        lambda x: memoryview(x),
    ],
)
def test_a_remote_object_has_no_opinion(asks: Callable[[Remote], Any]) -> None:
    # Whatever it would be believed: 0.0 for a difference, True for a comparison.
    said = [returned(handle()), *[returned(v) for v in (0.0, True, 0.0, 0.0)]]
    with Sandbox(*said) as link:
        thing = link.get("x", 0)
        with pytest.raises((Refused, TypeError)):
            asks(thing)


@pytest.mark.parametrize(
    "name",
    [
        "__array_interface__",
        "__array_struct__",
        "__reduce_ex__",
        "__index__",
        "__dlpack__",
        "__fspath__",
        "__cuda_array_interface__",
        "__torch_function__",
    ],
)
def test_protocols_that_are_believed_are_not_asked_for(name: str) -> None:
    with Sandbox(returned(handle()), returned(1)) as link:
        thing = link.get("x", 0)
        if name == "__reduce_ex__":
            with pytest.raises(Refused):
                thing.__reduce_ex__(2)
        else:
            assert not hasattr(thing, name)


def test_only_arguments_of_this_call_can_be_changed() -> None:
    secret = [1]
    changed = returned(None, [[0, [values.LIST, 9]]])
    with Sandbox(changed, changed) as link:
        link.apply("call", abs, secret)
        assert secret == [9]
        with pytest.raises(SandboxLost):
            link.apply("call", abs, 3)


def test_what_is_not_meant_to_change_an_argument_changes_a_copy() -> None:
    inner = [[0, [values.LIST, 9, [values.SEEN, 1]]], [1, [values.LIST, 2]]]
    said = [returned(handle()), returned([values.SEEN, 0], inner)]
    for name, changes_it in {"sort": True, "reads": False, "defined_nowhere": True}.items():
        secret = [1, [2]]
        with Sandbox(*said) as link:
            back = link.apply("call", link.get(name, 0), secret)
        assert back == [9, [2]]
        assert (back is secret) == changes_it
        assert secret == (back if changes_it else [1, [2]])


def test_an_object_under_two_names_may_change_what_both_may() -> None:
    secret = [1]
    twice = [returned(handle()), returned(handle())]
    with Sandbox(*twice, returned(None, [[0, [values.LIST, 9]]])) as link:
        reads, sort = link.get("reads", 0), link.get("sort", 0)
        assert sort is reads
        link.apply("call", sort, secret)
    assert secret == [1]


def test_a_function_that_was_not_sent_cannot_be_called() -> None:
    with Sandbox(conversation.CallBack(0, [], []), returned(1)) as link, pytest.raises(SandboxLost):
        link.apply("call", abs, 3)


def test_output_is_bounded(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(link_module, "MAX_STDOUT", 100)
    with Sandbox(conversation.Returned(None, [], "x" * 1000)) as link:
        link.apply("call", abs, 1)

    assert len(capsys.readouterr().out) == 100


def test_a_range_of_a_size_that_takes_for_ever_to_read_is_no_list() -> None:
    endless = [values.LIBRARY_VALUE, "deque", [values.TUPLE, [values.RANGE, 0, 1 << 62, 1], None]]
    with Sandbox(returned(endless)) as link, pytest.raises(SandboxLost):
        link.get("x", 0)
