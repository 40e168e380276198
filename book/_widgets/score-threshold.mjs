// Two bell curves of scores, a threshold between them, and everything that follows from where it stands.
//
// The whole state is: the threshold, the distance of the two means, and the share of ones. All else is computed.

const CASES = 10_000;
const SHARES = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5];
const KNOBS = [
  ["threshold", "threshold", -3, 5, 0.1, 1], ["distance", "distance of the means", 0, 3, 0.1, 1.5],
  ["share", "share of ones", 0, SHARES.length - 1, 1, SHARES.indexOf(0.1)],
];
const whole = (value) => Math.round(value).toLocaleString("en-GB");
const exact = (value) => value.toFixed(4);
const signed = (value) => value.toFixed(1).replace("-", "−");

/** The probability that a standard normal number is x or more (error below 2e-7). */
function above(x) {
  const z = Math.abs(x) / Math.SQRT2, t = 1 / (1 + z / 2);
  const terms = [-1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223, 0.17087277];
  const tail = (t / 2) * Math.exp(-z * z + terms.reduceRight((sum, term) => sum * t + term, 0));
  return x >= 0 ? tail : 1 - tail;
}

/** Counts of CASES and scores for a threshold t, ones at the mean d, and a share of ones. */
function judge(t, d, share) {
  const recall = above(t - d), alarmed = above(t);
  const hits = CASES * share * recall, alarms = CASES * (1 - share) * alarmed;
  const misses = CASES * share - hits, rest = CASES * (1 - share) - alarms;
  return {
    recall, alarmed, hits, misses, alarms, rest, accuracy: (hits + rest) / CASES, precision: hits / (hits + alarms),
    f1: (2 * hits) / (2 * hits + alarms + misses), area: 1 - above(d / Math.SQRT2),
  };
}

const STYLE = `
:host { display: block; text-align: left; color: var(--pst-color-text-base, #222); font-size: 1rem; }
.knobs { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: .4rem 1.2rem; font-size: .9rem; }
.knobs label { display: flex; flex-wrap: wrap; align-items: center; gap: .1rem .5rem; }
.knobs span { flex: 1 1 100%; }
.knobs output { min-width: 3rem; font-variant-numeric: tabular-nums; }
input[type=range] { flex: 1 1 7rem; min-width: 0; accent-color: var(--pst-color-primary, #0a7d91); }
input:focus-visible { outline: 3px solid var(--pst-color-primary, #0a7d91); outline-offset: 2px; }
.pictures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); gap: .5rem 1rem; margin: .6rem 0; align-items: end; }
svg { display: block; width: 100%; max-width: 24rem; height: auto; }
svg text { font: 13px system-ui, sans-serif; fill: currentColor; }
.one { fill: none; stroke: var(--pst-color-primary, #0a7d91); stroke-width: 3; }
.zero { fill: none; stroke: currentColor; stroke-width: 2; stroke-dasharray: 7 4; }
.hit { fill: var(--pst-color-primary, #0a7d91); opacity: .35; }
.alarm { fill: currentColor; opacity: .18; }
.line { stroke: currentColor; stroke-width: 2; }
.axis { stroke: currentColor; stroke-width: 1; opacity: .6; fill: none; }
.point { fill: var(--pst-color-primary, #0a7d91); stroke: currentColor; stroke-width: 1.5; }
.tables { display: flex; flex-wrap: wrap; gap: .4rem 1.6rem; align-items: flex-start; }
table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; flex: 1 1 14rem; }
th, td { padding: .2rem .45rem; border-bottom: 1px solid var(--pst-color-border, #ccc); text-align: left; font-weight: 400; }
.say { margin: .6rem 0 0; padding: .45rem .6rem; background: var(--pst-color-surface, #eee); border-radius: .25rem; min-height: 3em; }
`;

const PANEL = `
<div class="knobs">${KNOBS.map(([id, name, low, high, step, start]) => `<label><span>${name}</span>`
  + `<input type="range" id="${id}" min="${low}" max="${high}" step="${step}" value="${start}"> <output for="${id}"></output></label>`).join("")}</div>
<div class="pictures"><div class="curves"></div><div class="roc"></div></div>
<div class="tables">
  <table><thead><tr><th scope="col">of ${whole(CASES)}</th><th scope="col">alarm</th><th scope="col">no alarm</th></tr></thead><tbody class="counts"></tbody></table>
  <table><tbody class="scores"></tbody></table>
</div>
<p class="say" role="status" aria-live="polite" aria-atomic="true"></p>`;

