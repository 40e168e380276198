// The neighbours of a word among the vectors that the chapter on language has learned, and analogies.
//
// For each word: its kind, its place in the two directions in which the unit vectors differ most, and its vector, in thousandths.

const KINDS = ["animals", "people", "foods", "things", "adjectives", "verbs", "other words"];
const DATA = {
  ".": [6, [-273, -608], [143, 103, -8, 604, -1745, -221, 668, -206, -1403, 53]],
  "a": [6, [-55, -99], [692, 111, -921, -680, -1226, -1077, 464, -213, 1036, 580]],
  "baker": [1, [364, -77], [-1074, -233, -554, -284, 562, -2736, 798, -483, -1438, 262]],
  "bakers": [1, [299, -84], [-2284, -48, -859, 640, -10, -753, 1088, 746, -550, 1825]],
  "boat": [3, [489, 103], [-1288, -212, -703, 570, -495, -1791, -251, 658, -301, 154]],
  "boats": [3, [470, 66], [-1361, -354, -590, 821, -399, -1121, 117, 53, -4, 208]],
  "broken": [4, [444, -99], [-1982, 654, -18, 992, -829, -1695, 373, -27, 298, -722]],
  "bun": [2, [223, 459], [-870, -1478, -1728, -370, -432, -1345, 840, 1431, -589, -633]],
  "buns": [2, [108, 450], [-970, -2371, -1166, 388, 64, -834, 1308, 192, -408, -162]],
  "busy": [4, [241, -204], [-1592, 399, -1936, -865, 250, -267, 817, -1116, -538, 53]],
  "cake": [2, [221, 431], [-679, -1378, -1504, -273, -267, -1290, 917, 1480, -635, -120]],
  "cakes": [2, [69, 507], [-972, -2016, -907, 179, -233, -797, 1061, 585, -309, -127]],
  "call": [5, [188, -622], [-1159, 314, -1395, 876, -459, -252, 787, -1503, -1653, 881]],
  "calls": [5, [128, -650], [-939, 1030, -1608, -66, -873, -282, 648, -465, -1831, 1066]],
  "cart": [3, [447, 137], [-1198, -398, -888, 512, -606, -1961, -593, 735, -354, 143]],
  "carts": [3, [447, 117], [-1579, -638, -572, 1131, -452, -1440, -215, 80, 33, 198]],
  "clock": [3, [435, 148], [-1094, -346, -641, 281, -378, -1374, -206, 204, -106, 184]],
  "clocks": [3, [471, 91], [-1243, -276, -589, 637, -493, -1359, -203, 246, -86, 93]],
  "crow": [0, [-332, 371], [-1444, -1834, -415, -1695, -1100, -1094, -763, 115, -662, 7]],
  "crows": [0, [-282, 335], [-2167, -2036, -587, -124, -1337, 216, -382, 59, -31, 298]],
  "drum": [3, [380, 172], [-1061, -537, -953, 261, -623, -1653, -750, 367, -223, 34]],
  "drums": [3, [359, 173], [-1229, -793, -705, 604, -342, -1136, -313, 13, -182, 307]],
  "eat": [5, [-498, -137], [182, -1753, 305, -229, -1489, -298, 1404, -1157, -1926, -822]],
  "eats": [5, [-501, -92], [-381, -895, 108, -25, -3011, 307, 577, 866, -1302, -800]],
  "fear": [5, [-665, -167], [-743, -1385, 1232, -478, -1707, -475, 119, -895, -1325, 661]],
  "fears": [5, [-659, -244], [-667, -721, 930, -655, -2331, -283, -122, 71, -1396, 904]],
  "feed": [5, [-269, -683], [-642, 110, 173, 97, -1191, -609, -278, -1799, -1499, 830]],
  "feeds": [5, [-513, -638], [-411, 397, -76, -748, -1476, 275, 488, -467, -1489, 1171]],
  "follow": [5, [-538, -230], [-690, -1290, 1292, 127, -2088, -808, -213, -1043, -1428, 187]],
  "follows": [5, [-557, -241], [-653, -758, 1074, -502, -2594, -891, -553, -234, -1557, 319]],
  "frog": [0, [-417, 369], [-1056, -1637, -345, -1817, -824, -778, -259, 256, -695, 325]],
  "frogs": [0, [-355, 312], [-1804, -1730, -293, -450, -848, 127, -91, -43, -62, 868]],
  "goat": [0, [-353, 320], [-1385, -1531, -924, -2015, -797, -446, -276, -370, -608, -295]],
  "goats": [0, [-324, 310], [-2056, -2047, -897, -648, -1029, 489, 6, -793, -54, -355]],
  "grey": [4, [-496, 150], [-1663, -622, 1465, -1101, -971, -532, 830, 185, 219, 729]],
  "hear": [5, [-471, -636], [-460, -268, 117, -64, -1146, 243, 703, -1626, -1595, 902]],
  "hears": [5, [-305, -678], [-818, 746, -310, -233, -1865, 25, -505, -392, -1435, 1348]],
  "heavy": [4, [472, -54], [-1603, 411, -77, 916, -729, -1745, 332, 124, 192, -538]],
  "hen": [0, [-281, 215], [-1555, -1087, -1119, -1986, -745, -437, -689, -47, -622, 561]],
  "hens": [0, [-360, 240], [-1761, -1947, -380, -613, -467, 126, 97, -698, -247, 1047]],
  "heron": [0, [-255, 194], [-1511, -860, -1000, -1524, -899, -345, -757, -230, -405, 120]],
  "herons": [0, [-325, 199], [-1795, -1761, -401, -417, -498, 170, -22, -1041, -179, 565]],
  "kind": [4, [328, -285], [-2192, 1174, -1672, -447, -258, -417, 628, -1152, -138, -606]],
  "lamp": [3, [439, 116], [-1786, -210, -931, 611, -877, -2601, -770, 1182, -368, 220]],
  "lamps": [3, [438, 65], [-2047, -636, -346, 1520, -602, -2133, -324, 49, -72, 138]],
  "melon": [2, [200, 464], [-731, -1431, -1412, -286, -369, -1225, 615, 1001, -560, -512]],
  "melons": [2, [102, 472], [-987, -1976, -1087, 252, -188, -692, 992, 138, -258, -471]],
  "mend": [5, [207, -678], [-1191, 730, -594, 1557, -1413, -1217, -147, -1452, -1840, 252]],
  "mends": [5, [169, -695], [-1270, 1682, -994, 871, -1782, -417, 489, 224, -1664, 808]],
  "miller": [1, [179, -187], [-1746, 273, 144, -811, 300, -2341, 473, -945, -1063, 718]],
  "millers": [1, [176, -217], [-2684, 404, -117, 365, -198, -814, 788, 45, -330, 2020]],
  "mole": [0, [-297, 398], [-1135, -1564, -844, -1492, -629, -558, -157, 67, -570, 48]],
  "moles": [0, [-353, 374], [-1504, -1969, -407, -306, -823, 114, 138, -293, -147, 205]],
  "new": [4, [427, -37], [-2293, 542, -154, 1089, -1084, -1998, 170, 29, 310, -1110]],
  "nurse": [1, [185, -51], [-1202, -188, -773, -1248, 713, -1897, 917, -504, -1210, 853]],
  "nurses": [1, [264, -85], [-1869, -273, -987, 204, 397, -632, 1373, 127, -743, 1540]],
  "old": [4, [441, -159], [-2089, 881, -2125, -24, -348, -489, 604, -680, -68, -1064]],
  "onion": [2, [266, 466], [-906, -1444, -1624, -60, -370, -1231, 677, 1371, -431, -346]],
  "onions": [2, [245, 416], [-962, -2034, -1212, 642, 78, -1095, 1007, 216, -403, -244]],
  "otter": [0, [-365, 353], [-1245, -1695, -147, -1697, -585, -823, 99, 849, -659, 1334]],
  "otters": [0, [-401, 340], [-1679, -2199, 64, -410, -688, 100, 514, 339, -293, 1308]],
  "paint": [5, [223, -672], [-975, 581, -668, 1413, -1234, -952, 49, -1204, -1558, 190]],
  "painter": [1, [353, -119], [-1191, 94, -842, -595, 430, -1903, 576, -331, -1078, 624]],
  "painters": [1, [342, -183], [-1944, -111, -1011, 667, 199, -713, 1081, -131, -711, 1460]],
  "paints": [5, [199, -687], [-788, 1318, -1222, 547, -1490, -566, 164, 66, -1561, 592]],
  "pear": [2, [152, 491], [-701, -1491, -1321, -478, -299, -1206, 528, 750, -503, -513]],
  "pears": [2, [174, 441], [-928, -1642, -909, 303, -66, -832, 593, -23, -171, -70]],
  "peel": [5, [68, -469], [106, -478, -1146, 749, -345, -612, 1582, -1332, -2171, 24]],
  "peels": [5, [-164, -420], [-10, -68, -1094, -274, -771, 188, 2016, 43, -2133, 734]],
  "plum": [2, [194, 465], [-949, -1615, -1975, -583, -318, -1202, 1018, 1422, -608, -553]],
  "plums": [2, [120, 445], [-1132, -2571, -1386, 311, 146, -916, 1330, 51, -539, -380]],
  "quick": [4, [-417, 191], [-1653, -647, 1553, -1054, -1139, -1109, 360, 53, 253, 190]],
  "ripe": [4, [101, 317], [-1323, -726, -6, -212, -423, -1292, 2698, 1074, 9, -1192]],
  "rope": [3, [464, 98], [-1559, -288, -760, 499, -429, -2419, -438, 741, -448, 452]],
  "ropes": [3, [487, 30], [-1591, -551, -494, 1167, -113, -1809, 49, 13, -265, 608]],
  "round": [4, [110, 323], [-987, -598, -16, -180, -399, -1192, 2167, 1086, -28, -808]],
  "sailor": [1, [29, -121], [-1498, -135, 73, -1356, 634, -1891, 955, -1023, -1118, 1050]],
  "sailors": [1, [73, -73], [-2145, -488, -629, -308, 422, -531, 1001, -345, -557, 2058]],
  "sell": [5, [144, -486], [36, -289, -1180, 1139, -697, -915, 1399, -1234, -2363, -443]],
  "sells": [5, [5, -436], [-291, 331, -1254, 553, -1267, 136, 1836, 837, -1954, 743]],
  "shy": [4, [-483, 176], [-1485, -583, 1404, -1220, -916, -567, 1113, 505, 140, 733]],
  "small": [4, [-188, 173], [-1434, -64, 1001, -508, -1005, -905, 781, 119, 504, -744]],
  "snail": [0, [-408, 291], [-1379, -1485, -215, -1862, -793, -797, -436, 129, -668, 780]],
  "snails": [0, [-387, 239], [-1925, -1842, 36, -328, -1067, -59, -356, -204, -232, 980]],
  "sour": [4, [88, 309], [-1212, -678, -114, -358, -316, -1135, 2559, 924, -102, -1084]],
  "steal": [5, [-569, -128], [227, -1621, 621, -122, -1272, -233, 1442, -414, -1663, 250]],
  "steals": [5, [-534, -134], [-144, -767, 280, -106, -2347, 221, 827, 1180, -1335, 365]],
  "sweet": [4, [107, 323], [-1264, -707, -357, -199, -547, -972, 2333, 773, 39, -1553]],
  "tame": [4, [-503, 117], [-1825, -267, 1112, -1350, -1101, -70, 1038, -91, 430, 80]],
  "the": [6, [-91, -128], [502, -137, -658, -200, -1123, -775, 676, -606, 1135, 596]],
  "these": [6, [-60, -125], [165, -574, -550, 426, -934, -596, 734, -1119, 1267, 836]],
  "this": [6, [-58, -132], [534, 167, -848, -686, -1113, -974, 397, -177, 796, 587]],
  "tired": [4, [365, -263], [-1744, 704, -2093, -505, 34, -494, 346, -1018, -484, -5]],
  "two": [6, [-75, -126], [164, -582, -556, 396, -895, -507, 783, -1045, 1139, 807]],
  "weaver": [1, [319, -179], [-1289, 208, -817, -650, 242, -2137, 23, -483, -1159, 818]],
  "weavers": [1, [327, -116], [-2166, -358, -1145, 591, 84, -809, 261, -276, -594, 1491]],
  "wild": [4, [-474, 137], [-2094, -374, 1088, -1343, -1510, -110, 717, -397, 503, -731]],
  "young": [4, [149, -266], [-2059, 746, -1390, -946, -26, -178, 666, -1432, -206, -2]]
};
const WORDS = Object.keys(DATA), NAMED = 8, WIDE = 400, TALL = 400;
const VECTORS = WORDS.map((word) => DATA[word][2].map((v) => v / 1000));

