// What one call of fit does: rows cut into batches, shapes layer by layer, updates counted.
//
// The whole state is the settings and how many batches have gone through. Everything shown follows from them.

const FIELDS = [
  ["rows", "rows", 2, 60000], ["held", "validation rows, %", 0, 90], ["batch", "batch size", 1, 4096],
  ["epochs", "epochs", 1, 1000], ["features", "features", 1, 4096],
];
const PRESETS = {
  digits: ["the digits", { rows: 1200, held: 0, batch: 32, epochs: 15, features: 64, units: "32, 10" }],
  demo: ["the five points", { rows: 5, held: 0, batch: 32, epochs: 1, features: 2, units: "3, 1" }],
  table: ["the regression", { rows: 342, held: 25, batch: 32, epochs: 40, features: 10, units: "15, 5, 1" }],
};
const MOST_LAYERS = 6, MOST_UNITS = 4096, WIDTH = 640, BAR = 34;

const count = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, ",");
const plural = (n, word) => `${count(n)} ${word}${n === 1 ? "" : "s"}`;
const shape = (...sizes) => `(${sizes.map(count).join(", ")}${sizes.length === 1 ? "," : ""})`;

/** The widths that a text such as "32, 10" lists, or undefined. */
function readUnits(text) {
  const parts = text.split(",").map((part) => part.trim());
  const sizes = parts.map((part) => (/^\d{1,4}$/.test(part) ? Number(part) : 0));
  const fine = sizes.length <= MOST_LAYERS && sizes.every((size) => size >= 1 && size <= MOST_UNITS);
  return fine ? sizes : undefined;
}

/** What follows from the settings: rows for training and validation, batches, layers with their shapes. */
function plan({ rows, held, batch, epochs, features, units }) {
  const train = Math.floor(rows * (1 - held / 100) + 1e-9), steps = Math.ceil(train / batch);
  const widths = [features, ...readUnits(units)];
  const layers = widths.slice(1).map((out, k) => ({ into: widths[k], out, parameters: (widths[k] + 1) * out }));
  return {
    train, check: rows - train, steps, updates: steps * epochs, last: train - (steps - 1) * batch, layers,
    parameters: layers.reduce((sum, layer) => sum + layer.parameters, 0),
  };
}

const STYLE = `
:host { display: block; text-align: left; color: var(--pst-color-text-base, #222); font-size: 1rem; }
.top { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(8.5rem, 100%), 1fr)); gap: .5rem .9rem; margin: 0 0 .6rem; }
label { display: grid; gap: .15rem; font-size: .9rem; min-width: 0; align-content: end; }
.top input, .top select { width: 100%; min-width: 0; }
input, select, button { font: inherit; font-size: .9rem; color: inherit; background: var(--pst-color-surface, #eee);
  border: 1px solid var(--pst-color-border, #777); border-radius: .25rem; padding: .3rem .5rem; max-width: 100%; box-sizing: border-box; }
input[aria-invalid=true] { border: 2px dashed currentColor; }
.buttons { display: flex; flex-wrap: wrap; gap: .4rem; margin: .6rem 0; }
button { cursor: pointer; }
button:disabled { opacity: .5; cursor: default; }
button:focus-visible, input:focus-visible, select:focus-visible { outline: 3px solid var(--pst-color-primary, #0a7d91); outline-offset: 2px; }
svg { display: block; width: 100%; height: auto; }
.ends { display: flex; justify-content: space-between; font-size: .82rem; }
.train { fill: none; stroke: currentColor; stroke-width: 1.2; opacity: .75; }
.done { fill: var(--pst-color-primary, #0a7d91); opacity: .35; }
.now { fill: var(--pst-color-primary, #0a7d91); }
.check { fill: none; stroke: currentColor; stroke-width: 1.2; stroke-dasharray: 5 3; }
.check.now { fill: var(--pst-color-secondary, #8045e5); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
th, td { padding: .2rem .8rem .2rem 0; border-bottom: 1px solid var(--pst-color-border, #ccc); text-align: left; font-weight: 400; white-space: nowrap; }
td.number, th.number { text-align: right; }
.say { margin: .5rem 0; padding: .45rem .6rem; background: var(--pst-color-surface, #eee); border-radius: .25rem; overflow-wrap: anywhere; }
.key { margin: .4rem 0 0; font-size: .82rem; }
`;

