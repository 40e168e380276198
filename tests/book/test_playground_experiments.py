"""Every claim of the playground's page about an experiment, tried on the seeds 1 to 10."""

import math

import numpy as np
import pytest

from tests.book.headless import SEEDS, ask, learn, links

pytestmark = pytest.mark.slow


def right(runs: list, epoch: int = 0, part: str = "train") -> list[float]:
    return [run[epoch][part]["accuracy"] for run in runs]


def losses(runs: list, epoch: int = 0, part: str = "train") -> list[float]:
    return [run[epoch][part]["loss"] for run in runs]


def test_every_link_of_the_page_is_a_state_without_complaint() -> None:
    found = links()
    assert len(found) == 15
    for name, answer in zip(
        found, ask(*({"command": "decode", "fragment": f} for f in found.values())), strict=True
    ):
        assert answer["complaints"] == [], name
        assert answer["settings"]["weights"] is None, name


def test_the_numbers_of_the_text_twin_are_those_of_the_first_state() -> None:
    ((start, later),) = learn("xor-hidden", 0, 100, seeds=[1])
    assert [round(start[part]["loss"], 4) for part in ("train", "test")] == [0.7562, 0.7659]
    assert [round(later[part]["loss"], 4) for part in ("train", "test")] == [0.1294, 0.1383]
    assert [later[part]["accuracy"] for part in ("train", "test")] == [0.98, 0.97]


def test_one_neuron_on_xor_stays_at_a_coin() -> None:
    runs = learn("xor-line", 200)
    assert all(0.67 < loss < math.log(2) for loss in losses(runs))
    assert max(right(runs, part="test")) <= 0.55


def test_one_neuron_solves_xor_with_the_product_as_input() -> None:
    assert min(right(learn("xor-line", 200, more="&features=xy"), part="test")) >= 0.99


def test_four_hidden_units_solve_xor_on_nine_of_ten_seeds() -> None:
    shares = right(learn("xor-hidden", 300))
    assert [seed for seed, share in zip(SEEDS, shares, strict=True) if share < 0.97] == [9]


def test_seed_nine_is_stuck_and_eight_units_are_not() -> None:
    assert "seed=9" in links()["xor-stuck"]
    assert "seed=9" in links()["xor-eight"]
    (stuck,) = learn("xor-stuck", 300, 3000, seeds=[9])
    assert [when["train"]["accuracy"] for when in stuck] == [0.89, 0.9]
    assert min(right(learn("xor-eight", 300))) >= 0.99


def test_three_tanh_units_close_the_circle_on_every_seed_and_relu_on_eight() -> None:
    assert min(right(learn("tanh", 300))) >= 0.99
    shares = right(learn("relu", 300))
    assert [seed for seed, share in zip(SEEDS, shares, strict=True) if share < 0.99] == [9, 10]


def test_linear_units_do_not_bend() -> None:
    assert max(right(learn("linear", 300))) <= 0.8


@pytest.mark.parametrize("seed", [9, 10])
def test_where_relu_fails_a_unit_is_dead_on_every_training_point(seed: int) -> None:
    fragment = links()["relu"] + f"&seed={seed}"
    (seen,) = ask({"command": "inspect", "fragment": fragment, "epochs": 300})
    hidden = np.array(seen["values"][1]).reshape(-1, 3)
    silent = (hidden == 0).all(axis=0)
    assert silent.sum() == 1
    slopes = np.array(seen["gradient"])[: 2 * 3].reshape(2, 3)
    assert (slopes[:, silent] == 0).all()
    assert (slopes[:, ~silent] != 0).any()


def test_relu_changes_its_slope_three_times_along_a_line_and_tanh_all_the_time() -> None:
    along = np.linspace(-3, 3, 400)
    for angle in np.linspace(0.1, 3.1, 7):
        points = [[t * math.cos(angle), t * math.sin(angle)] for t in along]
        request = {"command": "scores", "epochs": 300, "points": points}
        relu, tanh = ask(*({**request, "fragment": links()[name]} for name in ("relu", "tanh")))
        bent = [np.abs(np.diff(scores, 2)) > 1e-9 for scores in (relu, tanh)]
        # A fold between two places is seen from both of its sides.
        folds = np.count_nonzero(bent[0][1:] & ~bent[0][:-1]) + bent[0][0]
        assert 1 <= folds <= 3
        assert np.count_nonzero(bent[0]) <= 6
        assert bent[1].mean() > 0.95


