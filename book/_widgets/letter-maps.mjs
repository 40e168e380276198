// A trained convolutional network that reads letters of 28 by 28 pixels: pick one or draw one, and see every map.
//
// The network is the one in book/_models/letter-reader.npz. Model and pictures are written here by
// book/_make/letter_reader.py: bytes W1, b1, ... W4, b4, each array in units of 2**-STEPS; 16 grey levels, 0 to f.

const MODEL = "";
const STEPS = [];
const SAMPLES = [];
const LETTERS = "ABCDEFGHIKLMNOPQRSTUVWXY";
const SIDE = 28;
const LAYERS = [
  { kernel: 5, reads: 1, maps: 8, side: 28, name: "first convolution" },
  { kernel: 3, reads: 8, maps: 16, side: 14, name: "second convolution" },
  { kernel: 3, reads: 16, maps: 32, side: 7, name: "third convolution" },
];

/** The arrays of the network, weights and biases in turn. */
function arrays() {
  const bytes = Int8Array.from(atob(MODEL), (c) => c.charCodeAt(0));
  const sizes = LAYERS.flatMap(({ kernel, reads, maps }) => [kernel * kernel * reads * maps, maps]).concat([288 * 24, 24]);
  let at = 0;
  return sizes.map((size, k) => {
    const made = Float64Array.from(bytes.subarray(at, at + size), (code) => code / 2 ** STEPS[k]);
    at += size;
    return made;
  });
}
const ARRAYS = arrays();

/** ReLU of a convolution that keeps the sides; place (r, c) of map m is at (r * side + c) * maps + m. */
function convolved(now, { kernel, reads, maps, side }, weights, bias) {
  const half = (kernel - 1) / 2, out = new Float64Array(side * side * maps);
  for (let r = 0; r < side; r += 1) {
    for (let c = 0; c < side; c += 1) {
      const at = (r * side + c) * maps;
      for (let m = 0; m < maps; m += 1) out[at + m] = bias[m];
      for (let i = Math.max(0, half - r); i < Math.min(kernel, side + half - r); i += 1) {
        for (let j = Math.max(0, half - c); j < Math.min(kernel, side + half - c); j += 1) {
          for (let k = 0; k < reads; k += 1) {
            const value = now[((r + i - half) * side + c + j - half) * reads + k];
            const from = ((i * kernel + j) * reads + k) * maps;
            if (value) for (let m = 0; m < maps; m += 1) out[at + m] += value * weights[from + m];
          }
        }
      }
      for (let m = 0; m < maps; m += 1) out[at + m] = Math.max(0, out[at + m]);
    }
  }
  return out;
}

/** The maxima of windows of 2 by 2; an odd last row or column is left out. */
function pooled(now, { maps, side }) {
  const half = Math.floor(side / 2), out = new Float64Array(half * half * maps);
  for (let r = 0; r < half; r += 1) {
    for (let c = 0; c < half; c += 1) {
      for (let m = 0; m < maps; m += 1) {
        const at = (row, column) => now[((2 * r + row) * side + 2 * c + column) * maps + m];
        out[(r * half + c) * maps + m] = Math.max(at(0, 0), at(0, 1), at(1, 0), at(1, 1));
      }
    }
  }
  return out;
}

/** The maps of the three convolutions and the 24 scores, for 784 pixels from 0 to 1. */
export function forward(pixels) {
  let now = pixels;
  const seen = LAYERS.map((layer, k) => {
    const maps = convolved(now, layer, ARRAYS[2 * k], ARRAYS[2 * k + 1]);
    now = pooled(maps, layer);
    return maps;
  });
  const [weights, bias] = ARRAYS.slice(6);
  const scores = Array.from(bias);
  now.forEach((value, i) => scores.forEach((_, j) => { scores[j] += value * weights[i * 24 + j]; }));
  return { seen, scores };
}

/** The softmax of scores. */
export function shares(scores) {
  const top = Math.max(...scores), raised = scores.map((z) => Math.exp(z - top));
  const all = raised.reduce((a, b) => a + b, 0);
  return raised.map((one) => one / all);
}

/** The pixels of a picture that is written as hexadecimal digits. */
export const pixelsOf = (text) => Float64Array.from(text, (digit) => parseInt(digit, 16) / 15);