const dot = (a, b) => a.reduce((sum, v, i) => sum + v * b[i], 0);
const unit = (a) => a.map((v) => v / Math.sqrt(dot(a, a)));

/** All words but those left out, the nearest to word − minus + plus first: [word, value]; minus and plus may be "". */
export function neighbours({ word, minus = "", plus = "", measure = "cosine", own = false }) {
  const table = measure === "cosine" ? VECTORS.map(unit) : VECTORS;
  const of = (name) => table[WORDS.indexOf(name)] ?? table[0].map(() => 0);
  const sum = of(word).map((v, i) => v - of(minus)[i] + of(plus)[i]);
  const query = measure === "cosine" && dot(sum, sum) > 0 ? unit(sum) : sum;
  const found = WORDS.map((name, i) => [name, dot(table[i], query)]);
  return found.filter(([name]) => own || ![word, minus, plus].includes(name)).sort((a, b) => b[1] - a[1]);
}

const across = (name) => 20 + ((DATA[name][1][0] + 700) * (WIDE - 40)) / 1230;
const down = (name) => 20 + ((550 - DATA[name][1][1]) * (TALL - 40)) / 1280;
const MARKS = [
  (x, y, r) => `<circle cx="${x}" cy="${y}" r="${r}"/>`,
  (x, y, r) => `<rect x="${x - r}" y="${y - r}" width="${2 * r}" height="${2 * r}"/>`,
  (x, y, r) => `<path d="M${x} ${y - r - 1}L${x + r + 1} ${y + r}H${x - r - 1}Z"/>`,
  (x, y, r) => `<path d="M${x} ${y - r - 2}L${x + r + 1} ${y}L${x} ${y + r + 2}L${x - r - 1} ${y}Z"/>`,
  (x, y, r) => `<path class="line" d="M${x - r} ${y - r}L${x + r} ${y + r}M${x - r} ${y + r}L${x + r} ${y - r}"/>`,
  (x, y, r) => `<path class="line" d="M${x - r - 1} ${y}H${x + r + 1}M${x} ${y - r - 1}V${y + r + 1}"/>`,
  (x, y, r) => `<circle class="line" cx="${x}" cy="${y}" r="${r}"/>`,
];
const mark = (kind, x, y, r) => MARKS[kind](Number(x.toFixed(1)), Number(y.toFixed(1)), r);
const signed = (value) => value.toFixed(2).replace("-", "−");

