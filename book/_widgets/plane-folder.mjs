// A 2-2-1 network of ReLU units: the plane of the inputs, the plane of what the two hidden units pass on, and the output.
//
// The whole state is: which points, nine numbers, which unit the sliders move, and the point to ask about.

const around = (count, radius, target) => Array.from({ length: count }, (_, k) => {
  const angle = (2 * Math.PI * (k + 0.5)) / count;
  return [radius * Math.cos(angle), radius * Math.sin(angle), target];
});
const SETS = {
  lamp: { name: "the lamp (XOR)", low: -1, high: 2, points: [[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]] },
  band: {
    name: "a band", low: -3, high: 3,
    points: [[-2, 1, 0], [0, 0, 0], [1, -1.5, 0], [2, -2, 0], [-1, 1.5, 0], [-2, -1, 1], [0, -2.5, 1], [2, 1, 1], [0.5, 2, 1], [-1, -1, 1]],
  },
  ring: { name: "the boat (inside, outside)", low: -3, high: 3, points: [...around(5, 0.5, 0), ...around(16, 2, 1)] },
};
const SETTINGS = {
  start: [1, 0, 0, 0, 1, 0, 1, 1, -0.5],
  text: [1, -1, 0, -1, 1, 0, 1, 1, -0.5],
  band: [1, 1, -1, -1, -1, -1, 1, 1, -0.5],
};
const UNITS = [["hidden unit 1", ["w₁", "w₂", "b"]], ["hidden unit 2", ["w₁", "w₂", "b"]], ["output", ["v₁", "v₂", "c"]]];
const SIZE = 330, EDGE = 30, LIMIT = 3;

/** A number with at most three decimals and a real minus sign. */
const show = (x) => String(Number(x.toFixed(3)) + 0).replace("-", "−");
const exact = (x) => Number(x.toFixed(9)) + 0;

/** The part of a polygon where f(point) >= 0, for a function f that is linear on it. */
function clip(polygon, f) {
  return polygon.flatMap((from, k) => {
    const to = polygon[(k + 1) % polygon.length], here = f(from), there = f(to);
    const kept = here >= 0 ? [from] : [];
    if (here >= 0 !== there >= 0) {
      const part = here / (here - there);
      kept.push([from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])]);
    }
    return kept;
  });
}

const STYLE = `
:host { display: block; text-align: left; color: var(--pst-color-text-base, #222); font-size: 1rem; }
.planes { display: flex; flex-wrap: wrap; gap: .5rem 1rem; }
.planes figure { flex: 1 1 16rem; min-width: 0; max-width: 24rem; margin: 0; }
figcaption { font-size: .9rem; }
svg { display: block; width: 100%; height: auto; }
.row { display: flex; flex-wrap: wrap; gap: .5rem .9rem; align-items: end; margin: .4rem 0; }
label { font-size: .9rem; }
.knob { display: grid; grid-template-columns: 2rem 1fr 5rem; gap: .5rem; align-items: center; margin: .3rem 0; max-width: 36rem; }
input[type=range] { width: 100%; min-width: 0; accent-color: var(--pst-color-primary, #0a7d91); }
input[type=number], select, button { font: inherit; font-size: .9rem; color: inherit; background: var(--pst-color-surface, #eee);
  border: 1px solid var(--pst-color-border, #777); border-radius: .25rem; padding: .3rem .45rem; max-width: 100%; box-sizing: border-box; }
input[type=number] { width: 5rem; }
.asked input { width: 4rem; }
button { cursor: pointer; }
button:focus-visible, input:focus-visible, select:focus-visible { outline: 3px solid var(--pst-color-primary, #0a7d91); outline-offset: 2px; }
.say { margin: .5rem 0 0; padding: .45rem .6rem; background: var(--pst-color-surface, #eee); border-radius: .25rem; overflow-wrap: anywhere; }
.key, .numbers { margin: .4rem 0 0; font-size: .85rem; overflow-wrap: anywhere; }
svg text { font: 12px system-ui, sans-serif; fill: currentColor; }
.axis { stroke: currentColor; opacity: .4; }
.frame { fill: none; stroke: var(--pst-color-border, #999); }
.yes { fill: var(--pst-color-primary, #0a7d91); opacity: .2; }
.image { fill: currentColor; stroke: currentColor; stroke-width: 3; opacity: .12; }
.line { stroke: currentColor; stroke-width: 2; }
.second { stroke-dasharray: 7 4; }
.cut { stroke: var(--pst-color-secondary, #8045e5); stroke-width: 3; }
.one { fill: var(--pst-color-primary, #0a7d91); }
.zero { stroke: var(--pst-color-secondary, #8045e5); stroke-width: 3.5; }
.wrong { fill: none; stroke: currentColor; stroke-width: 2; }
.asked-point { fill: none; stroke: currentColor; stroke-width: 2.5; }
`;

