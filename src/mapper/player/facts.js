// What is counted and drawn for the choice of the reader: columns, filters, window, numbers.
import { count, debuts, eventsAt, perDay, tally } from "./count.js";
import { kept } from "./rows.js";
import { freshFrom } from "./window.js";

const WALKOUT = "walkout";
// A mark rises once: what was there before the first picture does not.
const LONG_AGO = -1e9;

export function facts(table, codes) {
  const walkout = codes.kinds.indexOf(WALKOUT);
  const tallied = tally(table);
  const born = new Float64Array(table.places.count).fill(LONG_AGO);
  const before = new Int32Array(table.places.count);
  let [keep, debut, days, id] = [null, null, null, ""];

  function filter(filters, span) {
    const next = JSON.stringify([filters, span]);
    if (next === id) return;
    id = next;
    keep = kept(table, filters, codes);
    debut = debuts(table, keep, walkout);
    days = perDay(table, keep, span, codes.kinds.length);
    days.busy = busy(days, span);
  }

  // Count anew for a window; marks that were not there before are born now.
  function show(window, mode, now) {
    before.set(tallied.events);
    count(table, keep, window, freshFrom(mode, window), debut, walkout, tallied);
    for (let at = 0; at < before.length; at++) {
      if (tallied.events[at] && !before[at]) born[at] = now;
    }
    return tallied;
  }

  return {
    table,
    tallied,
    born,
    drawings: 0,
    cells: null, // what is drawn instead of marks, where those would be too many
    filter,
    show,
    days: () => days,
    daysId: () => id,
    rowOf: (id) => table.index.get(id) ?? -1,
    placeOf: (id) => (table.index.has(id) ? table.events.place[table.index.get(id)] : -1),
    eventsAt: (place) => eventsAt(table, tallied, place),
    // the events with a mark that are to be seen, in time
    inTime: () => {
      const found = [];
      for (let i = 0; i < table.count; i++) {
        if (tallied.seen[i] && table.events.place[i] >= 0) found.push(i);
      }
      return found;
    },
  };
}

// Days on which something happened, or a window of something begins or ends.
function busy(days, span) {
  const found = Uint8Array.from(days.all, Boolean);
  for (const { first, last } of days.windows) {
    if (first >= span.first) found[first - span.first] = 1;
    if (last <= span.last) found[last - span.first] = 1;
  }
  return found;
}