const percent = (share) => `${(100 * share).toFixed(1)} %`;
const STYLE = `
:host { display: block; text-align: left; color: var(--pst-color-text-base, #222); font-size: 1rem; }
.panel { display: flex; flex-wrap: wrap; gap: .75rem 1.5rem; align-items: flex-start; }
.pad { flex: 0 1 14rem; min-width: 0; }
.scores { flex: 1 1 14rem; min-width: 0; max-width: 26rem; }
.knobs { display: flex; flex-wrap: wrap; gap: .5rem .9rem; align-items: center; margin: 0 0 .6rem; font-size: .9rem; }
select, button { font: inherit; color: inherit; background: var(--pst-color-surface, #eee); border: 1px solid var(--pst-color-border, #777); border-radius: .25rem; padding: .3rem .5rem; }
button { cursor: pointer; }
canvas { display: block; width: 100%; height: auto; image-rendering: pixelated; box-sizing: border-box; border: 1px solid var(--pst-color-border, #999); }
.pad canvas { touch-action: none; cursor: crosshair; }
select:focus-visible, button:focus-visible, canvas:focus-visible { outline: 3px solid var(--pst-color-primary, #0a7d91); outline-offset: 2px; }
.say { margin: .5rem 0; padding: .45rem .6rem; background: var(--pst-color-surface, #eee); border-radius: .25rem; overflow-wrap: anywhere; }
.hint, .title { font-size: .85rem; margin: .3rem 0; }
.title { margin: .7rem 0 .2rem; }
svg { display: block; width: 100%; height: auto; }
svg text { font: 15px system-ui, sans-serif; fill: currentColor; }
.bar { fill: var(--pst-color-primary, #0a7d91); }
.rest { fill: var(--pst-color-secondary, #8045e5); opacity: .55; }
`;
const options = [...LETTERS].map((letter, k) => `<option value="${k}">${letter}, drawn by Computer Modern</option>`).join("");
const PANEL = `
<div class="knobs">
  <label>Picture <select id="which">${options}<option value="own">your own drawing</option></select></label>
  <button type="button" id="clear">Empty it and draw</button><button type="button" id="erase" aria-pressed="false">Rub out</button>
</div>
<div class="panel">
  <div class="pad"><canvas id="pad" width="${SIDE}" height="${SIDE}" tabindex="0" role="application" aria-roledescription="drawing"></canvas>
    <p class="hint">Draw with pointer or finger. By keyboard: arrow keys move the pen, space sets ink or rubs it out.</p></div>
  <div class="scores"></div>
</div>
<p class="say" role="status" aria-live="polite" aria-atomic="true"></p>
${LAYERS.map(({ name, maps, side }, k) => `<p class="title">${maps} maps of the ${name}, ${side} by ${side}</p><canvas id="maps${k}" role="img"></canvas>`).join("")}`;

