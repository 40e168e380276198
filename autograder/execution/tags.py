"""The tags of nodes: of data, and of what judge and sandbox refer to instead of sending it."""

LIST, TUPLE, DICT, SET, FROZENSET = 1, 2, 3, 4, 5
BIG_INT, COMPLEX, SLICE, RANGE, SINGLETON = 6, 7, 8, 9, 10
ARRAY, SCALAR, DTYPE, SEEN, LIBRARY_VALUE = 11, 12, 13, 14, 15
BYTEARRAY, ITERATOR, OBJECT_ARRAY = 16, 17, 18
FIRST_OPAQUE_TAG = 32

# From the sandbox: [HANDLE, number, callable, name, classes], an object that stays there.
# Classes are [module, qualname, number] from the nearest to the furthest.
HANDLE = FIRST_OPAQUE_TAG
# From the sandbox: like a handle, but a class of exceptions; classes are its own line of descent.
EXCEPTION = FIRST_OPAQUE_TAG + 1
# From either: [LIBRARY, module, qualname, handle], what both sides can import; the handle is
# that of the sandbox's object, and 0 from the judge.
LIBRARY = FIRST_OPAQUE_TAG + 2
# From the judge: [OBJECT, number], what an earlier handle stands for.
OBJECT = FIRST_OPAQUE_TAG + 3
# From either: [FUNCTION, number], a function of the tests.
FUNCTION = FIRST_OPAQUE_TAG + 4
