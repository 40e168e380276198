// Plain gradient descent, momentum and Adam from one start, side by side on one error surface.
//
// The whole state is: surface, start, rate, memory, and the number of steps. The tracks are replayed from that.

const X = [1, 2, 3, 4, 5], Y = [5.1, 6.8, 9, 11.2, 12.9];
const SURFACES = {
  bath: {
    name: "the bath", axes: ["w", "b"], low: [-3, -2], high: [7, 8], tick: 2, start: [0, 0], floor: 0.02,
    levels: [0.26, 1, 4, 16, 64, 256, 1024],
    loss: ([w, b]) => X.reduce((sum, x, i) => sum + (w * x + b - Y[i]) ** 2, 0) / 5,
    slope: ([w, b]) => X.reduce(([p, q], x, i) => {
      const error = w * x + b - Y[i];
      return [p + (2 / 5) * error * x, q + (2 / 5) * error];
    }, [0, 0]),
  },
  valleys: {
    name: "two valleys", axes: ["p", "q"], low: [-2.5, -2.5], high: [2.5, 2.5], tick: 1, start: [1.5, 2], floor: -0.352387,
    levels: [-0.3, -0.2, -0.1, 0, 0.1, 0.3, 0.7, 1.5, 3, 6],
    loss: ([p, q]) => p * p / 2 + q ** 4 / 4 - q * q / 2 + q / 10,
    slope: ([p, q]) => [p, q ** 3 - q + 0.1],
  },
};
const RATES = [0.001, 0.002, 0.005, 0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.084, 0.086, 0.09, 0.1, 0.15, 0.2, 0.3, 0.5, 1];
const RULES = ["plain", "momentum", "Adam"];
const MOST = 200, SIZE = 400, EDGE = 34;

/** Four decimals with a real minus sign, or a power of ten where they would not fit. */
const show = (x) => (!Number.isFinite(x) ? "overflow" : Math.abs(x) >= 1e5 ? x.toExponential(1) : x.toFixed(4)).replace(/-/g, "−").replace(/^−(0\.0+)$/, "$1");
const short = (x) => String(Number(x.toFixed(3))).replace("-", "−");

/** The functions that turn a slope into a step, each with its own memory. */
function rules(rate, beta) {
  let velocity = [0, 0], mean = [0, 0], square = [0, 0], t = 0;
  return {
    plain: (g) => g.map((s) => -rate * s),
    momentum: (g) => (velocity = velocity.map((v, i) => beta * v + g[i])).map((v) => -rate * v),
    Adam: (g) => {
      t += 1;
      mean = mean.map((m, i) => beta * m + (1 - beta) * g[i]);
      square = square.map((s, i) => 0.999 * s + 0.001 * g[i] * g[i]);
      return mean.map((m, i) => -rate * (m / (1 - beta ** t)) / (Math.sqrt(square[i] / (1 - 0.999 ** t)) + 1e-7));
    },
  };
}

/** The positions of the three, from the start to the given step. */
function tracks({ surface, start, rate, beta, step }) {
  const { slope } = SURFACES[surface], made = rules(rate, beta);
  return Object.fromEntries(RULES.map((name) => {
    const track = [start];
    for (let k = 0; k < step; k += 1) {
      const at = track[k], move = made[name](slope(at));
      track.push([at[0] + move[0], at[1] + move[1]]);
    }
    return [name, track];
  }));
}

/** The pieces of the curve loss = level inside the square, as one path (marching squares on a grid of 80 by 80). */
function contour({ loss, low, high }, level, at) {
  const count = 80, value = [], place = (i, j) => [low[0] + (high[0] - low[0]) * i / count, low[1] + (high[1] - low[1]) * j / count];
  for (let i = 0; i <= count; i += 1) value.push(Array.from({ length: count + 1 }, (_, j) => loss(place(i, j)) - level));
  const pieces = [];
  for (let i = 0; i < count; i += 1) for (let j = 0; j < count; j += 1) {
    const corners = [[i, j], [i + 1, j], [i + 1, j + 1], [i, j + 1]], cuts = [];
    corners.forEach(([a, b], k) => {
      const [c, d] = corners[(k + 1) % 4], from = value[a][b], to = value[c][d];
      if ((from < 0) === (to < 0)) return;
      const s = from / (from - to);
      cuts.push(at(place(a + s * (c - a), b + s * (d - b))).map((v) => v.toFixed(1)).join(","));
    });
    for (let k = 0; k + 1 < cuts.length; k += 2) pieces.push(`M${cuts[k]}L${cuts[k + 1]}`);
  }
  return pieces.join("");
}