class ScoreThreshold extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = `<style>${STYLE}</style>${PANEL}`;
    this.find = (selector) => root.querySelector(selector);
    root.addEventListener("input", () => this.render());
    this.render();
  }

  render() {
    const [t, d, place] = KNOBS.map(([id]) => Number(this.find(`#${id}`).value));
    const share = SHARES[place], got = judge(t, d, share);
    for (const [id, text] of [["threshold", signed(t)], ["distance", signed(d)], ["share", `${100 * share} %`]]) {
      this.find(`output[for=${id}]`).textContent = text;
      this.find(`#${id}`).setAttribute("aria-valuetext", text);
    }
    this.find(".curves").innerHTML = this.curves(t, d);
    this.find(".roc").innerHTML = this.roc(d, got);
    this.find(".counts").innerHTML = [["ones", got.hits, got.misses], ["zeros", got.alarms, got.rest]]
      .map(([name, yes, no]) => `<tr><th scope="row">${name}</th><td>${whole(yes)}</td><td>${whole(no)}</td></tr>`).join("");
    this.find(".scores").innerHTML = [["accuracy", got.accuracy], ["precision", got.precision], ["recall", got.recall], ["F1", got.f1],
      ["false-alarm rate", got.alarmed], ["area under the ROC curve", got.area]]
      .map(([name, value]) => `<tr><th scope="row">${name}</th><td>${exact(value)}</td></tr>`).join("");
    const said = `Threshold ${signed(t)}: ${whole(got.hits)} of ${whole(CASES * share)} ones are found, and ${whole(got.alarms)} of `
      + `${whole(CASES * (1 - share))} zeros give a false alarm. Accuracy ${exact(got.accuracy)}, F1 ${exact(got.f1)}.`;
    if (this.find(".say").textContent !== said) this.find(".say").textContent = said;
  }

  curves(t, d) {
    const x = (value) => 10 + ((value + 4) / 11) * 300, y = (height) => 150 - height * 290;
    const bell = (mean, from) => {
      const steps = Array.from({ length: 111 }, (_, k) => -4 + k / 10).filter((v) => v >= from - 1e-9);
      return steps.map((v) => `${x(v).toFixed(1)},${y(Math.exp(-((v - mean) ** 2) / 2) / Math.sqrt(2 * Math.PI)).toFixed(1)}`);
    };
    const area = (name, mean) => `<polygon class="${name}" points="${x(t).toFixed(1)},150 ${bell(mean, t).join(" ")} ${x(7)},150"/>`;
    const tick = (v) => `<text x="${x(v)}" y="168" text-anchor="middle">${signed(v).replace(".0", "")}</text>`;
    const label = `Bell curves of the scores, zeros around 0 and ones around ${signed(d)}, with the threshold at ${signed(t)}`;
    return `<svg viewBox="0 0 320 192" role="img" aria-label="${label}">${area("alarm", 0)}${area("hit", d)}`
      + `<polyline class="zero" points="${bell(0, -4).join(" ")}"/><polyline class="one" points="${bell(d, -4).join(" ")}"/>`
      + `<line class="axis" x1="10" y1="150" x2="310" y2="150"/>${[-2, 0, 2, 4, 6].map(tick).join("")}`
      + `<line class="line" x1="${x(t)}" y1="14" x2="${x(t)}" y2="155"/><text x="160" y="187" text-anchor="middle">score (dashed: zeros, solid: ones)</text></svg>`;
  }

  roc(d, got) {
    const x = (value) => 42 + value * 150, y = (value) => 158 - value * 150;
    const walk = Array.from({ length: 161 }, (_, k) => 8 - k / 10).map((t) => `${x(above(t)).toFixed(1)},${y(above(t - d)).toFixed(1)}`);
    const label = `ROC curve with the area ${exact(got.area)}; the point is at (${exact(got.alarmed)}, ${exact(got.recall)})`;
    return `<svg viewBox="0 0 320 192" role="img" aria-label="${label}"><rect class="axis" x="42" y="8" width="150" height="150"/>`
      + `<line class="zero" x1="42" y1="158" x2="192" y2="8"/><polyline class="one" points="${walk.join(" ")}"/>`
      + `<circle class="point" cx="${x(got.alarmed)}" cy="${y(got.recall)}" r="6"/>`
      + `<text x="36" y="162" text-anchor="end">0</text><text x="36" y="16" text-anchor="end">1</text>`
      + `<text x="117" y="176" text-anchor="middle">false-alarm rate</text><text x="200" y="60">recall</text>`
      + `<text x="200" y="82">(${got.alarmed.toFixed(2)}, ${got.recall.toFixed(2)})</text></svg>`;
  }
}

if (!customElements.get("dlf-score-threshold")) customElements.define("dlf-score-threshold", ScoreThreshold);