const PANEL = `
<div class="row">
  <label>Points <select data-key="set">${Object.entries(SETS).map(([key, { name }]) => `<option value="${key}">${name}</option>`).join("")}</select></label>
  <label>Move <select data-key="unit">${UNITS.map(([name], k) => `<option value="${k}">${name}</option>`).join("")}</select></label>
  <button type="button" data-set="text">Fold on the diagonal</button>
  <button type="button" data-set="band">Fold for the band</button>
  <button type="button" data-set="start">Start again</button>
</div>
${[0, 1, 2].map((k) => `<div class="knob"><span id="name${k}"></span>
  <input type="range" data-knob="${k}" min="${-LIMIT}" max="${LIMIT}" step="0.1" aria-labelledby="name${k}">
  <input type="number" data-knob="${k}" min="${-LIMIT}" max="${LIMIT}" step="0.1" aria-labelledby="name${k}"></div>`).join("")}
<div class="row asked">Point
  <label>x₁ <input type="number" data-x="0" min="-3" max="3" step="0.5"></label>
  <label>x₂ <input type="number" data-x="1" min="-3" max="3" step="0.5"></label></div>
<div class="planes"><figure class="before"><div></div><figcaption>The inputs. Solid and dashed: where unit 1 and unit 2 wake up.</figcaption></figure>
<figure class="after"><div></div><figcaption>What the hidden units pass on. Thick: the line of the output.</figcaption></figure></div>
<p class="say" role="status" aria-live="polite" aria-atomic="true"></p>
<p class="numbers"></p>
<p class="key">Discs: target 1. Crosses: target 0. Ringed: wrong. Coloured: the network answers 1. Grey, on the right: where the square of the left picture ends up. Diamond: the point given by its coordinates.</p>`;

