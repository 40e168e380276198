// One activation function and its slope, with a cursor: value, slope, where it is nearly flat, and the slope's power.
//
// The whole state is: which function, the place z of the cursor, and the depth. Everything shown is computed from that.

const sigmoid = (z) => (z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z)));
const density = (z) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/** The share of a normal distribution below z, by a series without cancellation. */
function normalShare(z) {
  let term = Math.abs(z), sum = term;
  for (let k = 3; term > 1e-17 * sum && k < 400; k += 2) sum += term *= (z * z) / k;
  return 0.5 + Math.sign(z) * density(z) * sum;
}

const FUNCTIONS = {
  identity: { name: "identity", f: (z) => z, slope: () => 1 },
  step: { name: "step", f: (z) => (z >= 0 ? 1 : 0), slope: () => 0, jump: true },
  sigmoid: { name: "sigmoid", f: sigmoid, slope: (z) => sigmoid(z) * sigmoid(-z) },
  tanh: { name: "tanh", f: Math.tanh, slope: (z) => 4 * sigmoid(2 * z) * sigmoid(-2 * z) },
  relu: { name: "ReLU", f: (z) => Math.max(0, z), slope: (z) => (z > 0 ? 1 : 0), corner: 0 },
  leaky: { name: "leaky ReLU, 0.01", f: (z) => (z > 0 ? z : 0.01 * z), slope: (z) => (z > 0 ? 1 : 0.01), corner: 0.01 },
  elu: { name: "ELU", f: (z) => (z > 0 ? z : Math.expm1(z)), slope: (z) => (z > 0 ? 1 : Math.exp(z)) },
  softplus: { name: "softplus", f: (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))), slope: sigmoid, most: 1 },
  gelu: { name: "GELU", f: (z) => z * normalShare(z), slope: (z) => normalShare(z) + z * density(z) },
  silu: { name: "SiLU", f: (z) => z * sigmoid(z), slope: (z) => sigmoid(z) * (1 + z * sigmoid(-z)) },
};
const LIMIT = 6, DEEPEST = 50, POINTS = 480;
const WIDTH = 400, HEIGHT = 290, LEFT = 30, BOTTOM = 24, LOW = -1.3, HIGH = 2.3;

// The greatest slope, in size: what the picture shows of it, or what it approaches.
for (const one of Object.values(FUNCTIONS)) {
  one.most ??= 0;
  for (let k = 0; k <= 2 * LIMIT * 100; k++) one.most = Math.max(one.most, Math.abs(one.slope(k / 100 - LIMIT)));
}

const minus = (text) => text.replaceAll("-", "−");

/** Six decimals where they say something, else powers of ten; trailing zeros go. */
function show(x) {
  if (x !== 0 && (Math.abs(x) < 1e-4 || Math.abs(x) >= 1e5)) return minus(x.toExponential(2).replace("e+", "e"));
  const text = x.toFixed(6).replace(/\.?0+$/, "");
  return minus(text === "-0" ? "0" : text);
}

const flat = (one, z) => Math.abs(one.slope(z)) < 0.1 * one.most || one.most === 0;

