// Positional encodings by sines and cosines: four of the waves, the whole table, and the dot products of one row
// with all others. Position and base are the reader's.

export const POSITIONS = 64, FEATURES = 32, SHOWN = [0, 2, 4, 8], APART = 8;
export const BASES = [1, 10, 100, 1000, 10000];

/** The table (positions, features): sine and cosine of each hand side by side, from the fastest to the slowest. */
export function table(base, positions = POSITIONS, features = FEATURES) {
  return Array.from({ length: positions }, (_, p) => Array.from({ length: features }, (__, j) => {
    const angle = p * base ** (-2 * Math.floor(j / 2) / features);
    return j % 2 ? Math.cos(angle) : Math.sin(angle);
  }));
}

/** Dot products of one row with all rows. */
export function alike(rows, position) {
  return rows.map((row) => row.reduce((sum, v, j) => sum + v * rows[position][j], 0));
}

/** The position at least so far away that is most alike, the nearest of several. */
export function rival(similar, position, apart = APART) {
  let best = -1;
  similar.forEach((value, p) => {
    if (Math.abs(p - position) >= apart && (best < 0 || value > similar[best] + 1e-9)) best = p;
  });
  return best;
}

const WIDE = 640, LEFT = 42, RIGHT = 16, FINE = 4, STEP = (WIDE - LEFT - RIGHT) / (POSITIONS - 1);
const x = (p) => LEFT + p * STEP;
const WAVE = 150, CURVE = 150, ROW = 4.2, DASHES = ["", "9 4", "3 3", "12 3 3 3"];
const TICKS = [0, 16, 32, 48, 63];

const STYLE = `
:host { display: block; text-align: left; color: var(--pst-color-text-base, #222); font-size: 1rem; }
.knobs { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: .4rem .9rem; }
label { display: grid; gap: .1rem; font-size: .9rem; }
input { font: inherit; accent-color: var(--pst-color-primary, #0a7d91); width: 100%; min-width: 0; }
output { font-variant-numeric: tabular-nums; font-weight: 700; }
.head { font-size: .9rem; font-weight: 600; margin: .7rem 0 .1rem; }
svg { display: block; width: 100%; height: auto; }
text { fill: var(--pst-color-text-base, #222); font-size: 15px; }
.line { fill: none; stroke: var(--pst-color-primary, #0a7d91); stroke-width: 2; }
.axis { stroke: var(--pst-color-text-muted, #777); stroke-width: 1; }
.mark { stroke: var(--pst-color-text-base, #222); stroke-width: 1.5; stroke-dasharray: 2 3; }
.dot { fill: var(--pst-color-text-base, #222); }
.ring { fill: none; stroke: var(--pst-color-text-base, #222); stroke-width: 2; }
.cell { fill: var(--pst-color-primary, #0a7d91); }
input:focus-visible { outline: 3px solid var(--pst-color-primary, #0a7d91); outline-offset: 2px; }
.say { margin: .5rem 0 0; padding: .45rem .6rem; background: var(--pst-color-surface, #eee); border-radius: .25rem; min-height: 4.6em; font-variant-numeric: tabular-nums; }
@media (max-width: 500px) { text { font-size: 22px; } .line { stroke-width: 3; } }
`;

const PANEL = `
<div class="knobs">
  <label><span>Position <output class="at"></output></span><input class="position" type="range" min="0" max="${POSITIONS - 1}" step="1" value="20"></label>
  <label><span>Base <output class="of"></output></span><input class="base" type="range" min="0" max="${BASES.length - 1}" step="1" value="${BASES.length - 1}"></label>
</div>
<p class="head">Sines of pairs 1, 3, 5 and 9 <span>(solid, dashed, dotted, dash and dot)</span></p>
<svg class="waves" viewBox="0 -8 ${WIDE} ${WAVE + 34}" role="img"></svg>
<p class="head">The table: ${POSITIONS} positions downwards, ${FEATURES} features across</p>
<svg class="table" viewBox="0 0 ${WIDE} ${POSITIONS * ROW + 6}" role="img"></svg>
<p class="head">Dot product with each position</p>
<svg class="curve" viewBox="0 -8 ${WIDE} ${CURVE + 34}" role="img"></svg>
<p class="say" role="status" aria-live="polite" aria-atomic="true"></p>`;

/** The height of a value, and the path through values that stand `step` positions apart. */
function path(values, height, low, high, step = 1) {
  const y = (v) => height - 6 - ((v - low) / (high - low)) * (height - 12);
  return [y, values.map((v, p) => `${p ? "L" : "M"}${x(p * step).toFixed(1)} ${y(v).toFixed(1)}`).join("")];
}

