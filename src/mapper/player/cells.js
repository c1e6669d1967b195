// Too many events for dots: how many stand in each cell of the H3 grid, by zoom.
//
// Cells are counted from the same stacks as the marks; close enough, the marks themselves are drawn.
const CELL_PX = 26; // about how wide a cell is to be
const LEAST_SINGLE = 4000; // fewer marks than these in the frame are drawn one by one
const EDGE_M = [1107713, 418676, 158245, 59811, 22606, 8544, 3229, 1221, 461]; // by resolution
const LABEL_PX = 30;
const FAINT = 0.18;

export function typedCells(tables) {
  return tables.map((table) => ({
    ...table,
    of: Int32Array.from(table.of),
    counts: new Int32Array(table.lon.length),
  }));
}

// The cells to draw now; null where there are few enough marks to draw each.
export function cellsFor(table, tallied, { screen, size }) {
  if (!table.cells.length || few(table, tallied, screen, size)) return null;
  const wide = (one) => 2 * EDGE_M[one.resolution] * screen.metre(0);
  const found = table.cells.find((one) => wide(one) < CELL_PX * 2) ?? table.cells.at(-1);
  found.counts.fill(0);
  const { events } = tallied;
  for (let at = 0; at < events.length; at++) {
    if (events[at]) found.counts[found.of[at]] += events[at];
  }
  return found;
}

function few(table, tallied, screen, size) {
  const { x, y } = table.places;
  const { left, top, scale } = screen;
  const [right, bottom] = [left + size.width / scale, top + size.height / scale];
  let inside = 0;
  for (let at = 0; at < x.length; at++) {
    if (!tallied.events[at] || x[at] < left || x[at] > right || y[at] < top || y[at] > bottom) continue;
    if (++inside > LEAST_SINGLE) return false;
  }
  return true;
}

export function paintCells(context, cells, { screen, size }, look) {
  const most = Math.log1p(cells.counts.reduce((top, count) => Math.max(top, count), 1));
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.font = '600 11px "Source Sans", sans-serif';
  const [red, green, blue] = look.colours[look.kinds.indexOf("march")];
  cells.counts.forEach((count, at) => {
    const [x, y] = [screen.x(cells.lon[at]), screen.y(cells.lat[at])];
    if (!count || x < -99 || y < -99 || x > size.width + 99 || y > size.height + 99) return;
    const ring = cells.ring[at];
    context.beginPath();
    for (let i = 0; i < ring.length; i += 2) context.lineTo(screen.x(ring[i]), screen.y(ring[i + 1]));
    context.closePath();
    const share = FAINT + (0.85 - FAINT) * (Math.log1p(count) / most);
    context.fillStyle = `rgba(${red},${green},${blue},${share})`;
    context.fill();
    const wide = Math.abs(screen.x(ring[0]) - x) * 2;
    if (wide < LABEL_PX) return;
    context.fillStyle = share > 0.5 ? "#ffffff" : `rgb(${look.ink.join(",")})`;
    context.fillText(String(count), x, y);
  });
}
