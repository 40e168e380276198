"""The playground's modules: the network against NumPy and differences, points, addresses."""

import base64
import struct
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from tests.book.headless import ask

ACTIVATIONS = {
    "linear": lambda z: z,
    "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "tanh": np.tanh,
    "relu": lambda z: np.maximum(z, 0),
}
SLOPES = {
    "linear": np.ones_like,
    "sigmoid": lambda a: a * (1 - a),
    "tanh": lambda a: 1 - a**2,
    "relu": lambda a: (a > 0).astype(float),
}
NETWORKS = [
    f"data={data}&noise=0.3&points=40&hidden={hidden}&activation={activation}&seed=3"
    for data, hidden in [("xor", ""), ("circles", "3"), ("spirals", "4,3,2"), ("plane", "5,4")]
    for activation in ACTIVATIONS
]


def layers(parameters: list[float], sizes: list[int]) -> list[tuple[np.ndarray, np.ndarray]]:
    """Return weights (inputs, outputs) and biases of each layer."""
    left, found = np.array(parameters), []
    for inputs, outputs in pairwise(sizes):
        cut = inputs * outputs
        found.append((left[:cut].reshape(inputs, outputs), left[cut : cut + outputs]))
        left = left[cut + outputs :]
    assert left.size == 0
    return found


def in_numpy(seen: dict[str, Any]) -> tuple[list[np.ndarray], np.ndarray, float, list[float]]:
    """Compute forward and backward for the weights and inputs that the playground has."""
    settings, target = seen["settings"], np.array(seen["targets"])[:, None]
    sizes = [len(settings["features"]), *settings["hidden"], 1]
    network = layers(seen["parameters"], sizes)
    act, slope = ACTIVATIONS[settings["activation"]], SLOPES[settings["activation"]]
    values = [np.array(seen["inputs"]).reshape(len(target), -1)]
    for weights, biases in network[:-1]:
        values.append(act(values[-1] @ weights + biases))
    z = values[-1] @ network[-1][0] + network[-1][1]
    if settings["data"] == "plane":
        loss, delta = np.mean((z - target) ** 2), 2 * (z - target) / len(z)
    else:
        p = 1 / (1 + np.exp(-z))
        loss = -np.mean(target * np.log(p) + (1 - target) * np.log(1 - p))
        delta = (p - target) / len(z)
    slopes: list[float] = []
    for k in reversed(range(len(network))):
        own = np.concatenate([(values[k].T @ delta).ravel(), delta.sum(0)])
        slopes = [*own, *slopes]
        delta = delta @ network[k][0].T * slope(values[k])
    return values, z.ravel(), float(loss), slopes


def test_forward_and_backward_agree_with_numpy() -> None:
    answers = ask(*({"command": "inspect", "fragment": f, "epochs": 2} for f in NETWORKS))
    for fragment, seen in zip(NETWORKS, answers, strict=True):
        values, scores, loss, slopes = in_numpy(seen)
        for own, expected in zip(seen["values"], values, strict=True):
            np.testing.assert_allclose(own, expected.ravel(), atol=1e-12, err_msg=fragment)
        np.testing.assert_allclose(seen["scores"], scores, atol=1e-12, err_msg=fragment)
        np.testing.assert_allclose(seen["loss"], loss, atol=1e-12, err_msg=fragment)
        np.testing.assert_allclose(seen["gradient"], slopes, atol=1e-12, err_msg=fragment)


@pytest.mark.parametrize("fragment", NETWORKS)
def test_the_gradient_is_that_of_central_differences(fragment: str) -> None:
    (seen,) = ask({"command": "inspect", "fragment": fragment, "epochs": 1})
    step, moved = 1e-5, []
    for k in range(len(seen["parameters"])):
        for sign in (1, -1):
            parameters = list(seen["parameters"])
            parameters[k] += sign * step
            # After an epoch the data are the same, and the parameters are those handed over.
            moved.append({"command": "inspect", "fragment": fragment, "parameters": parameters})
    losses = np.array([answer["loss"] for answer in ask(*moved)]).reshape(-1, 2)
    quotients = (losses[:, 0] - losses[:, 1]) / (2 * step)
    np.testing.assert_allclose(seen["gradient"], quotients, atol=1e-8)
    assert np.abs(quotients).max() > 1e-3


