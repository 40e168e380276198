// Five bus rides, one predicted duration, and how hard each ride pulls at it under three losses.
//
// The whole state is: which loss, the prediction, and how long the fifth ride took. A pull is minus the slope of the ride's
// share in the mean loss, in loss per minute, so that the prediction moves where the pulls point.

const RIDES = [21, 22, 23, 24];
const DELTA = 5;
const LOSSES = {
  squared: { name: "squared", unit: "min²", of: (e) => e * e, slope: (e) => 2 * e },
  absolute: { name: "absolute", unit: "min", of: (e) => Math.abs(e), slope: (e) => Math.sign(e) },
  huber: {
    name: "Huber, δ = 5 min", unit: "min²", slope: (e) => Math.max(-DELTA, Math.min(DELTA, e)),
    of: (e) => (Math.abs(e) <= DELTA ? (e * e) / 2 : DELTA * (Math.abs(e) - DELTA / 2)),
  },
};
const W = 360, H = 250, LOW = 20, HIGH = 65;

const text = (value, digits = 2) => String(Number(value.toFixed(digits))).replace("-", "−");
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The minimiser of a mean loss over the rides: where the sum of the slopes changes its sign, by bisection. */
function best(rides, { slope }) {
  let [low, high] = [Math.min(...rides), Math.max(...rides)];
  for (let k = 0; k < 60; k += 1) {
    const middle = (low + high) / 2;
    if (mean(rides.map((y) => slope(middle - y))) < 0) low = middle;
    else high = middle;
  }
  return high;
}

const STYLE = `
:host { display: block; text-align: left; color: var(--pst-color-text-base, #222); font-size: 1rem; }
.knobs { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; font-size: .9rem; }
.knobs label { display: flex; gap: .4rem; align-items: center; }
.knobs .range { flex: 1 1 15rem; }
output { min-width: 4.2rem; font-variant-numeric: tabular-nums; }
input[type=range] { flex: 1 1 8rem; min-width: 0; accent-color: var(--pst-color-primary, #0a7d91); }
select { font: inherit; color: inherit; background: var(--pst-color-surface, #eee); border: 1px solid var(--pst-color-border, #777);
  border-radius: .25rem; padding: .3rem .45rem; }
select:focus-visible, input:focus-visible { outline: 3px solid var(--pst-color-primary, #0a7d91); outline-offset: 2px; }
.pictures { display: flex; flex-wrap: wrap; gap: .5rem 1rem; margin: .6rem 0; }
.pictures > div { flex: 1 1 17rem; min-width: 0; max-width: 26rem; }
svg { display: block; width: 100%; height: auto; }
svg text { font: 13px system-ui, sans-serif; fill: currentColor; }
.say { margin: 0; padding: .45rem .6rem; background: var(--pst-color-surface, #eee); border-radius: .25rem; min-height: 3.2em; }
.key { margin: .4rem 0 0; font-size: .82rem; }
.frame { fill: none; stroke: var(--pst-color-border, #999); }
.zero { stroke: currentColor; stroke-dasharray: 3 4; }
.curve { fill: none; stroke: var(--pst-color-primary, #0a7d91); stroke-width: 3; }
.bar { fill: var(--pst-color-secondary, #8045e5); }
.here { fill: var(--pst-color-secondary, #8045e5); }
.best { fill: none; stroke: currentColor; stroke-width: 2; }
`;

const PANEL = `
<div class="knobs">
  <label>Loss <select id="loss">${Object.entries(LOSSES).map(([key, { name }]) => `<option value="${key}">${name}</option>`).join("")}</select></label>
  <label class="range">Prediction <input type="range" id="guess" min="20" max="65" step="0.25"> <output for="guess"></output></label>
  <label class="range">Fifth ride <input type="range" id="fifth" min="20" max="240" step="1"> <output for="fifth"></output></label>
</div>
<div class="pictures"><div class="left"></div><div class="right"></div></div>
<p class="say" role="status" aria-live="polite" aria-atomic="true"></p>
<p class="key">Left: how hard each ride pulls at the prediction, to shorter on the left, to longer on the right. Right: the mean loss of every prediction, with a disc at yours and a ring at the lowest place if it lies in the picture.</p>`;

