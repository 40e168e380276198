// A trained network that reads digits of 8 by 8 pixels, and knobs that spoil the picture it is shown.
//
// The network is the one in book/_models/digit-reader.npz. Model and pictures are written here by
// book/_make/digit_reader.py: bytes W1, b1, W2, b2, W3, b3 in units of 1/32, grey levels 0 to g.

const MODEL = "AQQCBQP8/v0B/wDz+gMC/AYAAgEA//j9+QIB+gQGAfj6CQb5AATuCgXsCvr0APEADgby8hL5BA8R+A8C+u8RBAER9QEB/BD7BAn9AOYHC/74BQwB+Ar7ByT+/gL9DAr4//r19v75DBQQ/hgG6gj9+wP38/YFA/39Bf76/PX/AwD+DgUEAfT9+AH8/gMJBAH9B/75/QP0AAMF/QH9+AICBAwVAgT4/Rj+BfoNCu0B+fv7CvoDCgIPEg76EAb98/v7DATsAv788h8WAA365/8SAAkR+v/++gPyBu7q/QX+Av0KEPf//PQQ/f/z9/72+gf0/QL2A/sEAAf7/AH+AQEGDwT/AfgGAvMABwH+9QAC//8EAAMJBggE+wEDAf8I/PPyB/8LAwIFB/TuBgoAD/nw/fX5BQYBB/74B/kMDCMB+A0K+fr2CwD7CAbp3wERAhn9I//eAQ4UFAb69vAJDQP//gv88A/+/QEC8PX5+gr/BwX7BAH8CPz8BgAM+/4D8f78AwD+EQIGBwwE+/7+//f/+/cGBQX7BAEE/An9AAn8/vwC/A79CAwCEfwGCQER++cACP4i9A4AIvIC7OwCF//4CAb2E/b3+QQNEgIBBQAA/ggW+PIKAQsEDgwC/gML/Pz9C/T1CQcO+wz3Af7/CQju8AUH/wb+BgEEAPcBAQ4F+fwCAP/5+/v++QkCBAAHBgAA8gL//gAI/AoJDvkCEf3+/AD4F/X9A/gT+AcD+xT3+gcb8gno8fYPC/YD/f3//BIFA+kPC/bk8AQE+fD+8gMOB/Hq/BMEEPEN/wnt/AUD+fjqBAIAAg32FAUO/fwHFPD1DhIMCAX5/AMGA/8AA//8/QUCAQ73AvgDBfX99wf99wQB9gAK/fXy+vEG+/sBB/j+BgEM9/v3+u3sFQX8BgIF+w/qCQvw7df98Qb/+w75CAgD+xcK+QP1CAUP7v4N+vb/7gME9/8DCAEB/+34Cf3r+un5+fb99A4DBBH9AAQCAPsJ+vv8B/gAAAP7+//+/PcF/gUDBQUA/Qr3+gr6/wYB+gj3+ggAAPgB//3+AfgC+QADCgHyAAEJ5vIICe//AQACAAb7AQL28f0BBxn9DvwPCPIZAAkADPXrBPgN/wcIEProBgYSBAIO5P4DDPsD9SDzBPvv+vj5FPcDC/wIAfwXAgwB/f79BQH9AQQI8QYCBQUD/v71+AIE//kG+gP7/Qb7Af0DAAID/v8GAwwH+AkI/AIOA/4FAgkJA/8SA+r+/f8EEQ7/BAIN/gL8EAb/+v8G/voMBP0HFe7/CQfxDv8GA/8CAAf7CRn0/Q0OAwT2FgAD9vX/+wz7AgcGCvwI+R75A/4CAAAK8/0Q+wcKCQEFBQAABwL8Ag7/AAkBAAf//wDW/xgT/R/4GgH37hkV9fMVCfcVK/3tJO0LBEgB9u/t6/n9JBPoDBUb9e/59hMH7/0O7+ndEAn6DwH5AgAb8AXp+uUXE/IB5AEcDgX5BC/xIfz6Og0L0ebw7RIB8gEA6isJ/fEKFALo8g/+Cjoh3AP+APkE6v8VDNEcEuUo7uIEGhX09BMH+QP6/gz0CP8SAOwKHyTZ6u3tDfbz5+3+BQv0/+j7/xL29wfyPeEZDg8I9PwIAwEMDgkG//EF7Af4+QPz/QgFAQr9AgH+DgEr++v5ACMr8MsD8TAsA+/XIuwa8u4T19xHAQ3oHv7/8jcIAxHw6v3M8gD6HgMC9vzy+uTU7xYF4fEOCSr5+fILDQMEDO7+Oe8Q5PUH2PsQHwIGBPcPCPUDEfMIBvzqDfnv9/gA+OL1Mc8gDd0fAdIh8gjsE8s26wn6/v0EDO0MEAHv";
const DIGITS = ["004db70000egdg2005g4057008e004800690048002e1086000dc9f20003gc500", "0000ed100005gg20000egc0001aggc0003ceg9000005gf000004ge000001dg10", "005eb00000fgf00000a8g1000006e000000c9000001g3000008gcb00007gc700", "02dfa4000054df200000bg400000gc000000db0000008d000168ec0002ceb100", "0009d000003f6c0001c85e0006e0c7000e62g9500gddgf401fggc200033d4000", "00dggg8002gd841007g100000bfc500005ggg3000006g200003f900000be0000", "0087000000bc000000f9000007gg940005gebg5002gg0c8000ff1f60007egd10", "0009fc0000477e0000000d300498ad1004gfgg600000e3000009c000000b7000", "007db10006ece90005e3a900008fe200001eg60000993f4000c51b80007gg910", "005f500000cbd80000b9ag00003fgg1000000e6000000d8000630e60002dgf30"];
const SIZES = [64, 16, 12, 10];
const SIDE = 8, CELL = 26;