const STYLE = `
:host { display: block; text-align: left; color: var(--pst-color-text-base, #222); font-size: 1rem; }
.knobs { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .4rem .9rem; align-items: end; }
label { display: grid; gap: .1rem; font-size: .9rem; }
label.box { display: flex; gap: .4rem; align-items: center; padding-bottom: .3rem; grid-column: span 2; }
select { font: inherit; color: inherit; max-width: 100%; min-width: 0; box-sizing: border-box; background: var(--pst-color-surface, #eee); border: 1px solid var(--pst-color-border, #777); border-radius: .25rem; padding: .3rem .5rem; }
input { accent-color: var(--pst-color-primary, #0a7d91); width: 1.1rem; height: 1.1rem; flex: none; }
select:focus-visible, input:focus-visible { outline: 3px solid var(--pst-color-primary, #0a7d91); outline-offset: 2px; }
.both { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: .5rem 1.2rem; align-items: center; margin-top: .6rem; }
.bars { display: grid; grid-template-columns: max-content 1fr max-content; gap: .25rem .5rem; align-items: center; font-size: .95rem; font-variant-numeric: tabular-nums; }
.bar { height: .95rem; background: var(--pst-color-primary, #0a7d91); min-width: 2px; }
svg { display: block; width: 100%; height: auto; cursor: pointer; }
svg text { font: 15px system-ui, sans-serif; fill: currentColor; paint-order: stroke; stroke: var(--pst-color-background, #fff); stroke-width: 4px; }
.dot { fill: currentColor; stroke: none; opacity: .42; }
.line { fill: none; stroke: currentColor; stroke-width: 1.6; }
.near { fill: var(--pst-color-primary, #0a7d91); opacity: 1; }
.near .line { stroke: var(--pst-color-primary, #0a7d91); stroke-width: 2.4; }
.asked { fill: none; stroke: var(--pst-color-primary, #0a7d91); stroke-width: 3; }
.key { display: flex; flex-wrap: wrap; gap: .1rem .8rem; font-size: .85rem; margin: .3rem 0 0; }
.key span { display: inline-flex; align-items: center; gap: .3rem; white-space: nowrap; }
.key svg { width: 16px; height: 16px; flex: none; cursor: default; }
.say { margin: .6rem 0 0; padding: .45rem .6rem; background: var(--pst-color-surface, #eee); border-radius: .25rem; min-height: 3.2em; overflow-wrap: anywhere; }
`;