class LossPull extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = `<style>${STYLE}</style>${PANEL}`;
    this.find = (selector) => root.querySelector(selector);
    this.find("#guess").value = "30";
    this.find("#fifth").value = "60";
    root.addEventListener("input", () => this.render());
    this.render();
  }

  render() {
    const loss = LOSSES[this.find("#loss").value];
    const guess = Number(this.find("#guess").value), rides = [...RIDES, Number(this.find("#fifth").value)];
    for (const id of ["guess", "fifth"]) {
      const said = `${text(Number(this.find(`#${id}`).value))} min`;
      this.find(`output[for=${id}]`).textContent = said;
      this.find(`#${id}`).setAttribute("aria-valuetext", said);
    }
    const pulls = rides.map((y) => -loss.slope(guess - y) / rides.length);
    const total = pulls.reduce((sum, pull) => sum + pull, 0);
    const way = Math.abs(total) < 1e-9 ? "nothing moves" : total > 0 ? "towards longer" : "towards shorter";
    this.find(".say").textContent = `Loss ${loss.name}, prediction ${text(guess)} min: mean loss ${text(mean(rides.map((y) => loss.of(guess - y))))} ${loss.unit}; `
      + `the pulls add up to ${text(total)}, ${way}. Lowest at ${text(best(rides, loss))} min.`;
    this.find(".left").innerHTML = this.pulls(rides, pulls);
    this.find(".right").innerHTML = this.curve(rides, loss, guess);
  }

  /** One bar for every ride, from the middle to the side it pulls to. */
  pulls(rides, pulls) {
    const middle = W / 2 + 28, most = Math.max(...pulls.map(Math.abs), 1e-9), row = H / rides.length;
    const rows = rides.map((y, k) => {
      const long = (pulls[k] / most) * 82, top = row * k + row / 2;
      const end = middle + long + (long < 0 ? -6 : 6);
      return `<text x="6" y="${top + 5}">${y} min</text><rect class="bar" x="${Math.min(middle, middle + long)}" y="${top - 10}" width="${Math.abs(long)}" height="20"/>`
        + `<text x="${end}" y="${top + 5}" text-anchor="${long < 0 ? "end" : "start"}">${text(pulls[k])}</text>`;
    });
    return `<svg viewBox="0 0 ${W} ${H}" role="img" aria-label="Pulls of the five rides: ${rides.map((y, k) => `${y} minutes ${text(pulls[k])}`).join(", ")}">`
      + `<line class="zero" x1="${middle}" x2="${middle}" y1="0" y2="${H}"/>${rows.join("")}</svg>`;
  }

  /** The mean loss against the prediction. */
  curve(rides, loss, guess) {
    const at = (c) => mean(rides.map((y) => loss.of(c - y)));
    const steps = Array.from({ length: 181 }, (_, k) => LOW + (k / 180) * (HIGH - LOW));
    const values = steps.map(at), low = Math.min(...values), high = Math.max(...values);
    const x = (c) => 12 + ((c - LOW) / (HIGH - LOW)) * (W - 24);
    const y = (v) => H - 40 - ((v - low) / (high - low)) * (H - 70);
    const target = best(rides, loss);
    const ring = target <= HIGH ? `<circle class="best" cx="${x(target)}" cy="${y(at(target))}" r="10"/>` : "";
    const ticks = [20, 30, 40, 50, 60].map((c) => `<text x="${x(c)}" y="${H - 6}" text-anchor="middle">${c}</text>`);
    return `<svg viewBox="0 0 ${W} ${H}" role="img" aria-label="Mean loss against the prediction from ${LOW} to ${HIGH} minutes, lowest at ${text(target)}">`
      + `<rect class="frame" x="12" y="12" width="${W - 24}" height="${H - 36}"/><polyline class="curve" points="${steps.map((c, k) => `${x(c).toFixed(1)},${y(values[k]).toFixed(1)}`).join(" ")}"/>`
      + `${ring}<circle class="here" cx="${x(guess)}" cy="${y(at(guess))}" r="6"/>${ticks.join("")}</svg>`;
  }
}

if (!customElements.get("dlf-loss-pull")) customElements.define("dlf-loss-pull", LossPull);