/** The layers, from their bytes: weights row by row, then biases. */
function layers() {
  const bytes = Int8Array.from(atob(MODEL), (c) => c.charCodeAt(0));
  const made = [];
  for (let k = 1, at = 0; k < SIZES.length; k += 1) {
    const [reads, units] = [SIZES[k - 1], SIZES[k]];
    const numbers = Array.from(bytes.subarray(at, at + (reads + 1) * units), (code) => code / 32);
    made.push({ reads, units, weights: numbers.slice(0, reads * units), bias: numbers.slice(reads * units) });
    at += (reads + 1) * units;
  }
  return made;
}
const LAYERS = layers();

/** The ten probabilities for 64 pixels. */
function read(pixels) {
  let now = pixels;
  LAYERS.forEach(({ reads, units, weights, bias }, k) => {
    const sums = bias.map((b, j) => {
      let sum = b;
      for (let i = 0; i < reads; i += 1) sum += now[i] * weights[i * units + j];
      return sum;
    });
    now = k < LAYERS.length - 1 ? sums.map((z) => Math.max(0, z)) : sums;
  });
  const top = Math.max(...now), shares = now.map((z) => Math.exp(z - top));
  const all = shares.reduce((a, b) => a + b, 0);
  return shares.map((share) => share / all);
}

const level = (character) => "0123456789abcdefg".indexOf(character) / 16;
const percent = (share) => `${(100 * share).toFixed(1)} %`;
const signed = (k) => String(k).replace("-", "−");

/** The chosen picture after shift, fading and negative. */
function spoilt({ which, right, down, ink, negative }) {
  const source = which === "empty" ? Array(64).fill(0) : Array.from(DIGITS[which], level);
  return source.map((_, place) => {
    const row = Math.floor(place / SIDE) - down, column = (place % SIDE) - right;
    const inside = row >= 0 && row < SIDE && column >= 0 && column < SIDE;
    const value = inside ? source[row * SIDE + column] * ink : 0;
    return negative ? 1 - value : value;
  });
}

const STYLE = `
:host { display: block; text-align: left; color: var(--pst-color-text-base, #222); font-size: 1rem; }
.panel { display: flex; flex-wrap: wrap; gap: .75rem 1.5rem; align-items: flex-start; }
.picture { flex: 0 1 13.5rem; min-width: 0; }
.bars { flex: 1 1 15rem; min-width: 0; max-width: 26rem; }
svg { display: block; width: 100%; height: auto; }
.knobs { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); gap: .3rem 1.25rem; margin: .6rem 0; font-size: .9rem; }
.knobs label { display: grid; grid-template-columns: 5.5rem 1fr 3rem; gap: .5rem; align-items: center; }
.knobs label.tick { grid-template-columns: auto 1fr; }
output { font-variant-numeric: tabular-nums; }
input[type=range] { width: 100%; min-width: 0; accent-color: var(--pst-color-primary, #0a7d91); }
input[type=checkbox] { accent-color: var(--pst-color-primary, #0a7d91); width: 1.1rem; height: 1.1rem; }
select { font: inherit; color: inherit; background: var(--pst-color-surface, #eee); max-width: 100%; grid-column: 2 / 4;
  border: 1px solid var(--pst-color-border, #777); border-radius: .25rem; padding: .3rem .45rem; }
select:focus-visible, input:focus-visible { outline: 3px solid var(--pst-color-primary, #0a7d91); outline-offset: 2px; }
.say { margin: .5rem 0 0; padding: .45rem .6rem; background: var(--pst-color-surface, #eee); border-radius: .25rem; overflow-wrap: anywhere; }
svg text { font: 15px system-ui, sans-serif; fill: currentColor; }
.frame { fill: none; stroke: var(--pst-color-border, #999); }
.bar { fill: var(--pst-color-primary, #0a7d91); }
.rest { fill: var(--pst-color-secondary, #8045e5); opacity: .55; }
`;

