// How many alarms are right when something rare is looked for: three sliders, one bar, one sentence.
//
// The whole state is: how many of 100,000 people are wanted, how many of them are found, how many others are mistaken for one.

const PEOPLE = 100_000;
const WANTED = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];
const MISTAKEN = [1000, 500, 300, 200, 100, 50, 30, 20, 10, 5, 3, 2, 1];   // in 100,000 others
const number = (value) => value.toLocaleString("en-GB", { maximumFractionDigits: value < 100 ? 1 : 0 });
const oneIn = (rate) => `1 in ${number(PEOPLE / rate)}`;

const STYLE = `
:host { display: block; text-align: left; color: var(--pst-color-text-base, #222); font-size: 1rem; }
.knobs { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: .5rem 1.2rem; font-size: .9rem; }
.knobs label { display: flex; flex-wrap: wrap; gap: .1rem .5rem; align-items: center; }
.knobs span { flex: 1 1 100%; }
.knobs output { min-width: 5.6rem; font-variant-numeric: tabular-nums; }
input[type=range] { flex: 1 1 7rem; min-width: 0; accent-color: var(--pst-color-primary, #0a7d91); }
input:focus-visible { outline: 3px solid var(--pst-color-primary, #0a7d91); outline-offset: 2px; }
svg { display: block; width: 100%; height: 2.4rem; margin: .7rem 0 .2rem; }
svg * { vector-effect: non-scaling-stroke; }
.key { display: flex; justify-content: space-between; font-size: .85rem; margin: 0 0 .5rem; }
.right { fill: var(--pst-color-primary, #0a7d91); }
.false { fill: none; stroke: currentColor; stroke-width: 1.5; }
.hatch { stroke: currentColor; opacity: .45; }
.say { margin: 0; padding: .45rem .6rem; background: var(--pst-color-surface, #eee); border-radius: .25rem; min-height: 4.6em; }
`;

const PANEL = `
<div class="knobs">
  <label><span>wanted among ${number(PEOPLE)}</span><input type="range" id="wanted" min="0" max="${WANTED.length - 1}"> <output for="wanted"></output></label>
  <label><span>found, of 100 wanted</span><input type="range" id="found" min="50" max="100"> <output for="found"></output></label>
  <label><span>others mistaken for one</span><input type="range" id="mistaken" min="0" max="${MISTAKEN.length - 1}"> <output for="mistaken"></output></label>
</div>
<div class="picture"></div>
<div class="key"><span>right (filled)</span><span>false (hatched)</span></div>
<p class="say" role="status" aria-live="polite" aria-atomic="true"></p>`;

class AlarmBaseRate extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = `<style>${STYLE}</style>${PANEL}`;
    this.find = (selector) => root.querySelector(selector);
    for (const [id, value] of [["wanted", WANTED.indexOf(10)], ["found", 99], ["mistaken", MISTAKEN.indexOf(100)]]) {
      this.find(`#${id}`).value = String(value);
    }
    root.addEventListener("input", () => this.render());
    this.render();
  }

  render() {
    const wanted = WANTED[Number(this.find("#wanted").value)], found = Number(this.find("#found").value) / 100;
    const mistaken = MISTAKEN[Number(this.find("#mistaken").value)];
    const right = wanted * found, wrong = ((PEOPLE - wanted) * mistaken) / PEOPLE, share = right / (right + wrong);
    for (const [id, text] of [["wanted", number(wanted)], ["found", String(Math.round(found * 100))], ["mistaken", oneIn(mistaken)]]) {
      this.find(`output[for=${id}]`).textContent = text;
      this.find(`#${id}`).setAttribute("aria-valuetext", text);
    }
    this.find(".picture").innerHTML = this.bar(share);
    const said = `${number(right)} right alarms and ${number(wrong)} false ones: ${(100 * share).toFixed(1)}\u00a0% of the alarms are right. `
      + `${number(wanted - right)} wanted people pass unseen.`;
    if (this.find(".say").textContent !== said) this.find(".say").textContent = said;
  }

  bar(share) {
    const width = 600, edge = share * width;
    const lines = Array.from({ length: 60 }, (_, k) => edge + 12 * k + 6).filter((x) => x < width)
      .map((x) => `<line class="hatch" x1="${x}" y1="39" x2="${Math.max(edge, x - 22)}" y2="${39 - Math.min(38, (x - edge) * 38 / 22)}"/>`);
    const label = `${(100 * share).toFixed(1)} percent of the alarms are right`;
    return `<svg viewBox="-1 0 602 40" preserveAspectRatio="none" role="img" aria-label="${label}"><rect class="right" x="0" y="1" width="${edge}" height="38"/>${lines.join("")}`
      + `<rect class="false" x="0" y="1" width="${width}" height="38"/></svg>`;
  }
}

if (!customElements.get("dlf-alarm-base-rate")) customElements.define("dlf-alarm-base-rate", AlarmBaseRate);
