# A sandbox that speaks the protocol itself: each has succeeded when a point is earned, the judge breaks, or
# the next student is not graded.
# %% yes-to-everything: every question is answered with True
take_over(lambda message: [returned(True)])
# %% numbers-for-everything: every question is answered with a number that the tests might want
take_over(lambda message: [returned(0.0)])
# %% more-answers-than-questions: fifty answers to each question
take_over(lambda message: [returned(n / 2) for n in range(50)])
# %% answers-before-questions: a thread answers all the time, asked or not
import threading

from autograder.execution import wire


def flood():
    frame = wire.pack(returned(0.0))
    for _ in range(100_000):
        for number in range(3, 64):
            try: os.write(number, frame)
            except OSError: pass
threading.Thread(target=flood, daemon=True).start()
# %% nothing: the descriptor is kept and no answer comes
take_over(lambda message: time.sleep(1000))
# %% drop-by-drop: an answer comes, one byte in a while
from autograder.execution import wire
def drip(message):
    frame = wire.pack(returned([1] + [0.5] * 500))
    for n in range(len(frame)):
        yield frame[n:n + 1]
        time.sleep(0.05)
functions_that(drip)
# %% announced-and-not-sent: frames that are announced at their largest and do not come
functions_that(lambda message: [(16 << 20).to_bytes(4, "big") + (48 << 20).to_bytes(4, "big")])
# %% announced-too-large: frames of 2**60 bytes
functions_that(lambda message: [b"\xff" * 16])
# %% garbage: bytes that are no frame
import random

functions_that(lambda message: [random.Random(7).randbytes(4096)])
# %% empty-frames: frames without a message
functions_that(lambda message: [bytes(8)] * 100)
# %% megabytes-of-nothing: a frame of 16 million nothings
body = b"\x94\x0b\xdd" + (2 << 20).to_bytes(4, "big") + b"\xc0" * (2 << 20) + b"\x90\xa0"
functions_that(lambda message: [len(body).to_bytes(4, "big") + bytes(4) + body])
# %% megabytes-of-lists: a frame of 16 MB that unpacks to a gigabyte of empty lists
inner = b"\xdd" + (2 << 20).to_bytes(4, "big") + b"\x90" * (2 << 20)
body = b"\x94\x0b\x97" + inner * 7 + b"\x90\xa0"
functions_that(lambda message: [len(body).to_bytes(4, "big") + bytes(4) + body])
# %% nested-frames: lists inside lists, deeper than a stack
body = b"\x94\x0b" + b"\x91" * 500_000 + b"\xc0\x90\xa0"
functions_that(lambda message: [len(body).to_bytes(4, "big") + bytes(4) + body])
# %% half-closed: the end is closed for writing, or cut in the middle of a frame
import socket


def cut(message):
    for number in range(3, 64):
        try: socket.socket(fileno=os.dup(number)).shutdown(socket.SHUT_WR)
        except OSError: pass
    time.sleep(1000)
functions_that(cut)
# %% deaf: nothing is read any more, while large arguments come
import socket
def deaf(message):
    for number in range(3, 64):
        try: socket.socket(fileno=os.dup(number)).shutdown(socket.SHUT_RD)
        except OSError: pass
    return [returned(0.0)]
functions_that(deaf)
# %% judges-words: messages that only the judge may say, and greetings in the middle
from autograder.execution import conversation as talk

functions_that(lambda message: [talk.Run("import os"), talk.Hello(), talk.Answer(1.0), talk.Close()])
# %% references-to-code: results are references to functions that run or read what they are given
import itertools

from autograder.execution import tags

names = itertools.cycle([("builtins", "eval"), ("builtins", "exec"), ("builtins", "open"), ("builtins", "__import__"), ("os", "system"),
                         ("numpy", "load"), ("numpy", "fromfile"), ("numpy", "loadtxt"), ("pickle", "loads"), ("subprocess", "run"),
                         ("numpy", "f2py.os.system"), ("numpy", "testing._private.utils.os.system"), ("importlib", "import_module"),
                         ("numpy", "ctypeslib.ctypes.string_at"), ("autograder.execution.judge", "main"), ("builtins", "breakpoint")])
take_over(lambda message: [returned([tags.LIBRARY, *next(names), 5])])
# %% references-to-checks: results are the judge's own checking functions and types
from autograder.execution import tags
import itertools

