// Days to pixels and back, along an axis that can pass quickly over what is empty.
const LEAST_GAP = 14; // days without an event that are worth skipping
const GAP_PX = 18;

// all: events a day from span.first on; windows: [{first, last}] of events known to no single day.
export function scale(span, all, width, isSkipping) {
  const days = span.last - span.first + 1;
  const gaps = isSkipping ? stretches(all) : [];
  const skipped = gaps.reduce((sum, [from, to]) => sum + to - from, 0);
  const dayPx = Math.max(0, width - gaps.length * GAP_PX) / Math.max(1, days - skipped);
  const left = new Float64Array(days + 1);
  let next = 0;
  for (let day = 0, x = 0; day < days; day++) {
    while (next < gaps.length && gaps[next][1] <= day) next++;
    const gap = gaps[next];
    const isIn = gap && day >= gap[0];
    x += isIn ? GAP_PX / (gap[1] - gap[0]) : dayPx;
    left[day + 1] = x;
  }
  const at = (day) => left[Math.min(days, Math.max(0, day - span.first))];
  return {
    dayPx,
    gaps: gaps.map(([from, to]) => ({ first: span.first + from, last: span.first + to - 1 })),
    start: at,
    end: (day) => at(day + 1),
    day: (x) => span.first + Math.min(days - 1, before(left, x)),
  };
}

// Runs of empty days, all but a day at each end: [from, to), in days from the first.
function stretches(all) {
  const found = [];
  let from = -1;
  for (let day = 0; day <= all.length; day++) {
    const isEmpty = day < all.length && !all[day];
    if (isEmpty && from < 0) from = day;
    if (!isEmpty && from >= 0) {
      if (day - from > LEAST_GAP) found.push([from === 0 ? 0 : from + 1, day === all.length ? day : day - 1]);
      from = -1;
    }
  }
  return found;
}

// The last place whose left edge is not beyond x.
function before(left, x) {
  let [low, high] = [0, left.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (left[middle] <= x) low = middle;
    else high = middle - 1;
  }
  return Math.min(low, left.length - 2);
}

// How many days one bar stands for, so that a bar can be seen.
export function binDays(dayPx) {
  if (dayPx >= 2.5) return 1;
  return dayPx >= 0.4 ? 7 : 30;
}
