// Surfaces over the plane: what every unit answers on a grid of points, and how that becomes a picture.

import { EDGE, inputsOf } from "./data.mjs";
import { TASKS, forward } from "./network.mjs";

export const CELLS = 64;

/** The middles of the cells of the grid, rows from the top, as points [x, y]. */
const GRID = Array.from({ length: CELLS * CELLS }, (_, k) => [
  ((((k % CELLS) + 0.5) / CELLS) * 2 - 1) * EDGE,
  (1 - ((Math.floor(k / CELLS) + 0.5) / CELLS) * 2) * EDGE,
]);

const inputsByFeatures = new Map();

/** The inputs of the network at the points of the grid, computed once for each choice of features. */
export function gridInputs(features) {
  const key = features.join();
  if (!inputsByFeatures.has(key)) inputsByFeatures.set(key, inputsOf(GRID, features));
  return inputsByFeatures.get(key);
}

/** Scaled by their largest size, for values that have no bounds of their own. */
function bySize(values) {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return values.map((value) => (most ? value / most : 0));
}

const BOUNDED = { tanh: (a) => a, sigmoid: (a) => 2 * a - 1 };

/** A feature over the grid, between −1 and 1. */
export const featureSurface = (key) => bySize(gridInputs([key]));

/**
 * The surfaces of a network: `units[layer][unit]`, between −1 and 1, and `output`, −1 where it says 0 (or −1
 * in regression) for sure and 1 where it says 1; and the scores, whose sign changes at the border.
 */
export function surfaces(network, features) {
  const { values, scores } = forward(network, gridInputs(features), GRID.length);
  const bounded = BOUNDED[network.activation];
  const units = values.slice(1).map((passed) => {
    const width = passed.length / GRID.length;
    return Array.from({ length: width }, (_, unit) => {
      const own = Float64Array.from(GRID, (_, row) => passed[row * width + unit]);
      return bounded ? own.map(bounded) : bySize(own);
    });
  });
  const { predict } = TASKS[network.task];
  const output = network.task === "classes" ? scores.map((z) => 2 * predict(z) - 1)
    : scores.map((z) => Math.max(-1, Math.min(1, z)));
  return { units, output, scores };
}

/** The colours of the theme as numbers, read from the CSS variables that hold for an element. */
export function themeColours(element) {
  const style = getComputedStyle(element), context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const read = (name, otherwise) => {
    context.fillStyle = otherwise;
    context.fillStyle = style.getPropertyValue(name).trim() || otherwise;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  return {
    one: read("--pst-color-primary", "#0b6e69"),
    zero: read("--pst-color-secondary", "#9a4a06"),
    ground: read("--pst-color-on-background", "#ffffff"),
    text: read("--pst-color-text-base", "#22262e"),
  };
}

export const css = (colour) => `rgb(${colour.join(" ")})`;

/** Paint a surface on a canvas of CELLS by CELLS pixels. */
export function paint(canvas, surface, { one, zero, ground }) {
  const context = canvas.getContext("2d"), image = context.createImageData(CELLS, CELLS);
  for (let k = 0; k < surface.length; k += 1) {
    const hue = surface[k] >= 0 ? one : zero, part = 0.56 * Math.min(1, Math.abs(surface[k])) || 0;
    for (let c = 0; c < 3; c += 1) image.data[4 * k + c] = ground[c] + part * (hue[c] - ground[c]);
    image.data[4 * k + 3] = 255;
  }
  context.putImageData(image, 0, 0);
}

/** Draw the line where a surface changes its sign, cell by cell, on a picture that is `size` wide. */
export function drawBorder(context, surface, size) {
  const at = (column, row) => surface[row * CELLS + column], place = (cell) => ((cell + 0.5) / CELLS) * size;
  context.beginPath();
  for (let row = 0; row + 1 < CELLS; row += 1) {
    for (let column = 0; column + 1 < CELLS; column += 1) {
      const corners = [[column, row], [column + 1, row], [column + 1, row + 1], [column, row + 1]];
      const cuts = corners.flatMap((from, k) => {
        const to = corners[(k + 1) % 4], a = at(...from), b = at(...to);
        if (a >= 0 === b >= 0) return [];
        const part = a / (a - b);
        return [[place(from[0] + part * (to[0] - from[0])), place(from[1] + part * (to[1] - from[1]))]];
      });
      for (let k = 0; k + 1 < cuts.length; k += 2) {
        context.moveTo(...cuts[k]);
        context.lineTo(...cuts[k + 1]);
      }
    }
  }
  context.stroke();
}

/**
 * Draw points: discs for target 1, crosses for 0; of regression discs in the colour of the sign, larger with
 * the size of the target. Points of the test are open discs and thin crosses.
 */
export function drawPoints(context, points, { size, colours, task, test }) {
  const unit = size / 320;
  const place = ([x, y]) => [((x / EDGE + 1) / 2) * size, ((1 - y / EDGE) / 2) * size];
  for (const point of points) {
    const [x, y] = place(point), target = point[2], positive = target > 0;
    context.beginPath();
    if (task === "regression" || positive) {
      const radius = task === "classes" ? 3.6 : 1.5 + 3 * Math.min(1.2, Math.abs(target));
      context.arc(x, y, radius * unit, 0, 2 * Math.PI);
      context.fillStyle = test ? css(colours.ground) : css(positive ? colours.one : colours.zero);
      context.strokeStyle = test ? css(positive ? colours.one : colours.zero) : css(colours.ground);
      context.lineWidth = (test ? 1.6 : 1.2) * unit;
      context.fill();
      context.stroke();
    } else {
      const arm = 3.1 * unit;
      for (const [a, b] of [[-arm, -arm], [-arm, arm]]) {
        context.moveTo(x + a, y + b);
        context.lineTo(x - a, y - b);
      }
      for (const [colour, width] of [[colours.ground, test ? 2.6 : 4.4], [colours.zero, test ? 1.2 : 2.4]]) {
        context.strokeStyle = css(colour);
        context.lineWidth = width * unit;
        context.stroke();
      }
    }
  }
}
