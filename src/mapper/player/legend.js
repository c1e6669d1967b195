// What the marks mean, and only of those that are on the screen.
import { make } from "./dom.js";

const SWATCH_PX = 11;

// What is on the screen: kinds and forms of the marks that stand inside the frame.
export function onScreen({ table, tallied, cells }, look, inside, { screen, size }) {
  const found = { kinds: new Set(), area: false, pale: false, crowd: false, stack: false };
  if (cells) return { ...found, cells: true };
  const isIn = (x, y) => x >= 0 && y >= 0 && x <= size.width && y <= size.height;
  for (const [at, x, y] of inside) {
    if (!isIn(x, y)) continue;
    if (tallied.kind[at] >= 0) found.kinds.add(tallied.kind[at]);
    else found.mixed = true;
    const isPale = !tallied.sharp[at];
    found.pale ||= isPale;
    const isStretch = Boolean(table.places.stretch[at]?.length);
    found.stretch ||= isStretch && !isPale;
    found.area ||= !isPale && !isStretch && look.areas.includes(table.places.precision[at]);
    found.crowd ||= tallied.high[at] > 0 && !isPale;
    found.stack ||= tallied.events[at] > 1;
  }
  const { lines, events } = table;
  lines.event.forEach((row, leg) => {
    const isSeen = tallied.seen[row] && events.place[row] >= 0;
    if (!isSeen || !isIn(screen.x(lines.lon[leg]), screen.y(lines.lat[leg]))) return;
    found[lines.solid[leg] ? "solid" : "dashed"] = true;
  });
  return found;
}

export function legend(found, look, words) {
  const items = look.legend_kinds
    .filter((kind) => found.kinds.has(kind))
    .map((kind) => item(swatch(look, kind), words.kinds[kind]));
  const forms = [
    [found.cells, "cells"],
    [found.mixed, "mixed"],
    [found.stack, "stack"],
    [found.area, "area"],
    [found.stretch, "stretch"],
    [found.pale, "pale"],
    [found.crowd, "crowd"],
    [found.solid, "solid"],
    [found.dashed, "dashed"],
  ];
  for (const [isSeen, name] of forms) {
    if (!isSeen) continue;
    const sign = make("i", { class: name }, name === "stack" ? "3" : "");
    if (["mixed", "stack"].includes(name)) sign.style.background = `rgb(${look.mixed.join(",")})`;
    items.push(item(sign, words.legend[name]));
  }
  return items;
}

function swatch(look, kind) {
  const [picture, mark] = [make("i", { class: "glyph" }), make("i", { class: "swatch" })];
  const x = -look.pictures[look.glyphs[kind]].x * (SWATCH_PX / look.pictures.other.width);
  picture.style.background = `url(${look.sprite}) ${x}px 0 / auto ${SWATCH_PX}px`;
  mark.style.background = `rgb(${look.colours[kind].join(",")})`;
  mark.append(picture);
  return mark;
}

function item(picture, label) {
  return make("span", {}, picture, label);
}
