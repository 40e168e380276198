"""Each rule of the judge is needed: without it the notebook that needs it fails.

A rule is switched off in both processes before they begin, by a line of Python that exists only
here; the product has no such switch.
"""

import pytest

from autograder.execution import processes
from tests.execution.run import run
from tests.execution.test_rules import RIGHT
from tests.execution.test_rules_of_courses import COURSES

pytestmark = pytest.mark.slow

EVERY = RIGHT | COURSES
_E = "from autograder.execution import"
NOT_PUSHED = f"{_E} namespace; namespace.Namespace._concerns_student = lambda self, name: False"
NOT_WRITTEN_BACK = f"{_E} changes; changes.Changes.write = lambda *_: None"
NO_CHANGES = f"{_E} names; names._Reader._change = lambda self, node: None"
IN_THE_JUDGE = (
    f"{_E} guards, objects, ownership; guards.IN_THE_SANDBOX = ownership.IN_THE_SANDBOX = ('?',)"
)
NO_REFERENCES = f"{_E} references; references.References.value = lambda *_: None"
NOTHING_DEFINED = f"{_E} plan; plan.defined_by = lambda _: frozenset()"
NO_INSPECT = f"{_E} guards; guards.answer_inspect = lambda _: None"
NO_LIBRARY_VALUES = f"{_E} values; values.name_of = lambda _: ''"

# the notebook -> what switches its rule off
OFF = {
    "deleting a function shows that another uses it": NOT_PUSHED,
    "a mock takes the place of a function": NOT_PUSHED,
    "a test sets a global that the answer reads": NOT_PUSHED,
    "a test looks for a name": (
        f"{_E} namespace; namespace.Namespace.__contains__ = dict.__contains__; "
        "namespace.Namespace.keys = dict.keys"
    ),
    "a given loop fills a list with results": NO_CHANGES,
    "a loop's variable that was the student's is still the judge's own in its loop": (
        f"{_E} names; names._Reader._inside = lambda self, names, nodes: self._at_once(nodes)"
    ),
    "input is answered by the test": (
        f"{_E} guards; guards.line_reader = lambda _: lambda prompt: ''"
    ),
    "figures are looked at where they are": IN_THE_JUDGE,
    "library objects are the same on both sides": NO_REFERENCES,
    "arguments change in place": NOT_WRITTEN_BACK,
    "an array that may not be written stays so": (
        f"{_E} arrays; w = arrays.write; arrays.write = lambda a, b: [*w(a, b)[:3], True]"
    ),
    "containers of the standard library come by value": NO_LIBRARY_VALUES,
    "exceptions have classes": (
        f"{_E} raised; raised.Surrogates.class_of = lambda self, kinds: RuntimeError"
    ),
    "an exception of a library is that library's": (
        f"{_E} references; references.References.exception = lambda *_: None"
    ),
    "source and signature come from what was handed in": NO_INSPECT,
    "what a function prints can be captured": f"{_E} link; link.MAX_STDOUT = 0",
    "a class that a test cell defines": (
        f"{_E} judge; judge.Judge._mirror = lambda self, source: None"
    ),
    "a test uses what the solution imports": (
        f"{_E} ownership; ownership.Ownership._import = lambda self, statement: None"
    ),
    "a seed that the test sets is the student's too": (
        f"{_E} seeds; seeds.Seeds.push = lambda self: None"
    ),
    "objects have attributes, items, operators and text": NOTHING_DEFINED,
    "a named tuple has its fields": f"{_E} ownership; ownership._named_fields = lambda _: set()",
    "what a function of the test returns is changed in place": NOT_WRITTEN_BACK,
    "a name is what the last cell before the test made it": (
        f"{_E} sandbox; sandbox.Sandbox._get = lambda self, name, moment: self.names[name]"
    ),
    "a hidden test sees names of its visible part, not of later tests": (
        f"{_E} namespace; namespace.Namespace.restore = lambda self, snapshot, moment: None"
    ),
    "evaluating the test's own text": (
        f"{_E} guards; g = guards.safe_builtins; "
        "guards.safe_builtins = lambda texts, *rest: g(frozenset(), *rest)"
    ),
    "magics of IPython": f"{_E} plan; plan.parse = lambda source: ()",
    "the names of an object are listed": f"{_E} remote; del remote.Remote.__dir__",
    "equality that the task asks for": NOTHING_DEFINED,
    "the arguments of a function": NO_INSPECT,
    "the source of a method is that of its class": (
        f"{_E} objects; objects._called = lambda value: value.__name__"
    ),
    "a function of a library's own generator": (
        f"{_E} objects; objects._of_a_generator = lambda value: None"
    ),
    "a test imports Matplotlib itself": IN_THE_JUDGE,
    "an array of figures": f"{_E} arrays; arrays.is_of_objects = lambda _: False",
    "an argument of another shape": (
        f"{_E} arrays, conversation, link; link.Reshaped = ZeroDivisionError; "
        "arrays.Reshaped = conversation.PeerError"
    ),
    "pictures come and go by value": NO_LIBRARY_VALUES,
    "an object is true, or as its class says": (
        f"{_E} remote; r = remote; r.Remote.__bool__ = lambda self: r._refuse(self, 'be true')"
    ),
    "the title of a figure's axes": f"{_E} remote; remote.COMPARING = remote.data_names()",
    "the type of an object": f"{_E} guards; guards.Type = type",
    "a file that the student's code wrote": (
        f"{_E} written_files; written_files._written = lambda *_: None"
    ),
    "a list that holds an array is equal to one with that array": (
        f"{_E} handles; handles._same = lambda *_: False"
    ),
    "a module is one object": f"{_E} handles; handles._is_module = lambda _: False",
    "a cell that was handed in runs again": (
        f"{_E} judge; judge.Judge._again = lambda self, source: False"
    ),
    "a file in memory is an argument": NO_LIBRARY_VALUES,
    "an array of more than 64 MB": f"{_E} wire; wire.MAX_FRAME = 64 << 20",
}


@pytest.mark.parametrize("name", OFF)
def test_without_its_rule_a_notebook_fails(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = processes.python_command
    monkeypatch.setattr(
        processes, "python_command", lambda call: whole(f"exec({OFF[name]!r}); {call}")
    )

    ended = run(EVERY[name])

    assert [e.state for e in ended if e.state != "ok"], "the notebook does not need the rule"
    assert "fault" not in [e.state for e in ended], "the switch broke the judge"


def test_every_switch_is_for_a_notebook() -> None:
    assert OFF.keys() <= EVERY.keys()
    assert COURSES.keys() <= OFF.keys()
