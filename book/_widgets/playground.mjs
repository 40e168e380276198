// The playground: a small network that learns in the page, every part of it in sight.
//
// The whole state is {settings, run, record}: what the address says, the points and the network, and the
// losses so far. What is computed stands in the modules of playground/; this one is the custom element,
// which takes what a reader does and shows what came of it.

import { readPoints } from "./playground/data.mjs";
import { edgeNear, neighbour } from "./playground/diagram.mjs";
import { recorded } from "./playground/chart.mjs";
import { flatten, isFiniteNetwork } from "./playground/network.mjs";
import { PANEL } from "./playground/panel.mjs";
import { decode, encode, isState, readSetting, withUnit } from "./playground/state.mjs";
import { STYLE } from "./playground/style.mjs";
import { advance, begin, measure } from "./playground/training.mjs";
import { View, chosenUnit } from "./playground/view.mjs";
import { show } from "./playground/words.mjs";

// What the points or the shape of the network depend on: a change begins the training again.
const BEGINS_AGAIN = ["data", "points", "noise", "train", "seed", "own", "features", "hidden", "activation"];
const SPEAK_EVERY_MS = 1000, FRAME_BUDGET_MS = 25;
// A loss beyond this has left every useful range: the training has diverged.
const DIVERGED = 1e6;

const NEW_HIDDEN_UNITS = 4;

