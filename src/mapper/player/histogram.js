// Events a day as bars by kind, under them the windows of those known to no single day.
import { draw } from "./dom.js";
import { binDays } from "./scale.js";

const HIGH = 56;
const LANE = 5;
const AXIS = 16;
const LABEL_PX = 52;
export const TALL = HIGH + AXIS + 2 * LANE;

export function histogram(days, span, scale, width, colours, locale) {
  const svg = draw("svg", {
    width,
    height: TALL,
    viewBox: `0 0 ${width} ${TALL}`,
    "aria-hidden": "true",
  });
  const bin = binDays(scale.dayPx);
  const sums = binned(days.byKind, bin);
  const most = Math.max(1, ...sums.map((bar) => bar.reduce((sum, one) => sum + one, 0)));
  sums.forEach((bar, at) => {
    const first = span.first + at * bin;
    const left = scale.start(first);
    const wide = scale.end(Math.min(span.last, first + bin - 1)) - left;
    let y = HIGH;
    bar.forEach((count, kind) => {
      const tall = (count / most) * (HIGH - 4);
      y -= tall;
      if (count) {
        const gap = wide > 4 ? 1 : 0;
        const size = { x: left, y, width: Math.max(1.5, wide - gap), height: tall };
        svg.append(draw("rect", { ...size, fill: colours[kind] }));
      }
    });
  });
  svg.append(...lanes(days.windows, scale), ...axis(span, scale, width, locale));
  for (const gap of scale.gaps) {
    const middle = (scale.start(gap.first) + scale.end(gap.last)) / 2;
    svg.append(draw("text", { x: middle, y: HIGH - 3, class: "gap" }, "⋯"));
  }
  return svg;
}

function binned(byKind, bin) {
  const count = Math.ceil(byKind[0].length / bin);
  return Array.from({ length: count }, (_, at) =>
    byKind.map((days) => days.subarray(at * bin, (at + 1) * bin).reduce((sum, n) => sum + n, 0)),
  );
}

function lanes(windows, scale) {
  return windows.map(({ first, last }, at) => {
    const x = scale.start(first);
    const size = { x, y: HIGH + 2 + (at % 2) * LANE, width: scale.end(last) - x, height: 3 };
    return draw("rect", { ...size, rx: 1.5, class: "lane" });
  });
}

function axis(span, scale, width, locale) {
  const month = new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" });
  const found = [draw("line", { x1: 0, x2: width, y1: HIGH, y2: HIGH, class: "axis" })];
  let [free, year, before] = [-1, null, null];
  const isSkipped = (day) => scale.gaps.some((gap) => day >= gap.first && day <= gap.last);
  for (let day = span.first; day <= span.last; day++) {
    // a month is named where it begins, or where it is first seen after what is skipped
    const date = new Date(day * 864e5);
    const name = `${date.getUTCFullYear()}-${date.getUTCMonth()}`;
    if (name === before || isSkipped(day)) continue;
    const x = scale.start(day);
    const isNew = date.getUTCFullYear() !== year;
    const wide = isNew ? LABEL_PX + 8 : LABEL_PX - 20;
    if (x < free || x + wide > width + 8) continue;
    const text = isNew ? `${month.format(date)} ${date.getUTCFullYear()}` : month.format(date);
    found.push(draw("text", { x, y: TALL - 2, class: "month" }, text));
    [free, year, before] = [x + wide, date.getUTCFullYear(), name];
  }
  return found;
}
