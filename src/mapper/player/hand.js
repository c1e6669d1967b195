// What the reader points at and picks: marks, routes, boxes, the next event in time.
import { eventLines, legLines } from "./card.js";
import { legAt, markAt } from "./pick.js";

const INTO = 2; // zoom steps into a cell

// parts: {found(), map(), card(), inside(), speak(), event(), open(ids)}
export function hand({ found, map, card, inside, speak, event, open }) {
  const id = (row) => found().table.events.id[row];

  function legUnder(x, y) {
    return legAt(found().table, found().tallied, map().screen(), x, y);
  }

  function clicked(x, y) {
    card().hide();
    if (!found()) return;
    if (found().cells) return map().zoomAt(INTO, x, y);
    const place = markAt(inside(), x, y);
    if (place >= 0) return open(found().eventsAt(place).map(id));
    const leg = legUnder(x, y);
    if (leg >= 0) return open([id(found().table.lines.event[leg])]);
    if (event()) open([]);
  }

  function hovered(x, y) {
    if (!found()) return;
    const { table, cells } = found();
    const place = markAt(inside(), x, y);
    const leg = place < 0 && !cells ? legUnder(x, y) : -1;
    map().frame.classList.toggle("pointing", place >= 0 || leg >= 0);
    if (place >= 0) {
      const lines = eventLines(table.text, found().eventsAt(place), speak());
      card().show(x, y, map().size(), lines);
    } else if (leg >= 0) card().show(x, y, map().size(), legLines(table.lines, leg));
    else card().hide();
  }

  function boxed({ left, top, width, height }) {
    const on = map().screen();
    const { places, events } = found().table;
    const rows = found().inTime().filter((row) => {
      const place = events.place[row];
      const [x, y] = [on.x(places.lon[place]) - left, on.y(places.lat[place]) - top];
      return x >= 0 && x <= width && y >= 0 && y <= height;
    });
    open(rows.map(id));
  }

  function next(by) {
    const order = found().inTime();
    const here = order.indexOf(found().table.index.get(event()));
    const row = order[here < 0 ? (by > 0 ? 0 : order.length - 1) : here + by];
    if (row !== undefined) open([id(row)]);
  }

  return { clicked, hovered, boxed, next, left: () => card().hide() };
}
