// A letter in a square of side 4 whose corners can be moved: the homography through the four corners and the warped letter.
//
// The whole state is: the four new corners, in halves. The matrix, the picture and the verdict are computed from them.

const OLD = [[0, 0], [4, 0], [4, 4], [0, 4]];
const NAMES = ["upper left", "upper right", "lower right", "lower left"];
const LETTER = [[1, 0.5], [3, 0.5], [3, 1], [1.5, 1], [1.5, 1.75], [2.5, 1.75], [2.5, 2.25], [1.5, 2.25], [1.5, 3.5], [1, 3.5]];
const PRESETS = {
  page: ["leaning page", [[1, 0], [3, 0], [4, 4], [0, 4]]],
  still: ["unmoved", OLD],
  mirror: ["left-right mirror", [[4, 0], [0, 0], [0, 4], [4, 4]]],
  turn: ["half turn", [[4, 4], [0, 4], [0, 0], [4, 0]]],
  shear: ["shear", [[1, 0], [5, 0], [4, 4], [0, 4]]],
  dent: ["a dented corner", [[0, 0], [4, 0], [1.5, 1.5], [0, 4]]],
};
const LOW = -1, HIGH = 6, SIZE = 350, SCALE = SIZE / (HIGH - LOW);

/** A number with at most three decimals and a real minus sign. */
const show = (x) => String(Number(x.toFixed(3)) + 0).replace("-", "−");
const pixel = ([x, y]) => [(x - LOW) * SCALE, (y - LOW) * SCALE];

/** Solve eight equations by elimination with pivots; null if there is no single answer. */
function solve(rows) {
  const A = rows.map((row) => [...row]);
  for (let k = 0; k < 8; k += 1) {
    let best = k;
    for (let r = k; r < 8; r += 1) if (Math.abs(A[r][k]) > Math.abs(A[best][k])) best = r;
    if (Math.abs(A[best][k]) < 1e-9) return null;
    [A[k], A[best]] = [A[best], A[k]];
    for (let r = 0; r < 8; r += 1) {
      if (r === k) continue;
      const times = A[r][k] / A[k][k];
      for (let c = k; c < 9; c += 1) A[r][c] -= times * A[k][c];
    }
  }
  return A.map((row, k) => row[8] / row[k]);
}

/** The nine numbers of the homography that takes the old corners to the new ones, or null. */
function homography(corners) {
  const rows = OLD.flatMap(([x, y], k) => {
    const [u, v] = corners[k];
    return [[x, y, 1, 0, 0, 0, -x * u, -y * u, u], [0, 0, 0, x, y, 1, -x * v, -y * v, v]];
  });
  const found = solve(rows);
  return found && [...found, 1];
}

function apply(H, [x, y]) {
  const Z = H[6] * x + H[7] * y + 1;
  return [(H[0] * x + H[1] * y + H[2]) / Z, (H[3] * x + H[4] * y + H[5]) / Z];
}

/** Twice the signed areas of the triangles at the four corners; all of one sign for a convex figure. */
function bends(corners) {
  return corners.map(([x, y], k) => {
    const [a, b] = [corners[(k + 1) % 4], corners[(k + 2) % 4]];
    return (a[0] - x) * (b[1] - y) - (a[1] - y) * (b[0] - x);
  });
}

const STYLE = `
:host { display: block; text-align: left; color: var(--pst-color-text-base, #222); font-size: 1rem; }
.panel { display: flex; flex-wrap: wrap; gap: .75rem 1.5rem; }
.part { flex: 1 1 15rem; min-width: 0; max-width: 24rem; }
.stage { position: relative; }
svg { display: block; width: 100%; height: auto; }
label { font-size: .9rem; }
select, .handle { font: inherit; font-size: .9rem; color: inherit; }
select { background: var(--pst-color-surface, #eee); border: 1px solid var(--pst-color-border, #777); border-radius: .25rem;
  padding: .3rem .45rem; max-width: 100%; box-sizing: border-box; }
.handle { position: absolute; width: 28px; height: 28px; margin: -14px 0 0 -14px; padding: 0; border-radius: 50%;
  background: transparent; border: 2.5px solid currentColor; cursor: grab; touch-action: none; }
.handle:active { cursor: grabbing; }
select:focus-visible, .handle:focus-visible { outline: 3px solid var(--pst-color-primary, #0a7d91); outline-offset: 2px; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; margin: .6rem 0; }
.matrix td { padding: .25rem .8rem; text-align: right; }
.matrix { border-left: 2px solid currentColor; border-right: 2px solid currentColor; border-radius: .4rem; }
caption { text-align: left; font-size: .9rem; caption-side: top; }
.say { margin: .5rem 0 0; padding: .45rem .6rem; background: var(--pst-color-surface, #eee); border-radius: .25rem; overflow-wrap: anywhere; }
.key { margin: .4rem 0 0; font-size: .82rem; }
.frame { fill: none; stroke: var(--pst-color-border, #999); }
.old { fill: none; stroke: currentColor; stroke-width: 1.5; stroke-dasharray: 4 4; opacity: .6; }
.grid { stroke: currentColor; opacity: .3; }
.edge { fill: none; stroke: var(--pst-color-primary, #0a7d91); stroke-width: 2.5; }
.letter { fill: var(--pst-color-primary, #0a7d91); opacity: .75; }
`;

