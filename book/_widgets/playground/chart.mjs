// The two loss curves, as a small SVG, and the record that they are drawn from.

const WIDTH = 320, HEIGHT = 150, LEFT = 38, RIGHT = 10, TOP = 10, BOTTOM = 24;
const MOST_KEPT = 600;

/** Add losses to a record [{epoch, train, test}]; of a long one every second entry is dropped. */
export function recorded(record, epoch, { train, test }) {
  const longer = [...record, { epoch, train: train.loss, test: test.loss }];
  return longer.length > MOST_KEPT ? longer.filter((_, k) => k % 2 === 0 || k === longer.length - 1) : longer;
}

/** A number above `value` that is 1, 2 or 5 times a power of ten. */
function roundUp(value) {
  const power = 10 ** Math.floor(Math.log10(value || 1));
  return [1, 2, 5, 10].map((digit) => digit * power).find((round) => round >= value * 0.999);
}

const short = (value) => String(Number(value.toPrecision(3)));

/**
 * The chart. Its axis begins at 0 and ends above twice the first loss at the latest: a curve that leaves it
 * at the top has grown.
 */
export function lossChart(record) {
  const first = Math.max(record[0].train, record[0].test), losses = record.flatMap(({ train, test }) => [train, test]);
  const top = roundUp(Math.min(Math.max(...losses.filter(Number.isFinite), 0.1), Math.max(2 * first, 1)));
  const start = record[0].epoch, end = Math.max(record.at(-1).epoch, start + 10);
  const x = (epoch) => LEFT + ((epoch - start) / (end - start)) * (WIDTH - LEFT - RIGHT);
  const y = (loss) => TOP + (1 - Math.min(loss, 1.2 * top) / top) * (HEIGHT - TOP - BOTTOM);
  const curve = (key) => record.filter((entry) => Number.isFinite(entry[key]))
    .map((entry) => `${x(entry.epoch).toFixed(1)},${y(entry[key]).toFixed(1)}`).join(" ");
  const marks = [0, 0.5, 1].map((part) => `<path class="grid" d="M${LEFT},${y(part * top)}H${WIDTH - RIGHT}"/>
    <text x="${LEFT - 6}" y="${y(part * top) + 4}" text-anchor="end">${short(part * top)}</text>`);
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
    <clipPath id="chart"><rect x="${LEFT}" y="${TOP - 2}" width="${WIDTH - LEFT - RIGHT}" height="${HEIGHT - TOP - BOTTOM + 3}"/></clipPath>
    ${marks.join("")}<g clip-path="url(#chart)"><polyline class="test" points="${curve("test")}"/>
    <polyline class="train" points="${curve("train")}"/></g>
    <text x="${LEFT}" y="${HEIGHT - 6}">epoch ${start}</text>
    <text x="${WIDTH - RIGHT}" y="${HEIGHT - 6}" text-anchor="end">${end}</text></svg>`;
}
