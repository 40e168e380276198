// A kernel that moves over a picture of 6 by 6 numbers, window by window, with the products and their sum.
//
// The whole state is: picture, kernel, border, stride, dilation, and how many windows are done. All else is computed.

const SIZE = 6, K = 3;
const square = (value) => Array.from({ length: SIZE }, (_, i) => Array.from({ length: SIZE }, (_, j) => value(i, j)));
const PICTURES = {
  edge: ["upright edge", square((i, j) => (j < 3 ? 0 : 9))],
  spot: ["bright spot", square((i, j) => (i === 3 && j === 3 ? 9 : 0))],
  slope: ["slope", square((i, j) => j)],
  diagonal: ["diagonal line", square((i, j) => (i === j ? 9 : 0))],
};
const KERNELS = {
  across: ["Sobel, columns", [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], 1],
  down: ["Sobel, rows", [[-1, -2, -1], [0, 0, 0], [1, 2, 1]], 1],
  blur: ["blur", [[1, 1, 1], [1, 1, 1], [1, 1, 1]], 9],
  spot: ["spot finder", [[0, -1, 0], [-1, 4, -1], [0, -1, 0]], 1],
  sharpen: ["sharpen", [[0, -1, 0], [-1, 5, -1], [0, -1, 0]], 1],
};
const BORDERS = { none: "none", zeros: "zeros", mirror: "mirror" };

const sign = (x) => String(x).replace("-", "−");
const show = (x) => sign(Number.isInteger(x) ? x : Number(x.toFixed(2)));
const mirrored = (t) => (t < 0 ? -t : t >= SIZE ? 2 * (SIZE - 1) - t : t);

/** The picture with its border, as rows of { value, added }. */
function padded({ picture, border }) {
  const [, x] = PICTURES[picture], p = border === "none" ? 0 : 1;
  const places = Array.from({ length: SIZE + 2 * p }, (_, t) => t - p);
  const inside = (t) => t >= 0 && t < SIZE;
  return places.map((i) => places.map((j) => {
    const added = !(inside(i) && inside(j));
    return { added, value: added && border === "zeros" ? 0 : x[mirrored(i)][mirrored(j)] };
  }));
}

/** All windows in reading order: place in the map, the cells that are read, and the sum. */
function windows(state) {
  const x = padded(state), { stride, dilation } = state, [, kernel, divisor] = KERNELS[state.kernel];
  const count = Math.floor((x.length - dilation * (K - 1) - 1) / stride) + 1, all = [];
  for (let i = 0; i < count; i += 1) for (let j = 0; j < count; j += 1) {
    const cells = [];
    for (let a = 0; a < K; a += 1) for (let b = 0; b < K; b += 1) {
      const row = i * stride + a * dilation, column = j * stride + b * dilation;
      cells.push({ row, column, weight: kernel[a][b], value: x[row][column].value });
    }
    all.push({ i, j, cells, divisor, sum: cells.reduce((sum, c) => sum + c.weight * c.value, 0) / divisor });
  }
  return { x, count, all };
}