const field = ([key, name, low, high]) => `<label>${name}<input type="number" data-key="${key}" min="${low}" max="${high}" step="1"></label>`;

const PANEL = `
<div class="top"><label>settings<select>
  ${Object.entries(PRESETS).map(([key, [name]]) => `<option value="${key}">${name}</option>`).join("")}
  <option value="own">your own</option></select></label>
  <label>units of each layer<input type="text" data-key="units" inputmode="numeric" autocomplete="off"></label>
  ${FIELDS.map(field).join("")}</div>
<div class="bar"></div>
<div class="buttons"><button type="button" data-do="back">Back</button><button type="button" data-do="next">Next batch</button>
  <button type="button" data-do="epoch">To the end of the epoch</button><button type="button" data-do="start">Start again</button></div>
<p class="say" role="status" aria-live="polite" aria-atomic="true"></p>
<div class="scroll" tabindex="0" role="region" aria-label="Shapes and parameters of each layer"><table><thead><tr><th scope="col">layer</th><th scope="col">input</th><th scope="col">kernel</th>
  <th scope="col">bias</th><th scope="col">output</th><th scope="col" class="number">parameters</th></tr></thead><tbody></tbody></table></div>
<p class="key">Blocks with a solid edge are batches: filled is the one that goes through, pale those that have. Dashed: the validation rows, which fit takes from the end.</p>`;

