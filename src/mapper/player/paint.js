// Discs, routes, crowds and marks on the canvas above the ground, from the ground up.
//
// Only what the window holds is drawn, and only what stands inside the frame.
import { cellsFor, paintCells } from "./cells.js";
import { codeOf, formsOf, glyphOf, pictures } from "./marks.js";

const BEYOND = 1.6; // a radius is shown once it is this much wider than the mark
const STREET_PX = 7;
const RISE_MS = 250;
const ARROW_PX = 14;
const FULL = 2 * Math.PI;

// A painter for one table and one theme.
export function painter(table, look, sprite, ratio) {
  const forms = formsOf(table, look);
  const picture = pictures(look, sprite, ratio);
  const arrow = glyphOf("arrow", css(look.ink, 0.9), look, sprite);
  const { places } = table;

  // view: {screen, size}; state: {tallied, born, now, isQuiet, event (its row), place (its place)}
  return function paint(context, view, state) {
    const { screen, size } = view;
    context.clearRect(0, 0, size.width, size.height);
    const cells = cellsFor(table, state.tallied, view);
    if (cells) {
      paintCells(context, cells, view, look);
      return { inside: [], isRising: false, cells };
    }
    const inside = seen(view, state.tallied);
    discs(context, inside, screen, state);
    routes(context, screen, state);
    crowds(context, inside, state);
    const isRising = stand(context, inside, state);
    return { inside, isRising, cells: null };
  };

  // The places with something to see inside the frame: [place, x, y].
  function seen({ screen, size }, tallied) {
    const found = [];
    const room = look.most_px;
    for (let at = 0; at < places.count; at++) {
      if (!tallied.events[at]) continue;
      const x = (places.x[at] - screen.left) * screen.scale;
      const y = (places.y[at] - screen.top) * screen.scale;
      const reach = Math.max(room, places.radius[at] * screen.metre(places.lat[at]));
      if (x < -reach || y < -reach || x > size.width + reach || y > size.height + reach) continue;
      found.push([at, x, y]);
    }
    return found;
  }

  // The true radius: always of an area, and of a dot once it is drawn larger than it is known.
  function discs(context, inside, screen, { tallied, isQuiet }) {
    context.lineWidth = 1;
    for (const [at, x, y] of inside) {
      const radius = places.radius[at] * screen.metre(places.lat[at]);
      const isArea = forms[at] === 2;
      if (radius < look.mark_px * BEYOND) continue;
      const colour = tallied.kind[at] < 0 ? look.mixed : look.colours[tallied.kind[at]];
      const dim = (isQuiet && !tallied.fresh[at]) || !tallied.sharp[at] ? 0.5 : 1;
      if (places.stretch[at]?.length) {
        stretch(context, screen, places.stretch[at], css(colour, 0.4 * dim));
        continue;
      }
      circle(context, x, y, radius);
      context.fillStyle = css(colour, (isArea ? 0.055 : 0.04) * dim);
      context.fill();
      context.strokeStyle = css(colour, (isArea ? 0.28 : 0.35) * dim);
      context.stroke();
    }
  }

  // A street, as far as it is known: its circle would cover half a city.
  function stretch(context, screen, pieces, colour) {
    context.beginPath();
    for (const [start, end] of pieces) {
      context.moveTo(screen.x(start[0]), screen.y(start[1]));
      context.lineTo(screen.x(end[0]), screen.y(end[1]));
    }
    context.strokeStyle = colour;
    context.lineWidth = STREET_PX;
    context.lineCap = "round";
    context.stroke();
    context.lineWidth = 1;
  }

  function routes(context, screen, { tallied, event, isQuiet }) {
    const { lines, events } = table;
    lines.event.forEach((row, leg) => {
      const place = events.place[row];
      if (!tallied.seen[row] || place < 0) return;
      const dim = isQuiet && !tallied.fresh[place] ? 0.35 : 1;
      context.beginPath();
      for (const [start, end] of lines.pieces[leg]) {
        context.moveTo(screen.x(start[0]), screen.y(start[1]));
        context.lineTo(screen.x(end[0]), screen.y(end[1]));
      }
      context.strokeStyle = css(look.ink, 0.75 * dim);
      context.lineWidth = row === event ? 4 : 2;
      context.lineCap = "butt";
      context.stroke();
      const px = Math.min(ARROW_PX, lines.arrow[leg] * screen.metre(lines.lat[leg]));
      if (!arrow || px < 2) return;
      context.save();
      context.translate(screen.x(lines.lon[leg]), screen.y(lines.lat[leg]));
      context.rotate((-lines.angle[leg] * Math.PI) / 180);
      context.globalAlpha = dim;
      context.drawImage(arrow, -px / 2, -px / 2, px, px);
      context.restore();
    });
  }

  // The crowd: its middle as a disc, its high end as a ring; nothing where no size is known.
  function crowds(context, inside, { tallied, isQuiet }) {
    const px = (people) =>
      Math.min(look.most_px, look.mark_px + look.px_per_root * Math.sqrt(people));
    for (const [at, x, y] of inside) {
      if (!tallied.high[at] || !tallied.sharp[at]) continue;
      const colour = tallied.kind[at] < 0 ? look.mixed : look.colours[tallied.kind[at]];
      const dim = isQuiet && !tallied.fresh[at] ? 0.35 : 1;
      circle(context, x, y, px(tallied.high[at]));
      context.strokeStyle = css(colour, 0.6 * dim);
      context.lineWidth = 1;
      context.stroke();
      if (!tallied.mid[at]) continue;
      circle(context, x, y, px(tallied.mid[at]));
      context.fillStyle = css(colour, 0.235 * dim);
      context.fill();
    }
  }

  // Marks: quiet ones first, so that what is new is never under what is old.
  function stand(context, inside, { tallied, born, now, isQuiet, place }) {
    let isRising = false;
    const rounds = isQuiet ? [0, 1] : [null];
    for (const round of rounds) {
      for (const [at, x, y] of inside) {
        if (round !== null && Number(tallied.fresh[at] > 0) !== round) continue;
        const share = Math.min(1, Math.max(0, (now - born[at]) / RISE_MS));
        const grown = 0.4 + 0.6 * (1 - (1 - share) ** 2);
        if (share < 1) isRising = true;
        const { canvas, half } = picture(codeOf(tallied, forms, at, isQuiet));
        const reach = half * grown;
        context.drawImage(canvas, x - reach, y - reach, 2 * reach, 2 * reach);
        if (at !== place) continue;
        circle(context, x, y, look.open_px);
        context.strokeStyle = css(look.ink, 1);
        context.lineWidth = 3;
        context.stroke();
      }
    }
    return isRising;
  }
}

function circle(context, x, y, radius) {
  context.beginPath();
  context.arc(x, y, radius, 0, FULL);
}

function css(rgb, alpha) {
  return `rgba(${rgb.join(",")},${alpha})`;
}