def test_a_step_is_plain_descent_with_the_penalty_of_keras() -> None:
    fragment, rate, lam = "data=circles&hidden=3&seed=2", 0.5, 1
    (seen,) = ask({"command": "inspect", "fragment": fragment})
    request = {"command": "step", "fragment": fragment, "rate": rate}
    plain, l2, l1 = ask(
        request,
        {**request, "penalty": "l2", "lambda": lam},
        {**request, "penalty": "l1", "lambda": lam},
    )
    before, slope = np.array(seen["parameters"]), np.array(seen["gradient"])
    is_weight = np.concatenate([np.r_[np.ones(w.size), np.zeros(b.size)] for w, b in
                                layers(seen["parameters"], [2, 3, 1])]).astype(bool)  # fmt: skip
    moved = before - rate * slope
    np.testing.assert_allclose(plain, moved, atol=1e-15)
    np.testing.assert_allclose(l2, moved - is_weight * rate * 2 * lam * before, atol=1e-15)
    shrunk = np.sign(moved) * np.maximum(0, np.abs(moved) - rate * lam)
    np.testing.assert_allclose(l1, np.where(is_weight, shrunk, moved), atol=1e-15)
    assert (np.array(l1)[is_weight] == 0).any(), "a weight that is not needed is exactly 0"


def test_first_weights_are_uniform_in_glorots_bounds_and_biases_zero() -> None:
    (seen,) = ask({"command": "inspect", "fragment": "data=xor&hidden=8,8,8,8"})
    for weights, biases in layers(seen["parameters"], [2, 8, 8, 8, 8, 1]):
        bound = np.sqrt(6 / sum(weights.shape))
        assert np.abs(weights).max() <= bound
        assert weights.size < 60 or np.abs(weights).max() > 0.9 * bound
        assert (biases == 0).all()


@pytest.mark.parametrize("data", ["blobs", "circles", "xor", "spirals", "plane"])
def test_sets_are_balanced_inside_the_plane_and_decided_by_the_seed(data: str) -> None:
    fragment = f"data={data}&noise=1&train=0.3&seed="
    one, again, other = ask(
        *({"command": "inspect", "fragment": fragment + seed} for seed in ("5", "5", "6"))
    )
    assert one == again
    assert one["points"] != other["points"]
    assert (len(one["points"]), len(one["test"])) == (60, 140)
    points = np.array(one["points"] + one["test"])
    assert np.abs(points[:, :2]).max() <= 3
    if data != "plane":
        assert points[:, 2].mean() == 0.5


def test_the_features_are_what_their_names_say() -> None:
    keys = "x,y,xx,yy,xy,sinx,siny"
    (seen,) = ask({"command": "inspect", "fragment": f"data=blobs&features={keys}"})
    x, y = np.array(seen["points"])[:, :2].T
    expected = np.c_[x, y, x**2, y**2, x * y, np.sin(2 * x), np.sin(2 * y)]
    np.testing.assert_allclose(seen["inputs"], expected.ravel(), atol=1e-15)


GOOD = "x,y,label\n0,1,1\n\n 1 , -2 ,0\r\n2.5,3,1\n-1e-1,.5,0\n"


def test_points_are_read_from_lines_of_three() -> None:
    (read,) = ask({"command": "read", "text": GOOD})
    assert read == {"points": [[0, 1, 1], [1, -2, 0], [2.5, 3, 1], [-0.1, 0.5, 0]], "note": ""}


def test_points_outside_the_plane_are_scaled_into_it_and_the_note_says_how() -> None:
    (read,) = ask({"command": "read", "text": "0,100,0\n100,200,1\n50,150,1\n0,200,0"})
    scale = 2.6 / 50
    expected = [[-2.6, -2.6, 0], [2.6, 2.6, 1], [0, 0, 1], [-2.6, 2.6, 0]]
    assert read["points"] == expected
    for part in ("50 was taken from x", "150 from y", f"multiplied by {scale:.3}"):
        assert part in read["note"]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("0,0,1\n1,1\n", "Line 2: expected three values x,y,label, found 2: “1,1”."),
        ("0,0,1\n\n1,two,0", "Line 3: expected a number for y, found “two”."),
        ("0,,1", "Line 1: expected a number for y, found “”."),
        ("0,Infinity,1", "Line 1: expected a number for y, found “Infinity”."),
        ("x,y,label\n0,0,2", "Line 2: expected the label 0 or 1, found “2”."),
        ("0,0,1\n1,1,0", "Expected at least 4 lines x,y,label; found 2."),
        ("", "Expected at least 4 lines x,y,label; found 0."),
        ("0,0,1\n" * 5, "Expected both labels, 0 and 1; every line has 1."),
        ("0,0,1\n" * 501, "Line 501: expected at most 500 points."),
    ],
)
def test_what_is_wrong_with_pasted_points_is_said_with_its_line(text: str, complaint: str) -> None:
    assert ask({"command": "read", "text": text}) == [{"error": complaint}]


