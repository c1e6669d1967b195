// What the browser itself keeps in the address: where the map looks, and whether it is presented.
//
// Nothing is sent to the server for it; the next message carries the address along.
const VERSION = "2";

export function note(values) {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(values)) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  if (url.searchParams.size && !url.searchParams.has("v")) url.searchParams.set("v", VERSION);
  if (url.searchParams.size === 1 && url.searchParams.has("v")) url.searchParams.delete("v");
  // commas may stand as they are, and are easier to read
  const next = `${url.pathname}${url.search.replaceAll("%2C", ",")}${url.hash}`;
  if (next !== location.pathname + location.search + location.hash) {
    history.replaceState(history.state, "", next);
  }
}

export function at(camera) {
  return `${camera.lat.toFixed(5)},${camera.lon.toFixed(5)},${camera.zoom.toFixed(2)}`;
}
