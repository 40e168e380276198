"""Tables of pandas cross by value, each kind of column and index as it is."""

import pytest

from tests.execution.run import run

pytest.importorskip("pandas", reason="needs pandas: .venv/bin/uv pip install pandas")
pytestmark = pytest.mark.slow

MAKE = """import pandas as pd
import numpy as np
def tables():
    times = pd.to_datetime(["2024-01-01", None, "2024-02-01"])
    mixed = pd.DataFrame({
        "whole": [1, 2, 3], "part": [0.5, np.nan, 2.0], "text": ["a", None, "c"],
        "yes": [True, False, True], "time": times,
        "kind": pd.Categorical(["x", "y", "x"], categories=["y", "x"], ordered=True),
        "gaps": pd.array([1, None, 3], dtype="Int64"), "any": [1, "b", (2,)],
    })
    return [
        mixed,
        mixed.set_index("text"),
        mixed.set_index("time"),
        mixed.groupby(["kind", "yes"], observed=True)["whole"].sum(),
        mixed["part"],
        mixed.columns,
        mixed.iloc[:0],
        pd.DataFrame(),
        mixed.T,
        mixed.pivot_table(index="yes", columns="kind", values="whole", observed=True),
        pd.Timestamp("2024-01-01 10:00"),
    ]
"""


def test_a_table_comes_as_it_is() -> None:
    cells = [
        ("given", "import pandas as pd\nimport numpy as np"),
        ("answer", MAKE),
        (
            "tests",
            MAKE.replace("def tables", "def wanted")
            + "for got, want in zip(tables(), wanted(), strict=True):\n"
            "    assert type(got) is type(want), (type(got), want)\n"
            "    if isinstance(want, pd.DataFrame):\n"
            "        pd.testing.assert_frame_equal(got, want, check_freq=False)\n"
            "    elif isinstance(want, pd.Series):\n"
            "        pd.testing.assert_series_equal(got, want)\n"
            "    elif isinstance(want, pd.Index):\n"
            "        pd.testing.assert_index_equal(got, want)\n"
            "    else:\n        assert got == want",
        ),
    ]

    (ended,) = run(cells)

    assert (ended.state, ended.trace) == ("ok", "")


def test_a_table_goes_and_nothing_of_the_students_answers_for_one() -> None:
    cells = [
        ("given", "import pandas as pd"),
        ("answer", "def means(table):\n    return table.groupby('k')['v'].mean()"),
        (
            "tests",
            "t = pd.DataFrame({'k': ['a', 'a', 'b'], 'v': [1, 3, 5]})\n"
            "assert means(t).to_dict() == {'a': 2, 'b': 5} and means(t).equals(means(t))",
        ),
    ]
    liar = (
        "class Table(pd.Series):\n    def equals(self, other):\n        return True\n"
        "    def to_dict(self):\n        return {'a': 2, 'b': 5}\n"
        "def means(table):\n    return Table([1])"
    )

    (right,) = run(cells)
    (wrong,) = run(cells, {0: liar})

    assert (right.state, right.trace) == ("ok", "")
    assert wrong.error == "RefusedAttribute"


def test_a_table_where_the_notebook_has_no_pandas_costs_its_own_test() -> None:
    cells = [
        ("answer", "def f(): return 1\ndef g(): return 2"),
        ("tests", "assert f() == 1"),
        ("tests", "assert g() == 2"),
    ]
    student = {0: "import pandas as pd\ndef f(): return pd.Series([1.0])\ndef g(): return 2"}
    mine, other = run(cells, student)
    assert mine.state == "raised"
    assert "pandas" in mine.message
    assert other.state == "ok"
