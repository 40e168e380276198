// A stack of up to four layers over a line of pixels, and everything that one output depends on.
//
// The whole state is: for each layer kernel, stride and dilation, and how many layers there are. All else is computed.

const MOST = 4;
const CHOICES = { k: [1, 2, 3, 4, 5], s: [1, 2, 3], d: [1, 2, 4] };
const NAMES = { k: "kernel", s: "stride", d: "dilation" };
const PRESETS = {
  "3, 3, 3": [[3, 1, 1], [3, 1, 1], [3, 1, 1]],
  "3, pool 2, 3": [[3, 1, 1], [2, 2, 1], [3, 1, 1]],
  "dilations 1, 2, 4": [[3, 1, 1], [3, 1, 2], [3, 1, 4]],
  "dilation 2 twice": [[3, 1, 2], [3, 1, 2]],
  "stride 2, four times": [[3, 2, 1], [3, 2, 1], [3, 2, 1], [3, 2, 1]],
};

/** The cells of every level that output 0 reads, from the output (one cell) down to the input. */
function levels(layers) {
  const sets = [[0]];
  for (const [k, s, d] of [...layers].reverse()) {
    const next = new Set();
    for (const cell of sets.at(-1)) for (let a = 0; a < k; a += 1) next.add(cell * s + a * d);
    sets.push([...next].sort((one, other) => one - other));
  }
  return sets;
}

/** Width of the field by the formula, and the step between neighbouring fields. */
function field(layers) {
  let size = 1, jump = 1;
  for (const [k, s, d] of layers) {
    size += d * (k - 1) * jump;
    jump *= s;
  }
  return { size, jump };
}

const STYLE = `
:host { display: block; text-align: left; color: var(--pst-color-text-base, #222); font-size: 1rem; }
.buttons { display: flex; flex-wrap: wrap; gap: .4rem; margin: 0 0 .6rem; }
select, button { font: inherit; font-size: .9rem; color: inherit; background: var(--pst-color-surface, #eee); max-width: 100%; min-width: 0;
  border: 1px solid var(--pst-color-border, #777); border-radius: .25rem; padding: .25rem .5rem; box-sizing: border-box; }
button { cursor: pointer; }
button[aria-disabled=true] { opacity: .6; cursor: default; }
button:focus-visible, select:focus-visible { outline: 3px solid var(--pst-color-primary, #0a7d91); outline-offset: 2px; }
table { border-collapse: collapse; font-size: .9rem; margin-bottom: .6rem; }
th, td { padding: .15rem .45rem; text-align: left; font-weight: 400; }
.say { margin: 0 0 .6rem; padding: .45rem .6rem; background: var(--pst-color-surface, #eee); border-radius: .25rem; min-height: 3em; overflow-wrap: anywhere; }
svg { display: block; width: 100%; height: auto; }
svg text { font: 13px system-ui, sans-serif; fill: currentColor; }
.cell { fill: none; stroke: var(--pst-color-border, #999); }
.in { fill: var(--pst-color-primary, #0a7d91); stroke: var(--pst-color-primary, #0a7d91); }
.way { stroke: currentColor; opacity: .35; }
.square { fill: none; stroke: currentColor; stroke-width: 1.5; }
.key { margin: .4rem 0 0; font-size: .82rem; }
`;

const PANEL = `
<div class="buttons" role="group" aria-label="Examples">${Object.keys(PRESETS).map((name) => `<button type="button" data-preset="${name}">${name}</button>`).join("")}</div>
<table><thead><tr><th scope="col">layer</th><th scope="col">kernel</th><th scope="col">stride</th><th scope="col">dilation</th></tr></thead><tbody></tbody></table>
<div class="buttons"><button type="button" data-go="1">One layer more</button><button type="button" data-go="-1">One layer less</button></div>
<p class="say" role="status" aria-live="polite" aria-atomic="true"></p>
<div class="picture"></div>
<p class="key">Top: one output. Bottom: the pixels. Filled: what the output depends on.</p>`;