const STYLE = `
:host { display: block; text-align: left; color: var(--pst-color-text-base, #222); font-size: 1rem; }
.panel { display: flex; flex-wrap: wrap; gap: .75rem 1.25rem; }
.picture { flex: 1 1 19rem; min-width: 0; max-width: 34rem; }
.side { flex: 1 1 15rem; min-width: 0; }
svg { display: block; width: 100%; height: auto; cursor: ew-resize; touch-action: pan-y; }
label { display: block; font-size: .9rem; }
.knob { display: grid; grid-template-columns: 4.6rem 1fr 4.4rem; gap: .5rem; align-items: center; margin: .4rem 0; }
input[type=range] { width: 100%; min-width: 0; min-height: 24px; accent-color: var(--pst-color-primary, #0a7d91); }
input[type=number], select { font: inherit; font-size: .9rem; color: inherit; background: var(--pst-color-surface, #eee);
  border: 1px solid var(--pst-color-border, #777); border-radius: .25rem; padding: .3rem .45rem; max-width: 100%; box-sizing: border-box; }
input[type=number] { width: 100%; }
input:focus-visible, select:focus-visible { outline: 3px solid var(--pst-color-primary, #0a7d91); outline-offset: 2px; }
.say { margin: .5rem 0 0; padding: .45rem .6rem; background: var(--pst-color-surface, #eee); border-radius: .25rem;
  min-height: 4.6em; overflow-wrap: anywhere; }
.key { margin: .4rem 0 0; font-size: .82rem; }
table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; width: 100%; }
th, td { padding: .15rem .3rem; border-bottom: 1px solid var(--pst-color-border, #ccc); text-align: left; font-weight: 400; }
td { text-align: right; overflow-wrap: anywhere; }
svg text { font: 13px system-ui, sans-serif; fill: currentColor; }
.axis { stroke: currentColor; opacity: .35; stroke-width: 1; }
.frame { fill: none; stroke: var(--pst-color-border, #999); }
.flat { fill: currentColor; opacity: .1; }
.value { fill: none; stroke: var(--pst-color-primary, #0a7d91); stroke-width: 3; }
.slope { fill: none; stroke: var(--pst-color-secondary, #8045e5); stroke-width: 2.5; stroke-dasharray: 7 5; }
.cursor { stroke: currentColor; stroke-width: 1.5; stroke-dasharray: 2 3; }
.at-value { fill: var(--pst-color-primary, #0a7d91); }
.at-slope { fill: var(--pst-color-secondary, #8045e5); }
`;

const options = Object.entries(FUNCTIONS).map(([key, { name }]) => `<option value="${key}">${name}</option>`).join("");
const knob = (key, name, low, high, by) => `<div class="knob"><label for="${key}">${name}</label>
  <input type="range" id="${key}" data-key="${key}" min="${low}" max="${high}" step="${by}">
  <input type="number" data-key="${key}" min="${low}" max="${high}" step="${by}" aria-label="${name}, number"></div>`;

const PANEL = `
<div class="panel">
  <div class="picture"></div>
  <div class="side">
    <label>Function <select>${options}</select></label>
    ${knob("z", "cursor z", -LIMIT, LIMIT, 0.1)}
    ${knob("depth", "depth n", 1, DEEPEST, 1)}
    <table><tbody></tbody></table>
    <p class="say" role="status" aria-live="polite" aria-atomic="true"></p>
    <p class="key">Solid: the function. Dashed: its slope. Shaded: the slope is below a tenth of its greatest. Drag in the picture to move the cursor.</p>
  </div>
</div>`;