const STYLE = `
:host { display: block; text-align: left; color: var(--pst-color-text-base, #222); font-size: 1rem; }
.knobs { display: grid; grid-template-columns: repeat(auto-fit, minmax(7rem, 1fr)); gap: .35rem .8rem; }
label { display: grid; gap: .1rem; font-size: .85rem; }
select, button { font: inherit; font-size: .9rem; color: inherit; background: var(--pst-color-surface, #eee); max-width: 100%; min-width: 0;
  border: 1px solid var(--pst-color-border, #777); border-radius: .25rem; padding: .3rem .5rem; box-sizing: border-box; }
button { cursor: pointer; }
button.main { border: 2px solid var(--pst-color-primary, #0a7d91); }
button[aria-disabled=true] { opacity: .6; cursor: default; }
button:focus-visible, select:focus-visible { outline: 3px solid var(--pst-color-primary, #0a7d91); outline-offset: 2px; }
.buttons { display: flex; flex-wrap: wrap; gap: .4rem; margin: .6rem 0; }
.say { margin: 0 0 .6rem; padding: .45rem .6rem; background: var(--pst-color-surface, #eee); border-radius: .25rem; min-height: 4.4em; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
.body { display: flex; flex-wrap: wrap; gap: .6rem 1.4rem; align-items: flex-start; }
figure { margin: 0; min-width: 0; }
.big { flex: 1 1 15rem; max-width: 19rem; }
.kernel { flex: 0 1 6.6rem; min-width: 6rem; }
.map { flex: 1 1 10rem; max-width: 15rem; }
figcaption { font-size: .85rem; margin-bottom: .2rem; }
svg { display: block; width: 100%; height: auto; }
svg text { font: 15px system-ui, sans-serif; fill: currentColor; text-anchor: middle; dominant-baseline: central; }
.shade { fill: currentColor; }
.line { fill: none; stroke: var(--pst-color-border, #999); }
.added { stroke-dasharray: 3 3; }
.on { fill: none; stroke: var(--pst-color-primary, #0a7d91); stroke-width: 4; }
`;

const choose = (key, name, options) => `<label>${name}<select data-key="${key}">${options
  .map(([value, text]) => `<option value="${value}">${text}</option>`).join("")}</select></label>`;
const named = (table) => Object.entries(table).map(([key, [name]]) => [key, name]);
const PANEL = `
<div class="knobs">
  ${choose("picture", "Picture", named(PICTURES))}${choose("kernel", "Kernel", named(KERNELS))}
  ${choose("border", "Border", Object.entries(BORDERS))}
  ${choose("stride", "Stride", [[1, "1"], [2, "2"], [3, "3"]])}${choose("dilation", "Dilation", [[1, "1"], [2, "2"]])}
</div>
<div class="buttons">
  <button type="button" class="main" data-go="1">Next window</button>
  <button type="button" data-go="-1">Back</button>
  <button type="button" data-go="all">All windows</button>
  <button type="button" data-go="none">Start again</button>
</div>
<p class="say" role="status" aria-live="polite" aria-atomic="true"></p>
<div class="body">
  <figure class="big"><figcaption></figcaption><div></div></figure>
  <figure class="kernel"><figcaption>Kernel</figcaption><div></div></figure>
  <figure class="map"><figcaption></figcaption><div></div></figure>
</div>`;

/** A grid of cells as SVG: each { text, shade (0 to 1), added, on }. */
function grid(rows, label) {
  const side = 36, parts = [], over = [];
  rows.forEach((row, i) => row.forEach(({ text, shade = 0, added = false, on = false }, j) => {
    const at = `x="${j * side + 3}" y="${i * side + 3}" width="${side}" height="${side}"`;
    if (shade > 0) parts.push(`<rect class="shade" ${at} opacity="${(shade * 0.22).toFixed(3)}"/>`);
    parts.push(`<rect class="line${added ? " added" : ""}" ${at}/><text x="${j * side + 21}" y="${i * side + 21}">${text}</text>`);
    if (on) over.push(`<rect class="on" x="${j * side + 5}" y="${i * side + 5}" width="${side - 4}" height="${side - 4}"/>`);
  }));
  const wide = rows[0].length * side + 6;
  return `<svg viewBox="0 0 ${wide} ${wide}" role="img" aria-label="${label}">${parts.join("")}${over.join("")}</svg>`;
}

