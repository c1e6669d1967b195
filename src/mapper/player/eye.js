// Where the map looks, over filters, pages and languages; and that it is in the address.
import { at, note } from "./address.js";
import { memory } from "./memory.js";
import { TILE, fit } from "./space.js";

const SETTLE_MS = 400; // after the last movement, before the address is written
const COUNTRY_WIDTH = 59 / 360; // of the world: the contiguous states with some room
const INSIDE = 0.08; // of the frame: nearer to its edge, an opened event is brought to the middle

// A camera by name. The country is wider than a phone is at the zoom of a large screen.
function home(homes, name, size) {
  const found = homes[name];
  if (name !== "us" || !found) return found;
  const most = Math.log2(size.width / TILE / COUNTRY_WIDTH);
  return { ...found, zoom: Math.min(found.zoom, most) };
}

export function eye() {
  let timer = 0;

  // The reader's own camera stays; else the link's; else the one that has a name.
  function hear(data, map, isFirst) {
    const isMoved = memory.go !== null && data.go > memory.go;
    memory.go = data.go;
    if (isFirst && !isMoved && memory.camera) map.look(memory.camera);
    else if (isFirst && data.camera) {
      memory.isOwn = true;
      map.look(data.camera);
    } else if (isFirst || isMoved) {
      [memory.wanted, memory.isOwn] = [data.view, false];
      if (isFirst) map.look(data.homes[data.view] ?? data.homes.la);
    }
    keep();
  }

  // A camera that was asked for by name is found once it is known what there is to see.
  function find(found, map, homes) {
    const name = memory.wanted;
    if (!name || !map.size().width) return;
    memory.wanted = "";
    const { lon, lat, radius } = found.table.places;
    const seen = [];
    found.tallied.events.forEach((count, i) => {
      if (count) seen.push({ lon: lon[i], lat: lat[i], radius: radius[i] });
    });
    const next = name === "fit" ? fit(seen, map.size()) : home(homes, name, map.size());
    if (next) map.look(next, memory.isOwn);
  }

  // Bring a place into sight, if it is not.
  function bring(lon, lat, map) {
    const [size, screen] = [map.size(), map.screen()];
    const [x, y] = [screen.x(lon) / size.width, screen.y(lat) / size.height];
    const isIn = Math.min(x, y) > INSIDE && Math.max(x, y) < 1 - INSIDE;
    if (!isIn) map.look({ ...map.camera(), lon, lat }, true);
  }

  function moved(camera, isByReader) {
    memory.camera = camera;
    if (isByReader) memory.isOwn = true;
    clearTimeout(timer);
    timer = setTimeout(keep, SETTLE_MS);
  }

  function keep() {
    if (memory.camera) note({ at: memory.isOwn ? at(memory.camera) : "" });
  }

  return { hear, find, bring, moved, end: () => clearTimeout(timer) };
}
