// A tangent, a secant through points h apart, and the error of the secant's slope as h shrinks.
//
// The whole state is: which curve, which quotient, which step, and whether the window shrinks with the step. Values are the
// browser's own doubles, so the rounding is real; nothing here imitates it.

const ULP = 2 ** -52;
const track = (t) => 10 * (t - 1 + Math.exp(-t));
// `bend` holds bounds of the second and third derivative near x, `off` how far a value can be from the true one, `low` the power
// of ten of the smallest step, `errors` the highest and lowest power of the chart.
const CURVES = {
  cube: { name: "x³ at x = 1", f: (x) => x * x * x, x: 1, slope: 3, reach: 1.2, bend: [6, 6], off: ULP, low: -16, errors: [1, -14] },
  watch: { name: "the runner's watch at t = 2", f: (t) => Math.round(track(t) * 100) / 100, x: 2, slope: 10 * (1 - Math.exp(-2)),
    reach: 1.5, bend: [1.4, 2], off: 0.005, low: -6, errors: [2, -4] },
  relu: { name: "ReLU at z = 0", f: (z) => Math.max(z, 0), x: 0, slope: null, reach: 1.2, low: -16, errors: [1, -14] },
};
const STEPS = Array.from({ length: 17 }, (_, k) => ["5", "2", "1"].map((digit) => `${digit}e-${k}`)).flat().slice(2);
const W = 360, H = 300, EDGE = 44;

const minus = (text) => text.replaceAll("-", "−");
const power = (k) => `10${String(k).replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit]).replace("-", "⁻")}`;
const raised = (text) => text.replace(/e\+?(-?\d+)/, (_, k) => `·${power(k)}`);
/** A step as it is read: 0.05, or 5·10⁻⁷. */
const stepName = (step) => (Number(step) >= 1e-4 ? minus(String(Number(step))) : raised(step).replace(/^1·/, ""));
const slopeName = (value) => minus(String(Number(value.toPrecision(12))));
const errorName = (value) => (value === 0 ? "0" : value >= 0.01 ? String(Number(value.toPrecision(3))) : raised(value.toExponential(1)));

/** The quotient of a curve for a step, and its error, null where the curve has no slope. */
function quotient({ f, x, slope }, kind, h) {
  const value = kind === "central" ? (f(x + h) - f(x - h)) / (2 * h) : (f(x + h) - f(x)) / h;
  return { value, error: slope === null ? null : Math.abs(value - slope) };
}

const STYLE = `
:host { display: block; text-align: left; color: var(--pst-color-text-base, #222); font-size: 1rem; }
.knobs { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; font-size: .9rem; }
.knobs label { display: flex; gap: .4rem; align-items: center; }
.step { flex: 1 1 16rem; }
.step output { min-width: 5.5rem; font-variant-numeric: tabular-nums; }
input[type=range] { flex: 1 1 8rem; min-width: 0; accent-color: var(--pst-color-primary, #0a7d91); }
input[type=checkbox] { accent-color: var(--pst-color-primary, #0a7d91); width: 1.1rem; height: 1.1rem; }
select { font: inherit; color: inherit; background: var(--pst-color-surface, #eee); max-width: 100%;
  border: 1px solid var(--pst-color-border, #777); border-radius: .25rem; padding: .3rem .45rem; }
select:focus-visible, input:focus-visible { outline: 3px solid var(--pst-color-primary, #0a7d91); outline-offset: 2px; }
.pictures { display: flex; flex-wrap: wrap; gap: .5rem 1rem; margin: .6rem 0; }
.pictures > div { flex: 1 1 17rem; min-width: 0; max-width: 26rem; }
svg { display: block; width: 100%; height: auto; }
.say { margin: 0; padding: .45rem .6rem; background: var(--pst-color-surface, #eee); border-radius: .25rem; min-height: 3.2em; overflow-wrap: anywhere; }
.key { margin: .4rem 0 0; font-size: .82rem; }
svg text { font: 13px system-ui, sans-serif; fill: currentColor; }
.frame { fill: none; stroke: var(--pst-color-border, #999); }
.grid { stroke: currentColor; opacity: .18; }
.curve { fill: none; stroke: var(--pst-color-primary, #0a7d91); stroke-width: 3; }
.tangent { stroke: currentColor; stroke-width: 1.5; stroke-dasharray: 7 5; }
.secant { stroke: var(--pst-color-secondary, #8045e5); stroke-width: 2.5; }
.point { fill: var(--pst-color-secondary, #8045e5); }
.disc { fill: var(--pst-color-primary, #0a7d91); }
.square { fill: none; stroke: currentColor; stroke-width: 1.5; }
.now { fill: none; stroke: currentColor; stroke-width: 2.5; }
`;

