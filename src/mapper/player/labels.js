// The names on the map: each from its own zoom on, and none over another.
const ORDER = ["country", "city", "water", "state", "neighborhood", "river", "freeway", "street"];
const HALO = 3.2;
const PAD = 5;
const WRAP_EMS = 9;
const LINE = 1.15;
const BESIDE = 0.9; // ems from a city's point, where its events stand

export function sorted(features) {
  return features
    .map(({ properties, geometry }) => ({ ...properties, at: geometry.coordinates }))
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || b.priority - a.priority);
}

export function drawLabels(context, labels, camera, screen, size, sheet) {
  const placed = [];
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  for (const label of labels) {
    if (camera.zoom < label.min_zoom) continue;
    const [x, y] = [screen.x(label.at[0]), screen.y(label.at[1])];
    if (x < 0 || y < 0 || x > size.width || y > size.height) continue;
    write(context, label, x, y, sheet, placed, size);
  }
}

function write(context, label, x, y, sheet, placed, size) {
  const how = sheet.lettering[label.kind];
  context.font = `${how.weight} ${how.size}px "Source Sans", sans-serif`;
  context.letterSpacing = `${how.size * how.spread}px`;
  const lines = wrapped(context, label[`text_${sheet.lang}`], how.size * WRAP_EMS);
  const wide = Math.max(...lines.map((line) => context.measureText(line).width));
  const tall = lines.length * how.size * LINE;
  const beside = how.size * BESIDE + tall / 2;
  const tries = label.kind === "city" ? [[0, beside], [0, -beside]] : [[0, 0]];
  const turn = (-label.angle * Math.PI) / 180;
  for (const [dx, dy] of tries) {
    const box = around(x + dx, y + dy, wide, tall, turn);
    const isOut = box[0] < 0 || box[1] < 0 || box[2] > size.width || box[3] > size.height;
    if (isOut || placed.some((other) => meets(box, other))) continue;
    placed.push(box);
    context.save();
    context.translate(x + dx, y + dy);
    context.rotate(turn);
    const { palette } = sheet;
    context.strokeStyle = label.kind === "water" ? palette.water : palette.land;
    context.lineWidth = HALO;
    context.fillStyle = palette[how.ink];
    lines.forEach((line, at) => {
      const down = (at - (lines.length - 1) / 2) * how.size * LINE;
      context.strokeText(line, 0, down);
      context.fillText(line, 0, down);
    });
    context.restore();
    return;
  }
}

function wrapped(context, text, most) {
  const lines = [];
  for (const word of text.split(" ")) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && context.measureText(longer).width <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

// The upright box around a text that may be turned.
function around(x, y, wide, tall, turn) {
  const [cos, sin] = [Math.abs(Math.cos(turn)), Math.abs(Math.sin(turn))];
  const halfX = (wide * cos + tall * sin) / 2 + PAD;
  const halfY = (wide * sin + tall * cos) / 2 + PAD;
  return [x - halfX, y - halfY, x + halfX, y + halfY];
}

function meets(a, b) {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}
