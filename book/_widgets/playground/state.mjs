// The whole state as the fragment of an address, `#data=xor&hidden=4&seed=2`, and back.
//
// Every key but `data` may be left out and then has its default. A trained or edited network stands in
// `epoch` and `weights`, the latter as the bytes of its numbers in base64, so that it comes back exactly.

import { EDGE, FEATURES, MOST_POINTS, SETS } from "./data.mjs";

export const MOST_LAYERS = 4;
export const MOST_UNITS = 8;
export const RATES = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];
export const BATCHES = [1, 2, 5, 10, 20, 50, 0];
export const LAMBDAS = [0, 0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1];
export const SPEEDS = [1, 5, 20];
export const ACTIVATION_NAMES = { linear: "linear", sigmoid: "sigmoid", tanh: "tanh", relu: "ReLU" };
export const PENALTY_NAMES = { none: "none", l1: "L1", l2: "L2" };

const MOST_EPOCHS = 1e7, MOST_SEED = 9999;

const whole = (low, high) => ({
  read: (text) => (/^\d+$/.test(text) && Number(text) >= low && Number(text) <= high ? Number(text) : undefined),
  wanted: `a whole number from ${low} to ${high}`,
});
const stepped = (low, high, step) => ({
  read: (text) => {
    const steps = Math.round(Number(text) / step), value = Number((steps * step).toFixed(4));
    return text !== "" && Math.abs(Number(text) - value) < 1e-9 && value >= low && value <= high ? value : undefined;
  },
  wanted: `a multiple of ${step} from ${low} to ${high}`,
});
const among = (values) => ({
  read: (text) => values.find((value) => text !== "" && (value === text || (typeof value === "number" && value === Number(text)))),
  wanted: `one of ${values.join(", ")}`,
});
const listed = (read, wanted) => ({ read, wanted, write: (list) => list.join(",") });

function readHidden(text) {
  const sizes = text === "" ? [] : text.split(",").map((part) => (/^\d$/.test(part) ? Number(part) : 0));
  return sizes.length <= MOST_LAYERS && sizes.every((size) => size >= 1 && size <= MOST_UNITS) ? sizes : undefined;
}

function readFeatures(text) {
  const keys = text.split(",");
  // In the one order there is, so that weights belong to the same inputs whoever wrote the address.
  return keys.every((key) => Object.hasOwn(FEATURES, key)) ? Object.keys(FEATURES).filter((key) => keys.includes(key)) : undefined;
}

function readOwn(text) {
  const points = text.split("_").map((part) => part.split(",").map((value) => (value === "" ? NaN : Number(value))));
  const right = ([x, y, label, ...more]) => Math.abs(x) <= EDGE && Math.abs(y) <= EDGE
    && (label === 0 || label === 1) && more.length === 0;
  const two = new Set(points.map((point) => point[2])).size === 2;
  return points.length >= 4 && points.length <= MOST_POINTS && points.every(right) && two ? points : undefined;
}

function readWeights(text) {
  if (!/^[\w-]+$/.test(text)) return undefined;
  let bytes;
  try {
    bytes = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    return undefined;
  }
  if (bytes.length % 8) return undefined;
  const view = new DataView(Uint8Array.from(bytes, (letter) => letter.charCodeAt(0)).buffer);
  const numbers = Array.from({ length: bytes.length / 8 }, (_, k) => view.getFloat64(8 * k, true));
  return numbers.every(Number.isFinite) ? numbers : undefined;
}