const PANEL = `
<div class="knobs">
  <label>Curve <select id="curve">${Object.entries(CURVES).map(([key, { name }]) => `<option value="${key}">${name}</option>`).join("")}</select></label>
  <label>Quotient <select id="kind"><option value="forward">forward</option><option value="central">central</option></select></label>
  <label class="step">Step h <input type="range" id="step" min="0" max="${STEPS.length - 1}" step="1"> <output for="step"></output></label>
  <label><input type="checkbox" id="near"> shrink the window with h</label>
</div>
<div class="pictures"><div class="left"></div><div class="right"></div></div>
<p class="say" role="status" aria-live="polite" aria-atomic="true"></p>
<p class="key">Left: the curve (thick), its tangent (dashed), the secant with its two points. Right: error of the slope against h, both scales in powers of ten; discs for the forward quotient, squares for the central one, ringed the one chosen. An error of exactly 0 stands on the lower edge.</p>`;

class SecantSlope extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = `<style>${STYLE}</style>${PANEL}`;
    this.find = (selector) => root.querySelector(selector);
    this.find("#step").value = "1";
    root.addEventListener("input", () => this.render());
    this.render();
  }

  render() {
    const curve = CURVES[this.find("#curve").value], kind = this.find("#kind").value;
    this.find("#step").max = String(-3 * curve.low);
    const step = STEPS[Number(this.find("#step").value)], h = Number(step);
    const { value, error } = quotient(curve, kind, h);
    this.find("output").textContent = stepName(step);
    this.find("#step").setAttribute("aria-valuetext", `h = ${stepName(step)}`);
    const said = `${curve.name}, ${kind} quotient, h = ${stepName(step)}: slope ${slopeName(value)}. ${this.verdict(curve, kind, h, error)}`;
    if (this.find(".say").textContent !== said) this.find(".say").textContent = said;
    this.find(".left").innerHTML = this.lines(curve, kind, h, value);
    this.find(".right").innerHTML = this.errors(curve, kind, step);
  }

  /** What the bounds of the chapter say about a smaller step: at their minimum, order times truncation equals rounding. */
  verdict({ slope, bend, off }, kind, h, error) {
    if (slope === null) {
      return kind === "forward" ? "The slope to the right is 1, to the left it is 0: there is no tangent, and no error to speak of."
        : "Half of 1 and half of 0, whatever the step: a number, but the slope of nothing.";
    }
    const weighed = kind === "forward" ? (bend[0] * h) / 2 - (2 * off) / h : (bend[1] * h * h) / 3 - off / h;
    const more = weighed > 0 ? "Truncation decides: a smaller step promises more digits." : "Rounding decides: a smaller step promises fewer digits.";
    return `True slope ${slopeName(slope)}, error ${errorName(error)}. ${more}`;
  }

  /** The curve in a window, with x in the middle and f(x) at half height. */
  lines({ name, f, x, slope, reach }, kind, h, value) {
    const half = this.find("#near").checked ? 2 * h : reach;
    const tall = half * (slope === null ? 1.2 : 1.25 * slope), here = f(x);
    const at = (s, y) => [EDGE + ((s / half + 1) / 2) * (W - 2 * EDGE), H / 2 - (y / tall) * (H / 2 - 28)];
    const line = (s1, y1, s2, y2, kindOf) => {
      const [[a, b], [c, d]] = [at(s1, y1), at(s2, y2)];
      return `<line x1="${a}" y1="${b}" x2="${c}" y2="${d}" class="${kindOf}"/>`;
    };
    const trace = Array.from({ length: 401 }, (_, k) => ((k - 200) / 200) * half)
      .map((s) => at(s, f(x + s) - here).map((v) => v.toFixed(1)).join(","));
    const foot = kind === "central" ? -h : 0, low = f(x + foot) - here;
    const inside = [`<polyline class="curve" points="${trace.join(" ")}"/>`];
    if (slope !== null) inside.push(line(-half, -half * slope, half, half * slope, "tangent"));
    inside.push(line(-half, low + value * (-half - foot), half, low + value * (half - foot), "secant"));
    for (const [s, y] of [[foot, low], [h, f(x + h) - here]]) {
      const [a, b] = at(s, y);
      inside.push(`<circle class="point" cx="${a}" cy="${b}" r="6"/>`);
    }
    const ends = [-half, 0, half].map((s) => {
      const text = this.find("#near").checked ? (s === 0 ? `${x}` : `${s < 0 ? "−" : "+"}2h`) : minus(String(Number((x + s).toFixed(1))));
      return `<text x="${at(s, 0)[0]}" y="${H - 8}" text-anchor="middle">${text}</text>`;
    });
    return `<svg viewBox="0 0 ${W} ${H}" role="img" aria-label="Curve ${name} with tangent and secant, step ${h}">`
      + `<clipPath id="field"><rect x="${EDGE}" y="28" width="${W - 2 * EDGE}" height="${H - 56}"/></clipPath>`
      + `<g clip-path="url(#field)">${inside.join("")}</g><rect class="frame" x="${EDGE}" y="28" width="${W - 2 * EDGE}" height="${H - 56}"/>${ends.join("")}</svg>`;
  }

  /** Errors of both quotients for every step, on scales of powers of ten. */
  errors(curve, kind, step) {
    const { low, errors: [top, bottom] } = curve;
    const across = (h) => EDGE + ((Math.log10(h) - low + 0.3) / (0.6 - low)) * (W - EDGE - 12);
    const up = (e) => 28 + ((top - Math.max(bottom, Math.min(top, Math.log10(e)))) / (top - bottom)) * (H - 56);
    const parts = [];
    const gap = low < -8 ? 4 : 2;
    for (let k = 0; k >= low; k -= gap) {
      const x = across(10 ** k);
      parts.push(`<line class="grid" x1="${x}" x2="${x}" y1="28" y2="${H - 28}"/>`,
        `<text x="${x}" y="${H - 8}" text-anchor="middle">${k === 0 ? "h = 1" : power(k)}</text>`);
    }
    for (let k = 0; k > bottom; k -= gap) {
      const y = up(10 ** k);
      parts.push(`<line class="grid" x1="${EDGE}" x2="${W - 12}" y1="${y}" y2="${y}"/>`,
        `<text x="${EDGE - 5}" y="${y + 4}" text-anchor="end">${k === 0 ? "1" : power(k)}</text>`);
    }
    let label = `Errors of the slope of ${curve.name} against the step`;
    if (curve.slope === null) {
      label = "No errors: at a kink there is no slope";
      parts.push(`<text x="${(W + EDGE) / 2 - 6}" y="${H / 2}" text-anchor="middle">no slope, no error</text>`);
    } else {
      for (const one of STEPS.slice(0, 1 - 3 * low)) {
        const h = Number(one), x = across(h);
        const [forward, central] = ["forward", "central"].map((which) => up(quotient(curve, which, h).error));
        parts.push(`<circle class="disc" cx="${x}" cy="${forward}" r="3"/>`,
          `<rect class="square" x="${x - 3}" y="${central - 3}" width="6" height="6"/>`);
        if (one === step) parts.push(`<circle class="now" cx="${x}" cy="${kind === "forward" ? forward : central}" r="10"/>`);
      }
    }
    return `<svg viewBox="0 0 ${W} ${H}" role="img" aria-label="${label}">${parts.join("")}`
      + `<rect class="frame" x="${EDGE}" y="28" width="${W - EDGE - 12}" height="${H - 56}"/><text x="${EDGE}" y="18">error</text></svg>`;
  }
}

if (!customElements.get("dlf-secant-slope")) customElements.define("dlf-secant-slope", SecantSlope);