class Playground extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = `<style>${STYLE}</style>${PANEL}`;
    this.find = (selector) => root.querySelector(selector);
    this.view = new View(this, root);
    this.calm = matchMedia("(prefers-reduced-motion: reduce)");
    this.playing = false;
    this.spokenAt = this.drawnAt = -Infinity;
    this.listen(root);
    const shared = isState(location.hash);
    this.load(shared ? location.hash : "");
    if (shared) requestAnimationFrame(() => this.comeIntoView());
  }

  listen(root) {
    root.addEventListener("click", (event) => this.clicked(event));
    root.addEventListener("change", (event) => this.changed(event.target));
    root.addEventListener("input", ({ target }) => target.type === "range" && this.view.label(target.dataset.key, target.value));
    root.addEventListener("focusout", () => this.view.fillWeights());
    this.find(".net").addEventListener("keydown", (event) => this.walk(event));
    this.find(".own").addEventListener("toggle", () => this.find("textarea").value || this.presentPoints());
    this.find(".numbers").addEventListener("toggle", () => this.view.showNumbers());
    new ResizeObserver(() => this.view.resize()).observe(this.find(".stage"));
    new MutationObserver(() => this.view.retheme()).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    addEventListener("hashchange", () => {
      if (isState(location.hash) || location.hash === "") this.load(location.hash);
    });
    addEventListener("pagehide", () => this.playing && this.write("replace"));
    document.addEventListener("click", (event) => this.follow(event));
  }

  // ---- what a reader does ----

  clicked({ target, clientX, clientY }) {
    const button = target.closest("button"), { settings } = this;
    if (!button) {
      if (target.closest(".net")) this.pickEdge(clientX, clientY);
      return;
    }
    const { do: action, feature, unit, units, way, layers } = button.dataset;
    if (button.getAttribute("aria-disabled") === "true") return;
    if (action) this[action]();
    else if (feature) this.toggleFeature(feature);
    else if (unit) this.set("unit", unit);
    else if (units) this.set("hidden", settings.hidden.map((size, k) => (k + 1 === Number(units) ? size + Number(way) : size)));
    else if (layers) this.set("hidden", layers > 0 ? [...settings.hidden, NEW_HIDDEN_UNITS] : settings.hidden.slice(0, -1));
  }

  changed(control) {
    const { key, weight } = control.dataset;
    if (weight !== undefined) this.edit(control);
    else if (key === "show") this.set(key, control.checked ? "all" : "training");
    else if (key === "data" && control.value === "own" && !this.settings.own) {
      control.value = this.settings.data;
      this.find(".own").open = true;
      this.find("textarea").focus();
    } else if (key) {
      const { value, wanted } = readSetting(key, control.value);
      if (value === undefined) this.note(`${control.parentNode.textContent.trim()}: expected ${wanted}.`);
      this.set(key, value ?? this.settings[key]);
    }
  }

  set(key, value) {
    const again = BEGINS_AGAIN.includes(key);
    if (this.settings[key] === value) return this.render();
    this.settings = withUnit({ ...this.settings, [key]: value, ...(again ? { weights: null, epoch: 0 } : {}) });
    if (again) this.begin();
    else this.run = { ...this.run, settings: this.settings };
    // A slider that is moved ten times, or a walk over the units, is one entry of the history.
    this.write(this.lastKey === key ? "replace" : "push");
    this.lastKey = key;
    return this.render();
  }

  toggleFeature(key) {
    const { features } = this.settings;
    const next = features.includes(key) ? features.filter((other) => other !== key) : [...features, key];
    if (next.length === 0) this.note("A network needs one input at least.");
    else this.set("features", readSetting("features", next.join()).value);
  }

  walk(event) {
    const from = event.target.closest("[data-unit]");
    const to = from && neighbour(from.dataset.unit, event.key, this.settings);
    if (!to) return;
    event.preventDefault();
    this.set("unit", to);
    this.find(`[data-unit="${to}"]`).focus();
  }

  pickEdge(x, y) {
    const box = this.find(".net").getBoundingClientRect(), edge = edgeNear(this.view.edges, x - box.left, y - box.top);
    if (!edge) return;
    this.set("unit", /"(.+)"/.exec(edge.to)[1]);
    this.find(`[data-weight="${edge.source}"]`).focus();
  }

  edit(control) {
    const value = Number(control.value.replace("−", "-").replace(",", ".")), { layer, unit } = chosenUnit(this.settings);
    if (control.value.trim() === "" || !Number.isFinite(value) || Math.abs(value) > 1e6) {
      this.note(`${control.getAttribute("aria-label")}: expected a number, found “${control.value}”.`);
      return this.view.fillWeights(true);
    }
    const { network } = this.run, { weights, biases, outputs } = network.layers[layer - 1];
    const changed = { weights: weights.slice(), biases: biases.slice() };
    if (control.dataset.weight === "bias") changed.biases[unit - 1] = value;
    else changed.weights[Number(control.dataset.weight) * outputs + unit - 1] = value;
    const layers = network.layers.map((own, k) => (k === layer - 1 ? { ...own, ...changed } : own));
    this.run = { ...this.run, network: { ...network, layers } };
    this.edited = true;
    this.remeasure();
    this.write("push");
    this.lastKey = null;
    return this.render();
  }

  play() {
    this.playing = !this.playing;
    this.note("");
    if (this.playing) this.nextFrame();
    else this.write("replace");
    this.render();
  }

  step() {
    this.playing = false;
    this.note("");
    this.advance();
    this.write("replace");
    this.render();
  }

  reset() {
    this.settings = { ...this.settings, weights: null, epoch: 0 };
    this.begin();
    this.write("replace");
    this.render();
  }

  seed() {
    this.set("seed", (this.settings.seed + 1) % 10000);
  }

  output() {
    this.set("unit", "output");
    this.find('[data-unit="output"]').focus();
  }

  async copy() {
    this.write("replace");
    try {
      await navigator.clipboard.writeText(location.href);
      this.note("The link is copied. It brings back these points and this network.");
    } catch {
      this.note("This browser does not let a page copy. The link stands in the address bar.");
    }
  }

  presentPoints() {
    const { train, test } = this.run;
    this.find("textarea").value = [...train.points, ...test.points].map((point) => point.map((v) => Number(v.toFixed(4))).join(",")).join("\n");
  }

  present() {
    this.presentPoints();
    this.find("textarea").focus();
  }

  own() {
    const area = this.find("textarea"), found = readPoints(area.value);
    this.find(".error").textContent = found.error ?? "";
    area.setAttribute("aria-invalid", String("error" in found));
    if (found.error) return this.markLine(area, found.error);
    this.settings = { ...this.settings, data: "own" };
    this.lastKey = null;
    this.set("own", found.points);
    return this.note(`${found.points.length} points of your own. ${found.note}`.trim());
  }

  markLine(area, error) {
    const number = Number(/^Line (\d+)/.exec(error)?.[1] ?? 1), lines = area.value.split("\n");
    const start = lines.slice(0, number - 1).join("\n").length + (number > 1 ? 1 : 0);
    area.focus();
    area.setSelectionRange(start, start + (lines[number - 1] ?? "").length);
  }

  /** A link to a state, anywhere on the page, brings the playground into view. */
  follow(event) {
    const link = event.composedPath()[0].closest?.('a[href^="#data="]');
    if (!link) return;
    if (link.hash === location.hash) this.load(link.hash);
    this.comeIntoView();
    this.find(".play").focus({ preventScroll: true });
  }

  comeIntoView() {
    (this.closest("figure") ?? this).scrollIntoView({ block: "start", inline: "nearest" });
  }

  // ---- state and training ----

  load(fragment) {
    const { settings, complaints } = decode(fragment);
    this.settings = settings;
    this.lastKey = null;
    this.begin();
    this.note(complaints.join(" "));
    this.render();
  }

  begin() {
    this.playing = false;
    this.run = begin(this.settings);
    this.edited = Boolean(this.settings.weights);
    this.measured = measure(this.run);
    this.record = recorded([], this.run.epoch, this.measured);
  }

  remeasure() {
    this.measured = measure(this.run);
    this.record = [...this.record.slice(0, -1), ...recorded([], this.run.epoch, this.measured)];
  }

  advance() {
    this.run = advance(this.run);
    this.measured = measure(this.run);
    this.record = recorded(this.record, this.run.epoch, this.measured);
    if (this.measured.train.loss < DIVERGED) return;
    this.playing = false;
    this.note(`The training has diverged: after epoch ${this.run.epoch} the loss is ${show(this.measured.train.loss)}. `
      + "Take a smaller rate and start again.");
  }

  frame() {
    if (!this.playing) return;
    const begun = performance.now();
    for (let k = 0; k < this.settings.speed && this.playing && performance.now() - begun < FRAME_BUDGET_MS; k += 1) this.advance();
    this.render();
    if (this.playing) this.nextFrame();
    else this.write("replace");
  }

  nextFrame() {
    cancelAnimationFrame(this.pending);
    this.pending = requestAnimationFrame(() => this.frame());
  }

  /** Bring the address up to date: a new entry of the history, or the present one replaced. */
  write(how) {
    const { network, epoch } = this.run, trained = (epoch > 0 || this.edited) && isFiniteNetwork(network);
    this.settings = { ...this.settings, epoch: trained ? epoch : 0, weights: trained ? flatten(network) : null };
    this.run = { ...this.run, settings: this.settings };
    const fragment = `#${encode(this.settings)}`;
    const elsewhere = location.hash !== "" && !isState(location.hash);
    if (fragment !== location.hash) history[how === "push" || elsewhere ? "pushState" : "replaceState"](null, "", fragment);
  }

  // ---- what is shown ----

  note(text) {
    const note = this.find(".note");
    note.hidden = text === "";
    if (note.textContent !== text) note.textContent = text;
  }

  render() {
    const { settings, run, measured, record, playing } = this, now = performance.now();
    this.view.controls({ settings, playing });
    if (this.calm.matches && playing && now - this.drawnAt < SPEAK_EVERY_MS) return;
    this.view.draw({ settings, run, measured, record });
    this.drawnAt = performance.now();
    if (playing && now - this.spokenAt < SPEAK_EVERY_MS) return;
    this.view.speak();
    this.spokenAt = performance.now();
  }
}

if (!customElements.get("dlf-playground")) customElements.define("dlf-playground", Playground);
