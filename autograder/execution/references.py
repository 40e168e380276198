"""What a reference to a library may stand for in the judge: data types, and what the tests name.

The sandbox may say "numpy.float64" or "keras.layers.Dense" instead of sending a class. The judge
takes its own object only if its own imports brought the module, and nothing is imported or
executed in looking it up. A function or class that a test might call must be one that the
instructor's notebook names; what reads files or text as code is never among them.
"""

import builtins
import sys
from collections.abc import Iterable
from types import BuiltinFunctionType, FunctionType, ModuleType

from autograder.execution.beside import lies_beside
from autograder.execution.library_values import is_library_value
from autograder.execution.ownership import IN_THE_SANDBOX

_DATA_TYPES = frozenset(
    {
        "int",
        "float",
        "complex",
        "bool",
        "str",
        "bytes",
        "bytearray",
        "list",
        "tuple",
        "dict",
        "set",
        "frozenset",
        "range",
        "slice",
        "object",
        "enumerate",
        "zip",
        "map",
        "filter",
        "reversed",
    }
)
_BUILTIN_FUNCTIONS = frozenset(
    {
        "abs",
        "all",
        "any",
        "bin",
        "chr",
        "divmod",
        "hex",
        "len",
        "max",
        "min",
        "oct",
        "ord",
        "pow",
        "print",
        "repr",
        "round",
        "sorted",
        "sum",
    }
)
_LIBRARIES = frozenset(
    {
        "numpy",
        "math",
        "cmath",
        "statistics",
        "fractions",
        "decimal",
        "collections",
        "datetime",
        "itertools",
        "string",
        "random",
        "pandas",
        "scipy",
        "sklearn",
        "keras",
        "tensorflow",
        "torch",
        "jax",
        "sympy",
        "networkx",
        "seaborn",
    }
)
_REFUSED = (
    "load",
    "save",
    "read",
    "open",
    "eval",
    "exec",
    "from",
    "memmap",
    "parse",
    "sympify",
    "py_function",
    "numpy_function",
    "lambdify",
    "lambda",
    "system",
    "run",
    "compile",
)


class References:
    """Looks up what the sandbox names.

    Args:
        roots: the top-level modules that the instructor's notebook imports.
        named: every name and attribute in the instructor's notebook.
        defined: the names of functions, methods and attributes that its code defines.
    """

    def __init__(
        self, roots: Iterable[str], named: Iterable[str], defined: Iterable[str] = ()
    ) -> None:
        self.defined = frozenset(defined)
        self._roots = _LIBRARIES & frozenset(roots)
        self._others = frozenset(roots) - _LIBRARIES
        self._named = frozenset(named)

    def value(self, module: str, qualname: str) -> object | None:
        """Return what a reference stands for as a value that tests may use; None for nothing."""
        found = self._find(module, qualname)
        if isinstance(found, type):
            if self.is_data_type(found) or issubclass(found, BaseException):
                return found
            return found if self._may_call(qualname) else None
        if module == "builtins":
            return found if qualname in _BUILTIN_FUNCTIONS else None
        return found if _is_function(found) and self._may_call(qualname) else None

    def claim(self, module: str, qualname: str) -> type | None:
        """Return the class that an object claims to have; never one whose values are data."""
        found = self._find(module, qualname)
        if not isinstance(found, type) or self.is_data_type(found):
            return None
        return None if module == "builtins" or is_library_value(found) else found

    def exception(self, module: str, qualname: str) -> type[Exception] | None:
        """Return a class of exceptions that the judge has too; None for all other names."""
        found = self._find(module, qualname)
        return found if isinstance(found, type) and issubclass(found, Exception) else None

    @staticmethod
    def is_data_type(kind: type) -> bool:
        """Whether values of a class cross as data."""
        if kind.__module__ == "builtins":
            return kind.__name__ in _DATA_TYPES
        numpy = sys.modules.get("numpy")
        return numpy is not None and issubclass(kind, numpy.generic | numpy.ndarray | numpy.dtype)

    def _may_call(self, qualname: str) -> bool:
        name = qualname.rpartition(".")[2]
        return name in self._named and not name.lstrip("_").startswith(_REFUSED)

    def _find(self, module: str, qualname: str) -> object | None:
        if module == "builtins":
            found = vars(builtins).get(qualname)
            is_error = isinstance(found, type) and issubclass(found, BaseException)
            listed = qualname in _DATA_TYPES or qualname in _BUILTIN_FUNCTIONS
            return found if is_error or listed else None
        root = module.partition(".")[0]
        found = sys.modules.get(module)
        if module.startswith(IN_THE_SANDBOX):
            return None
        if root not in self._roots and not (root in self._others and lies_beside(found)):
            return None
        for part in qualname.split("."):
            if not isinstance(found, type | ModuleType):
                return None
            found = vars(found).get(part)
        return found


def _is_function(value: object) -> bool:
    numpy = sys.modules.get("numpy")
    ufunc = () if numpy is None else (numpy.ufunc, type(numpy.sum))
    return isinstance(value, (FunctionType, BuiltinFunctionType, *ufunc))


def library_name(value: object) -> tuple[str, str] | None:
    """Return module and name of what the sandbox can import as well, None for all else."""
    kind = type(value).__name__
    module = getattr(value, "__module__", None)
    name = getattr(value, "__qualname__", None) or getattr(value, "__name__", None)
    if kind == "module":
        module, name = getattr(value, "__name__", None), ""
    elif kind == "ufunc":
        module = "numpy"
    if type(module) is not str or type(name) is not str or module == "__main__":
        return None
    if module.partition(".")[0] == "autograder":
        return None
    found: object = sys.modules.get(module)
    for part in name.split(".") if name else ():
        found = getattr(found, part, None)
    return (module, name) if found is value else None
