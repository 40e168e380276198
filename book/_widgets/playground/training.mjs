// A training run: settings in, points and a network out; one epoch further; how well it does.

import { SETS, inputsOf, makePoints, splitPoints } from "./data.mjs";
import { createNetwork, descend, forward, gradient, meanLoss, withParameters } from "./network.mjs";
import { shuffled, stream } from "./random.mjs";

/** Points as arrays that a network takes. */
function asArrays(points, features) {
  return { points, inputs: inputsOf(points, features), targets: Float64Array.from(points, (point) => point[2]) };
}

/**
 * Begin a run, at the epoch and with the parameters of the settings if they have any.
 * A run is {settings, train, test, network, epoch}; all functions here return a new one.
 */
export function begin(settings) {
  const { train, test } = splitPoints(makePoints(settings), settings.train, settings.seed);
  const sizes = [settings.features.length, ...settings.hidden, 1];
  const fresh = createNetwork(sizes, settings.activation, SETS[settings.data].task, stream(settings.seed, 4));
  const kept = settings.weights && withParameters(fresh, settings.weights);
  return {
    settings,
    train: asArrays(train, settings.features),
    test: asArrays(test, settings.features),
    network: kept || fresh,
    epoch: kept ? settings.epoch : 0,
  };
}

/** One pass over the training points, in an order that seed and epoch decide, a step of descent each batch. */
export function advance(run) {
  const { settings, train, epoch } = run, { features, batch, rate, penalty, lambda, seed } = settings;
  const width = features.length, count = train.targets.length;
  const order = shuffled(count, stream(seed, 5, epoch));
  let { network } = run;
  for (let first = 0; first < count; first += batch || count) {
    const rows = order.slice(first, first + (batch || count));
    const inputs = new Float64Array(rows.length * width);
    rows.forEach((row, k) => inputs.set(train.inputs.subarray(row * width, (row + 1) * width), k * width));
    const slopes = gradient(network, inputs, Float64Array.from(rows, (row) => train.targets[row]));
    network = descend(network, slopes, rate, penalty, lambda);
  }
  return { ...run, network, epoch: epoch + 1 };
}

/** Mean loss, and for classes the share of right answers (null for regression); a score of 0 answers 1. */
function measureOn(network, { inputs, targets }) {
  const { scores } = forward(network, inputs, targets.length);
  let count = 0;
  for (let k = 0; k < scores.length; k += 1) count += (scores[k] >= 0 ? 1 : 0) === targets[k] ? 1 : 0;
  const accuracy = network.task === "classes" ? count / scores.length : null;
  return { loss: meanLoss(network.task, scores, targets), accuracy };
}

/** How well the network of a run does, on the points for training and on those for the test. */
export function measure({ network, train, test }) {
  return { train: measureOn(network, train), test: measureOn(network, test) };
}