function writeWeights(numbers) {
  const view = new DataView(new ArrayBuffer(8 * numbers.length));
  numbers.forEach((number, k) => view.setFloat64(8 * k, number, true));
  const bytes = Array.from(new Uint8Array(view.buffer), (byte) => String.fromCharCode(byte)).join("");
  return btoa(bytes).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** For each key: its default, how it is read (undefined: refused), what is wanted, how it is written. */
const KEYS = {
  data: { value: "xor", ...among(Object.keys(SETS)) },
  points: { value: 200, ...whole(10, MOST_POINTS) },
  noise: { value: 0, ...stepped(0, 1, 0.05) },
  train: { value: 0.5, ...stepped(0.1, 0.9, 0.1) },
  seed: { value: 1, ...whole(0, MOST_SEED) },
  features: { value: ["x", "y"], ...listed(readFeatures, `some of ${Object.keys(FEATURES).join(", ")}`) },
  hidden: { value: [4], ...listed(readHidden, `up to ${MOST_LAYERS} numbers from 1 to ${MOST_UNITS}`) },
  activation: { value: "tanh", ...among(Object.keys(ACTIVATION_NAMES)) },
  rate: { value: 0.1, ...among(RATES) },
  batch: { value: 10, ...among(BATCHES) },
  penalty: { value: "none", ...among(Object.keys(PENALTY_NAMES)) },
  lambda: { value: 0, ...among(LAMBDAS) },
  speed: { value: 1, ...among(SPEEDS) },
  show: { value: "training", ...among(["training", "all"]) },
  unit: { value: "output", read: (text) => (/^(output|[1-4]\.[1-8])$/.test(text) ? text : undefined),
    wanted: "output, or a layer and a unit of it as in 1.2" },
  own: { value: null, read: readOwn, wanted: "points x,y,label joined by _",
    write: (points) => points.map((point) => point.join(",")).join("_") },
  epoch: { value: 0, ...whole(0, MOST_EPOCHS) },
  weights: { value: null, read: readWeights, wanted: "a network of these layers", write: writeWeights },
};

/** The settings that hold where nothing else is said. */
export const defaults = () => Object.fromEntries(Object.entries(KEYS).map(([key, { value }]) => [key, value]));

/** Whether a fragment is a state at all, and not the name of a place on the page. */
export const isState = (fragment) => /^#?data=/.test(fragment);

/** The fragment of settings, without its #; what is as by default is left out. */
export function encode(settings) {
  const parts = Object.entries(KEYS).flatMap(([key, { value, write = String }]) => {
    const own = settings[key];
    if (key === "own" && settings.data !== "own") return [];
    if (key !== "data" && (own === null || write(own) === (value === null ? null : write(value)))) return [];
    return [`${key}=${write(own)}`];
  });
  return parts.join("&");
}

/** Read a fragment: settings, and a sentence for each part of it that could not be used. */
export function decode(fragment) {
  const settings = defaults(), complaints = [];
  for (const part of fragment.replace(/^#/, "").split("&").filter(Boolean)) {
    const [key, ...rest] = part.split("="), text = decoded(rest.join("="));
    if (!Object.hasOwn(KEYS, key)) {
      complaints.push(`There is no setting “${key.slice(0, 20)}”.`);
      continue;
    }
    const value = KEYS[key].read(text);
    if (value === undefined) complaints.push(`${key}: expected ${KEYS[key].wanted}, found “${text.slice(0, 30)}”.`);
    else settings[key] = value;
  }
  if (settings.data === "own" && !settings.own) {
    complaints.push("own: the address has no points.");
    settings.data = KEYS.data.value;
  }
  if (settings.data !== "own") settings.own = null;
  return { settings: fitting(settings, complaints), complaints };
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** How many weights and biases a network of these settings has. */
export function parameterCount({ features, hidden }) {
  const sizes = [features.length, ...hidden, 1];
  return sizes.slice(1).reduce((sum, size, k) => sum + (sizes[k] + 1) * size, 0);
}

function fitting(settings, complaints) {
  const { weights } = settings, count = parameterCount(settings);
  if (weights && weights.length !== count) {
    complaints.push(`weights: expected ${count} numbers for these layers, found ${weights.length}.`);
    settings.weights = null;
  }
  if (!settings.weights) settings.epoch = 0;
  return withUnit(settings);
}

/** The same settings, showing the output if the unit that they show is not there (any more). */
export function withUnit(settings) {
  const [layer, unit] = settings.unit.split(".").map(Number);
  return settings.unit === "output" || unit <= settings.hidden[layer - 1] ? settings : { ...settings, unit: "output" };
}

/** Read one setting as it stands in a control: its value, undefined where it is none, and what is wanted. */
export const readSetting = (key, text) => ({ value: KEYS[key].read(text), wanted: KEYS[key].wanted });
