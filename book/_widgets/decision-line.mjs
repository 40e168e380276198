// A neuron with two inputs: bias and weights by slider, its line in the plane, and one point to ask about.
//
// The whole state is: which points, the three numbers, and the point. Everything shown is computed from that.

const EIGHT = [[-1, -2, 1], [2, 2, 1], [2, -2, 1], [-2, 0, 0], [-1, 2, 0], [2, 0, 1], [-1, 0, 0], [1, -2, 1]];
const gate = (...answers) => [[0, 0], [0, 1], [1, 0], [1, 1]].map((corner, k) => [...corner, answers[k]]);
const SETS = {
  eight: { name: "the eight points", points: EIGHT, low: -3, high: 3, tick: 1 },
  and: { name: "AND", points: gate(0, 0, 0, 1), low: -1, high: 2, tick: 0.5 },
  or: { name: "OR", points: gate(0, 1, 1, 1), low: -1, high: 2, tick: 0.5 },
  xor: { name: "XOR, the lamp", points: gate(0, 1, 1, 0), low: -1, high: 2, tick: 0.5 },
};
const KNOBS = [["b", "bias b", 1], ["w1", "weight w₁", 3], ["w2", "weight w₂", -2]];
const LIMIT = 6;
const SIZE = 400, EDGE = 34;

/** A number with at most `digits` decimals, without trailing zeros, with a real minus sign. */
function show(x, digits = 6) {
  if (Math.abs(x) >= 1e5 || (x !== 0 && Math.abs(x) < 0.5 * 10 ** -digits)) return x.toExponential(2).replaceAll("-", "−");
  const text = x.toFixed(digits).replace(/\.?0+$/, "");
  return (text === "-0" ? "0" : text).replace("-", "−");
}

const inBrackets = (x) => (x < 0 ? `(${show(x)})` : show(x));

/** Two ends of the line z = 0 that lie outside the square [low, high], or null if there is no line. */
function ends({ b, w1, w2 }, low, high) {
  const square = w1 * w1 + w2 * w2;
  if (square === 0) return null;
  const middle = (low + high) / 2, s = -(b + (w1 + w2) * middle) / square;
  const reach = (high - low) / Math.sqrt(square) + Math.abs(s);
  const foot = [middle + s * w1, middle + s * w2];
  return [[foot[0] - reach * w2, foot[1] + reach * w1], [foot[0] + reach * w2, foot[1] - reach * w1]];
}

/** The part of the square [low, high] where z >= 0, as a polygon. */
function half({ b, w1, w2 }, low, high) {
  const corners = [[low, low], [high, low], [high, high], [low, high]];
  const z = ([x1, x2]) => b + w1 * x1 + w2 * x2;
  return corners.flatMap((from, k) => {
    const to = corners[(k + 1) % 4], here = z(from), there = z(to);
    const kept = here >= 0 ? [from] : [];
    if ((here >= 0) !== (there >= 0)) {
      const part = here / (here - there);
      kept.push([from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])]);
    }
    return kept;
  });
}

const STYLE = `
:host { display: block; text-align: left; color: var(--pst-color-text-base, #222); font-size: 1rem; }
.panel { display: flex; flex-wrap: wrap; gap: .75rem 1.25rem; }
.picture { flex: 1 1 17rem; min-width: 0; max-width: 27rem; }
.side { flex: 1 1 16rem; min-width: 0; }
svg { display: block; width: 100%; height: auto; }
label { display: block; font-size: .9rem; }
.knob { display: grid; grid-template-columns: 5.2rem 1fr 5rem; gap: .5rem; align-items: center; margin: .3rem 0; }
.asked { display: flex; flex-wrap: wrap; gap: .4rem .8rem; align-items: center; margin: .5rem 0; font-size: .9rem; border: 0; padding: 0; min-width: 0; }
.asked legend { float: left; padding: 0; }
.asked label { display: flex; gap: .3rem; align-items: center; }
input[type=range] { width: 100%; min-width: 0; accent-color: var(--pst-color-primary, #0a7d91); }
input[type=number], select, button { font: inherit; font-size: .9rem; color: inherit; background: var(--pst-color-surface, #eee);
  border: 1px solid var(--pst-color-border, #777); border-radius: .25rem; padding: .3rem .45rem; max-width: 100%; box-sizing: border-box; }
input[type=number] { width: 5rem; }
.asked input[type=number] { width: 3.8rem; }
button { cursor: pointer; }
button:focus-visible, input:focus-visible, select:focus-visible {
  outline: 3px solid var(--pst-color-primary, #0a7d91); outline-offset: 2px; }
.top { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin-bottom: .4rem; }
.say { margin: .5rem 0 0; padding: .45rem .6rem; background: var(--pst-color-surface, #eee); border-radius: .25rem; overflow-wrap: anywhere; }
.key { margin: .4rem 0 0; font-size: .82rem; }
table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; width: 100%; }
th, td { padding: .15rem .3rem; border-bottom: 1px solid var(--pst-color-border, #ccc); text-align: left; font-weight: 400; }
td { text-align: right; overflow-wrap: anywhere; }
svg text { font: 13px system-ui, sans-serif; fill: currentColor; }
.axis { stroke: currentColor; opacity: .35; stroke-width: 1; }
.frame { fill: none; stroke: var(--pst-color-border, #999); }
.ones { fill: var(--pst-color-primary, #0a7d91); opacity: .16; }
.line { stroke: currentColor; stroke-width: 2.5; }
.arrow { stroke: currentColor; stroke-width: 2; fill: none; }
.one { fill: var(--pst-color-primary, #0a7d91); }
.zero { stroke: var(--pst-color-secondary, #8045e5); stroke-width: 4; }
.wrong { fill: none; stroke: currentColor; stroke-width: 2; }
.asked-point { fill: none; stroke: currentColor; stroke-width: 2.5; }
.walk { stroke: currentColor; stroke-width: 2; stroke-dasharray: 3 4; }
`;