class LetterMaps extends (globalThis.HTMLElement ?? Object) {
  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = `<style>${STYLE}</style>${PANEL}`;
    this.find = (selector) => root.querySelector(selector);
    this.pen = { row: 14, column: 14, shown: false };
    this.find("#which").addEventListener("input", () => this.pick(this.find("#which").value));
    this.find("#clear").addEventListener("click", () => { this.own(new Float64Array(SIDE * SIDE)); this.render(); this.find("#pad").focus(); });
    this.find("#erase").addEventListener("click", () => this.find("#erase").setAttribute("aria-pressed", String(!this.erases())));
    this.listen(this.find("#pad"));
    this.find("#which").value = String(LETTERS.indexOf("R"));
    this.pick(this.find("#which").value);
  }

  erases() { return this.find("#erase").getAttribute("aria-pressed") === "true"; }

  pick(value) {
    this.which = value;
    this.pixels = value === "own" ? this.pixels ?? new Float64Array(SIDE * SIDE) : pixelsOf(SAMPLES[Number(value)]);
    this.render();
  }

  own(pixels) { this.pixels = pixels; this.which = "own"; this.find("#which").value = "own"; }

  listen(pad) {
    const at = (event) => {
      const box = pad.getBoundingClientRect();
      return [((event.clientY - box.top) / box.height) * SIDE - 0.5, ((event.clientX - box.left) / box.width) * SIDE - 0.5];
    };
    pad.addEventListener("pointerdown", (event) => { pad.setPointerCapture(event.pointerId); this.last = at(event); this.stroke(this.last); });
    pad.addEventListener("pointermove", (event) => { if (this.last) this.stroke(at(event)); });
    for (const end of ["pointerup", "pointercancel"]) pad.addEventListener(end, () => { this.last = null; });
    for (const [kind, shown] of [["focus", true], ["blur", false]]) pad.addEventListener(kind, () => { this.pen.shown = shown; this.paint(); });
    pad.addEventListener("keydown", (event) => {
      const move = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
      if (!move && event.key !== " ") return;
      event.preventDefault();
      if (move) {
        this.pen.row = Math.min(SIDE - 1, Math.max(0, this.pen.row + move[0]));
        this.pen.column = Math.min(SIDE - 1, Math.max(0, this.pen.column + move[1]));
        this.label();
        this.paint();
      } else {
        this.dab(this.pen.row, this.pen.column);
        this.render();
      }
    });
  }

  /** Ink, or none, in a round spot of about three pixels. */
  dab(row, column) {
    const pixels = Float64Array.from(this.pixels), erase = this.erases();
    for (let r = Math.max(0, Math.floor(row) - 2); r <= Math.min(SIDE - 1, Math.ceil(row) + 2); r += 1) {
      for (let c = Math.max(0, Math.floor(column) - 2); c <= Math.min(SIDE - 1, Math.ceil(column) + 2); c += 1) {
        const ink = Math.min(1, Math.max(0, 1.8 - Math.hypot(r - row, c - column)));
        pixels[r * SIDE + c] = erase ? Math.min(pixels[r * SIDE + c], 1 - ink) : Math.max(pixels[r * SIDE + c], ink);
      }
    }
    this.own(pixels);
  }

  stroke([row, column]) {
    const [from, start] = this.last, steps = Math.max(1, Math.ceil(2 * Math.hypot(row - from, column - start)));
    for (let k = 1; k <= steps; k += 1) this.dab(from + ((row - from) * k) / steps, start + ((column - start) * k) / steps);
    this.last = [row, column];
    this.render();
  }

  render() {
    const { seen, scores } = forward(this.pixels);
    const probable = shares(scores), ranked = [...probable.keys()].sort((a, b) => probable[b] - probable[a]);
    this.thing = this.which === "own" ? "Your drawing" : `A held-out ${LETTERS[Number(this.which)]}`;
    const [first, second] = ranked.map((k) => `${LETTERS[k]} with ${percent(probable[k])}`);
    const said = this.pixels.some((v) => v > 0) ? `${this.thing}: it answers ${first}, then ${second}.`
      : `An empty picture: it answers ${first}, then ${second}. It cannot say that nothing is there.`;
    if (this.find(".say").textContent !== said) this.find(".say").textContent = said;
    this.find(".scores").innerHTML = this.bars(probable, scores, ranked.slice(0, 6));
    this.label();
    this.paint();
    seen.forEach((maps, k) => this.show(maps, k));
  }

  label() {
    this.find("#pad").setAttribute("aria-label", `${this.thing}, 28 by 28 pixels; pen in row ${this.pen.row + 1}, column ${this.pen.column + 1}`);
  }

  paint() {
    const pad = this.find("#pad"), to = pad.getContext("2d"), image = to.createImageData(SIDE, SIDE);
    this.pixels.forEach((v, k) => image.data.set([255 * v, 255 * v, 255 * v, 255], 4 * k));
    if (this.pen.shown) image.data.set([230, 120, 20, 255], 4 * (this.pen.row * SIDE + this.pen.column));
    to.putImageData(image, 0, 0);
  }

  bars(probable, scores, best) {
    const rows = best.map((k, place) => `<text x="4" y="${place * 26 + 19}">${LETTERS[k]}</text>`
      + `<rect class="${place ? "rest" : "bar"}" x="26" y="${place * 26 + 4}" width="${Math.max(0.5, 150 * probable[k])}" height="18"/>`
      + `<text x="${34 + 150 * probable[k]}" y="${place * 26 + 19}">${percent(probable[k])}, score ${scores[k].toFixed(2).replace("-", "−")}</text>`);
    return `<svg viewBox="0 0 345 160" role="img" aria-label="The six most probable letters; the first is ${LETTERS[best[0]]} with ${percent(probable[best[0]])}">${rows.join("")}</svg>`;
  }

  /** All maps of a layer beside each other, the largest value of the layer white. */
  show(values, k) {
    const { maps, side, name } = LAYERS[k], across = [4, 8, 8][k], gap = 1, cell = side + gap;
    const canvas = this.find(`#maps${k}`), down = maps / across, top = Math.max(...values) || 1;
    [canvas.width, canvas.height] = [across * cell + gap, down * cell + gap];
    const to = canvas.getContext("2d"), image = to.createImageData(canvas.width, canvas.height);
    for (let at = 0; at < image.data.length; at += 4) image.data.set([90, 110, 170, 255], at);
    let strongest = 0, most = -1;
    for (let m = 0; m < maps; m += 1) {
      let sum = 0;
      for (let place = 0; place < side * side; place += 1) {
        const value = values[place * maps + m], grey = (255 * value) / top;
        const row = Math.floor(m / across) * cell + gap + Math.floor(place / side), column = (m % across) * cell + gap + (place % side);
        image.data.set([grey, grey, grey, 255], 4 * (row * canvas.width + column));
        sum += value;
      }
      if (sum > most) [most, strongest] = [sum, m];
    }
    to.putImageData(image, 0, 0);
    const idle = Array.from({ length: maps }, (_, m) => m).filter((m) => values.every((v, i) => i % maps !== m || v === 0)).length;
    canvas.setAttribute("aria-label", `The ${maps} maps of the ${name}; map ${strongest + 1} responds most, ${idle} are zero everywhere`);
  }
}

if (globalThis.customElements && !customElements.get("dlf-letter-maps")) customElements.define("dlf-letter-maps", LetterMaps);
