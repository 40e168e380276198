// Five real runs for each way to use a base: how many labels, what is trained, at which rate; the shares of right digits.
//
// The whole state is three choices. All numbers come from RIGHT, which book/_make/transfer_grid.py writes: digits read
// right of 797, for 1, 2, 5, 10 and 20 labels a class, for five draws, in the order of SETTINGS.

const RIGHT = [473, 524, 425, 534, 531, 473, 536, 534, 446, 526, 533, 495, 552, 483, 562, 559, 503, 555, 564, 481, 556, 564, 489, 510, 504, 521, 518, 398, 531, 522, 467, 534, 528, 404, 407, 387, 431, 418, 413, 443, 416, 379, 450, 422, 543, 559, 459, 562, 565, 507, 549, 553, 500, 546, 558, 652, 650, 593, 653, 653, 590, 657, 661, 608, 662, 661, 609, 636, 622, 632, 635, 580, 619, 631, 519, 621, 633, 632, 661, 669, 662, 669, 573, 659, 669, 554, 651, 670, 580, 602, 556, 602, 603, 481, 610, 601, 531, 600, 605, 648, 660, 593, 670, 671, 570, 672, 675, 528, 668, 675, 722, 729, 701, 732, 726, 702, 733, 729, 715, 735, 730, 723, 723, 725, 722, 725, 670, 725, 727, 618, 726, 727, 719, 726, 730, 716, 722, 691, 715, 726, 664, 717, 729, 713, 718, 696, 703, 710, 689, 706, 712, 671, 704, 711, 730, 737, 706, 735, 741, 667, 726, 739, 653, 735, 740, 744, 741, 734, 742, 738, 708, 738, 738, 712, 738, 739, 751, 741, 735, 740, 737, 730, 737, 737, 711, 739, 739, 748, 746, 728, 744, 745, 703, 744, 746, 681, 747, 749, 754, 744, 724, 746, 744, 713, 748, 745, 707, 750, 745, 753, 741, 726, 743, 747, 704, 746, 746, 683, 748, 749, 757, 757, 745, 758, 760, 758, 760, 757, 748, 762, 759, 774, 760, 755, 764, 764, 751, 766, 762, 746, 766, 764, 773, 762, 745, 761, 760, 754, 762, 760, 746, 763, 762, 760, 745, 733, 745, 746, 721, 739, 742, 726, 739, 742, 774, 758, 742, 763, 759, 733, 763, 760, 715, 766, 760];
const JUDGES = 797, DRAWS = 5;
const LABELS = [1, 2, 5, 10, 20];
const RATES = [0.01, 0.001, 0.0001];
const TRAINED = [
  { key: "scratch", name: "everything, from scratch", numbers: 23098 },
  { key: "0", name: "the head alone", numbers: 4330 },
  { key: "1", name: "head and last block", numbers: 18154 },
  { key: "2", name: "head and two blocks", numbers: 22762 },
  { key: "3", name: "head and three blocks", numbers: 22906 },
];

/** The place of a setting among the eleven of a draw: scratch, frozen, then depth by depth the three rates. */
function place(trained, rate) {
  if (trained === "scratch") return 0;
  return trained === "0" ? 1 : 2 + (Number(trained) - 1) * RATES.length + rate;
}

