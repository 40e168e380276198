// A deep network before its first step: how large, how alike and how steep each of its layers is.
//
// The whole state is: activation, gain of the weights, depth, normalisation, shortcuts. Weights, inputs and the slopes
// at the end come from a small generator that the page repeats in Python, so the numbers shown can be checked there.

const WIDTH = 32, SAMPLES = 32, DEEPEST = 60, EPSILON = 1e-3;
const SEED = 20261121, MULTIPLIER = 48271, MODULUS = 2147483647;
const ACTS = {
  relu: { name: "ReLU", f: (z) => Math.max(z, 0), slope: (z) => (z > 0 ? 1 : 0) },
  tanh: { name: "tanh", f: Math.tanh, slope: (z) => 1 - Math.tanh(z) ** 2 },
  linear: { name: "none (linear)", f: (z) => z, slope: () => 1 },
};
const NORMS = { none: "none", batch: "batch", layer: "layer" };

/** Numbers of mean 0 and variance 1, evenly drawn: a multiplicative generator. */
function draws(count, state) {
  const root = Math.sqrt(3), values = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    state = (state * MULTIPLIER) % MODULUS;
    values[k] = root * ((2 * state) / MODULUS - 1);
  }
  return { values, state };
}

/** The product of a (rows × WIDTH) and b (WIDTH × WIDTH), b turned over if asked for. */
function product(a, b, turned) {
  const out = new Float64Array(SAMPLES * WIDTH);
  for (let i = 0; i < SAMPLES; i++) {
    for (let k = 0; k < WIDTH; k++) {
      let sum = 0;
      for (let j = 0; j < WIDTH; j++) sum += a[i * WIDTH + j] * (turned ? b[k * WIDTH + j] : b[j * WIDTH + k]);
      out[i * WIDTH + k] = sum;
    }
  }
  return out;
}

/** The places of each set of numbers that are normalised together. */
const sets = (norm) => Array.from({ length: WIDTH }, (_, s) => Array.from({ length: WIDTH }, (_, t) => (norm === "batch" ? t * WIDTH + s : s * WIDTH + t)));

function normalise(z, norm) {
  const u = new Float64Array(z.length), sigmas = [];
  for (const places of sets(norm)) {
    const mean = places.reduce((sum, p) => sum + z[p], 0) / places.length;
    const sigma = Math.sqrt(places.reduce((sum, p) => sum + (z[p] - mean) ** 2, 0) / places.length + EPSILON);
    for (const p of places) u[p] = (z[p] - mean) / sigma;
    sigmas.push(sigma);
  }
  return { u, sigmas };
}

function normaliseBack(D, u, sigmas, norm) {
  const out = new Float64Array(D.length);
  sets(norm).forEach((places, s) => {
    const mean = places.reduce((sum, p) => sum + D[p], 0) / places.length;
    const along = places.reduce((sum, p) => sum + D[p] * u[p], 0) / places.length;
    for (const p of places) out[p] = (D[p] - mean - u[p] * along) / sigmas[s];
  });
  return out;
}

const size = (a) => Math.sqrt(a.reduce((sum, v) => sum + v * v, 0) / a.length);

/** The mean cosine between the rows of two different samples. */
function alike(a) {
  const mean = new Float64Array(WIDTH);
  let counted = 0;
  for (let i = 0; i < SAMPLES; i++) {
    const row = a.subarray(i * WIDTH, (i + 1) * WIDTH), length = Math.sqrt(row.reduce((sum, v) => sum + v * v, 0));
    if (length === 0) continue;
    counted++;
    row.forEach((v, j) => (mean[j] += v / length));
  }
  const total = mean.reduce((sum, v) => sum + v * v, 0);
  return counted > 1 ? (total - counted) / (counted * (counted - 1)) : 1;
}

/** Size, likeness and slope after each layer of a network that has not learned anything yet. */
export function measure({ act, gain, depth, norm, skip }) {
  const { f, slope } = ACTS[act], branch = skip ? 1 / Math.sqrt(depth) : 1;
  let drawn = draws(SAMPLES * WIDTH, SEED), a = drawn.values;
  const end = draws(SAMPLES * WIDTH, drawn.state), kept = [], layers = [];
  let state = end.state;
  for (let k = 0; k < depth; k++) {
    const next = draws(WIDTH * WIDTH, state);
    state = next.state;
    const W = next.values.map((v) => (v * gain) / Math.sqrt(WIDTH)), z = product(a, W, false);
    const { u, sigmas } = norm === "none" ? { u: z, sigmas: null } : normalise(z, norm);
    a = u.map((v, p) => branch * f(v) + (skip ? a[p] : 0));
    kept.push({ W, u, sigmas });
    layers.push({ size: size(a), alike: alike(a) });
  }
  let D = end.values;
  for (let k = depth - 1; k >= 0; k--) {
    layers[k].slope = size(D);
    const { W, u, sigmas } = kept[k];
    let back = D.map((v, p) => branch * v * slope(u[p]));
    if (sigmas) back = normaliseBack(back, u, sigmas, norm);
    D = product(back, W, true).map((v, p) => v + (skip ? D[p] : 0));
  }
  return layers;
}