const options = (names) => names.map((name) => `<option value="${name}">${name || "—"}</option>`).join("");
const PANEL = `
<div class="knobs">
  <label>Word <select class="word">${options(WORDS)}</select></label>
  <label>minus <select class="minus">${options(["", ...WORDS])}</select></label>
  <label>plus <select class="plus">${options(["", ...WORDS])}</select></label>
  <label>Compare by <select class="measure"><option value="cosine">cosine</option><option value="dot">dot product</option></select></label>
  <label class="box"><input type="checkbox"> Own words may answer</label>
</div>
<div class="both"><div><div class="map"></div><p class="key" aria-hidden="true">${KINDS.map((kind, i) => `<span><svg viewBox="0 0 16 16"><g class="dot">${mark(i, 8, 8, 4)}</g></svg>${kind}</span>`).join("")}</p></div>
<div class="bars" role="img"></div></div>
<p class="say" role="status" aria-live="polite" aria-atomic="true"></p>`;

if (typeof HTMLElement !== "undefined") {
  class EmbeddingNeighbours extends HTMLElement {
    connectedCallback() {
      if (this.shadowRoot) return;
      const root = this.attachShadow({ mode: "open" });
      root.innerHTML = `<style>${STYLE}</style>${PANEL}`;
      this.find = (selector) => root.querySelector(selector);
      this.find(".word").value = "sweet";
      root.addEventListener("input", () => this.render());
      this.find(".map").addEventListener("click", (event) => this.pick(event));
      this.render();
    }

    /** Ask for the word that lies nearest to where the map was clicked. */
    pick(event) {
      const box = this.find(".map").getBoundingClientRect(), scale = WIDE / box.width;
      const [x, y] = [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
      const far = (name) => Math.hypot(across(name) - x, down(name) - y);
      this.find(".word").value = WORDS.reduce((best, name) => (far(name) < far(best) ? name : best));
      this.render();
    }

    render() {
      const [word, minus, plus, measure] = [".word", ".minus", ".plus", ".measure"].map((name) => this.find(name).value);
      const near = neighbours({ word, minus, plus, measure, own: this.find("input").checked }).slice(0, NAMED);
      const asked = `${word}${minus && ` − ${minus}`}${plus && ` + ${plus}`}`;
      const longest = Math.max(...near.map(([, value]) => value), measure === "cosine" ? 1 : 0);
      this.find(".bars").innerHTML = near.map(([name, value]) => `<span>${name}</span><div class="bar" style="width:${Math.max(0, (100 * value) / longest)}%"></div><span>${signed(value)}</span>`).join("");
      const list = near.map(([name, value]) => `${name} ${signed(value)}`).join(", ");
      this.find(".bars").setAttribute("aria-label", `Nearest to ${asked}: ${list}`);
      this.find(".say").textContent = `Nearest to ${asked} by ${measure === "cosine" ? "cosine" : "dot product"}: ${list}.`;
      this.map([word, minus, plus].filter(Boolean), near.map(([name]) => name), asked);
    }

    map(asked, near, text) {
      const dots = WORDS.map((name) => `<g class="dot${near.includes(name) ? " near" : ""}">${mark(DATA[name][0], across(name), down(name), near.includes(name) ? 5 : 4)}</g>`);
      const rings = asked.map((name) => `<circle class="asked" cx="${across(name)}" cy="${down(name)}" r="10"/>`);
      // The labels of an analogy stand above, left of and below their rings, since its words often lie close together.
      const sides = [[0, -15, "middle"], [-14, 5, "end"], [0, 26, "middle"]];
      const texts = asked.map((name, i) => `<text x="${across(name) + sides[i][0]}" y="${down(name) + sides[i][1]}" text-anchor="${sides[i][2]}">${name}</text>`);
      this.find(".map").innerHTML = `<svg viewBox="0 0 ${WIDE} ${TALL}" role="img" aria-label="Map of ${WORDS.length} words; ringed: ${text}; filled: its ${near.length} neighbours">${dots.join("")}${rings.join("")}${texts.join("")}</svg>`;
    }
  }

  if (!customElements.get("dlf-embedding-neighbours")) customElements.define("dlf-embedding-neighbours", EmbeddingNeighbours);
}