const PANEL = `
<div class="panel">
  <div class="part"><div class="stage"><div class="picture"></div>
    ${NAMES.map((_, k) => `<button type="button" class="handle" data-corner="${k}"></button>`).join("")}</div></div>
  <div class="part"><label>Begin with <select>${Object.entries(PRESETS).map(([key, [name]]) => `<option value="${key}">${name}</option>`).join("")}
    <option value="own">your own corners</option></select></label>
    <table class="matrix"><caption>H</caption><tbody></tbody></table>
    <p class="say" role="status" aria-live="polite" aria-atomic="true"></p>
    <p class="key">Rings: the new corners. Drag them, or focus one and use the arrow keys (half a unit a step). Dashed: the old square, from (0, 0) to (4, 4), y downwards.</p></div>
</div>`;

class HomographyCorners extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = `<style>${STYLE}</style>${PANEL}`;
    this.find = (selector) => root.querySelector(selector);
    this.preset("page");
    this.find("select").addEventListener("input", ({ target }) => { if (target.value !== "own") this.preset(target.value); });
    for (const button of root.querySelectorAll(".handle")) this.listen(button, Number(button.dataset.corner));
  }

  preset(key) {
    this.corners = PRESETS[key][1].map((corner) => [...corner]);
    this.render(key);
  }

  move(corner, x, y) {
    const half = (v) => Math.max(LOW, Math.min(HIGH, Math.round(2 * v) / 2));
    this.corners[corner] = [half(x), half(y)];
    this.render("own");
  }

  /** Let a ring follow pointer and arrow keys. */
  listen(button, corner) {
    button.addEventListener("pointerdown", (event) => button.setPointerCapture(event.pointerId));
    button.addEventListener("pointermove", (event) => {
      if (!button.hasPointerCapture(event.pointerId)) return;
      const box = this.find(".picture").getBoundingClientRect(), unit = box.width / (HIGH - LOW);
      this.move(corner, (event.clientX - box.left) / unit + LOW, (event.clientY - box.top) / unit + LOW);
    });
    button.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: [-0.5, 0], ArrowRight: [0.5, 0], ArrowUp: [0, -0.5], ArrowDown: [0, 0.5] }[event.key];
      if (!step) return;
      event.preventDefault();
      const [x, y] = this.corners[corner];
      this.move(corner, x + step[0], y + step[1]);
    });
  }

  /** What kind of map the corners make, in words. */
  verdict(H, turns) {
    const signs = new Set(turns.map((turn) => Math.sign(Math.round(turn * 1e6))));
    if (!H || signs.has(0)) return "Three corners lie on a line: no homography takes the square there.";
    if (signs.size > 1) return "The four corners are not convex. The matrix exists, but Z changes its sign within the square: the picture is torn apart.";
    const middle = apply(H, [2, 2]).map(show);
    const affine = Math.abs(H[6]) < 1e-9 && Math.abs(H[7]) < 1e-9;
    const kind = affine ? "Affine: the last row is 0, 0, 1, parallels stay parallel."
      : "Perspective: the last row is not 0, 0, 1, and parallels meet.";
    return `${kind} ${signs.has(-1) ? "It mirrors. " : ""}The middle (2, 2) goes to (${middle.join(", ")}).`;
  }

  render(chosen) {
    const H = homography(this.corners), turns = bends(this.corners);
    const flat = !H || turns.some((turn) => Math.abs(turn) < 1e-6);
    const convex = !flat && (turns.every((turn) => turn > 0) || turns.every((turn) => turn < 0));
    const verdict = this.verdict(H, turns);
    this.find("select").value = chosen;
    this.find("tbody").innerHTML = [0, 1, 2].map((r) => `<tr>${[0, 1, 2].map((c) => `<td>${flat ? "–" : show(H[3 * r + c])}</td>`).join("")}</tr>`).join("");
    if (this.find(".say").textContent !== verdict) this.find(".say").textContent = verdict;
    for (const button of this.shadowRoot.querySelectorAll(".handle")) {
      const k = Number(button.dataset.corner), [x, y] = this.corners[k];
      button.style.left = `${((x - LOW) / (HIGH - LOW)) * 100}%`;
      button.style.top = `${((y - LOW) / (HIGH - LOW)) * 100}%`;
      button.setAttribute("aria-label", `${NAMES[k]} corner, now at (${show(x)}, ${show(y)}); arrow keys move it`);
    }
    this.picture(convex ? H : null, verdict);
  }

  picture(H, verdict) {
    const list = (points) => points.map((point) => pixel(point).map((v) => v.toFixed(2)).join(",")).join(" ");
    const line = (from, to) => {
      const [a, b] = [pixel(apply(H, from)), pixel(apply(H, to))];
      return `<line class="grid" x1="${a[0]}" y1="${a[1]}" x2="${b[0]}" y2="${b[1]}"/>`;
    };
    const inside = H ? [1, 2, 3].flatMap((t) => [line([t, 0], [t, 4]), line([0, t], [4, t])]) : [];
    if (H) inside.push(`<polygon class="letter" points="${list(LETTER.map((point) => apply(H, point)))}"/>`);
    const label = `The letter F in a square, warped so that its corners lie at ${this.corners.map(([x, y]) => `(${show(x)}, ${show(y)})`).join(", ")}. ${verdict}`;
    this.find(".picture").innerHTML = `<svg viewBox="0 0 ${SIZE} ${SIZE}" role="img" aria-label="${label}">`
      + `<rect class="frame" x="1" y="1" width="${SIZE - 2}" height="${SIZE - 2}"/><polygon class="old" points="${list(OLD)}"/>`
      + `${inside.join("")}<polygon class="edge" points="${list(this.corners)}"/></svg>`;
  }
}

if (!customElements.get("dlf-homography-corners")) customElements.define("dlf-homography-corners", HomographyCorners);
