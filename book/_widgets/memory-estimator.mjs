// The memory of a training step by kind, against a card's.
//
// The whole state is six choices; every byte is computed from them.

const CARDS = [4, 8, 16, 24, 48, 80, 141];
const OPTIMISERS = { 0: "plain descent, no state", 1: "momentum, 1 number a weight", 2: "Adam, 2 numbers a weight" };
const KINDS = ["weights", "gradients", "state", "activations"];
const SLIDERS = { layers: [1, 64, 1], width: [6, 14, 1], batch: [0, 20, 1] };

/** The bytes of each kind; width and batch are exponents of two. */
export function bytesOf({ layers, width, batch, mixed, slots }) {
  const m = 2 ** width, weights = layers * (m * m + m);
  return {
    weights: weights * (mixed ? 6 : 4),
    gradients: weights * 4,
    state: weights * 4 * slots,
    activations: (layers + 1) * m * 2 ** batch * (mixed ? 2 : 4),
  };
}

/** The largest number of rows that fits, or 0. */
export function mostRows(state) {
  const one = bytesOf({ ...state, batch: 0 });
  const room = state.card * 1e9 - one.weights - one.gradients - one.state;
  return Math.max(0, Math.floor(room / one.activations));
}

const whole = (n) => n.toLocaleString("en-GB");
const short = (n) => (n >= 1e9 ? `${(n / 1e9).toPrecision(3)} GB` : n >= 1e6 ? `${(n / 1e6).toPrecision(3)} MB` : `${(n / 1e3).toPrecision(3)} kB`);

const STYLE = `
:host { display: block; text-align: left; color: var(--pst-color-text-base, #222); font-size: 1rem; }
.knobs { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: .4rem 1.2rem; }
label { display: block; font-size: .9rem; min-width: 0; }
input { width: 100%; accent-color: var(--pst-color-primary, #0a7d91); }
select { font: inherit; font-size: .9rem; color: inherit; background: var(--pst-color-surface, #eee); width: 100%; box-sizing: border-box;
  border: 1px solid var(--pst-color-border, #777); border-radius: .25rem; padding: .3rem .45rem; }
select:focus-visible, input:focus-visible { outline: 3px solid var(--pst-color-primary, #0a7d91); outline-offset: 2px; }
svg { display: block; width: 100%; height: auto; margin: .7rem 0 .2rem; }
.key { margin: 0 0 .5rem; font-size: .82rem; }
.part { stroke: var(--pst-color-background, #fff); stroke-width: 1.5; }
.k0 { fill: var(--pst-color-primary, #0a7d91); }
.k1 { fill: var(--pst-color-primary, #0a7d91); opacity: .45; }
.k2 { fill: var(--pst-color-secondary, #8045e5); opacity: .55; }
.k3 { fill: currentColor; opacity: .6; }
.card { stroke: currentColor; stroke-width: 3; }
.frame { fill: none; stroke: var(--pst-color-border, #999); }
.say { margin: .3rem 0 .5rem; padding: .45rem .6rem; background: var(--pst-color-surface, #eee); border-radius: .25rem; min-height: 3.2em; overflow-wrap: anywhere; }
table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; width: 100%; max-width: 30rem; }
th, td { padding: .15rem .4rem; border-bottom: 1px solid var(--pst-color-border, #ccc); text-align: right; font-weight: 400; }
th[scope=row], thead th:first-child { text-align: left; }
th svg { width: 14px; height: 14px; display: inline-block; margin: 0 .4rem 0 0; vertical-align: -2px; }
`;

const slider = (key, text) => `<label>${text} <output data-of="${key}"></output>
  <input type="range" data-key="${key}" min="${SLIDERS[key][0]}" max="${SLIDERS[key][1]}" step="${SLIDERS[key][2]}"></label>`;
const menu = (key, text, options) => `<label>${text} <select data-key="${key}">${options
  .map(([value, name]) => `<option value="${value}">${name}</option>`).join("")}</select></label>`;