const STYLE = `
:host { display: block; text-align: left; color: var(--pst-color-text-base, #222); font-size: 1rem; }
.body { display: flex; flex-wrap: wrap; gap: .75rem 1.25rem; }
.picture { flex: 1 1 17rem; min-width: 0; max-width: 25rem; }
.side { flex: 1 1 17rem; min-width: 0; }
svg { display: block; width: 100%; height: auto; }
.map svg { cursor: crosshair; }
label { display: block; font-size: .9rem; }
.knobs { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .3rem 1rem; margin-bottom: .5rem; }
.knobs input { width: 100%; accent-color: var(--pst-color-primary, #0a7d91); }
.buttons { display: flex; flex-wrap: wrap; gap: .4rem; margin: .5rem 0; }
select, button { font: inherit; font-size: .9rem; color: inherit; background: var(--pst-color-surface, #eee); max-width: 100%;
  border: 1px solid var(--pst-color-border, #777); border-radius: .25rem; padding: .3rem .55rem; }
button { cursor: pointer; }
button[aria-disabled=true] { opacity: .6; cursor: default; }
button.main { border-color: var(--pst-color-primary, #0a7d91); border-width: 2px; }
button:focus-visible, select:focus-visible, input:focus-visible { outline: 3px solid var(--pst-color-primary, #0a7d91); outline-offset: 2px; }
.say { margin: 0 0 .5rem; padding: .45rem .6rem; background: var(--pst-color-surface, #eee); border-radius: .25rem; min-height: 4.6em; overflow-wrap: anywhere; }
.key { margin: .4rem 0 0; font-size: .82rem; }
table { border-collapse: collapse; font-size: .85rem; font-variant-numeric: tabular-nums; width: 100%; }
caption { text-align: left; padding-bottom: .2rem; }
th, td { padding: .15rem .3rem; border-bottom: 1px solid var(--pst-color-border, #ccc); text-align: right; font-weight: 400; }
thead th { font-weight: 600; }
th[scope=row], thead th:first-child { text-align: left; }
.chart { margin-top: .6rem; }
svg text { font: 13px system-ui, sans-serif; fill: currentColor; }
.frame { fill: none; stroke: var(--pst-color-border, #999); }
.level { fill: none; stroke: currentColor; opacity: .35; }
.track { fill: none; stroke-width: 2; }
.plain { stroke: var(--pst-color-primary, #0a7d91); }
.momentum { stroke: var(--pst-color-secondary, #8045e5); stroke-dasharray: 7 4; }
.Adam { stroke: currentColor; stroke-dasharray: 2 4; }
.mark { stroke-width: 3; stroke-dasharray: none; fill: var(--pst-color-background, #fff); }
.begin { fill: currentColor; }
`;

const knob = (name, label, min, max, step) => `<label>${label} <output data-of="${name}"></output>
  <input type="range" data-knob="${name}" min="${min}" max="${max}" step="${step}"></label>`;
const PANEL = `
<div class="knobs">
  <label>Surface <select>${Object.entries(SURFACES).map(([key, { name }]) => `<option value="${key}">${name}</option>`).join("")}</select></label>
  ${knob("rate", "rate η", 0, RATES.length - 1, 1)}${knob("beta", "memory β, β₁", 0, 0.99, 0.01)}
  ${knob("first", "start, <span data-axis='0'></span>", 0, 1, 0.1)}${knob("second", "start, <span data-axis='1'></span>", 0, 1, 0.1)}
</div>
<div class="buttons">
  <button type="button" data-go="step" class="main">Step</button>
  <button type="button" data-go="play">Play</button>
  <button type="button" data-go="back">Back</button>
  <button type="button" data-go="restart">Start again</button>
</div>
<div class="body">
  <div class="picture map"></div>
  <div class="side">
    <p class="say" role="status" aria-live="polite" aria-atomic="true"></p>
    <table><caption></caption><thead><tr><th scope="col">rule</th><th scope="col" data-axis="0"></th><th scope="col" data-axis="1"></th><th scope="col">loss</th></tr></thead><tbody></tbody></table>
    <div class="chart"></div>
    <p class="key">Solid, disc: plain descent. Dashed, square: momentum. Dotted, triangle: Adam. Thin: curves of equal loss.</p>
  </div>
</div>`;