function axis(height, labels, y) {
  const ticks = TICKS.map((p) => `<text x="${x(p)}" y="${height + 20}" text-anchor="middle">${p}</text>`).join("");
  return labels.map((v) => `<line class="axis" x1="${LEFT}" x2="${WIDE - RIGHT}" y1="${y(v)}" y2="${y(v)}"/><text x="${LEFT - 5}" y="${y(v) + 5}" text-anchor="end">${String(v).replace("-", "−")}</text>`).join("") + ticks;
}

if (typeof HTMLElement !== "undefined") {
  class PositionalEncoding extends HTMLElement {
    connectedCallback() {
      if (this.shadowRoot) return;
      const root = this.attachShadow({ mode: "open" });
      root.innerHTML = `<style>${STYLE}</style>${PANEL}`;
      this.find = (selector) => root.querySelector(selector);
      root.addEventListener("input", () => this.render());
      this.render();
    }

    render() {
      const position = Number(this.find(".position").value), base = BASES[Number(this.find(".base").value)];
      if (base !== this.base) {
        this.base = base;
        this.rows = table(base);
        const wide = (WIDE - LEFT - RIGHT) / FEATURES;
        this.cells = this.rows.map((row, p) => row.map((v, j) => `<rect class="cell" x="${(LEFT + j * wide).toFixed(1)}" y="${(3 + p * ROW).toFixed(1)}" width="${wide.toFixed(1)}" height="${ROW}" fill-opacity="${((v + 1) / 2).toFixed(2)}"/>`).join("")).join("");
      }
      const similar = alike(this.rows, position), far = rival(similar, position);
      this.find(".at").textContent = String(position);
      this.find(".of").textContent = String(base);
      this.find(".position").setAttribute("aria-valuetext", `position ${position}`);
      this.find(".base").setAttribute("aria-valuetext", `base ${base}`);
      const marked = (height) => `<line class="mark" x1="${x(position)}" x2="${x(position)}" y1="0" y2="${height}"/>`;
      const fine = Array.from({ length: (POSITIONS - 1) * FINE + 1 }, (_, n) => n / FINE);
      const waves = SHOWN.map((i) => path(fine.map((p) => Math.sin(p * base ** (-2 * i / FEATURES))), WAVE, -1, 1, 1 / FINE));
      this.find(".waves").innerHTML = axis(WAVE, [-1, 0, 1], waves[0][0]) + marked(WAVE)
        + waves.map(([y, d], n) => `<path class="line" stroke-dasharray="${DASHES[n]}" d="${d}"/><circle class="dot" r="4" cx="${x(position)}" cy="${y(this.rows[position][2 * SHOWN[n]])}"/>`).join("");
      this.find(".table").innerHTML = `${this.cells}<rect class="ring" x="${LEFT - 1}" y="${3 + position * ROW - 1}" width="${WIDE - LEFT - RIGHT + 2}" height="${ROW + 2}"/><text x="${LEFT - 5}" y="${Math.max(14, Math.min(POSITIONS * ROW, 3 + position * ROW + 6))}" text-anchor="end">${position}</text>`;
      const between = fine.map((p) => Array.from({ length: FEATURES / 2 }, (_, i) => Math.cos((p - position) * base ** (-2 * i / FEATURES))).reduce((sum, v) => sum + v, 0));
      const [y, d] = path(between, CURVE, -FEATURES / 2, FEATURES / 2, 1 / FINE);
      this.find(".curve").innerHTML = axis(CURVE, [-FEATURES / 2, 0, FEATURES / 2], y) + marked(CURVE) + `<path class="line" d="${d}"/>`
        + `<circle class="dot" r="4" cx="${x(position)}" cy="${y(similar[position])}"/><circle class="ring" r="6" cx="${x(far)}" cy="${y(similar[far])}"/>`;
      const now = SHOWN.map((i) => this.rows[position][2 * i].toFixed(3).replace("-", "−"));
      const near = position + 1 < POSITIONS ? position + 1 : position - 1;
      this.find(".say").textContent = `Position ${position}, base ${base}. The four sines are ${now.join(", ")}. Dot product with itself ${similar[position].toFixed(2)}, with position ${near} ${similar[near].toFixed(2)}; of those ${APART} or more away position ${far} is most alike, ${similar[far].toFixed(2).replace("-", "−")}.`;
      this.find(".waves").setAttribute("aria-label", `Four sine waves over positions 0 to ${POSITIONS - 1}, a mark at position ${position}`);
      this.find(".table").setAttribute("aria-label", `Table of ${POSITIONS} positions by ${FEATURES} features; columns on the left alternate quickly, those on the right slowly or hardly; row ${position} is framed`);
      this.find(".curve").setAttribute("aria-label", `Dot products with position ${position}: highest there, symmetric around it; ringed is position ${far}`);
    }
  }

  if (!customElements.get("dlf-positional-encoding")) customElements.define("dlf-positional-encoding", PositionalEncoding);
}
