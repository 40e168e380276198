"""Two units made for measuring: ten small tasks on NumPy, three tasks around one Keras model."""

from collections.abc import Callable
from typing import Any

Notebook = dict[str, Any]


def _cell(grade_id: str, source: str, **meta: Any) -> dict[str, Any]:
    nbgrader = {"grade_id": grade_id, "grade": False, "solution": False, **meta}
    return {"cell_type": "code", "metadata": {"nbgrader": nbgrader}, "source": source}


def _task(name: str, answer: str, visible: str, hidden: str) -> list[dict[str, Any]]:
    tests = f"{visible}\n### BEGIN HIDDEN TESTS\n{hidden}\n### END HIDDEN TESTS"
    return [
        _cell(name, answer, solution=True),
        _cell(f"{name}-tests", tests, grade=True, points=1),
    ]


# name, body of f(x), the same as an expression of x
_BODIES = (
    ("double", "return x * 2", "2 * x"),
    ("square", "return x**2", "x * x"),
    ("centre", "return x - x.mean()", "x - x.sum() / x.size"),
    ("relu", "return np.maximum(x, 0)", "np.where(x > 0, x, 0)"),
    ("sigmoid", "return 1 / (1 + np.exp(-x))", "0.5 * (1 + np.tanh(x / 2))"),
    ("softmax", "e = np.exp(x - x.max())\n    return e / e.sum()", "np.exp(x) / np.exp(x).sum()"),
    ("norm", "return np.linalg.norm(x)", "np.sqrt((x * x).sum())"),
    ("outer", "return np.outer(x, x)", "x[:, None] * x[None, :]"),
    ("ranks", "return np.argsort(np.argsort(x))", "(x[:, None] > x[None, :]).sum(axis=1)"),
    ("running", "return np.cumsum(x)", "np.array([x[: n + 1].sum() for n in range(x.size)])"),
)


def small() -> Notebook:
    """Ten tasks, each with two visible checks and two hidden properties."""
    cells = [_cell("setup", "import numpy as np\n\nSEED = 1\ndata = np.linspace(-1, 2, 7)")]
    for name, body, want in _BODIES:
        visible = (
            f"x = data\nassert np.allclose({name}(x), {want})\n"
            f"x = np.arange(4.0)\nassert np.shape({name}(x)) == np.shape({want})"
        )
        hidden = (
            "rng = np.random.default_rng(SEED)\n"
            f"# property: It holds for random numbers.\nfor n in (1, 5, 30):\n"
            f"    x = rng.normal(size=n)\n    assert np.allclose({name}(x), {want})\n"
            "# property: The input stays as it was.\n"
            f"x = rng.normal(size=6)\nkept = x.copy()\n{name}(x)\nassert (x == kept).all()"
        )
        cells += _task(name, f"def {name}(x):\n    {body}", visible, hidden)
    return {"cells": cells}


def keras() -> Notebook:
    """Three tasks: a model of 161 weights, a short fit, its predictions."""
    setup = (
        "import keras\nimport numpy as np\n\nSEED = 1\nkeras.utils.set_random_seed(SEED)\n"
        "rng = np.random.default_rng(SEED)\nX = rng.normal(size=(96, 8))\n"
        "y = (X[:, 0] * X[:, 1] > 0).astype(float)"
    )
    build = (
        "def build():\n    return keras.Sequential(\n        [keras.Input((8,)), "
        'keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1, activation="sigmoid")]\n'
        "    )"
    )
    fit = (
        "def train(model, X, y):\n"
        '    model.compile(optimizer="adam", loss="binary_crossentropy")\n'
        "    history = model.fit(X, y, epochs=8, batch_size=32, verbose=0)\n"
        '    return [float(loss) for loss in history.history["loss"]]'
    )
    predict = (
        "def classes(model, X):\n    return (model.predict(X, verbose=0)[:, 0] > 0.5).astype(int)"
    )
    cells = [_cell("setup", setup)]
    cells += _task(
        "build",
        build,
        "model = build()\nassert model.count_params() == 161",
        "# property: The output is one probability.\nassert build().output_shape == (None, 1)",
    )
    cells += _task(
        "fit",
        fit,
        "losses = train(build(), X, y)\nassert len(losses) == 8",
        "# property: The loss falls.\nassert losses[-1] < losses[0]",
    )
    cells += _task(
        "predict",
        predict,
        "assert classes(build(), X).shape == (96,)",
        "# property: A class is 0 or 1.\nassert set(classes(build(), X[:9])) <= {0, 1}",
    )
    return {"cells": cells}


NOTEBOOKS: dict[str, Callable[[], Notebook]] = {"small": small, "keras": keras}


def source_text(name: str) -> str:
    """Return one of these units as the text of a unit of solutions/."""
    limits = "{time_s: 60, cell_s: 20, memory_mb: 2048, gpu: false}"
    lines = [
        "---",
        "jupytext:",
        "  text_representation: {extension: .md, format_name: myst}",
        "kernelspec: {display_name: Python 3, language: python, name: python3}",
        "unit:",
        f"  {{title: {name}, chapter: none/none, summary: Made for measuring., hours: 1,",
        f"  prerequisites: [], topics: [], data: none, limits: {limits},",
        "  attempts: {keep: last}}",
        "---",
    ]
    for cell in NOTEBOOKS[name]()["cells"]:
        meta, source = cell["metadata"]["nbgrader"], cell["source"]
        title = meta["grade_id"].removesuffix("-tests")
        lines += [f"\n## {title}" if meta["solution"] else "", "", "```{code-cell}"]
        if meta["solution"]:
            lines.append(f":answer: {meta['grade_id']}")
            source = _as_answer(source)
        elif meta["grade"]:
            lines += [f":tests: {meta['grade_id'].removesuffix('-tests')}", ":points: 1"]
        lines += [source, "```"]
    return "\n".join([*lines, ""])


def _as_answer(source: str) -> str:
    head, _, body = source.partition("\n")
    return f"{head}\n    ### BEGIN SOLUTION\n{body}\n    ### END SOLUTION"