/** The shares of right answers of the five draws. */
function shares(labels, trained, rate) {
  const from = LABELS.indexOf(labels) * DRAWS;
  return Array.from({ length: DRAWS }, (_, draw) => RIGHT[(from + draw) * 11 + place(trained, rate)] / JUDGES);
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const percent = (value) => `${(100 * value).toFixed(1)}\u00a0%`;
const points = (value) => `${value < 0 ? "−" : "+"}${Math.abs(100 * value).toFixed(1)}`;

const STYLE = `
:host { display: block; text-align: left; color: var(--pst-color-text-base, #222); font-size: 1rem; }
.knobs { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .4rem 1rem; }
label { display: grid; gap: .15rem; font-size: .9rem; }
select { font: inherit; color: inherit; background: var(--pst-color-surface, #eee); border: 1px solid var(--pst-color-border, #777);
  border-radius: .25rem; padding: .3rem .45rem; min-width: 0; }
select:focus-visible { outline: 3px solid var(--pst-color-primary, #0a7d91); outline-offset: 2px; }
select:disabled { opacity: .6; }
svg { display: block; width: 100%; height: auto; margin-top: .6rem; }
svg text { font: 13px system-ui, sans-serif; fill: currentColor; }
.axis { stroke: var(--pst-color-border, #999); }
.dot { fill: var(--pst-color-background, #fff); stroke: var(--pst-color-primary, #0a7d91); stroke-width: 2; }
.mean { stroke: var(--pst-color-primary, #0a7d91); stroke-width: 4; }
.other .dot { stroke: currentColor; }
.other .mean { stroke: currentColor; }
.say { margin: .5rem 0 0; padding: .45rem .6rem; background: var(--pst-color-surface, #eee); border-radius: .25rem; min-height: 4.4em; }
`;

const options = (list) => list.map(([value, text]) => `<option value="${value}">${text}</option>`).join("");
const PANEL = `
<div class="knobs">
  <label>Labelled digits of each class <select data-knob="labels">${options(LABELS.map((n) => [n, n]))}</select></label>
  <label>Trained <select data-knob="trained">${options(TRAINED.map(({ key, name }) => [key, name]))}</select></label>
  <label>Rate of fine-tuning <select data-knob="rate">${options(RATES.map((rate, k) => [k, rate]))}</select></label>
</div>
<div class="picture"></div>
<p class="say" role="status" aria-live="polite" aria-atomic="true"></p>`;

class ThawDepth extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = `<style>${STYLE}</style>${PANEL}`;
    this.find = (selector) => root.querySelector(selector);
    this.state = { labels: 1, trained: "1", rate: 1 };
    for (const select of root.querySelectorAll("select")) select.value = String(this.state[select.dataset.knob]);
    root.addEventListener("input", ({ target }) => {
      const { knob } = target.dataset;
      this.state[knob] = knob === "trained" ? target.value : Number(target.value);
      this.render();
    });
    this.render();
  }

  render() {
    const { labels, trained, rate } = this.state, { name, numbers } = TRAINED.find(({ key }) => key === trained);
    this.find("[data-knob=rate]").disabled = trained === "scratch" || trained === "0";
    const mine = shares(labels, trained, rate), frozen = shares(labels, "0", 0), scratch = shares(labels, "scratch", 0);
    const gaps = mine.map((share, draw) => share - frozen[draw]);
    let text = `${labels} label${labels === 1 ? "" : "s"} a class, ${name}: ${percent(mean(mine))} right on average, ${numbers.toLocaleString("en")} numbers trained.`;
    text += trained === "0" ? ` Ahead of scratch, draw by draw: ${mine.map((share, k) => points(share - scratch[k])).join(", ")} points.`
      : ` Ahead of the frozen base, draw by draw: ${gaps.map(points).join(", ")} points.`;
    if (this.find(".say").textContent !== text) this.find(".say").textContent = text;
    this.draw([[name, mine, ""], ["the head alone", frozen, "other"], ["from scratch", scratch, "other"]], text);
  }

  draw(rows, label) {
    const low = 0.4, wide = 420, x = (share) => 12 + (wide - 34) * (share - low) / (1 - low);
    const ticks = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1].map((share) => `<line class="axis" x1="${x(share)}" x2="${x(share)}" y1="8" y2="158"/>`
      + `<text x="${x(share)}" y="174" text-anchor="middle">${Math.round(100 * share)}${share === 1 ? "\u00a0%" : ""}</text>`).join("");
    const strips = rows.map(([name, values, kind], k) => {
      const y = 36 + 50 * k, centre = x(mean(values));
      const dots = values.map((share) => `<circle class="dot" cx="${x(share).toFixed(1)}" cy="${y}" r="5"/>`).join("");
      return `<g class="${kind}"><text x="14" y="${y - 12}">${name}, mean ${percent(mean(values))}</text>`
        + `<line class="mean" x1="${centre}" x2="${centre}" y1="${y - 9}" y2="${y + 9}"/>${dots}</g>`;
    }).join("");
    this.find(".picture").innerHTML = `<svg viewBox="0 0 ${wide} 180" role="img" aria-label="${label}">${ticks}${strips}</svg>`;
  }
}

if (!customElements.get("dlf-thaw-depth")) customElements.define("dlf-thaw-depth", ThawDepth);
