// The look of a mark: the same channels as mapper.layers.marks, as a picture made once.
//
// Kind is colour and glyph, precision is form, certainty is tone. What may lie outside the window is
// a pale ring; what is earlier than the newest days, where they matter, is quiet.
const FORMS = { exact: 0, ringed: 1, area: 2 };
const QUIET = 0.35;
const PALE = 0.5;
const MOST_COUNT = 10; // "9+"

// One number for the look of what stands at a place now, the same for all that look alike.
export function codeOf(tallied, forms, at, isQuiet) {
  const count = Math.min(MOST_COUNT, tallied.events[at]);
  const isDim = isQuiet && !tallied.fresh[at];
  const isPale = !tallied.sharp[at];
  let code = tallied.kind[at] + 1;
  code = code * 4 + tallied.sure[at];
  code = code * 3 + forms[at];
  code = code * 2 + Number(isPale);
  code = code * 2 + Number(isDim);
  return code * (MOST_COUNT + 1) + count;
}

// The form of each place, by its precision.
export function formsOf(table, look) {
  return Uint8Array.from(table.places.precision, (precision) => {
    if (look.areas.includes(precision)) return FORMS.area;
    return look.ringed.includes(precision) ? FORMS.ringed : FORMS.exact;
  });
}

// Pictures by code, for one theme and one fineness of the screen.
export function pictures(look, sprite, ratio) {
  const made = new Map();
  return (code) => {
    if (!made.has(code)) made.set(code, pictureOf(parse(code), look, sprite, ratio));
    return made.get(code);
  };
}

function parse(code) {
  const take = (base) => {
    const rest = code % base;
    code = Math.floor(code / base);
    return rest;
  };
  const count = take(MOST_COUNT + 1);
  const isDim = Boolean(take(2));
  const isPale = Boolean(take(2));
  const form = take(3);
  const sure = take(4);
  return { count, isDim, isPale, form, sure, kind: code - 1 };
}

// Fill, edge and ink of one look, as CSS with its own opacity.
export function lookOf({ count, isDim, isPale, form, sure, kind }, look) {
  const colour = kind < 0 ? look.mixed : look.colours[kind];
  const dim = isDim ? QUIET : 1;
  const tone = (look.tones[sure] / 255) * dim;
  const css = (rgb, alpha = 1) => `rgba(${rgb.join(",")},${alpha})`;
  const glyph = count === 1 ? look.glyphs[kind] : count < MOST_COUNT ? String(count) : "9+";
  const px = count === 1 ? look.glyph_px : look.digit_px;
  if (isPale) {
    const pale = css(colour, PALE * dim);
    return { fill: null, edge: pale, width: 2, glyph: count > 1 ? glyph : null, ink: pale, px };
  }
  if (form === FORMS.area) {
    const ink = css(colour, dim);
    return { fill: css(look.paper), edge: css(colour, tone), width: 2, glyph, ink, px };
  }
  const isRinged = form === FORMS.ringed;
  const edge = css(isRinged ? [255, 255, 255] : look.ink, dim);
  return { fill: css(colour, tone), edge, width: isRinged ? 2 : 1, glyph, ink: "#ffffff", px };
}

function pictureOf(parsed, look, sprite, ratio) {
  const how = lookOf(parsed, look);
  const half = look.mark_px + 2;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = Math.ceil(half * 2 * ratio);
  const context = canvas.getContext("2d");
  context.scale(canvas.width / (half * 2), canvas.width / (half * 2));
  context.beginPath();
  context.arc(half, half, look.mark_px, 0, 2 * Math.PI);
  if (how.fill) {
    context.fillStyle = how.fill;
    context.fill();
  }
  context.strokeStyle = how.edge;
  context.lineWidth = how.width;
  context.stroke();
  const glyph = how.glyph && glyphOf(how.glyph, how.ink, look, sprite);
  if (glyph) context.drawImage(glyph, half - how.px / 2, half - how.px / 2, how.px, how.px);
  return { canvas, half };
}

// A glyph of the sprite, which holds shapes only, in a colour.
export function glyphOf(name, ink, look, sprite) {
  const from = look.pictures[name];
  if (!sprite || !from) return null;
  const canvas = document.createElement("canvas");
  canvas.width = from.width;
  canvas.height = from.height;
  const context = canvas.getContext("2d");
  context.drawImage(sprite, from.x, from.y, from.width, from.height, 0, 0, from.width, from.height);
  context.globalCompositeOperation = "source-in";
  context.fillStyle = ink;
  context.fillRect(0, 0, from.width, from.height);
  return canvas;
}
