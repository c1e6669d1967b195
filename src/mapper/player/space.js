// Web Mercator: degrees to a world of width 1 (y down), and a camera's pixels.
export const TILE = 512;
export const METRES_ROUND = 2 * Math.PI * 6378137;

export function worldX(lon) {
  return (lon + 180) / 360;
}

export function worldY(lat) {
  return (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2;
}

export function toLon(x) {
  return x * 360 - 180;
}

export function toLat(y) {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
}

// What turns a place into a pixel of a screen of this size.
export function screenOf(camera, size) {
  const scale = TILE * 2 ** camera.zoom;
  const left = worldX(camera.lon) - size.width / 2 / scale;
  const top = worldY(camera.lat) - size.height / 2 / scale;
  return {
    scale,
    left,
    top,
    x: (lon) => (worldX(lon) - left) * scale,
    y: (lat) => (worldY(lat) - top) * scale,
    lon: (x) => toLon(left + x / scale),
    lat: (y) => toLat(top + y / scale),
    // pixels of one metre on the ground at a latitude
    metre: (lat) => scale / (METRES_ROUND * Math.cos((lat * Math.PI) / 180)),
  };
}

// The camera that holds some discs: places with a radius in metres.
export function fit(discs, size, { most = 14, least = 3, room = 0.86 } = {}) {
  let [west, north, east, south] = [1, 1, 0, 0];
  for (const { lon, lat, radius } of discs) {
    const reach = radius / (METRES_ROUND * Math.cos((lat * Math.PI) / 180));
    west = Math.min(west, worldX(lon) - reach);
    east = Math.max(east, worldX(lon) + reach);
    north = Math.min(north, worldY(lat) - reach);
    south = Math.max(south, worldY(lat) + reach);
  }
  if (west > east) return null;
  const wide = (size.width * room) / Math.max(east - west, 1e-9);
  const tall = (size.height * room) / Math.max(south - north, 1e-9);
  const zoom = Math.log2(Math.min(wide, tall) / TILE);
  return {
    lon: toLon((west + east) / 2),
    lat: toLat((north + south) / 2),
    zoom: Math.min(most, Math.max(least, zoom)),
  };
}