def test_an_address_comes_back_as_it_was_and_leaves_out_what_is_by_default() -> None:
    full = (
        "data=circles&points=120&noise=0.35&train=0.7&seed=42&features=x,yy,siny&hidden=8,1,3"
        "&activation=relu&rate=0.02&batch=0&penalty=l1&lambda=0.003&speed=5&show=all&unit=3.2"
    )
    own = "data=own&own=0,1,1_1,-2,0_2.5,3,1_-0.1,0.5,0"
    swapped, defaults = "data=xor&features=y,x", "data=xor&seed=1&hidden=4&noise=0"
    answers = ask(
        *({"command": "roundtrip", "fragment": f} for f in (full, own, swapped, defaults))
    )
    assert answers == [full, own, "data=xor", "data=xor"]


def test_a_network_comes_back_exactly_and_goes_on_as_if_never_stopped() -> None:
    request = {"command": "resume", "fragment": "data=spirals&hidden=8,8", "first": 7, "more": 5}
    (answer,) = ask(request)
    assert answer["resumed"] == answer["straight"]
    assert "&epoch=7&weights=" in answer["address"]


def packed(*numbers: float) -> str:
    data = struct.pack(f"<{len(numbers)}d", *numbers)
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


@pytest.mark.parametrize(
    ("fragment", "complaint"),
    [
        (
            "data=moon",
            "data: expected one of blobs, circles, xor, spirals, plane, own, found “moon”.",
        ),
        ("data=xor&rate=0.3", "rate: expected one of 0.001, 0.002, 0.005, 0.01"),
        ("data=xor&hidden=9", "hidden: expected up to 4 numbers from 1 to 8, found “9”."),
        ("data=xor&hidden=1,1,1,1,1", "hidden: expected up to 4 numbers"),
        ("data=xor&features=z", "features: expected some of x, y, xx"),
        ("data=xor&points=1e9", "points: expected a whole number from 10 to 500, found “1e9”."),
        ("data=xor&noise=0.07", "noise: expected a multiple of 0.05 from 0 to 1"),
        ("data=xor&batch=", "batch: expected one of 1, 2, 5"),
        ("data=xor&toString=1", "There is no setting “toString”."),
        ("data=xor&weights=%%", "weights: expected a network of these layers"),
        (
            f"data=xor&weights={packed(1, 2)}",
            "weights: expected 17 numbers for these layers, found 2.",
        ),
        (f"data=xor&hidden=&weights={packed(1, 2, float('nan'))}", "weights: expected a network"),
        ("data=own", "own: the address has no points."),
        ("data=own&own=0,0,1_0,0,2", "own: expected points x,y,label joined by _"),
        ("data=own&own=9,0,1_0,0,0_0,0,1_0,0,1", "own: expected points x,y,label joined by _"),
    ],
)
def test_a_damaged_address_is_complained_about_and_opens_all_the_same(
    fragment: str, complaint: str
) -> None:
    (answer, fresh) = ask(
        {"command": "decode", "fragment": fragment}, {"command": "decode", "fragment": "data=xor"}
    )
    assert answer["complaints"][0].startswith(complaint)
    expected = {**fresh["settings"], "hidden": answer["settings"]["hidden"]}
    assert answer["settings"] == expected


def test_a_unit_that_is_not_there_is_not_shown() -> None:
    good, gone = ask(
        *({"command": "decode", "fragment": f"data=xor&hidden=3&unit={u}"} for u in ("1.3", "2.1"))
    )
    assert good["settings"]["unit"] == "1.3"
    assert gone["settings"]["unit"] == "output"