class FitLoop extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = `<style>${STYLE}</style>${PANEL}`;
    this.find = (selector) => root.querySelector(selector);
    this.begin("digits");
    root.addEventListener("input", (event) => this.change(event.target));
    root.addEventListener("focusout", (event) => { if (event.target.dataset.key) this.render(); });
    root.addEventListener("click", (event) => this.press(event.target.dataset.do));
    this.render();
  }

  begin(name) {
    this.settings = { ...PRESETS[name][1] };
    this.chosen = name;
    this.done = 0;
  }

  /** Take over a field whose value is possible; mark one that is not. */
  change(control) {
    const { key } = control.dataset;
    if (!key) {
      if (control.value === "own") this.chosen = "own";
      else this.begin(control.value);
      this.render();
      return;
    }
    const limits = FIELDS.find(([name]) => name === key), value = key === "units" ? control.value : Number(control.value);
    const fits = key === "units" ? readUnits(value)
      : Number.isInteger(value) && control.value.trim() !== "" && value >= limits[2] && value <= limits[3];
    const next = { ...this.settings, [key]: value };
    const fine = Boolean(fits) && plan(next).train >= 1;
    control.setAttribute("aria-invalid", String(!fine));
    if (!fine) {
      const wanted = key === "units" ? `up to ${MOST_LAYERS} whole numbers with commas between` : `a whole number from ${limits[2]} to ${count(limits[3])}`;
      this.find(".say").textContent = fits ? "No rows are left to train on." : `Expected ${wanted}.`;
      return;
    }
    this.settings = next;
    this.chosen = "own";
    this.done = 0;
    this.render(control);
  }

  press(what) {
    if (!what) return;
    const { steps, updates } = plan(this.settings);
    if (what === "next") this.done = Math.min(updates, this.done + 1);
    else if (what === "back") this.done = Math.max(0, this.done - 1);
    else if (what === "epoch") this.done = Math.min(updates, (Math.floor(this.done / steps) + 1) * steps);
    else this.done = 0;
    this.render();
  }

  /** The first and last row of the batch that went through last, or undefined before the first. */
  current({ train, steps }) {
    if (this.done === 0) return undefined;
    const at = (this.done - 1) % steps, first = at * this.settings.batch;
    return { at, first, last: Math.min(train, first + this.settings.batch) - 1, epoch: Math.floor((this.done - 1) / steps) + 1 };
  }

  render(typing) {
    const { settings } = this, made = plan(settings), now = this.current(made);
    for (const input of this.shadowRoot.querySelectorAll("input")) {
      if (input === typing) continue;
      input.value = String(settings[input.dataset.key]);
      input.removeAttribute("aria-invalid");
    }
    this.find("select").value = this.chosen;
    for (const [name, off] of [["back", this.done === 0], ["start", this.done === 0], ["next", this.done === made.updates], ["epoch", this.done === made.updates]]) {
      this.find(`[data-do=${name}]`).disabled = off;
    }
    const size = now ? now.last - now.first + 1 : "None";
    const line = ({ into, out, parameters }, k) => `<tr><th scope="row">${k + 1}</th><td>${shape(size, into)}</td><td>${shape(into, out)}</td>`
      + `<td>${shape(out)}</td><td>${shape(size, out)}</td><td class="number">${count(parameters)}</td></tr>`;
    this.find("tbody").innerHTML = `${made.layers.map(line).join("")}<tr><th scope="row">all</th><td></td><td></td><td></td><td></td>`
      + `<td class="number">${count(made.parameters)}</td></tr>`;
    const words = this.words(made, now);
    if (this.find(".say").textContent !== words) this.find(".say").textContent = words;
    this.find(".bar").innerHTML = this.bar(made, now, words);
  }

  words({ train, check, steps, updates, last, parameters }, now) {
    const { epochs, batch } = this.settings;
    const split = `${plural(train, "row")} to train on${check ? `, ${count(check)} for validation` : ""}`;
    if (!now) {
      const tail = last === Math.min(batch, train) ? "" : `, the last of ${plural(last, "row")}`;
      return `${split}. ${plural(steps, "batch").replace("batchs", "batches")} an epoch${tail}; ${plural(updates, "update")} in ${plural(epochs, "epoch")}. ${plural(parameters, "parameter")}.`;
    }
    const rows = now.first === now.last ? `place ${count(now.first)}` : `places ${count(now.first)} to ${count(now.last)}`;
    const end = now.at < steps - 1 ? "" : check ? ` The epoch ends: the ${count(check)} validation rows are evaluated, and no weight moves.` : " The epoch ends.";
    return `Epoch ${count(now.epoch)} of ${count(epochs)}, batch ${count(now.at + 1)} of ${count(steps)}: ${rows} in the order of this epoch, ${plural(now.last - now.first + 1, "row")}. `
      + `Update ${count(this.done)} of ${count(updates)}.${end}`;
  }

  /** The rows as a bar: a block for each batch, the validation rows at the end. Many batches are drawn as one. */
  bar({ train, check, steps }, now, words) {
    const scale = (WIDTH - 4) / this.settings.rows, parts = [], place = (row) => 2 + row * scale;
    const block = (from, to, kind) => `<rect class="${kind}" x="${place(from)}" y="2" width="${(to - from) * scale}" height="${BAR}"/>`;
    if (now) parts.push(block(0, now.first, "done"), block(now.first, now.last + 1, "now"));
    const shown = steps <= 120 ? steps : 1;
    for (let k = 0; k < shown; k += 1) {
      parts.push(block(shown === 1 ? 0 : k * this.settings.batch, shown === 1 ? train : Math.min(train, (k + 1) * this.settings.batch), "train"));
    }
    if (check) parts.push(block(train, train + check, now && now.at === steps - 1 ? "check now" : "check"));
    const ends = `<div class="ends"><span>row 0</span><span>row ${count(this.settings.rows - 1)}</span></div>`;
    return `<svg viewBox="0 0 ${WIDTH} ${BAR + 4}" role="img" aria-label="The rows, cut into batches. ${words}">${parts.join("")}</svg>${ends}`;
  }
}

if (!customElements.get("dlf-fit-loop")) customElements.define("dlf-fit-loop", FitLoop);