names = itertools.cycle([("numpy", "allclose"), ("numpy", "isclose"), ("numpy.testing", "assert_allclose"), ("numpy", "array"),
                         ("builtins", "float"), ("builtins", "object"), ("builtins", "NotImplemented"), ("unittest.mock", "ANY")])
take_over(lambda message: [returned([tags.LIBRARY, *next(names), 5])])
# %% handles-with-claims: results claim classes of numbers, arrays and of the judge's own modules
import itertools

claims = itertools.cycle([[("builtins", "float")], [("numpy", "ndarray")], [("numpy", "float64")], [("numpy.ma", "MaskedArray")],
                          [("numpy", "matrix")], [("builtins", "bool")], [("numpy", "poly1d")], [("numpy.random", "Generator")],
                          [("builtins", "type")], [("autograder.execution.remote", "Remote")], [("x" * 10000, "y" * 10000)]])
functions_that(lambda message: [returned(handle(2, "float64", next(claims)))])
# %% handles-with-odd-numbers: handles whose numbers are negative, huge, or those of other objects
import itertools

numbers = itertools.cycle([-1, 0, 1, -(2**63), 2**63 - 1, -2])
functions_that(lambda message: [returned([4, handle(next(numbers)), handle(next(numbers)), handle(-1), handle(-2)])])
# %% same-handle-always: one handle is the answer to everything, equal to itself
take_over(lambda message: [returned(handle(1))])
# %% functions-never-sent: the judge's functions are called by numbers that were never given
from autograder.execution import conversation as talk
functions_that(lambda message: [talk.CallBack(9_000_000, [], []), returned(0.0)])
# %% functions-with-hostile-arguments: the judge's functions are called with everything that can cross
from autograder.execution import conversation as talk
from autograder.execution import values

odd = [[values.LIST], handle(3), [values.DICT, 1, 2], [values.BIG_INT, b"\xff" * 60000], "x" * 10**6, [values.RANGE, 0, 1 << 62, 1], None]
def each(message):
    return [talk.CallBack(0, [value], []) for value in odd] + [talk.CallBack(0, [], ["v", 1, "v", 2]), talk.CallBack(0, [], [[1], 2])]
functions_that(each)
# %% callbacks-without-end: the judge's function is called from inside itself as often as it may be
from autograder.execution import conversation as talk
functions_that(lambda message: [talk.CallBack(0, [1.0], [])] * 200)
# %% prompts-without-end: a line of input is asked for again and again
from autograder.execution import conversation as talk
def ask(message):
    while True: yield talk.Ask("?" * 1000)
functions_that(ask)
# %% changes-never-sent: arguments are changed that were never sent, or twice, or to another kind
import itertools

from autograder.execution import values

changes = itertools.cycle([[[5, [values.LIST, 1]]], [[-1, [values.LIST]]], [[0, [values.DICT, 1]]], [[0]], [None], [[True, [values.LIST]]],
                           [[0, [values.ARRAY, "<f8", [3], 0, True]]], [[0, [values.SEEN, 0]]]])
functions_that(lambda message: [returned(0.0, next(changes), "", bytes(24))])
# %% changes-that-fit: every array that was sent is changed to zeros and zero is returned
from autograder.execution import values


def zero(message):
    for node in message.args:
        if type(node) is list and node[0] == values.ARRAY:
            size = len(message.bulk)
            return [returned([values.SEEN, 0], [[0, [values.ARRAY, *node[1:]]]], "", bytes(size))]
    return [returned(0.0)]
functions_that(zero)
# %% numbers-of-containers: results refer to containers that were never met, and to themselves
import itertools

from autograder.execution import values

odd = itertools.cycle([[values.SEEN, 0], [values.SEEN, 10**9], [values.SEEN, -1], [values.LIST, [values.SEEN, 0]], [values.SET, [values.LIST]],
                       [values.DICT, [values.LIST], 1], [values.FROZENSET, handle(-1), handle(-2)], [99], [True], [1.0], []])
functions_that(lambda message: [returned(next(odd))])
# %% arrays-that-lie: arrays whose shape, dtype and bytes do not belong together
import itertools

from autograder.execution import values

odd = itertools.cycle([[values.ARRAY, "<f8", [1 << 39, 1 << 39], 0, True], [values.ARRAY, "|O", [1], 0, True], [values.ARRAY, "<f8", [0] * 33, 0, True],
                       [values.ARRAY, "<f8", [1 << 39, 0], 0, True], [values.ARRAY, "|V8", [1], 0, True], [values.ARRAY, "<U999999", [4], 0, True],
                       [values.ARRAY, "<f8", [1], -8, True], [values.ARRAY, "<M8[s]", [1], 0, True], [values.SCALAR, "|b1", [], 0, True]])
