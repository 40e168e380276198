// Points in the plane with a target each: five sets made from a seed, or the reader's own from text.

import { normal, shuffled, stream } from "./random.mjs";

/** The plane that is shown reaches from −EDGE to EDGE in both directions; every point lies inside. */
export const EDGE = 3;
export const MOST_POINTS = 500;
const FEWEST_POINTS = 4;

const uniform = (random, low, high) => low + (high - low) * random();
const onCircle = (radius, angle) => [radius * Math.cos(angle), radius * Math.sin(angle)];

/** For each set: its name, its task, and the point number k of `count` without noise, [x, y, target]. */
export const SETS = {
  blobs: {
    name: "two blobs", task: "classes",
    point: (k, count, random) => {
      const centre = k % 2 ? 1.2 : -1.2;
      return [centre + 0.5 * normal(random), centre + 0.5 * normal(random), k % 2];
    },
  },
  circles: {
    name: "circles", task: "classes",
    point: (k, count, random) => {
      const radius = k % 2 ? uniform(random, 0, 1.1) : uniform(random, 1.7, 2.6);
      return [...onCircle(radius, uniform(random, 0, 2 * Math.PI)), k % 2];
    },
  },
  xor: {
    name: "XOR", task: "classes",
    point: (k, count, random) => {
      const x = uniform(random, 0.3, 2.6) * (k % 2 ? 1 : -1), y = uniform(random, 0.3, 2.6) * (k % 4 < 2 ? 1 : -1);
      return [x, y, x * y < 0 ? 1 : 0];
    },
  },
  spirals: {
    name: "two spirals", task: "classes",
    point: (k, count) => {
      const way = (k - (k % 2)) / Math.max(1, count - 2);
      return [...onCircle(0.25 + 2.35 * way, (k % 2) * Math.PI + 3 * Math.PI * way), k % 2];
    },
  },
  plane: {
    name: "plane", task: "regression",
    point: (k, count, random) => {
      const x = uniform(random, -2.6, 2.6), y = uniform(random, -2.6, 2.6);
      return [x, y, (x + y) / 4];
    },
  },
  own: { name: "your own", task: "classes" },
};

const inside = (value) => Math.max(-EDGE, Math.min(EDGE, value));

/**
 * The points of a set, as [x, y, target]. Noise is the standard deviation of a normal shift: of both
 * coordinates where there are classes (a point shifted out of the plane stops at its edge), of the target in
 * regression.
 */
export function makePoints({ data, points, noise, seed, own }) {
  if (data === "own") return own;
  const random = stream(seed, 1), shift = stream(seed, 2), { point, task } = SETS[data];
  return Array.from({ length: points }, (_, k) => {
    const [x, y, target] = point(k, points, random);
    const first = noise * normal(shift), second = noise * normal(shift);
    return task === "regression" ? [x, y, target + first] : [inside(x + first), inside(y + second), target];
  });
}

/** Split points at random into those for training and those for the test, of which each has one at least. */
export function splitPoints(all, share, seed) {
  const order = shuffled(all.length, stream(seed, 3));
  const count = Math.max(1, Math.min(all.length - 1, Math.round(all.length * share)));
  return { train: order.slice(0, count).map((k) => all[k]), test: order.slice(count).map((k) => all[k]) };
}

/** Inputs that a network may be given, computed from the two coordinates. */
export const FEATURES = {
  x: { name: "x", of: (x) => x },
  y: { name: "y", of: (x, y) => y },
  xx: { name: "x²", of: (x) => x * x },
  yy: { name: "y²", of: (x, y) => y * y },
  xy: { name: "xy", of: (x, y) => x * y },
  sinx: { name: "sin 2x", of: (x) => Math.sin(2 * x) },
  siny: { name: "sin 2y", of: (x, y) => Math.sin(2 * y) },
};

/** The inputs of shape (points, features), in the order of the features. */
export function inputsOf(points, features) {
  const chosen = features.map((key) => FEATURES[key].of);
  return Float64Array.from(points.flatMap(([x, y]) => chosen.map((of) => of(x, y))));
}

/**
 * Read lines `x,y,label`. Points that do not fit the plane are moved and scaled into it, all alike, and
 * `note` says how.
 * @returns {{points: number[][], note: string} | {error: string}} an error names its line
 */
export function readPoints(text) {
  const points = [], lines = text.split(/\r?\n/);
  for (const [k, line] of lines.entries()) {
    if (line.trim() === "" || (points.length === 0 && /^\s*x\s*,\s*y\s*,\s*\w+\s*$/i.test(line))) continue;
    const point = readLine(line);
    if (typeof point === "string") return { error: `Line ${k + 1}: ${point}` };
    points.push(point);
    if (points.length > MOST_POINTS) return { error: `Line ${k + 1}: expected at most ${MOST_POINTS} points.` };
  }
  if (points.length < FEWEST_POINTS) {
    return { error: `Expected at least ${FEWEST_POINTS} lines x,y,label; found ${points.length}.` };
  }
  const labels = new Set(points.map((point) => point[2]));
  if (labels.size < 2) return { error: `Expected both labels, 0 and 1; every line has ${[...labels][0]}.` };
  return intoPlane(points);
}

function readLine(line) {
  const parts = line.split(",").map((part) => part.trim());
  if (parts.length !== 3) return `expected three values x,y,label, found ${parts.length}: “${line.trim()}”.`;
  for (const [k, name] of ["x", "y", "label"].entries()) {
    const right = parts[k] !== "" && Number.isFinite(Number(parts[k])) && Math.abs(Number(parts[k])) <= 1e12;
    if (!right) return `expected a number for ${name}, found “${parts[k]}”.`;
  }
  const numbers = parts.map(Number);
  return numbers[2] === 0 || numbers[2] === 1 ? numbers : `expected the label 0 or 1, found “${parts[2]}”.`;
}

/** Four decimals: what the address carries. */
const rounded = (value) => Number(value.toFixed(4)) || 0;

function intoPlane(points) {
  const fits = points.every(([x, y]) => Math.abs(x) <= EDGE && Math.abs(y) <= EDGE);
  if (fits) return { points: points.map(([x, y, label]) => [rounded(x), rounded(y), label]), note: "" };
  const middle = [0, 1].map((axis) => {
    const values = points.map((point) => point[axis]);
    return [Math.min(...values), Math.max(...values)];
  });
  const [mx, my] = middle.map(([low, high]) => (low + high) / 2);
  const half = Math.max(...middle.map(([low, high]) => (high - low) / 2)) || 1, scale = (EDGE - 0.4) / half;
  const short = (value) => String(Number(value.toPrecision(4))).replace("-", "−");
  return {
    points: points.map(([x, y, label]) => [rounded((x - mx) * scale), rounded((y - my) * scale), label]),
    note: `Moved into the plane: ${short(mx)} was taken from x and ${short(my)} from y, both were then `
      + `multiplied by ${short(scale)}.`,
  };
}
