// The map itself: the ground on one canvas, marks on another above it, one camera for both.
import { make } from "./dom.js";
import { gestures } from "./gestures.js";
import { drawGround, tiles } from "./ground.js";
import { drawLabels, sorted } from "./labels.js";
import { screenOf, toLat, toLon } from "./space.js";

const KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const ZOOMS = { "+": 1, "=": 1, "-": -1 };
const KEY_PX = 80;
const MOST = 16;
const LEAST = 2;

// told: {moved(camera, isByReader), clicked(x, y), hovered(x, y), left(), resized()}
export function stage(words, told) {
  const canvas = make("canvas", { class: "ground", "aria-hidden": "true" });
  const above = make("canvas", { class: "marks", "aria-hidden": "true" });
  const frame = make(
    "div",
    {
      class: "frame",
      tabindex: 0,
      role: "group",
      "aria-roledescription": words.map,
      "aria-label": words.map_help,
      onkeydown: key,
    },
    canvas,
    above,
  );
  let camera = null;
  let shapes = null;
  let labels = [];
  let sheet = null;
  let drawTiles = null;
  let size = { width: 0, height: 0 };
  let wanted = 0;

  function measure() {
    const box = frame.getBoundingClientRect();
    if (!box.width || (box.width === size.width && box.height === size.height)) return;
    size = { width: box.width, height: box.height };
    for (const one of [canvas, above]) {
      one.width = Math.round(size.width * ratio());
      one.height = Math.round(size.height * ratio());
    }
    redrawGround();
    told.resized();
  }

  function ratio() {
    return devicePixelRatio || 1;
  }

  function contextOf(one) {
    const context = one.getContext("2d");
    context.setTransform(one.width / size.width, 0, 0, one.height / size.height, 0, 0);
    return context;
  }

  function redrawGround() {
    wanted ||= requestAnimationFrame(paintGround);
  }

  function paintGround() {
    wanted = 0;
    if (!camera || !sheet || !size.width) return;
    const context = contextOf(canvas);
    const screen = screenOf(camera, size);
    if (drawTiles) {
      context.clearRect(0, 0, size.width, size.height);
      drawTiles(context, camera, screen, size);
    } else if (shapes) {
      drawGround(context, shapes, camera, screen, size, sheet);
      drawLabels(context, labels, camera, screen, size, sheet);
    } else return;
    frame.dataset.ground = "drawn";
  }

  function look(next, isByReader = false) {
    const zoom = Math.min(MOST, Math.max(LEAST, next.zoom));
    camera = { lon: Math.max(-180, Math.min(180, next.lon)), lat: next.lat, zoom };
    redrawGround();
    told.moved(camera, isByReader);
  }

  function pan(dx, dy) {
    const { left, top, scale } = screenOf(camera, size);
    const lon = toLon(left + (size.width / 2 + dx) / scale);
    const lat = toLat(Math.min(1, Math.max(0, top + (size.height / 2 + dy) / scale)));
    look({ ...camera, lon, lat }, true);
  }

  // What is under the pointer stays under it.
  function zoomAt(by, x, y) {
    const before = screenOf(camera, size);
    const zoom = Math.min(MOST, Math.max(LEAST, camera.zoom + by));
    const grown = 2 ** (zoom - camera.zoom);
    const [dx, dy] = [x - size.width / 2, y - size.height / 2];
    const lon = toLon(before.left + (size.width / 2 + dx - dx / grown) / before.scale);
    const lat = toLat(before.top + (size.height / 2 + dy - dy / grown) / before.scale);
    look({ lon, lat, zoom }, true);
  }

  function key(event) {
    if (event.target !== frame || event.ctrlKey || event.metaKey || event.altKey) return;
    const way = KEYS[event.key];
    if (way) pan(way[0] * KEY_PX, way[1] * KEY_PX);
    else if (event.key in ZOOMS) zoomAt(ZOOMS[event.key], size.width / 2, size.height / 2);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  gestures(frame, { pan, zoom: zoomAt, click: told.clicked, hover: told.hovered, leave: told.left });
  const watcher = new ResizeObserver(measure);
  watcher.observe(frame);
  // letters drawn before the font is there are drawn again
  document.fonts?.ready.then(redrawGround);

  return {
    frame,
    canvas,
    above,
    look,
    zoomAt,
    ratio,
    camera: () => camera,
    size: () => size,
    screen: () => screenOf(camera, size),
    context: () => contextOf(above),
    setSheet: (next, source) => {
      sheet = next;
      drawTiles = source ? tiles(source, redrawGround) : null;
      redrawGround();
    },
    setGround: (found) => {
      shapes = found;
      labels = sorted(found.labels);
      redrawGround();
    },
    end: () => {
      watcher.disconnect();
      cancelAnimationFrame(wanted);
    },
  };
}