functions_that(lambda message: [returned(next(odd), (), "", b"\xff" * 64)])
# %% constructors: values of libraries, made from arguments that make them large or wrong
import itertools

from autograder.execution import values

odd = itertools.cycle([["Decimal", "1E999999999"], ["Fraction", [values.TUPLE, 1, 0]], ["deque", [values.TUPLE, [values.LIST] + [0] * 1000, -1]],
                       ["datetime", "9" * 10**6], ["timedelta", [values.TUPLE, 10**18, 0, 0]], ["defaultdict", [values.TUPLE, 3, [values.LIST]]],
                       ["Counter", [values.RANGE, 0, 1 << 62, 1]], ["DataFrame", [values.TUPLE]], ["eval", "1"], ["OrderedDict", "xy"]])
functions_that(lambda message: [returned([values.LIBRARY_VALUE, *next(odd)])])
# %% exceptions-with-odd-classes: exceptions whose line of descent is wrong, endless or somebody else's
import itertools

odd = itertools.cycle([[["builtins", "SystemExit", 1]], [["builtins", "KeyboardInterrupt", 1]], [["x", "\ud800", 2], ["builtins", "ValueError", 1]],
                       [["x", "E" * 10**6, 3], ["builtins", "OSError", 1]], [["x", f"E{n}", n + 9] for n in range(5000)], [], [None], [[1, 2, 3]],
                       [["builtins", "ExceptionGroup", 4]], [["builtins", "UnicodeDecodeError", 4]], [["builtins", "StopIteration", 4]],
                       [["numpy.exceptions", "AxisError", 5]], [["autograder.execution.link", "CellTimeout", 6]]])
functions_that(lambda message: [raised(next(odd), [2, 1, "x"], "t" * 1000, "")])
# %% exceptions-of-cells: cells end with exceptions whose names and texts are megabytes long, names are unknown
from autograder.execution.conversation import Get
take_over(lambda message: [raised([["builtins", "NameError", 1]] if isinstance(message, Get) else [["x", "E" * (12 << 20), 3]],
                                  None, "name 'x' is not defined", "")])
# %% exceptions-of-functions: functions end with exceptions whose texts and traces are megabytes long
functions_that(lambda message: [raised([["x", "E" * (3 << 20), 3], ["builtins", "ValueError", 1]], None, "t" * (5 << 20), "z" * (5 << 20))])
# %% stop-iteration-everywhere: every step of a loop ends it, with a value
functions_that(lambda message: [raised([["builtins", "StopIteration", 1], ["builtins", "Exception", 2]], [2, 0.0])])
# %% output-without-end: a megabyte of output with every answer, in half characters and colours
functions_that(lambda message: [returned(0.0, (), "\ud800\x1b[2J\x00" * 300_000)])
# %% names-without-end: a million names are said to be bound, among them those of the tests
from autograder.execution import values
from autograder.execution.conversation import Names

take_over(lambda message: [returned([values.LIST, *(["want", "expected", "np"] * 300_000)] if isinstance(message, Names) else handle())])
# %% lengths-that-lie: lengths are negative, no numbers, and larger than there is room
import itertools

lengths = itertools.cycle([-1, 2**62, 0.5, True, None, [1], handle(9)])
functions_that(lambda message: [returned(next(lengths)) if message.operation == "len" else returned(handle(4))])
# %% imports-confirmed: every name is said to be bound to a library
from autograder.execution import tags
take_over(lambda message: [returned([tags.LIBRARY, "numpy", "maximum", 3])])
# %% descriptors-in-frames: answers come with hundreds of open descriptors
import socket
import array


def heavy(message):
    for number in range(3, 64):
        try:
            end = socket.socket(fileno=os.dup(number))
            for _ in range(20):
                end.sendmsg([bytes(8)], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [number] * 200))])
        except OSError: pass
    return []
functions_that(heavy)
# %% replies-that-race: two threads answer at once, so that frames mix
import threading


def race():
    for _ in range(20_000):
        for part in (b"\x00\x00", b"\x00\x05\x00\x00", b"\x94\x0b"):
            for number in range(3, 64):
                try: os.write(number, part)
                except OSError: pass
for _ in range(2): threading.Thread(target=race, daemon=True).start()
