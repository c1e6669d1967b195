// The window of days by mode, and how play moves it.
const WEEK = 7;

// The window that ends on a day: one day, seven days, everything so far, or one of a length.
export function ending(mode, last, span, length) {
  const day = Math.min(span.last, Math.max(span.first, last));
  if (mode === "day") return { first: day, last: day };
  if (mode === "week") return { first: Math.max(span.first, day - WEEK + 1), last: day };
  if (mode === "sofar") return { first: span.first, last: day };
  return { first: Math.max(span.first, day - length + 1), last: day };
}

// The first of the newest days: those that shine where all of them would hide what is new.
export function freshFrom(mode, window) {
  return mode === "sofar" ? window.last : window.first;
}

// The window after one of its parts was moved.
export function moved(part, day, window, mode, span) {
  const length = window.last - window.first + 1;
  if (mode) {
    const isBeginning = part !== "last";
    const last = isBeginning && mode === "week" ? day + WEEK - 1 : day;
    return ending(mode, last, span, length);
  }
  const inside = Math.min(span.last, Math.max(span.first, day));
  if (part === "first") return { first: Math.min(inside, window.last), last: window.last };
  if (part === "last") return { first: window.first, last: Math.max(inside, window.first) };
  const first = Math.min(span.last - length + 1, Math.max(span.first, day));
  return { first, last: first + length - 1 };
}

// The next day that play shows: the next one, or past what is empty.
export function nextDay(day, step, gaps, span) {
  let next = day + step;
  for (const gap of gaps) {
    if (next >= gap.first && next <= gap.last) next = step > 0 ? gap.last + 1 : gap.first - 1;
  }
  return Math.min(span.last, Math.max(span.first, next));
}
