// The network as columns of small pictures, joined by lines whose width is the size of a weight.

import { FEATURES } from "./data.mjs";
import { MOST_UNITS } from "./state.mjs";
import { CELLS, featureSurface, paint } from "./surface.mjs";
import { unitName } from "./words.mjs";

const picture = `<canvas width="${CELLS}" height="${CELLS}" aria-hidden="true"></canvas>`;

function featureColumn(features) {
  const buttons = Object.entries(FEATURES).map(([key, { name }]) => `<button type="button" class="node" data-feature="${key}"
    aria-pressed="${features.includes(key)}" aria-label="Input ${name}">${picture}<span>${name}</span></button>`);
  return `<div class="column" role="group" aria-label="Inputs"><div class="head">Inputs</div>${buttons.join("")}</div>`;
}

function layerColumn(units, layer, layers) {
  const count = (sign, name, way, off) => `<button type="button" class="small" data-units="${layer}" data-way="${way}"
    aria-label="${name} in hidden layer ${layer}" aria-disabled="${off}">${sign}</button>`;
  const nodes = Array.from({ length: units }, (_, k) => `<button type="button" class="node" data-unit="${layer}.${k + 1}"
    aria-label="Show ${unitName(layer, k + 1, layers)}">${picture}</button>`);
  return `<div class="column" role="group" aria-label="Hidden layer ${layer}, ${units} unit${units > 1 ? "s" : ""}"><div class="head">
    ${count("−", "One unit less", -1, units === 1)}<span aria-hidden="true">${units}</span>
    ${count("+", "One unit more", 1, units === MOST_UNITS)}</div>${nodes.join("")}</div>`;
}

/** The columns of a network with these settings. */
export function diagram({ features, hidden }) {
  const layers = hidden.length + 1;
  return `<svg class="edges" aria-hidden="true"></svg>${featureColumn(features)}
    ${hidden.map((units, k) => layerColumn(units, k + 1, layers)).join("")}
    <div class="column last" role="group" aria-label="Output"><div class="head">Output</div>
    <button type="button" class="node" data-unit="output" aria-label="Show the output">${picture}</button></div>`;
}

/** Every edge of a network: the nodes that it joins, and where its weight stands. */
export function edgesOf({ features, hidden }) {
  const columns = [features.map((key) => `[data-feature="${key}"]`),
    ...hidden.map((units, k) => Array.from({ length: units }, (_, j) => `[data-unit="${k + 1}.${j + 1}"]`)),
    ['[data-unit="output"]']];
  return columns.slice(1).flatMap((targets, k) => columns[k].flatMap((from, i) => targets.map((to, j) => ({
    from, to, layer: k, index: i * targets.length + j, source: i,
  }))));
}

/** Put a path for each edge between the nodes as they stand; returns the edges with their paths. */
export function placeEdges(net, settings) {
  const svg = net.querySelector(".edges"), box = net.getBoundingClientRect();
  const boxes = new Map(), boxOf = (selector) => {
    if (!boxes.has(selector)) boxes.set(selector, net.querySelector(`${selector} canvas`).getBoundingClientRect());
    return boxes.get(selector);
  };
  const placed = edgesOf(settings).map((edge) => {
    const from = boxOf(edge.from), to = boxOf(edge.to);
    const start = [from.right - box.left, (from.top + from.bottom) / 2 - box.top];
    const end = [to.left - box.left, (to.top + to.bottom) / 2 - box.top];
    return { ...edge, start, end };
  });
  svg.setAttribute("viewBox", `0 0 ${box.width} ${box.height}`);
  svg.innerHTML = placed.map(({ start, end }) => {
    const middle = (start[0] + end[0]) / 2;
    return `<path d="M${start}C${middle},${start[1]} ${middle},${end[1]} ${end}"/>`;
  }).join("");
  return placed.map((edge, k) => ({ ...edge, path: svg.children[k] }));
}

/** Give each edge the width and the sign of its weight. */
export function drawEdges(edges, network) {
  for (const { path, layer, index } of edges) {
    const weight = network.layers[layer].weights[index];
    path.setAttribute("class", weight < 0 ? "minus" : "plus");
    path.setAttribute("stroke-width", (0.5 + 5 * Math.tanh(Math.abs(weight) / 3)).toFixed(2));
  }
}

/** The edge that passes within eight pixels of a place in the diagram, if any; the nearest. */
export function edgeNear(edges, x, y) {
  let best, least = 8;
  for (const edge of edges) {
    const length = edge.path.getTotalLength();
    for (let k = 1; k < 24; k += 1) {
      const point = edge.path.getPointAtLength((length * k) / 24), distance = Math.hypot(point.x - x, point.y - y);
      if (distance < least) [best, least] = [edge, distance];
    }
  }
  return best;
}

/** Paint the small pictures: the inputs once, the units and the output as the network stands. */
export function paintFeatures(net, colours) {
  for (const button of net.querySelectorAll("[data-feature]")) {
    paint(button.querySelector("canvas"), featureSurface(button.dataset.feature), colours);
  }
}

export function paintUnits(net, { units, output }, colours) {
  for (const button of net.querySelectorAll("[data-unit]")) {
    const [layer, unit] = button.dataset.unit.split(".").map(Number);
    paint(button.querySelector("canvas"), unit ? units[layer - 1][unit - 1] : output, colours);
  }
}

/** The unit that an arrow key leads to from another, or undefined at the edge of the diagram. */
export function neighbour(unit, key, { hidden }) {
  const layers = [...hidden, 1], last = hidden.length + 1;
  const [layer, place] = unit === "output" ? [last, 1] : unit.split(".").map(Number);
  const [across, down] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key] ?? [0, 0];
  const to = layer + across;
  if (to < 1 || to > last || (!across && !down)) return undefined;
  const at = across ? Math.min(place, layers[to - 1]) : place + down;
  if (at < 1 || at > layers[to - 1]) return undefined;
  return to === last ? "output" : `${to}.${at}`;
}
