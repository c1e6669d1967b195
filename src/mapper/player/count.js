// What a window of days holds: stacks of events by place, and the numbers that are told.
//
// The same rules as in Python (select.matching, totals.of, layers.marks); a test compares them.
const FINER_THAN_CITY = ["campus", "address", "intersection", "landmark", "street", "neighborhood"];

// Columns by place, filled anew by each call of count; made once, since play calls it every frame.
export function tally(table) {
  const places = table.places.count;
  return {
    events: new Int32Array(places), // how many stand here
    fresh: new Int32Array(places), // of them: begun in the newest days
    sharp: new Int32Array(places), // of them: their whole window lies in this one
    kind: new Int16Array(places), // the kind of all of them, -1 for several
    sure: new Uint8Array(places), // the surest of them, 0 is the highest
    mid: new Float64Array(places),
    high: new Float64Array(places),
    seen: new Uint8Array(table.count),
    isFine: Uint8Array.from(table.places.precision, (p) => FINER_THAN_CITY.includes(p)),
    isCampus: Uint8Array.from(table.places.precision, (p) => p === "campus"),
    areaSeen: new Uint8Array(table.areas.length),
    campusSeen: new Uint8Array(places),
    numbers: null,
  };
}

// window: {first, last}, days since 1970, both included; fresh: the first of its newest days.
export function count(table, keep, window, fresh, debut, walkout, into) {
  const { place, first, last, kind, sure, area, mid, high, counted, recalled } = table.events;
  const found = { events: 0, places: 0, cities: 0, campuses: 0, firsts: 0, loose: 0, fresh: 0 };
  into.events.fill(0);
  into.fresh.fill(0);
  into.sharp.fill(0);
  into.mid.fill(0);
  into.high.fill(0);
  into.areaSeen.fill(0);
  into.campusSeen.fill(0);
  for (let i = 0; i < table.count; i++) {
    const isIn = recalled[i] || (first[i] <= window.last && last[i] >= window.first);
    const isSeen = keep[i] && isIn ? 1 : 0;
    into.seen[i] = isSeen;
    if (!isSeen) continue;
    const at = place[i];
    const isSharp = recalled[i] || (first[i] >= window.first && last[i] <= window.last);
    if (counted[i]) {
      found.events++;
      if (!isSharp) found.loose++;
      if (first[i] >= fresh && !recalled[i]) found.fresh++;
      if (area[i] >= 0 && !into.areaSeen[area[i]]) {
        into.areaSeen[area[i]] = 1;
        found.cities++;
      }
    }
    if (at < 0) continue;
    if (counted[i] && kind[i] === walkout && into.isCampus[at] && !into.campusSeen[at]) {
      into.campusSeen[at] = 1;
      found.campuses++;
      if (debut[at] >= fresh && debut[at] <= window.last) found.firsts++;
    }
    if (!into.events[at]) {
      if (into.isFine[at]) found.places++;
      into.kind[at] = kind[i];
      into.sure[at] = sure[i];
    } else {
      if (into.kind[at] !== kind[i]) into.kind[at] = -1;
      if (sure[i] < into.sure[at]) into.sure[at] = sure[i];
    }
    into.events[at]++;
    if (isSharp) into.sharp[at]++;
    if (first[i] >= fresh && !recalled[i]) into.fresh[at]++;
    if (mid[i] > into.mid[at]) into.mid[at] = mid[i];
    if (high[i] > into.high[at]) into.high[at] = high[i];
  }
  into.numbers = found;
  return into;
}

// The day of the first walkout of each campus, whatever the dates on the screen.
export function debuts(table, keep, walkout) {
  const { place, first, kind, counted } = table.events;
  const found = new Int32Array(table.places.count).fill(2 ** 31 - 1);
  for (let i = 0; i < table.count; i++) {
    if (keep[i] && counted[i] && kind[i] === walkout && place[i] >= 0) {
      found[place[i]] = Math.min(found[place[i]], first[i]);
    }
  }
  return found;
}

// The events at a place that are to be seen, in time.
export function eventsAt(table, into, at) {
  const found = [];
  for (let i = 0; i < table.count; i++) {
    if (into.seen[i] && table.events.place[i] === at) found.push(i);
  }
  return found;
}

// Events a day: by kind those of one day; those of a longer window apart, as [first, last].
export function perDay(table, keep, span, kinds) {
  const days = span.last - span.first + 1;
  const byKind = Array.from({ length: kinds }, () => new Uint32Array(days));
  const all = new Uint32Array(days);
  const windows = new Map();
  const { first, last, kind, counted, recalled } = table.events;
  for (let i = 0; i < table.count; i++) {
    if (!keep[i] || !counted[i] || recalled[i]) continue;
    if (first[i] === last[i]) {
      byKind[kind[i]][first[i] - span.first]++;
      all[first[i] - span.first]++;
    } else {
      const key = `${first[i]}/${last[i]}`;
      const known = windows.get(key) ?? { first: first[i], last: last[i], count: 0 };
      known.count++;
      windows.set(key, known);
    }
  }
  return { byKind, all, windows: [...windows.values()] };
}