const minus = (text) => text.replaceAll("-", "−");

/** Three digits, as a power of ten where that is shorter. */
function show(x) {
  if (x === 0) return "0";
  const text = Math.abs(x) >= 1e4 || Math.abs(x) < 1e-3 ? x.toExponential(2).replace("e+", "e") : String(Number(x.toPrecision(3)));
  return minus(text);
}

const STYLE = `
:host { display: block; text-align: left; color: var(--pst-color-text-base, #222); font-size: 1rem; }
.panel { display: flex; flex-wrap: wrap; gap: .75rem 1.25rem; }
.picture { flex: 1 1 19rem; min-width: 0; max-width: 34rem; }
.side { flex: 1 1 15rem; min-width: 0; }
svg { display: block; width: 100%; height: auto; }
label { font-size: .9rem; }
.knob, .choice { display: grid; grid-template-columns: 6.4rem 1fr 4.6rem; gap: .5rem; align-items: center; margin: .35rem 0; }
.choice { grid-template-columns: 6.4rem 1fr; }
.tick { display: flex; gap: .5rem; align-items: center; min-height: 2rem; }
input[type=range] { width: 100%; min-width: 0; min-height: 24px; accent-color: var(--pst-color-primary, #0a7d91); }
input[type=checkbox] { width: 20px; height: 20px; accent-color: var(--pst-color-primary, #0a7d91); }
input[type=number], select { font: inherit; font-size: .9rem; color: inherit; background: var(--pst-color-surface, #eee);
  border: 1px solid var(--pst-color-border, #777); border-radius: .25rem; padding: .3rem .45rem; width: 100%; min-width: 0; box-sizing: border-box; }
input:focus-visible, select:focus-visible { outline: 3px solid var(--pst-color-primary, #0a7d91); outline-offset: 2px; }
.say { margin: .5rem 0 0; padding: .45rem .6rem; background: var(--pst-color-surface, #eee); border-radius: .25rem;
  min-height: 6em; overflow-wrap: anywhere; }
.key { margin: .4rem 0 0; font-size: .82rem; }
table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; width: 100%; margin-top: .3rem; }
th, td { padding: .15rem .3rem; border-bottom: 1px solid var(--pst-color-border, #ccc); text-align: right; font-weight: 400; }
th[scope=row] { text-align: left; }
svg text { font: 13px system-ui, sans-serif; fill: currentColor; }
.grid { stroke: currentColor; opacity: .18; stroke-width: 1; }
.frame { fill: none; stroke: var(--pst-color-border, #999); }
.size { fill: none; stroke: var(--pst-color-primary, #0a7d91); stroke-width: 3; }
.slope { fill: none; stroke: var(--pst-color-secondary, #8045e5); stroke-width: 2.5; stroke-dasharray: 7 5; }
.alike { fill: none; stroke: currentColor; stroke-width: 2; stroke-dasharray: 2 4; }
`;

const choices = (from) => Object.entries(from).map(([key, one]) => `<option value="${key}">${one.name ?? one}</option>`).join("");
const knob = (key, name, low, high, by) => `<div class="knob"><label for="${key}">${name}</label>
  <input type="range" id="${key}" data-key="${key}" min="${low}" max="${high}" step="${by}">
  <input type="number" data-key="${key}" min="${low}" max="${high}" step="${by}" aria-label="${name}, number"></div>`;
const choice = (key, name, from) => `<div class="choice"><label for="${key}">${name}</label><select id="${key}" data-key="${key}">${choices(from)}</select></div>`;

const PANEL = `
<div class="panel">
  <div class="picture"></div>
  <div class="side">
    ${choice("act", "Activation", ACTS)}
    ${knob("gain", "gain g", 0.2, 3, 0.05)}
    ${knob("depth", "depth", 1, DEEPEST, 1)}
    ${choice("norm", "Normalisation", NORMS)}
    <label class="tick"><input type="checkbox" data-key="skip"> shortcuts, branches divided by √depth</label>
    <table><thead><tr><th></th><th scope="col">first</th><th scope="col">middle</th><th scope="col">last</th></tr></thead><tbody></tbody></table>
    <p class="say" role="status" aria-live="polite" aria-atomic="true"></p>
    <p class="key">Solid: size of what leaves a layer. Dashed: size of the slope there. Dotted, right scale: how alike two samples are.</p>
  </div>
</div>`;