const PANEL = `
<div class="panel">
  <div class="picture"></div>
  <div class="side">
    <div class="top">
      <label>Points <select>${Object.entries(SETS).map(([key, set]) => `<option value="${key}">${set.name}</option>`).join("")}</select></label>
      <button type="button">Back to 1, 3, −2</button>
    </div>
    ${KNOBS.map(([key, name]) => `<div class="knob"><label for="${key}">${name}</label>
      <input type="range" id="${key}" data-key="${key}" min="${-LIMIT}" max="${LIMIT}" step="0.1">
      <input type="number" data-key="${key}" min="${-LIMIT}" max="${LIMIT}" step="0.1" aria-label="${name}, number"></div>`).join("")}
    <fieldset class="asked"><legend>Point</legend>
      <label>x₁ <input type="number" data-key="x1" min="-9" max="9" step="0.5"></label>
      <label>x₂ <input type="number" data-key="x2" min="-9" max="9" step="0.5"></label></fieldset>
    <table><tbody></tbody></table>
    <p class="say" role="status" aria-live="polite" aria-atomic="true"></p>
    <p class="key">Discs: target 1. Crosses: target 0. Ringed: wrong. Shaded: the neuron answers 1. Arrow: the direction of the weights. Diamond: the point given by its two coordinates.</p>
  </div>
</div>`;

