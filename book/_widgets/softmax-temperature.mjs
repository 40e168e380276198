// A softmax whose temperature is set by a slider, held against what occurs: costs of a code made for it, and both divergences.
//
// The whole state is: which distribution p occurs, and which temperature. Everything else is computed from the scores 5, 4, -1.

const NAMES = ["cat", "kitten", "car"], SCORES = [5, 4, -1];
const TARGETS = {
  often: { name: "60 cats, 30 kittens, 10 cars", p: [0.6, 0.3, 0.1] },
  cat: { name: "always cat", p: [1, 0, 0] },
  car: { name: "always car", p: [0, 0, 1] },
  even: { name: "each as often", p: [1 / 3, 1 / 3, 1 / 3] },
};
const TEMPERATURES = [0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3, 5, 7, 10, 20, 50, 100];
const W = 360, H = 260, LEFT = 40, RIGHT = 12, TOP = 26, BOTTOM = 34, MOST = 4;

/** log q for a temperature, with the largest score subtracted first. */
function logShares(T) {
  const z = SCORES.map((score) => score / T), top = Math.max(...z);
  const total = top + Math.log(z.reduce((sum, v) => sum + Math.exp(v - top), 0));
  return z.map((v) => v - total);
}

/** sum of p times cost, where an outcome that does not occur adds nothing. */
const mean = (p, cost) => p.reduce((sum, share, i) => sum + (share > 0 ? share * cost[i] : 0), 0);

/** Entropy of p, cross-entropy, and both divergences, in nats. */
function costs(p, T) {
  const logQ = logShares(T), logP = p.map(Math.log), q = logQ.map(Math.exp);
  const entropy = -mean(p, logP), cross = -mean(p, logQ);
  const back = mean(q, logQ.map((v, i) => v - logP[i]));
  return { q, entropy, cross, there: cross - entropy, back };
}

const digits = (value) => (value === Infinity ? "∞" : value > 0 && value < 5e-5 ? "under 0.0001" : Math.abs(value).toFixed(4));

const STYLE = `
:host { display: block; text-align: left; color: var(--pst-color-text-base, #222); font-size: 1rem; }
.knobs { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; font-size: .9rem; }
.knobs label { display: flex; gap: .4rem; align-items: center; }
.heat { flex: 1 1 16rem; }
.heat output { min-width: 2.6rem; font-variant-numeric: tabular-nums; }
input { flex: 1 1 8rem; min-width: 0; accent-color: var(--pst-color-primary, #0a7d91); }
select { font: inherit; color: inherit; background: var(--pst-color-surface, #eee); max-width: 100%; min-width: 0;
  border: 1px solid var(--pst-color-border, #777); border-radius: .25rem; padding: .3rem .45rem; }
select:focus-visible, input:focus-visible { outline: 3px solid var(--pst-color-primary, #0a7d91); outline-offset: 2px; }
.pictures { display: flex; flex-wrap: wrap; gap: .5rem 1rem; margin: .6rem 0; }
.pictures > div { flex: 1 1 17rem; min-width: 0; max-width: 26rem; }
svg { display: block; width: 100%; height: auto; }
svg text { font: 13px system-ui, sans-serif; fill: currentColor; }
.say { margin: 0; padding: .45rem .6rem; background: var(--pst-color-surface, #eee); border-radius: .25rem; min-height: 4.6em; overflow-wrap: anywhere; }
.key { margin: .4rem 0 0; font-size: .82rem; }
.frame { fill: none; stroke: var(--pst-color-border, #999); }
.grid { stroke: currentColor; opacity: .18; }
.occurs { fill: none; stroke: currentColor; stroke-width: 1.5; }
.says { fill: var(--pst-color-primary, #0a7d91); }
.curve { fill: none; stroke: var(--pst-color-primary, #0a7d91); stroke-width: 3; }
.floor { stroke: currentColor; stroke-width: 1.5; stroke-dasharray: 7 5; }
.now { fill: var(--pst-color-secondary, #8045e5); stroke: var(--pst-color-on-background, #fff); stroke-width: 2; }
`;

const PANEL = `
<div class="knobs">
  <label>What occurs <select>${Object.entries(TARGETS).map(([key, { name }]) => `<option value="${key}">${name}</option>`).join("")}</select></label>
  <label class="heat">Temperature <input type="range" min="0" max="${TEMPERATURES.length - 1}" step="1" value="5"> <output></output></label>
</div>
<div class="pictures"><div class="bars"></div><div class="chart"></div></div>
<p class="say" role="status" aria-live="polite" aria-atomic="true"></p>
<p class="key">Outlined bars are what occurs, p; filled bars what the softmax says, q. The curve is the cross-entropy against the temperature, in nats, cut off at ${MOST}; the dashed line is the entropy of p, below which no code gets.</p>`;