const PANEL = `
<div class="knobs">
  ${slider("layers", "layers")}${slider("width", "width of each")}${slider("batch", "rows in a batch")}
  ${menu("mixed", "precision", [["", "float32"], ["1", "mixed (16-bit products)"]])}
  ${menu("slots", "optimiser", Object.entries(OPTIMISERS))}
  ${menu("card", "memory of the card", CARDS.map((gb) => [gb, `${gb} GB`]))}
</div>
<div class="picture"></div>
<p class="key">The upright line is where the card's memory ends.</p>
<p class="say" role="status" aria-live="polite" aria-atomic="true"></p>
<table><thead><tr><th scope="col">kind</th><th scope="col">bytes</th><th scope="col">share</th></tr></thead><tbody></tbody></table>`;

class MemoryEstimator extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = `<style>${STYLE}</style>${PANEL}`;
    this.find = (selector) => root.querySelector(selector);
    this.state = { layers: 32, width: 13, batch: 8, mixed: false, slots: 2, card: 24 };
    for (const knob of root.querySelectorAll("[data-key]")) {
      const { key } = knob.dataset, value = this.state[key];
      knob.value = key === "mixed" ? (value ? "1" : "") : String(value);
    }
    root.addEventListener("input", ({ target }) => {
      const { key } = target.dataset;
      this.state[key] = key === "mixed" ? target.value === "1" : Number(target.value);
      this.render();
    });
    this.render();
  }

  render() {
    const { layers, width, batch, card } = this.state, bytes = bytesOf(this.state);
    const spoken = { layers: whole(layers), width: whole(2 ** width), batch: whole(2 ** batch) };
    for (const [key, text] of Object.entries(spoken)) {
      this.find(`output[data-of="${key}"]`).textContent = text;
      this.find(`input[data-key="${key}"]`).setAttribute("aria-valuetext", text);
    }
    const sum = KINDS.reduce((total, kind) => total + bytes[kind], 0), room = card * 1e9, most = mostRows(this.state);
    const first = `The step needs ${short(sum)}, the card has ${card} GB: it ${sum <= room ? "fits" : "does not fit"}. `;
    const second = most ? `With these settings up to ${whole(most)} rows fit.` : "Not even one row fits: weights, gradients and state are too large.";
    if (this.find(".say").textContent !== first + second) this.find(".say").textContent = first + second;
    const swatch = (k) => `<svg viewBox="0 0 14 14" aria-hidden="true"><rect class="k${k}" width="14" height="14"/></svg>`;
    this.find("tbody").innerHTML = KINDS.map((kind, k) => `<tr><th scope="row">${swatch(k)}${kind}</th><td>${whole(bytes[kind])}</td>`
      + `<td>${((100 * bytes[kind]) / sum).toFixed(1)} %</td></tr>`).join("")
      + `<tr><th scope="row">together</th><td>${whole(sum)}</td><td>100 %</td></tr>`;
    this.picture(bytes, sum, room, first + second);
  }

  picture(bytes, sum, room, label) {
    const scale = 600 / (1.15 * Math.max(sum, room));
    let x = 10;
    const parts = KINDS.map((kind, k) => {
      const wide = bytes[kind] * scale, part = `<rect class="part k${k}" x="${x.toFixed(1)}" y="26" width="${wide.toFixed(1)}" height="44"/>`;
      x += wide;
      return part;
    }).join("");
    const edge = 10 + room * scale;
    this.find(".picture").innerHTML = `<svg viewBox="0 0 620 84" role="img" aria-label="${label}">`
      + `<rect class="frame" x="10" y="26" width="${(room * scale).toFixed(1)}" height="44"/>${parts}`
      + `<line class="card" x1="${edge.toFixed(1)}" x2="${edge.toFixed(1)}" y1="14" y2="82"/></svg>`;
  }
}

if (!customElements.get("dlf-memory-estimator")) customElements.define("dlf-memory-estimator", MemoryEstimator);