def curvature(seed: int) -> float:
    (seen,) = ask({"command": "inspect", "fragment": links()["rate-bad"] + f"&seed={seed}"})
    x = np.c_[np.array(seen["inputs"]).reshape(-1, 2), np.ones(len(seen["targets"]))]
    return float(np.linalg.eigvalsh(2 / len(x) * x.T @ x)[-1])


def test_a_rate_below_the_limit_converges_and_one_above_diverges() -> None:
    assert max(losses(learn("rate-good", 50))) < 1e-6
    bad = learn("rate-bad", 300)
    assert min(losses(bad)) > 1e6


@pytest.mark.parametrize("seed", SEEDS)
def test_the_limit_lies_between_the_rates_and_the_loss_grows_as_the_curvature_says(
    seed: int,
) -> None:
    top = curvature(seed)
    assert 0.2 < 2 / top < 0.5
    # Late enough for the steepest direction to have outgrown the others, before the digits end.
    ((late, later),) = learn("rate-bad", 200, 201, seeds=[seed])
    grown = later["train"]["loss"] / late["train"]["loss"]
    assert grown == pytest.approx((1 - 0.5 * top) ** 2, rel=1e-3)


def test_cross_entropy_at_a_high_rate_jumps_and_does_not_diverge() -> None:
    runs = learn("xor-hidden", *range(1, 301), more="&rate=10")
    loss = np.array([[when["train"]["loss"] for when in run] for run in runs])
    assert loss.max() < 100
    rises = np.count_nonzero(np.diff(loss) > 0, axis=1)
    assert [seed for seed, count in zip(SEEDS, rises, strict=True) if count < 100] == [7]


def test_spirals_need_a_second_layer_or_other_inputs() -> None:
    assert max(right(learn("spirals-one", 300))) <= 0.88
    assert min(right(learn("spirals-two", 600))) >= 0.97
    runs = learn("spirals-inputs", 300)
    assert min(right(runs) + right(runs, part="test")) == 1


def test_the_arms_of_the_spirals_come_by_the_axis_eight_times_in_turn() -> None:
    (seen,) = ask({"command": "inspect", "fragment": links()["spirals-one"] + "&points=500"})
    points = np.array(seen["points"] + seen["test"])
    near = points[np.abs(points[:, 1]) < 0.03]
    ordered = near[np.argsort(near[:, 0])]
    changes = np.count_nonzero(np.diff(ordered[:, 2]))
    assert changes == 7


def test_noise_is_learnt_and_a_penalty_cures_it() -> None:
    plain, cured = learn("overfit", 20, 1000), learn("regularised", 20, 1000)
    assert all(np.array(losses(plain, 1)) < losses(plain, 0))
    assert all(np.array(losses(plain, 1, "test")) > losses(plain, 0, "test"))
    assert all(np.array(losses(cured, 1, "test")) < losses(plain, 1, "test"))
    assert all(np.array(losses(cured, 1)) > losses(plain, 1))
    means = [np.mean(losses(*which, "test")) for which in ((plain, 0), (plain, 1), (cured, 1))]
    assert np.round(means, 2).tolist() == [0.2, 0.49, 0.21]


def test_too_much_of_the_penalty_leaves_one_half() -> None:
    fragment = links()["regularised"].replace("lambda=0.01", "lambda=1")
    (seen,) = ask({"command": "inspect", "fragment": fragment, "epochs": 300})
    assert len(seen["parameters"]) == 105
    assert len(seen["targets"]) == 40
    answers = 1 / (1 + np.exp(-np.array(seen["scores"])))
    assert np.abs(answers - 0.5).max() < 0.12