class ReceptiveField extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = `<style>${STYLE}</style>${PANEL}`;
    this.find = (selector) => root.querySelector(selector);
    this.find("tbody").innerHTML = Array.from({ length: MOST }, (_, l) => `<tr><th scope="row">${l + 1}</th>${Object.keys(CHOICES)
      .map((key, at) => `<td><select data-layer="${l}" data-at="${at}" aria-label="${NAMES[key]} of layer ${l + 1}">${CHOICES[key]
        .map((v) => `<option>${v}</option>`).join("")}</select></td>`).join("")}</tr>`).join("");
    this.layers = PRESETS["3, pool 2, 3"].map((layer) => [...layer]);
    root.addEventListener("input", ({ target }) => {
      this.layers[Number(target.dataset.layer)][Number(target.dataset.at)] = Number(target.value);
      this.render();
    });
    root.addEventListener("click", ({ target }) => this.clicked(target.closest("button")));
    this.render();
  }

  clicked(button) {
    if (!button || button.getAttribute("aria-disabled") === "true") return;
    const { preset, go } = button.dataset;
    if (preset) this.layers = PRESETS[preset].map((layer) => [...layer]);
    else if (go === "1") this.layers.push([3, 1, 1]);
    else this.layers.pop();
    this.render();
  }

  render() {
    const count = this.layers.length;
    this.shadowRoot.querySelectorAll("tbody tr").forEach((row, l) => {
      row.hidden = l >= count;
      if (l < count) row.querySelectorAll("select").forEach((select, at) => { select.value = String(this.layers[l][at]); });
    });
    for (const button of this.shadowRoot.querySelectorAll("[data-go]")) {
      button.setAttribute("aria-disabled", String(button.dataset.go === "1" ? count === MOST : count === 1));
    }
    const { size, jump } = field(this.layers), sets = levels(this.layers), reached = sets.at(-1).length;
    const sum = this.layers.map(([k, , d], l) => `${d}·${k - 1}·${field(this.layers.slice(0, l)).jump}`).join(" + ");
    const holes = reached < size ? `${size - reached} of these pixels have no way to the output` : "every one of them has a way to the output";
    const says = `Field: 1 + ${sum} = ${size} pixel${size === 1 ? "" : "s"} across; ${holes}. In a picture: ${size} by ${size}. The field of the next output lies ${jump} pixel${jump === 1 ? "" : "s"} further.`;
    if (this.find(".say").textContent !== says) this.find(".say").textContent = says;
    this.picture(sets, size, says);
  }

  /** Rows of cells, the output on top; each level is drawn at the pixels where its windows are centred. */
  picture(sets, size, label) {
    const shown = Math.max(size, 9), wide = 400, cell = Math.min(26, wide / shown), high = 40, parts = [], ways = [];
    const margin = Math.max(1, Math.floor((wide / cell - size) / 2));
    // Where a cell of a level stands, in pixels: step times its number, plus half of what it sees below.
    const below = sets.map((_, t) => field(this.layers.slice(0, sets.length - 1 - t)));
    const x = (t, c) => wide / 2 + cell * (below[t].jump * c + (below[t].size - 1) / 2 - (size - 1) / 2);
    const y = (t) => 16 + t * high;
    sets.forEach((cells, t) => {
      const side = Math.max(3, Math.min(cell, 20) - 3), inside = new Set(cells);
      const extra = t === sets.length - 1 ? margin : Math.max(1, Math.floor(margin / below[t].jump));
      for (let c = cells[0] - extra; c <= cells.at(-1) + extra; c += 1) {
        if (x(t, c) < side / 2 || x(t, c) > wide - side / 2) continue;
        parts.push(`<rect class="cell${inside.has(c) ? " in" : ""}" x="${(x(t, c) - side / 2).toFixed(1)}" y="${y(t) - side / 2}" width="${side.toFixed(1)}" height="${side.toFixed(1)}"/>`);
      }
      if (t === 0) return;
      const [k, s, d] = this.layers[sets.length - 1 - t];
      for (const above of sets[t - 1]) for (let a = 0; a < k; a += 1) {
        ways.push(`<line class="way" x1="${x(t - 1, above).toFixed(1)}" y1="${y(t - 1)}" x2="${x(t, above * s + a * d).toFixed(1)}" y2="${y(t)}"/>`);
      }
    });
    const bottom = y(sets.length - 1) + 22, left = x(sets.length - 1, 0) - cell / 2, right = left + cell * size;
    const bar = `<path class="square" d="M${left.toFixed(1)},${bottom - 5}v5H${right.toFixed(1)}v-5"/><text x="${wide / 2}" y="${bottom + 16}" text-anchor="middle">${size}</text>`;
    this.find(".picture").innerHTML = `<svg viewBox="0 0 ${wide} ${bottom + 22}" role="img" aria-label="${label}">${ways.join("")}${parts.join("")}${bar}</svg>`;
  }
}

if (!customElements.get("dlf-receptive-field")) customElements.define("dlf-receptive-field", ReceptiveField);