class DecisionLine extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = `<style>${STYLE}</style>${PANEL}`;
    this.find = (selector) => root.querySelector(selector);
    this.set = "eight";
    this.reset();
    this.x1 = -1;
    this.x2 = 2;
    root.addEventListener("input", (event) => this.change(event.target));
    root.addEventListener("focusout", () => this.render());
    this.find("button").addEventListener("click", () => { this.reset(); this.render(); });
    this.render();
  }

  reset() {
    for (const [key, , value] of KNOBS) this[key] = value;
  }

  change(control) {
    if (control.tagName === "SELECT") this.set = control.value;
    else {
      const value = Number(control.value), { key } = control.dataset;
      if (control.value.trim() === "" || !Number.isFinite(value)) return;
      const limit = key.startsWith("x") ? 9 : LIMIT;
      this[key] = Math.max(-limit, Math.min(limit, value));
    }
    this.render(control);
  }

  /** Show the state; leave the control alone in which the reader is typing. */
  render(typing) {
    const { b, w1, w2, x1, x2 } = this;
    for (const input of this.shadowRoot.querySelectorAll("input")) {
      if (input !== typing) input.value = String(this[input.dataset.key]);
    }
    const z = Number((b + w1 * x1 + w2 * x2).toFixed(12));
    const norm = Math.hypot(w1, w2);
    const wrong = SETS[this.set].points.filter((point) => this.answer(point) !== point[2]);
    const count = SETS[this.set].points.length;
    const rows = [
      ["z", `${show(b)} + ${inBrackets(w1)}·${inBrackets(x1)} + ${inBrackets(w2)}·${inBrackets(x2)} = ${show(z)}`],
      ["step(z)", z >= 0 ? "1" : "0"],
      ["sigmoid(z)", (1 / (1 + Math.exp(-z))).toFixed(6)],
      ["distance", norm === 0 ? "there is no line" : (Math.abs(z) / norm).toFixed(6)],
    ];
    this.find("tbody").innerHTML = rows.map(([name, value]) => `<tr><th scope="row">${name}</th><td>${value}</td></tr>`).join("");
    const line = norm === 0 ? "Both weights are 0: there is no line." : w2 === 0 ? `Line: x₁ = ${show(-b / w1, 3)}.`
      : `Line: x₂ = ${show(-w1 / w2, 3)}·x₁ ${-b / w2 < 0 ? "−" : "+"} ${show(Math.abs(b / w2), 3)}.`;
    const verdict = `${wrong.length} of ${count} points wrong. ${line} At (${show(x1)}, ${show(x2)}) the neuron answers ${z >= 0 ? 1 : 0}.`;
    if (this.find(".say").textContent !== verdict) this.find(".say").textContent = verdict;
    this.picture(wrong, norm, z, `Plane with ${SETS[this.set].name}. Bias ${show(b)}, weights ${show(w1)} and ${show(w2)}. ${verdict}`);
  }

  answer([x1, x2]) {
    return Number((this.b + this.w1 * x1 + this.w2 * x2).toFixed(12)) >= 0 ? 1 : 0;
  }

  picture(wrong, norm, z, label) {
    const { points, low, high, tick } = SETS[this.set];
    const inner = SIZE - 2 * EDGE, scale = inner / (high - low);
    const at = ([x1, x2]) => [EDGE + (x1 - low) * scale, SIZE - EDGE - (x2 - low) * scale];
    const segment = (from, to, kind, more = "") => {
      const [[ax, ay], [bx, by]] = [at(from), at(to)];
      return `<line x1="${ax}" y1="${ay}" x2="${bx}" y2="${by}" class="${kind}" ${more}/>`;
    };
    const parts = [], inside = [];
    inside.push(`<polygon class="ones" points="${half(this, low, high).map((p) => at(p).join(",")).join(" ")}"/>`);
    for (let t = low; t <= high; t += tick) {
      const [x, y] = at([t, t]);
      parts.push(`<text x="${x}" y="${SIZE - EDGE + 17}" text-anchor="middle">${show(t, 1)}</text>`,
        `<text x="${EDGE - 6}" y="${y + 4}" text-anchor="end">${show(t, 1)}</text>`);
    }
    inside.push(segment([low, 0], [high, 0], "axis"), segment([0, low], [0, high], "axis"));
    const line = ends(this, low, high);
    if (line) {
      const { b, w1, w2, x1, x2 } = this;
      inside.push(segment(...line, "line"));
      inside.push(segment([x1, x2], [x1 - (z * w1) / norm ** 2, x2 - (z * w2) / norm ** 2], "walk"));
      const middle = (low + high) / 2, s = -(b + (w1 + w2) * middle) / norm ** 2;
      const foot = at([middle + s * w1, middle + s * w2]), tip = [foot[0] + (46 * w1) / norm, foot[1] - (46 * w2) / norm];
      const turn = Math.atan2(tip[1] - foot[1], tip[0] - foot[0]);
      const barb = (a) => `${tip[0] - 11 * Math.cos(turn + a)},${tip[1] - 11 * Math.sin(turn + a)}`;
      inside.push(`<path class="arrow" d="M${foot.join(",")} L${tip.join(",")} M${barb(0.45)} L${tip.join(",")} L${barb(-0.45)}"/>`);
    }
    for (const point of points) {
      const [x, y] = at(point);
      inside.push(point[2] === 1 ? `<circle class="one" cx="${x}" cy="${y}" r="7"/>`
        : `<path class="zero" d="M${x - 6},${y - 6} l12,12 m0,-12 l-12,12"/>`);
      if (wrong.includes(point)) inside.push(`<circle class="wrong" cx="${x}" cy="${y}" r="17"/>`);
    }
    const [x, y] = at([this.x1, this.x2]);
    inside.push(`<path class="asked-point" d="M${x},${y - 12} l12,12 l-12,12 l-12,-12 z"/>`);
    this.find(".picture").innerHTML = `<svg viewBox="0 0 ${SIZE} ${SIZE}" role="img" aria-label="${label}">`
      + `<clipPath id="field"><rect x="${EDGE}" y="${EDGE}" width="${inner}" height="${inner}"/></clipPath>`
      + `<g clip-path="url(#field)">${inside.join("")}</g>${parts.join("")}`
      + `<rect class="frame" x="${EDGE}" y="${EDGE}" width="${inner}" height="${inner}"/>`
      + `<text x="${SIZE - EDGE + 6}" y="${SIZE - EDGE + 4}">x₁</text><text x="${EDGE}" y="${EDGE - 10}" text-anchor="middle">x₂</text></svg>`;
  }
}

if (!customElements.get("dlf-decision-line")) customElements.define("dlf-decision-line", DecisionLine);
