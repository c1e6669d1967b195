// The locator map on a canvas under the marks: land, boundaries, streets, freeways, or tiles.
//
// It is drawn when the camera moves, never while time does: land polygons in the canvas of the marks
// would be drawn again with every step.
import { TILE, worldX, worldY } from "./space.js";
import { json } from "./tables.js";

const STROKES = [
  // source, which lines of it, colour, width, from which zoom on
  ["counties", null, "line", "county", 6],
  ["states", null, "line", "border", 0],
  ["lines", "river", "river", "river", 8],
  ["streets", null, "street", "street", 11.5],
  ["lines", "freeway", "casing", "casing", 7],
  ["lines", "freeway", "road", "road", 7],
];
const HOME = "United States";
const NEAR = 0.6; // pixels: nearer points are one

let [known, loading] = ["", null];

// The shapes of the basemap in world coordinates: rings with their boxes. Fetched once.
export function ground(urls) {
  const wanted = JSON.stringify(urls);
  if (wanted !== known) [known, loading] = [wanted, fetched(urls)];
  return loading;
}

async function fetched(urls) {
  const names = ["land", "states", "counties", "lines", "streets", "labels"];
  const files = await Promise.all(names.map((name) => json(urls[name])));
  const found = {};
  names.forEach((name, at) => {
    found[name] = name === "labels" ? files[at].features : files[at].features.map(shape);
  });
  return found;
}

function shape({ properties, geometry }) {
  const parts = { Polygon: (c) => c, MultiPolygon: (c) => c.flat(), LineString: (c) => [c] };
  const rings = (parts[geometry.type] ?? ((c) => c))(geometry.coordinates).map(ring);
  return { properties, rings };
}

function ring(points) {
  const at = new Float64Array(points.length * 2);
  const box = [1, 1, 0, 0];
  points.forEach(([lon, lat], i) => {
    const [x, y] = [worldX(lon), worldY(lat)];
    at[2 * i] = x;
    at[2 * i + 1] = y;
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  });
  return { at, box };
}

export function drawGround(context, shapes, camera, screen, size, sheet) {
  const { palette } = sheet;
  context.fillStyle = palette.water;
  context.fillRect(0, 0, size.width, size.height);
  for (const isHome of [false, true]) {
    const land = shapes.land.filter(({ properties }) => (properties.country === HOME) === isHome);
    context.beginPath();
    land.forEach(({ rings }) => rings.forEach((one) => trace(context, one, screen, size, true)));
    context.fillStyle = isHome ? palette.land : palette.abroad;
    context.fill("evenodd");
  }
  context.lineJoin = context.lineCap = "round";
  for (const [source, kind, colour, width, from] of STROKES) {
    if (camera.zoom < from) continue;
    context.beginPath();
    for (const { properties, rings } of shapes[source]) {
      if (!kind || properties.kind === kind) {
        rings.forEach((one) => trace(context, one, screen, size, false));
      }
    }
    context.strokeStyle = palette[colour];
    context.lineWidth = widthAt(sheet.widths[width], camera.zoom, sheet.growth);
    context.stroke();
  }
}

// One ring or line. Points that cannot be seen are left out as long as the path stays outside the
// same edge of the screen, which changes no pixel of it.
function trace(context, { at, box }, screen, size, isClosed) {
  const { left, top, scale } = screen;
  const [right, bottom] = [left + size.width / scale, top + size.height / scale];
  if (box[0] > right || box[2] < left || box[1] > bottom || box[3] < top) return;
  const side = (x, y) =>
    (x < left ? 1 : x > right ? 2 : 0) | (y < top ? 4 : y > bottom ? 8 : 0);
  let [lastX, lastY, before] = [NaN, NaN, 0];
  const count = at.length / 2;
  for (let i = 0; i < count; i++) {
    const [wx, wy] = [at[2 * i], at[2 * i + 1]];
    const here = side(wx, wy);
    const isEnd = i === 0 || i === count - 1;
    if (!isEnd && here & before & side(at[2 * i + 2], at[2 * i + 3])) continue;
    const [x, y] = [(wx - left) * scale, (wy - top) * scale];
    if (!isEnd && Math.abs(x - lastX) < NEAR && Math.abs(y - lastY) < NEAR) continue;
    if (i === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
    [lastX, lastY, before] = [x, y, here];
  }
  if (isClosed) context.closePath();
}

// The width at a zoom, as the style of the built-in chart says: [[zoom, pixels], …].
export function widthAt(stops, zoom, growth) {
  const after = stops.findIndex(([at]) => at > zoom);
  if (after === 0) return stops[0][1];
  if (after < 0) return stops.at(-1)[1];
  const [[low, thin], [high, thick]] = [stops[after - 1], stops[after]];
  const share = (growth ** (zoom - low) - 1) / (growth ** (high - low) - 1);
  return thin + (thick - thin) * share;
}

// Somebody else's tiles, which the reader asked for.
export function tiles(source, redraw) {
  const known = new Map();
  const tile = (z, x, y) => {
    const url = source.url.replace("{z}", z).replace("{x}", x).replace("{y}", y);
    if (!known.has(url)) {
      const image = new Image();
      image.crossOrigin = "anonymous"; // else the picture of the map could not be saved
      image.onload = redraw;
      image.src = url;
      known.set(url, image);
    }
    return known.get(url);
  };
  return (context, camera, screen, size) => {
    // tiles are 256 px wide, half of a world of ours
    const z = Math.max(0, Math.min(source.most, Math.round(camera.zoom) + 1));
    const side = (TILE * 2 ** camera.zoom) / 2 ** z;
    const [x0, y0] = [screen.left * 2 ** z, screen.top * 2 ** z];
    for (let x = Math.floor(x0); (x - x0) * side < size.width; x++) {
      for (let y = Math.max(0, Math.floor(y0)); (y - y0) * side < size.height; y++) {
        if (y >= 2 ** z) break;
        const image = tile(z, ((x % 2 ** z) + 2 ** z) % 2 ** z, y);
        if (image.complete && image.naturalWidth) {
          context.drawImage(image, (x - x0) * side, (y - y0) * side, side + 0.5, side + 0.5);
        }
      }
    }
  };
}