class ConvolutionSteps extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = `<style>${STYLE}</style>${PANEL}`;
    this.find = (selector) => root.querySelector(selector);
    this.state = { picture: "edge", kernel: "across", border: "none", stride: 1, dilation: 1, done: 1 };
    for (const select of root.querySelectorAll("select")) select.value = String(this.state[select.dataset.key]);
    root.addEventListener("input", ({ target }) => {
      const { key } = target.dataset, number = key === "stride" || key === "dilation";
      this.state = { ...this.state, [key]: number ? Number(target.value) : target.value, done: 1 };
      this.render();
    });
    root.addEventListener("click", ({ target }) => {
      const button = target.closest("button");
      if (button && button.getAttribute("aria-disabled") !== "true") this.go(button.dataset.go);
    });
    root.addEventListener("keydown", (event) => {
      const go = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!go || !event.target.closest("button")) return;
      event.preventDefault();
      this.go(go);
    });
    this.render();
  }

  go(where) {
    const last = windows(this.state).all.length, { done } = this.state;
    const next = { all: last, none: 1 }[where] ?? done + Number(where);
    this.state.done = Math.max(1, Math.min(last, next));
    this.render();
  }

  render() {
    const { x, count, all } = windows(this.state), { done, stride, dilation } = this.state, now = all[done - 1];
    const read = new Map(now.cells.map((cell) => [`${cell.row},${cell.column}`, cell]));
    for (const button of this.shadowRoot.querySelectorAll("button")) {
      const { go } = button.dataset, idle = go === "1" || go === "all" ? done === all.length : done === 1;
      button.setAttribute("aria-disabled", String(idle));
    }
    const says = this.sentence(now, all.length);
    if (this.find(".say").textContent !== says) this.find(".say").textContent = says;
    const [name] = PICTURES[this.state.picture], [kernelName, kernel, divisor] = KERNELS[this.state.kernel];
    const p = this.state.border === "none" ? 0 : 1, reach = dilation * (K - 1) + 1;
    this.put(".big", `Picture: ${name}${p ? `, border of ${this.state.border}` : ""}`, grid(x.map((row, i) => row.map((cell, j) => (
      { text: cell.value, shade: cell.value / 9, added: cell.added, on: read.has(`${i},${j}`) }))),
    `The picture, ${x.length} by ${x.length} numbers; the window reads rows ${now.i * stride} to ${now.i * stride + reach - 1} and columns ${now.j * stride} to ${now.j * stride + reach - 1}.`));
    this.put(".kernel", `Kernel${divisor > 1 ? `, each / ${divisor}` : ""}`, grid(kernel.map((row) => row.map((v) => ({ text: sign(v) }))), `The kernel ${kernelName}: ${kernel.map((row) => row.map(sign).join(", ")).join("; ")}${divisor > 1 ? `, divided by ${divisor}` : ""}.`));
    const rows = Array.from({ length: count }, (_, i) => Array.from({ length: count }, (_, j) => {
      const t = i * count + j;
      return { text: t < done ? show(all[t].sum) : "", on: t === done - 1 };
    }));
    const size = `⌊(${x.length} − ${reach}) / ${stride}⌋ + 1 = ${count}`;
    this.put(".map", `Map, ${count} × ${count}: ${size}`, grid(rows, `The map, ${count} by ${count}, ${done} of ${all.length} entries known: ${all.slice(0, done).map((w) => show(w.sum)).join(", ")}.`));
  }

  put(figure, caption, svg) {
    this.find(`${figure} figcaption`).textContent = caption;
    this.find(`${figure} div`).innerHTML = svg;
  }

  sentence({ i, j, cells, sum, divisor }, total) {
    const terms = cells.filter((c) => c.weight !== 0 && c.value !== 0)
      .map((c) => (c.weight < 0 ? `(${sign(c.weight)})·${c.value}` : `${c.weight}·${c.value}`));
    const added = terms.length === 0 ? "all products are 0; the sum is" : divisor === 1 ? `${terms.join(" + ")} =` : `(${terms.join(" + ")}) / ${divisor} =`;
    return `Window ${this.state.done} of ${total}, row ${i} and column ${j} of the map: ${added} ${show(sum)}.`;
  }
}

if (!customElements.get("dlf-convolution-steps")) customElements.define("dlf-convolution-steps", ConvolutionSteps);
