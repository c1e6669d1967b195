// What stands at a point of the screen: the nearest mark, else the nearest leg of a route.
const MARK_PX = 13;
const LINE_PX = 7;

export function markAt(inside, x, y) {
  let [best, nearest] = [-1, MARK_PX];
  for (const [at, px, py] of inside) {
    const far = Math.hypot(px - x, py - y);
    // of two at one point, the later drawn one is on top
    if (far <= nearest) [best, nearest] = [at, far];
  }
  return best;
}

export function legAt(table, tallied, screen, x, y) {
  const { lines, events } = table;
  let [best, nearest] = [-1, LINE_PX];
  lines.event.forEach((row, leg) => {
    if (!tallied.seen[row] || events.place[row] < 0) return;
    for (const [start, end] of lines.pieces[leg]) {
      const far = distance(x, y, screen.x(start[0]), screen.y(start[1]), screen.x(end[0]), screen.y(end[1]));
      if (far < nearest) [best, nearest] = [leg, far];
    }
  });
  return best;
}

// From a point to a stretch.
function distance(x, y, x0, y0, x1, y1) {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const along = ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy || 1);
  const share = Math.max(0, Math.min(1, along));
  return Math.hypot(x - x0 - share * dx, y - y0 - share * dy);
}
