// The columns that Python wrote, as typed arrays; and which of them the filters keep.
import { typedCells } from "./cells.js";
import { worldX, worldY } from "./space.js";
import { json } from "./tables.js";

const loading = new Map();

export function rows(url) {
  if (!loading.has(url)) {
    loading.clear();
    loading.set(url, json(url).then(typed));
  }
  return loading.get(url);
}

export function typed({ places, events, lines, areas, cells = [] }) {
  const count = events.id.length;
  const text = Object.fromEntries(
    ["title", "when", "where", "size", "sure"].map((name) => [name, events[name]]),
  );
  return {
    count,
    areas: areas.name,
    cells: typedCells(cells),
    text,
    events: {
      id: events.id,
      place: Int32Array.from(events.place),
      first: Int32Array.from(events.first),
      last: Int32Array.from(events.last),
      kind: Uint8Array.from(events.kind),
      sure: Uint8Array.from(events.sure_level),
      area: Int32Array.from(events.area),
      mid: Float64Array.from(events.mid),
      high: Float64Array.from(events.high),
      counted: Uint8Array.from(events.counted),
      recalled: Uint8Array.from(events.recalled),
    },
    index: new Map(events.id.map((id, at) => [id, at])),
    places: {
      count: places.id.length,
      id: places.id,
      lon: Float64Array.from(places.lon),
      lat: Float64Array.from(places.lat),
      // in world coordinates, since every picture asks for them
      x: Float64Array.from(places.lon, worldX),
      y: Float64Array.from(places.lat, worldY),
      radius: Float64Array.from(places.radius),
      stretch: places.stretch ?? [], // of streets only
      precision: places.precision,
    },
    lines,
  };
}

// One byte an event: whether kind, confidence and city let it through, whatever its dates.
export function kept(table, filters, codes) {
  const { kind, sure, area, recalled } = table.events;
  const kinds = allowed(filters.kinds, codes.kinds);
  const sures = allowed(filters.confidences, codes.confidences);
  const city = filters.city ? table.areas.indexOf(filters.city) : null;
  const keep = new Uint8Array(table.count);
  for (let i = 0; i < table.count; i++) {
    keep[i] = Number(
      kinds[kind[i]] &&
        sures[sure[i]] &&
        (city === null || area[i] === city) &&
        (!recalled[i] || filters.historical),
    );
  }
  return keep;
}

function allowed(chosen, every) {
  return every.map((name) => !chosen.length || chosen.includes(name));
}
