// A fully connected network with one output: forward, backward, one step of descent. Pure functions.
//
// Rows are samples, and a layer computes z = xW + b. An array of shape (count, width) is a Float64Array in
// which row i begins at i · width; the weights of a layer have shape (inputs, outputs) in the same order.
// The output is a score z. For two classes the prediction is sigmoid(z) and the loss the cross-entropy;
// for regression the prediction is z itself and the loss the squared error. A loss is a mean over samples.

/** Activations, each with its slope as a function of the value that it passed on. */
export const ACTIVATIONS = {
  linear: { value: (z) => z, slope: () => 1 },
  sigmoid: { value: (z) => 1 / (1 + Math.exp(-z)), slope: (a) => a * (1 - a) },
  tanh: { value: Math.tanh, slope: (a) => 1 - a * a },
  relu: { value: (z) => (z > 0 ? z : 0), slope: (a) => (a > 0 ? 1 : 0) },
};

/** ln(1 + eᶻ), without overflow. */
const softplus = (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));

/** What is measured, by task: the prediction from a score, the loss of a sample and the loss's slope in z. */
export const TASKS = {
  classes: {
    predict: ACTIVATIONS.sigmoid.value,
    loss: (z, target) => softplus(z) - target * z,
    slope: (z, target) => ACTIVATIONS.sigmoid.value(z) - target,
  },
  regression: {
    predict: (z) => z,
    loss: (z, target) => (z - target) ** 2,
    slope: (z, target) => 2 * (z - target),
  },
};

/**
 * A new network. Weights are uniform between ±√(6 / (inputs + outputs)), the rule of Glorot and Bengio that
 * Keras uses for a dense layer; biases are 0.
 * @param {number[]} sizes inputs, units of each hidden layer, 1
 */
export function createNetwork(sizes, activation, task, random) {
  const layers = sizes.slice(1).map((outputs, k) => {
    const inputs = sizes[k], limit = Math.sqrt(6 / (inputs + outputs));
    return {
      inputs, outputs,
      weights: Float64Array.from({ length: inputs * outputs }, () => limit * (2 * random() - 1)),
      biases: new Float64Array(outputs),
    };
  });
  return { activation, task, layers };
}

/** z = xW + b for `count` rows. */
function affine({ inputs, outputs, weights, biases }, x, count) {
  const z = new Float64Array(count * outputs);
  for (let row = 0; row < count; row += 1) {
    const from = row * inputs, to = row * outputs;
    for (let j = 0; j < outputs; j += 1) {
      let sum = biases[j];
      for (let i = 0; i < inputs; i += 1) sum += x[from + i] * weights[i * outputs + j];
      z[to + j] = sum;
    }
  }
  return z;
}

/**
 * What each layer passes on for `count` rows of inputs: the inputs, then the hidden layers; and the scores,
 * one a row.
 */
export function forward({ activation, layers }, x, count) {
  const { value } = ACTIVATIONS[activation], values = [x];
  for (const layer of layers.slice(0, -1)) values.push(affine(layer, values.at(-1), count).map(value));
  return { values, scores: affine(layers.at(-1), values.at(-1), count) };
}

/** The mean loss of scores against targets. */
export function meanLoss(task, scores, targets) {
  let sum = 0;
  for (let k = 0; k < scores.length; k += 1) sum += TASKS[task].loss(scores[k], targets[k]);
  return sum / scores.length;
}

/**
 * The gradient of the mean loss: for each layer, arrays of the shapes of its weights and biases.
 * With δ for the gradient in z, a layer has ∂/∂W = xᵀδ and ∂/∂b = the sum of δ over rows, and hands
 * δWᵀ ⊙ slope on to the layer before it.
 */
export function gradient(network, x, targets) {
  const { activation, task, layers } = network, count = targets.length;
  const { values, scores } = forward(network, x, count), { slope } = ACTIVATIONS[activation];
  let delta = scores.map((z, k) => TASKS[task].slope(z, targets[k]) / count);
  const gradients = [];
  for (let k = layers.length - 1; k >= 0; k -= 1) {
    const layer = layers[k];
    gradients.unshift(slopesOf(layer, values[k], delta, count));
    if (k > 0) delta = passedBack(layer, values[k], delta, count, slope);
  }
  return gradients;
}

function slopesOf({ inputs, outputs }, x, delta, count) {
  const weights = new Float64Array(inputs * outputs), biases = new Float64Array(outputs);
  for (let row = 0; row < count; row += 1) {
    for (let j = 0; j < outputs; j += 1) {
      const d = delta[row * outputs + j];
      biases[j] += d;
      for (let i = 0; i < inputs; i += 1) weights[i * outputs + j] += x[row * inputs + i] * d;
    }
  }
  return { weights, biases };
}

function passedBack({ inputs, outputs, weights }, x, delta, count, slope) {
  const before = new Float64Array(count * inputs);
  for (let row = 0; row < count; row += 1) {
    for (let i = 0; i < inputs; i += 1) {
      let sum = 0;
      for (let j = 0; j < outputs; j += 1) sum += delta[row * outputs + j] * weights[i * outputs + j];
      before[row * inputs + i] = sum * slope(x[row * inputs + i]);
    }
  }
  return before;
}

/**
 * The network after one step of gradient descent. The penalty is added to the loss as in Keras: λ · Σ w² for
 * "l2", λ · Σ |w| for "l1", of weights and not of biases. The step of l1 stops at zero instead of jumping
 * over it, so that weights that are not needed become exactly 0.
 */
export function descend(network, gradients, rate, penalty = "none", lambda = 0) {
  const step = {
    none: (w, slope) => w - rate * slope,
    l2: (w, slope) => w - rate * (slope + 2 * lambda * w),
    l1: (w, slope) => {
      const moved = w - rate * slope;
      return Math.sign(moved) * Math.max(0, Math.abs(moved) - rate * lambda);
    },
  }[penalty];
  const layers = network.layers.map((layer, k) => ({
    ...layer,
    weights: layer.weights.map((w, i) => step(w, gradients[k].weights[i])),
    biases: layer.biases.map((b, i) => b - rate * gradients[k].biases[i]),
  }));
  return { ...network, layers };
}

/** All parameters in one list: for each layer its weights in order, then its biases. */
export function flatten({ layers }) {
  return layers.flatMap(({ weights, biases }) => [...weights, ...biases]);
}

/** The network with other parameters, in the order of `flatten`; null if their number is another. */
export function withParameters(network, parameters) {
  if (parameters.length !== flatten(network).length) return null;
  let at = 0;
  const take = (count) => Float64Array.from(parameters.slice(at, (at += count)));
  const layers = network.layers.map((layer) => ({
    ...layer, weights: take(layer.weights.length), biases: take(layer.biases.length),
  }));
  return { ...network, layers };
}

/** Whether every parameter is a finite number. */
export const isFiniteNetwork = (network) => flatten(network).every(Number.isFinite);