class SoftmaxTemperature extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = `<style>${STYLE}</style>${PANEL}`;
    this.find = (selector) => root.querySelector(selector);
    root.addEventListener("input", () => this.render());
    this.render();
  }

  render() {
    const { name, p } = TARGETS[this.find("select").value];
    const T = TEMPERATURES[Number(this.find("input").value)];
    const now = costs(p, T);
    this.find("output").textContent = String(T);
    this.find("input").setAttribute("aria-valuetext", `temperature ${T}`);
    const shares = NAMES.map((word, i) => `${word} ${digits(now.q[i])}`).join(", ");
    const said = `T = ${T}: ${shares}. Occurring: ${name}, entropy ${digits(now.entropy)}. Cross-entropy ${digits(now.cross)} nats, `
      + `D(p‖q) ${digits(now.there)}, D(q‖p) ${digits(now.back)}.`;
    if (this.find(".say").textContent !== said) this.find(".say").textContent = said;
    this.find(".bars").innerHTML = this.bars(p, now.q, T);
    this.find(".chart").innerHTML = this.chart(p, T, now);
  }

  /** Two bars for each outcome, side by side. */
  bars(p, q, T) {
    const up = (share) => H - BOTTOM - share * (H - TOP - BOTTOM), parts = [];
    for (const share of [0, 0.5, 1]) {
      parts.push(`<line class="grid" x1="${LEFT}" x2="${W - RIGHT}" y1="${up(share)}" y2="${up(share)}"/>`,
        `<text x="${LEFT - 6}" y="${up(share) + 4}" text-anchor="end">${share}</text>`);
    }
    NAMES.forEach((word, i) => {
      const x = LEFT + 22 + i * 100;
      parts.push(`<rect class="occurs" x="${x}" y="${up(p[i])}" width="30" height="${up(0) - up(p[i])}"/>`,
        `<rect class="says" x="${x + 36}" y="${up(q[i])}" width="30" height="${up(0) - up(q[i])}"/>`,
        `<text x="${x + 33}" y="${H - 12}" text-anchor="middle">${word}</text>`);
    });
    return `<svg viewBox="0 0 ${W} ${H}" role="img" aria-label="Shares of cat, kitten and car: what occurs, and softmax at temperature ${T}">${parts.join("")}</svg>`;
  }

  /** Cross-entropy over the temperature, on a scale of powers of ten. */
  chart(p, T, now) {
    const across = (t) => LEFT + ((Math.log10(t) + 1) / 3) * (W - LEFT - RIGHT);
    const up = (cost) => H - BOTTOM - (Math.min(cost, MOST) / MOST) * (H - TOP - BOTTOM);
    const parts = [];
    for (const t of [0.1, 1, 10, 100]) {
      parts.push(`<line class="grid" x1="${across(t)}" x2="${across(t)}" y1="${TOP}" y2="${H - BOTTOM}"/>`,
        `<text x="${across(t)}" y="${H - 12}" text-anchor="${t === 100 ? "end" : "middle"}">${t === 0.1 ? "T = 0.1" : t}</text>`);
    }
    for (let cost = 0; cost <= MOST; cost += 1) {
      parts.push(`<line class="grid" x1="${LEFT}" x2="${W - RIGHT}" y1="${up(cost)}" y2="${up(cost)}"/>`,
        `<text x="${LEFT - 6}" y="${up(cost) + 4}" text-anchor="end">${cost}</text>`);
    }
    const trace = Array.from({ length: 121 }, (_, k) => 10 ** (k / 40 - 1))
      .map((t) => [t, costs(p, t).cross]).filter(([, cost]) => cost <= MOST)
      .map(([t, cost]) => `${across(t).toFixed(1)},${up(cost).toFixed(1)}`);
    parts.push(`<line class="floor" x1="${LEFT}" x2="${W - RIGHT}" y1="${up(now.entropy)}" y2="${up(now.entropy)}"/>`,
      `<polyline class="curve" points="${trace.join(" ")}"/>`,
      `<circle class="now" cx="${across(T)}" cy="${up(now.cross)}" r="7"/>`, `<text x="${LEFT}" y="16">cross-entropy</text>`);
    return `<svg viewBox="0 0 ${W} ${H}" role="img" aria-label="Cross-entropy against temperature, now ${digits(now.cross)} at ${T}">`
      + `${parts.join("")}<rect class="frame" x="${LEFT}" y="${TOP}" width="${W - LEFT - RIGHT}" height="${H - TOP - BOTTOM}"/></svg>`;
  }
}

if (!customElements.get("dlf-softmax-temperature")) customElements.define("dlf-softmax-temperature", SoftmaxTemperature);