const slider = (id, name, low, high, step) => `<label>${name} <input type="range" id="${id}" min="${low}" max="${high}" step="${step}"><output for="${id}"></output></label>`;
const PANEL = `
<div class="knobs">
  <label>Picture <select id="which">${[..."0123456789"].map((d) => `<option value="${d}">a ${d} that it reads right</option>`).join("")}<option value="empty">an empty picture</option></select></label>
  ${slider("right", "Shift right", -3, 3, 1)}${slider("down", "Shift down", -3, 3, 1)}${slider("ink", "Ink", 0, 1, 0.05)}
  <label class="tick"><input type="checkbox" id="negative"> negative</label>
</div>
<div class="panel"><div class="picture"></div><div class="bars"></div></div>
<p class="say" role="status" aria-live="polite" aria-atomic="true"></p>`;

class DigitReader extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = `<style>${STYLE}</style>${PANEL}`;
    this.find = (selector) => root.querySelector(selector);
    for (const [id, start] of [["which", "3"], ["right", "0"], ["down", "0"], ["ink", "1"]]) this.find(`#${id}`).value = start;
    root.addEventListener("input", () => this.render());
    this.render();
  }

  render() {
    const number = (id) => Number(this.find(`#${id}`).value);
    const state = { which: this.find("#which").value, right: number("right"), down: number("down"), ink: number("ink"), negative: this.find("#negative").checked };
    const shown = { right: signed(state.right), down: signed(state.down), ink: `${Math.round(100 * state.ink)} %` };
    for (const [id, text] of Object.entries(shown)) {
      this.find(`output[for=${id}]`).textContent = text;
      this.find(`#${id}`).setAttribute("aria-valuetext", text);
    }
    const pixels = spoilt(state), shares = read(pixels);
    const first = shares.indexOf(Math.max(...shares));
    const said = this.sentence(state, shares, first);
    if (this.find(".say").textContent !== said) this.find(".say").textContent = said;
    this.find(".picture").innerHTML = this.drawn(pixels, state);
    this.find(".bars").innerHTML = this.bars(shares, first);
  }

  sentence({ which, right, down, ink, negative }, shares, first) {
    const done = [];
    if (right) done.push(`shifted right by ${signed(right)}`);
    if (down) done.push(`shifted down by ${signed(down)}`);
    if (ink < 1) done.push(`with ${Math.round(100 * ink)} % of its ink`);
    if (negative) done.push("as a negative");
    const thing = which === "empty" ? "An empty picture" : `A ${which}`;
    const verdict = which === "empty" ? "There is no right answer, and it cannot say so." : String(first) === which ? "Right." : "Wrong.";
    return `${[thing, ...done].join(", ")}: it answers ${first} with ${percent(shares[first])}. ${verdict}`;
  }

  drawn(pixels, { which }) {
    const size = SIDE * CELL;
    const cells = pixels.map((value, place) => {
      const grey = Math.round(255 * value);
      return `<rect x="${(place % SIDE) * CELL}" y="${Math.floor(place / SIDE) * CELL}" width="${CELL + 0.5}" height="${CELL + 0.5}" fill="rgb(${grey},${grey},${grey})"/>`;
    });
    const name = which === "empty" ? "an empty picture" : `a handwritten ${which}`;
    return `<svg viewBox="-1 -1 ${size + 2} ${size + 2}" role="img" aria-label="What the network is shown: ${name}, 8 by 8 pixels, as the knobs make it">${cells.join("")}<rect class="frame" width="${size}" height="${size}"/></svg>`;
  }

  bars(shares, first) {
    const rows = shares.map((share, digit) => `<text x="4" y="${digit * 24 + 18}">${digit}</text>`
      + `<rect class="${digit === first ? "bar" : "rest"}" x="24" y="${digit * 24 + 4}" width="${Math.max(0.5, 230 * share)}" height="17"/>`
      + `<text x="${32 + 230 * share}" y="${digit * 24 + 18}">${percent(share)}</text>`);
    return `<svg viewBox="0 0 330 244" role="img" aria-label="Probabilities of the ten digits; the highest is ${percent(shares[first])} for ${first}">${rows.join("")}</svg>`;
  }
}

if (!customElements.get("dlf-digit-reader")) customElements.define("dlf-digit-reader", DigitReader);
