// What the reader sees of a state: controls, diagram, surface, curves, tables.

import { SETS } from "./data.mjs";
import { diagram, drawEdges, paintFeatures, paintUnits, placeEdges } from "./diagram.mjs";
import { lossChart } from "./chart.mjs";
import { weightFields } from "./panel.mjs";
import { MOST_LAYERS } from "./state.mjs";
import { CELLS, css, drawBorder, drawPoints, paint, surfaces, themeColours } from "./surface.mjs";
import { capital, numberTables, show, showAccuracy, sourceNames, spoken, unitName } from "./words.mjs";

/** The layer (1 is the first hidden one) and the unit whose weights are shown, and the number of layers. */
export function chosenUnit(settings) {
  const [layer, unit] = settings.unit.split(".").map(Number), layers = settings.hidden.length + 1;
  return unit ? { layer, unit, layers } : { layer: layers, unit: 1, layers };
}

/** The view of one playground: `element` has the theme's colours, `root` the controls. */
export class View {
  constructor(element, root) {
    this.element = element;
    this.root = root;
    this.find = (selector) => root.querySelector(selector);
  }

  label(key, value) {
    const output = this.find(`[data-of="${key}"]`);
    if (output) output.textContent = key === "train" ? `${Math.round(100 * value)} %` : String(value);
  }

  /** Bring every control up to date, and rebuild the diagram if the shape of the network has changed. */
  controls({ settings, playing }) {
    this.settings = settings;
    const { hidden, features } = settings;
    for (const control of this.root.querySelectorAll("[data-key]")) {
      const { key } = control.dataset;
      if (key === "show") control.checked = settings.show === "all";
      else if (control.value !== String(settings[key])) control.value = settings[key];
      if (control.type === "range") this.label(key, settings[key]);
    }
    for (const key of ["points", "noise"]) this.find(`[data-key="${key}"]`).disabled = settings.data === "own";
    this.find(".play").textContent = playing ? "Pause" : "Play";
    this.find(".layer-count").textContent = `${hidden.length} hidden layer${hidden.length === 1 ? "" : "s"}`;
    this.find('[data-layers="-1"]').setAttribute("aria-disabled", hidden.length === 0);
    this.find('[data-layers="1"]').setAttribute("aria-disabled", hidden.length === MOST_LAYERS);
    const shape = `${hidden}|${features}`;
    if (this.shape !== shape) this.rebuild(shape);
    for (const button of this.root.querySelectorAll("[data-unit]")) {
      const chosen = button.dataset.unit === settings.unit;
      button.setAttribute("aria-pressed", chosen);
      button.tabIndex = chosen ? 0 : -1;
    }
    const { layer, unit, layers } = chosenUnit(this.settings), title = unitName(layer, unit, layers), fields = `${title}|${shape}`;
    this.find(".shown span").textContent = settings.unit === "output" ? "What the network answers" : capital(title);
    this.find(".shown button").hidden = settings.unit === "output";
    if (this.fields !== fields) this.find(".weights").innerHTML = weightFields(title, sourceNames(layer, settings));
    this.fields = fields;
  }

  rebuild(shape) {
    const focused = this.root.activeElement, net = this.find(".net");
    const again = focused && net.contains(focused) && Object.entries(focused.dataset).map(([name, value]) => `[data-${name}="${value}"]`).join("");
    this.shape = shape;
    net.innerHTML = diagram(this.settings);
    this.colours = themeColours(this.element);
    paintFeatures(net, this.colours);
    this.edges = placeEdges(net, this.settings);
    if (again) net.querySelector(again)?.focus();
  }

  resize() {
    if (!this.run) return;
    this.edges = placeEdges(this.find(".net"), this.settings);
    this.draw();
  }

  retheme() {
    this.colours = themeColours(this.element);
    paintFeatures(this.find(".net"), this.colours);
    this.draw();
  }

  /** Draw the network, what it answers and its losses: the state given, or else the last one again. */
  draw(state = {}) {
    Object.assign(this, state);
    const { run, settings, measured, colours } = this, { task } = run.network;
    const made = surfaces(run.network, settings.features), { layer, unit } = chosenUnit(this.settings);
    const own = settings.unit !== "output" && made.units[layer - 1][unit - 1];
    paintUnits(this.find(".net"), made, colours);
    drawEdges(this.edges, run.network);
    this.drawBig(own || made.output, own || made.scores, task);
    this.find(".epoch b").textContent = run.epoch;
    const low = own ? "−" : task === "classes" ? "answers 0" : "−1", high = own ? "+" : task === "classes" ? "answers 1" : "1";
    this.find(".low").textContent = low;
    this.find(".high").textContent = high;
    for (const part of ["train", "test"]) {
      this.find(`[data-loss="${part}"]`).textContent = show(measured[part].loss);
      this.find(`[data-right="${part}"]`).textContent = showAccuracy(measured[part].accuracy);
    }
    this.find(".chart").innerHTML = lossChart(this.record);
  }

  drawBig(surface, signed, task) {
    const canvas = this.find(".big"), size = Math.round(canvas.clientWidth * devicePixelRatio), { run, settings, colours } = this;
    if (size === 0) return;
    if (canvas.width !== size) canvas.width = canvas.height = size;
    this.grid ??= Object.assign(document.createElement("canvas"), { width: CELLS, height: CELLS });
    paint(this.grid, surface, colours);
    const context = canvas.getContext("2d");
    context.imageSmoothingQuality = "high";
    context.drawImage(this.grid, 0, 0, size, size);
    context.strokeStyle = css(colours.text);
    context.lineWidth = size / 260;
    drawBorder(context, signed, size);
    const look = { size, colours, task };
    if (settings.show === "all") drawPoints(context, run.test.points, { ...look, test: true });
    drawPoints(context, run.train.points, look);
  }

  /** Write the weights of the chosen unit, to four decimals, into their fields, but not into the one in which a reader types. */
  fillWeights(all = false) {
    const { layer, unit } = chosenUnit(this.settings), { weights, biases, outputs } = this.run.network.layers[layer - 1];
    for (const field of this.root.querySelectorAll("[data-weight]")) {
      const { weight } = field.dataset, value = weight === "bias" ? biases[unit - 1] : weights[Number(weight) * outputs + unit - 1];
      if (all || field !== this.root.activeElement) field.value = String(Number(value.toFixed(4)));
    }
  }

  showNumbers() {
    if (this.find(".numbers").open) this.find(".tables").innerHTML = numberTables({ ...this.run, settings: this.settings }, this.measured);
  }

  /** What is said aloud, and what follows the same pace: the label of the picture, weights, tables. */
  speak() {
    const text = spoken(this.run.epoch, this.measured), { name } = SETS[this.settings.data];
    if (this.find(".say").textContent !== text) this.find(".say").textContent = text;
    this.find(".big").setAttribute("aria-label",
      `${this.find(".shown span").textContent} over the plane, with the points of the set ${name}. ${text}`);
    this.fillWeights();
    this.showNumbers();
  }
}