class DescentRunners extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = `<style>${STYLE}</style>${PANEL}`;
    this.find = (selector) => root.querySelector(selector);
    this.state = { surface: "bath", start: [0, 0], rate: 0.08, beta: 0.7, step: 0 };
    this.find("select").addEventListener("input", (event) => {
      const surface = event.target.value;
      this.set({ surface, start: SURFACES[surface].start, step: 0 });
    });
    for (const input of root.querySelectorAll("input")) input.addEventListener("input", () => this.turned(input));
    root.addEventListener("click", (event) => this.clicked(event));
    this.set({});
  }

  disconnectedCallback() { this.pause(); }

  pause() {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  set(change) {
    this.state = { ...this.state, ...change };
    this.render();
  }

  turned(input) {
    const value = Number(input.value), [first, second] = this.state.start;
    const change = { rate: () => ({ rate: RATES[value] }), beta: () => ({ beta: value }),
      first: () => ({ start: [value, second], step: 0 }), second: () => ({ start: [first, value], step: 0 }) };
    this.set(change[input.dataset.knob]());
  }

  clicked(event) {
    const button = event.target.closest("button"), { step } = this.state;
    if (button && button.getAttribute("aria-disabled") !== "true") {
      const { go } = button.dataset, playing = this.timer !== undefined;
      this.pause();
      if (go === "play" && !playing) {
        this.timer = setInterval(() => {
          if (this.state.step + 1 >= MOST) this.pause();
          this.set({ step: this.state.step + 1 });
        }, 120);
      }
      this.set({ step: go === "step" ? step + 1 : go === "back" ? step - 1 : go === "restart" ? 0 : step });
    } else if (event.target.closest(".map svg")) {
      const { low, high } = SURFACES[this.state.surface], box = this.find(".map svg").getBoundingClientRect();
      const part = [(event.clientX - box.left) / box.width, 1 - (event.clientY - box.top) / box.height];
      const start = part.map((s, i) => low[i] + ((s * SIZE - EDGE) / (SIZE - 2 * EDGE)) * (high[i] - low[i]));
      if (start.every((v, i) => v >= low[i] && v <= high[i])) this.set({ start: start.map((v) => Math.round(v * 10) / 10), step: 0 });
    }
  }

  render() {
    const { surface, start, rate, beta, step } = this.state, { axes, low, high, loss } = SURFACES[surface];
    const paths = tracks(this.state), playing = this.timer !== undefined;
    const values = { rate: RATES.indexOf(rate), beta, first: start[0], second: start[1] };
    const spoken = { rate: short(rate), beta: short(beta), first: short(start[0]), second: short(start[1]) };
    for (const input of this.shadowRoot.querySelectorAll("input")) {
      const { knob: name } = input.dataset, side = ["first", "second"].indexOf(name);
      if (side >= 0) [input.min, input.max] = [low[side], high[side]];
      input.value = values[name];
      input.setAttribute("aria-valuetext", spoken[name]);
      this.find(`[data-of=${name}]`).textContent = spoken[name];
    }
    for (const axis of this.shadowRoot.querySelectorAll("[data-axis]")) axis.textContent = axes[axis.dataset.axis];
    for (const button of this.shadowRoot.querySelectorAll("button")) {
      const { go } = button.dataset, idle = go === "back" || go === "restart" ? step === 0 : step >= MOST;
      button.setAttribute("aria-disabled", String(idle));
      if (go === "play") button.textContent = playing ? "Pause" : "Play";
    }
    const now = RULES.map((name) => ({ name, at: paths[name].at(-1), loss: loss(paths[name].at(-1)) }));
    this.find("caption").textContent = `After ${step} step${step === 1 ? "" : "s"}, each from (${short(start[0])}, ${short(start[1])}):`;
    this.find("tbody").innerHTML = now.map(({ name, at, loss: height }) =>
      `<tr><th scope="row">${name}</th><td>${show(at[0])}</td><td>${show(at[1])}</td><td>${show(height)}</td></tr>`).join("");
    const text = this.sentence(now);
    // While it plays, a screen reader hears every twentieth step, and the last one.
    if (!playing || step % 20 === 0) this.find(".say").textContent = text;
    this.map(paths, `Map of ${SURFACES[surface].name}. ${text}`);
    this.chart(paths);
  }

  sentence(now) {
    const { surface, step, rate, beta } = this.state;
    if (step === 0) return `All three stand at the start; the loss there is ${show(now[0].loss)}. The rate is ${short(rate)}, the memory ${short(beta)}.`;
    const lost = now.filter(({ loss }) => !(loss < 1e6)).map(({ name }) => name);
    const order = now.filter(({ loss }) => loss < 1e6).sort((one, other) => one.loss - other.loss);
    let text = `Step ${step}. Loss: ${order.map(({ name, loss }) => `${name} ${show(loss)}`).join(", ")}.`;
    if (lost.length) text += ` Flown away: ${lost.join(" and ")}.`;
    if (surface === "valleys" && step >= 20) {
      const where = order.map(({ name, at }) => `${name} in the ${at[1] < 0.1 ? "deeper" : "shallow"} valley`);
      text += ` Now ${where.join(", ")}.`;
    }
    return text;
  }

  mark(name, [x, y]) {
    const shape = { plain: `<circle cx="${x}" cy="${y}" r="6"`, momentum: `<rect x="${x - 6}" y="${y - 6}" width="12" height="12"`,
      Adam: `<path d="M${x - 7},${y + 6}h14l-7,-13z"` };
    return `${shape[name]} class="mark ${name}"/>`;
  }

  map(paths, label) {
    const surface = SURFACES[this.state.surface], { low, high, tick, axes, levels } = surface, inner = SIZE - 2 * EDGE;
    const clamp = (v) => Math.max(-1e4, Math.min(1e4, Number.isFinite(v) ? v : 1e4));
    const at = ([x, y]) => [clamp(EDGE + inner * (x - low[0]) / (high[0] - low[0])), clamp(SIZE - EDGE - inner * (y - low[1]) / (high[1] - low[1]))];
    const outside = [], inside = [`<path class="level" d="${this.levelPath(surface, levels, at)}"/>`];
    for (let i = 0; i < 2; i += 1) for (let v = Math.ceil(low[i] / tick) * tick; v <= high[i]; v += tick) {
      const [x, y] = at(i === 0 ? [v, low[1]] : [low[0], v]);
      outside.push(i === 0 ? `<text x="${x}" y="${SIZE - EDGE + 17}" text-anchor="middle">${short(v)}</text>` : `<text x="${EDGE - 6}" y="${y + 4}" text-anchor="end">${short(v)}</text>`);
    }
    for (const name of RULES) inside.push(`<polyline class="track ${name}" points="${paths[name].map((p) => at(p).map((v) => v.toFixed(1)).join(",")).join(" ")}"/>`);
    const [sx, sy] = at(this.state.start);
    inside.push(`<circle class="begin" cx="${sx}" cy="${sy}" r="4"/>`, ...RULES.map((name) => this.mark(name, at(paths[name].at(-1)))));
    this.find(".map").innerHTML = `<svg viewBox="0 0 ${SIZE} ${SIZE}" role="img" aria-label="${label}">`
      + `<clipPath id="field"><rect x="${EDGE}" y="${EDGE}" width="${inner}" height="${inner}"/></clipPath>`
      + `<g clip-path="url(#field)">${inside.join("")}</g>${outside.join("")}<rect class="frame" x="${EDGE}" y="${EDGE}" width="${inner}" height="${inner}"/>`
      + `<text x="${SIZE - EDGE + 6}" y="${SIZE - EDGE + 4}">${axes[0]}</text><text x="${EDGE}" y="${EDGE - 10}" text-anchor="middle">${axes[1]}</text></svg>`;
  }

  /** All contour curves of a surface; they are computed once. */
  levelPath(surface, levels, at) {
    surface.path ??= levels.map((level) => contour(surface, level, at)).join("");
    return surface.path;
  }

  /** Loss above the lowest point against steps, each unit of height a power of ten. */
  chart(paths) {
    const { loss, floor } = SURFACES[this.state.surface], wide = 400, high = 150, last = Math.max(50, this.state.step);
    const y = (value) => 15 + (high - 35) * Math.max(0, Math.min(1, (3 - Math.log10(Math.max(value, 1e-9))) / 7));
    const lines = RULES.map((name) => {
      const points = paths[name].map((p, k) => `${(44 + (wide - 54) * k / last).toFixed(1)},${y(Number.isFinite(loss(p)) ? loss(p) - floor : 1e9).toFixed(1)}`);
      return `<polyline class="track ${name}" points="${points.join(" ")}"/>`;
    });
    const ticks = [[3, "1000"], [0, "1"], [-2, "0.01"], [-4, "10⁻⁴"]].map(([e, text]) => `<text x="38" y="${y(10 ** e) + 4}" text-anchor="end">${text}</text>`);
    this.find(".chart").innerHTML = `<svg viewBox="0 0 ${wide} ${high}" aria-hidden="true"><rect class="frame" x="44" y="15" width="${wide - 54}" height="${high - 35}"/>${ticks.join("")}${lines.join("")}`
      + `<text x="44" y="11">loss above the lowest point</text><text x="44" y="${high - 4}">0</text><text x="${wide - 10}" y="${high - 4}" text-anchor="end">step ${last}</text></svg>`;
  }
}

if (!customElements.get("dlf-descent-runners")) customElements.define("dlf-descent-runners", DescentRunners);