class PlaneFolder extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = `<style>${STYLE}</style>${PANEL}`;
    this.find = (selector) => root.querySelector(selector);
    Object.assign(this, { set: "lamp", unit: 0, p: [...SETTINGS.start], x: [0, 1] });
    root.addEventListener("input", ({ target }) => this.change(target));
    root.addEventListener("focusout", () => this.render());
    root.addEventListener("click", ({ target }) => {
      if (!target.dataset.set) return;
      this.p = [...SETTINGS[target.dataset.set]];
      this.render();
    });
    this.render();
  }

  change(control) {
    const { key, knob, x } = control.dataset;
    if (key === "set") this.set = control.value;
    else if (key === "unit") this.unit = Number(control.value);
    else {
      const value = Math.max(-LIMIT, Math.min(LIMIT, Number(control.value)));
      if (control.value.trim() === "" || !Number.isFinite(value)) return;
      if (x) this.x[Number(x)] = value;
      else this.p[3 * this.unit + Number(knob)] = value;
    }
    this.render(control);
  }

  z([x1, x2], unit) {
    const [w1, w2, b] = this.p.slice(3 * unit);
    return exact(x1 * w1 + x2 * w2 + b);
  }

  hidden(point) {
    return [0, 1].map((unit) => Math.max(0, this.z(point, unit)));
  }

  output(point) {
    return this.z(this.hidden(point), 2);
  }

  /** Show the state; leave the control alone in which the reader is typing. */
  render(typing) {
    const [name, letters] = UNITS[this.unit];
    for (const k of [0, 1, 2]) {
      this.find(`#name${k}`).textContent = letters[k];
      for (const input of this.shadowRoot.querySelectorAll(`[data-knob="${k}"]`)) {
        if (input !== typing) input.value = String(this.p[3 * this.unit + k]);
        input.setAttribute("aria-label", `${letters[k]} of ${name}`);
        input.removeAttribute("aria-labelledby");
      }
    }
    for (const input of this.shadowRoot.querySelectorAll("[data-x]")) {
      if (input !== typing) input.value = String(this.x[Number(input.dataset.x)]);
    }
    const { points } = SETS[this.set];
    const wrong = points.filter((point) => (this.output(point) >= 0 ? 1 : 0) !== point[2]);
    const h = this.hidden(this.x), y = this.output(this.x);
    const verdict = `${wrong.length} of ${points.length} points wrong. (${this.x.map(show).join(", ")}) goes to h = (${h.map(show).join(", ")}), `
      + `output ${show(y)}, answer ${y >= 0 ? 1 : 0}.`;
    if (this.find(".say").textContent !== verdict) this.find(".say").textContent = verdict;
    const p = this.p.map(show);
    this.find(".numbers").textContent = `Unit 1: w = (${p[0]}, ${p[1]}), b = ${p[2]}. Unit 2: w = (${p[3]}, ${p[4]}), b = ${p[5]}. `
      + `Output: v = (${p[6]}, ${p[7]}), c = ${p[8]}.`;
    this.pictures(points, wrong, verdict);
  }

  pictures(points, wrong, verdict) {
    const { low, high, name } = SETS[this.set];
    const square = [[low, low], [high, low], [high, high], [low, high]];
    const pieces = [[1, 1], [1, -1], [-1, 1], [-1, -1]].map(([first, second]) =>
      clip(clip(square, (q) => first * this.z(q, 0)), (q) => second * this.z(q, 1)));
    const yes = pieces.map((piece) => clip(piece, (q) => this.output(q)));
    const top = Math.max(2, Math.ceil(Math.max(...points.flatMap((point) => this.hidden(point))) + 0.4));
    this.draw(".before", low, high, ["x₁", "x₂"], {
      label: `Input plane with ${name}. ${verdict}`, points, wrong, at: (q) => q, yes, image: [],
      lines: [[this.p.slice(0, 3), "line"], [this.p.slice(3, 6), "line second"]],
    });
    const quadrant = [[0, 0], [top, 0], [top, top], [0, top]];
    this.draw(".after", -0.35, top, ["h₁", "h₂"], {
      label: `Hidden plane: the points as the output sees them. ${verdict}`, points, wrong, at: (q) => this.hidden(q),
      yes: [clip(quadrant, (q) => this.z(q, 2))], image: pieces.map((piece) => piece.map((q) => this.hidden(q))),
      lines: [[this.p.slice(6), "cut"]],
    });
  }

  draw(where, low, high, names, { label, points, wrong, at, yes, image, lines }) {
    const inner = SIZE - 2 * EDGE, scale = inner / (high - low);
    const to = ([a, b]) => [EDGE + (a - low) * scale, SIZE - EDGE - (b - low) * scale];
    const polygon = (corners, kind) => corners.length ? `<polygon class="${kind}" points="${corners.map((q) => to(q).map((v) => v.toFixed(2)).join(",")).join(" ")}"/>` : "";
    const segment = (from, until, kind) => {
      const [[ax, ay], [bx, by]] = [to(from), to(until)];
      return `<line class="${kind}" x1="${ax}" y1="${ay}" x2="${bx}" y2="${by}"/>`;
    };
    const inside = [...image.map((corners) => polygon(corners, "image")), ...yes.map((corners) => polygon(corners, "yes")),
      segment([low, 0], [high, 0], "axis"), segment([0, low], [0, high], "axis")];
    for (const [[w1, w2, b], kind] of lines) {
      const length = w1 * w1 + w2 * w2;
      if (length === 0) continue;
      const foot = [(-b * w1) / length, (-b * w2) / length], reach = (20 + Math.abs(b)) / Math.sqrt(length) + 20;
      const step = [(-w2 * reach) / Math.sqrt(length), (w1 * reach) / Math.sqrt(length)];
      inside.push(segment([foot[0] - step[0], foot[1] - step[1]], [foot[0] + step[0], foot[1] + step[1]], kind));
    }
    for (const point of points) {
      const [x, y] = to(at(point));
      inside.push(point[2] ? `<circle class="one" cx="${x}" cy="${y}" r="6"/>` : `<path class="zero" d="M${x - 5},${y - 5} l10,10 m0,-10 l-10,10"/>`);
      if (wrong.includes(point)) inside.push(`<circle class="wrong" cx="${x}" cy="${y}" r="13"/>`);
    }
    const [x, y] = to(at(this.x));
    inside.push(`<path class="asked-point" d="M${x},${y - 11} l11,11 l-11,11 l-11,-11 z"/>`);
    const ticks = [];
    for (let t = Math.ceil(low); t <= high; t += 1) {
      const [tx, ty] = to([t, t]);
      ticks.push(`<text x="${tx}" y="${SIZE - EDGE + 15}" text-anchor="middle">${show(t)}</text>`, `<text x="${EDGE - 5}" y="${ty + 4}" text-anchor="end">${show(t)}</text>`);
    }
    const id = `clip-${where.slice(1)}`;
    this.find(`${where} div`).innerHTML = `<svg viewBox="0 0 ${SIZE} ${SIZE}" role="img" aria-label="${label}">`
      + `<clipPath id="${id}"><rect x="${EDGE}" y="${EDGE}" width="${inner}" height="${inner}"/></clipPath><g clip-path="url(#${id})">${inside.join("")}</g>`
      + `<rect class="frame" x="${EDGE}" y="${EDGE}" width="${inner}" height="${inner}"/>${ticks.join("")}`
      + `<text x="${SIZE - EDGE + 4}" y="${SIZE - EDGE + 4}">${names[0]}</text><text x="${EDGE}" y="${EDGE - 8}" text-anchor="middle">${names[1]}</text></svg>`;
  }
}

if (!customElements.get("dlf-plane-folder")) customElements.define("dlf-plane-folder", PlaneFolder);