class DepthExplorer extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = `<style>${STYLE}</style>${PANEL}`;
    this.find = (selector) => root.querySelector(selector);
    Object.assign(this, { act: "relu", gain: 1, depth: 30, norm: "none", skip: false });
    root.addEventListener("input", (event) => this.change(event.target));
    root.addEventListener("focusout", () => this.render());
    this.render();
  }

  change(control) {
    const { key } = control.dataset;
    if (control.type === "checkbox") this.skip = control.checked;
    else if (control.tagName === "SELECT") this[key] = control.value;
    else {
      const value = Number(control.value);
      if (control.value.trim() === "" || !Number.isFinite(value)) return;
      this[key] = key === "depth" ? Math.max(1, Math.min(DEEPEST, Math.round(value))) : Math.max(0.2, Math.min(3, value));
    }
    this.render(control);
  }

  /** Show the state; leave the control alone in which the reader is typing. */
  render(typing) {
    for (const control of this.shadowRoot.querySelectorAll("input, select")) {
      if (control.type === "checkbox") control.checked = this.skip;
      else if (control !== typing) control.value = String(this[control.dataset.key]);
    }
    const layers = measure(this), last = layers.length - 1, seen = [0, Math.floor(last / 2), last];
    const rows = [["size", "size"], ["slope", "slope"], ["alike", "alike"]];
    this.find("tbody").innerHTML = rows.map(([name, key]) => `<tr><th scope="row">${name}</th>${seen.map((k) => `<td>${show(layers[k][key])}</td>`).join("")}</tr>`).join("");
    const verdict = this.words(layers, last);
    if (this.find(".say").textContent !== verdict) this.find(".say").textContent = verdict;
    this.picture(layers, verdict);
  }

  words(layers, last) {
    const { act, gain, norm, skip } = this, count = last + 1, ahead = layers[last].size, back = layers[0].slope;
    const judge = (x, small, large, fine) => (x < 0.01 ? small : x > 100 ? large : fine);
    const what = `${count} ${count === 1 ? "layer" : "layers"}, ${ACTS[act].name}, gain ${show(gain)}, `
      + `${norm === "none" ? "no" : norm} normalisation, ${skip ? "with" : "without"} shortcuts.`;
    return `${what} At the end the signal has size ${show(ahead)}: ${judge(ahead, "it has faded", "it has exploded", "it holds")}. `
      + `At the first layer the slope has size ${show(back)}: ${judge(back, "it has vanished", "it has exploded", "it holds")}. `
      + `Cosine of two samples at the end: ${layers[last].alike.toFixed(3).replace("-", "−")}${layers[last].alike > 0.95 ? ", hardly to be told apart" : ""}.`;
  }

  picture(layers, verdict) {
    const W = 400, H = 300, left = 50, right = W - 34, top = 10, foot = H - 40, count = layers.length;
    const logs = layers.flatMap(({ size: s, slope: d }) => [s, d]).filter((v) => v > 0).map(Math.log10);
    let low = Math.floor(Math.min(-1, ...logs)), high = Math.ceil(Math.max(1, ...logs));
    const px = (k) => (count === 1 ? (left + right) / 2 : left + (k / (count - 1)) * (right - left));
    const py = (v) => foot - ((Math.log10(Math.max(v, 1e-300)) - low) / (high - low)) * (foot - top);
    const pa = (c) => foot - Math.max(0, c) * (foot - top);
    const path = (key, y) => (count === 1 ? `M${left},${y(layers[0][key])}H${right}` : layers.map((one, k) => `${k ? "L" : "M"}${px(k).toFixed(1)},${y(one[key]).toFixed(1)}`).join(""));
    const parts = [], every = Math.max(1, Math.ceil((high - low) / 6));
    for (let e = low; e <= high; e += every) {
      const y = py(10 ** e);
      parts.push(`<line class="grid" x1="${left}" x2="${right}" y1="${y}" y2="${y}"/><text x="${left - 6}" y="${y + 4}" text-anchor="end">${e === 0 ? "1" : `1e${minus(String(e))}`}</text>`);
    }
    for (const c of [0, 0.5, 1]) parts.push(`<text x="${right + 6}" y="${pa(c) + 4}">${c}</text>`);
    for (const k of count > 2 ? [0, Math.floor((count - 1) / 2), count - 1] : [0]) parts.push(`<text x="${px(k)}" y="${foot + 17}" text-anchor="middle">${k + 1}</text>`);
    parts.push(`<text x="${(left + right) / 2}" y="${H - 6}" text-anchor="middle">layer</text>`);
    this.find(".picture").innerHTML = `<svg viewBox="0 0 ${W} ${H}" role="img" aria-label="Size, slope and likeness over the layers. ${verdict}">`
      + `${parts.join("")}<path class="alike" d="${path("alike", pa)}"/><path class="size" d="${path("size", py)}"/><path class="slope" d="${path("slope", py)}"/>`
      + `<rect class="frame" x="${left}" y="${top}" width="${right - left}" height="${foot - top}"/></svg>`;
  }
}

if (!customElements.get("dlf-depth-explorer")) customElements.define("dlf-depth-explorer", DepthExplorer);