class ActivationExplorer extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = `<style>${STYLE}</style>${PANEL}`;
    this.find = (selector) => root.querySelector(selector);
    Object.assign(this, { chosen: "sigmoid", z: 2, depth: 10 });
    this.find("select").value = this.chosen;
    root.addEventListener("input", (event) => this.change(event.target));
    root.addEventListener("focusout", () => this.render());
    const picture = this.find(".picture");
    picture.addEventListener("pointerdown", (event) => {
      picture.setPointerCapture(event.pointerId);
      this.point(event);
    });
    picture.addEventListener("pointermove", (event) => {
      if (picture.hasPointerCapture(event.pointerId)) this.point(event);
    });
    this.render();
  }

  change(control) {
    if (control.tagName === "SELECT") this.chosen = control.value;
    else {
      const value = Number(control.value);
      if (control.value.trim() === "" || !Number.isFinite(value)) return;
      if (control.dataset.key === "z") this.z = Math.max(-LIMIT, Math.min(LIMIT, value));
      else this.depth = Math.max(1, Math.min(DEEPEST, Math.round(value)));
    }
    this.render(control);
  }

  /** Move the cursor to where the pointer is, in steps of a tenth. */
  point(event) {
    const box = this.find("svg").getBoundingClientRect();
    const across = (((event.clientX - box.left) / box.width) * WIDTH - LEFT) / (WIDTH - LEFT - 8);
    this.z = Math.round(Math.max(-LIMIT, Math.min(LIMIT, (2 * across - 1) * LIMIT)) * 10) / 10;
    this.render();
  }

  /** Show the state; leave the control alone in which the reader is typing. */
  render(typing) {
    for (const input of this.shadowRoot.querySelectorAll("input")) {
      if (input !== typing) input.value = String(this[input.dataset.key]);
    }
    const one = FUNCTIONS[this.chosen], { z, depth } = this;
    const value = one.f(z), slope = one.slope(z), product = slope ** depth;
    const rows = [
      ["value", show(value)],
      ["slope", show(slope)],
      ["greatest slope", show(one.most)],
      [`product over ${depth}`, show(product)],
    ];
    this.find("tbody").innerHTML = rows.map(([name, cell]) => `<tr><th scope="row">${name}</th><td>${cell}</td></tr>`).join("");
    const where = one.most === 0 ? "The slope is 0 on either side of the jump, so nothing can be learned through it."
      : slope === 0 ? "Flat: no slope passes." : flat(one, z) ? "Nearly flat: below a tenth of its greatest slope." : "Not saturated.";
    const atCorner = z === 0 && "corner" in one ? ` At the corner itself the slope is taken to be ${show(one.corner)}.` : "";
    const verdict = `${one.name} at z = ${show(z)}: value ${show(value)}, slope ${show(slope)}. ${where}${atCorner} Through ${depth} such ${depth === 1 ? "unit" : "units"}: ${show(product)}.`;
    if (this.find(".say").textContent !== verdict) this.find(".say").textContent = verdict;
    this.picture(one, `Curves of ${one.name} and its slope from −${LIMIT} to ${LIMIT}. ${verdict}`);
  }

  picture(one, label) {
    const right = WIDTH - 8, top = 8, foot = HEIGHT - BOTTOM;
    const px = (z) => LEFT + ((z + LIMIT) / (2 * LIMIT)) * (right - LEFT);
    const py = (y) => foot - ((y - LOW) / (HIGH - LOW)) * (foot - top);
    const places = Array.from({ length: POINTS + 1 }, (_, k) => (k / POINTS) * 2 * LIMIT - LIMIT);
    const breaks = (k, curve) => k > 0 && Math.abs(curve(places[k]) - curve(places[k - 1])) > 0.5;
    const path = (curve) => places.map((z, k) => `${k === 0 || breaks(k, curve) ? "M" : "L"}${px(z).toFixed(1)},${py(curve(z)).toFixed(1)}`).join("");
    const parts = [], inside = [];
    places.slice(1).forEach((z, k) => {
      const middle = (z + places[k]) / 2;
      if (!flat(one, middle)) return;
      const last = inside.at(-1);
      if (last && last.to === k) last.to = k + 1;
      else inside.push({ from: k, to: k + 1 });
    });
    const shaded = inside.map(({ from, to }) => `<rect class="flat" x="${px(places[from])}" y="${top}" width="${px(places[to]) - px(places[from])}" height="${foot - top}"/>`);
    for (let t = -LIMIT; t <= LIMIT; t += 2) parts.push(`<text x="${px(t)}" y="${foot + 17}" text-anchor="middle">${show(t)}</text>`);
    for (const t of [-1, 0, 1, 2]) parts.push(`<text x="${LEFT - 6}" y="${py(t) + 4}" text-anchor="end">${show(t)}</text>`);
    const { z } = this, x = px(z), value = py(one.f(z)), slope = py(one.slope(z));
    this.find(".picture").innerHTML = `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">`
      + `<clipPath id="field"><rect x="${LEFT}" y="${top}" width="${right - LEFT}" height="${foot - top}"/></clipPath>`
      + `<g clip-path="url(#field)">${shaded.join("")}`
      + `<line class="axis" x1="${LEFT}" x2="${right}" y1="${py(0)}" y2="${py(0)}"/><line class="axis" x1="${px(0)}" x2="${px(0)}" y1="${top}" y2="${foot}"/>`
      + `<path class="value" d="${path(one.f)}"/><path class="slope" d="${path(one.slope)}"/>`
      + `<line class="cursor" x1="${x}" x2="${x}" y1="${top}" y2="${foot}"/>`
      + `<circle class="at-value" cx="${x}" cy="${value}" r="6"/><rect class="at-slope" x="${x - 5}" y="${slope - 5}" width="10" height="10"/></g>`
      + `<rect class="frame" x="${LEFT}" y="${top}" width="${right - LEFT}" height="${foot - top}"/>${parts.join("")}</svg>`;
  }
}

if (!customElements.get("dlf-activation-explorer")) customElements.define("dlf-activation-explorer", ActivationExplorer);
