// Mouse, wheel, fingers and pen to movements of the camera, clicks and hovers.
const CLICK_PX = 6; // a hand is not still
const WHEEL = 0.0022; // zoom steps for a unit of the wheel
const PINCH = 0.012;
const MOST_WHEEL = 0.6;

// acts: {pan(dx, dy), zoom(by, x, y), click(x, y), hover(x, y), leave()}
export function gestures(frame, acts) {
  const held = new Map();
  let travelled = 0;

  const at = (event) => {
    const { left, top } = frame.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };

  frame.addEventListener("pointerdown", (event) => {
    if (event.button || event.target !== frame.querySelector(".marks")) return;
    frame.setPointerCapture(event.pointerId);
    if (!held.size) travelled = 0;
    held.set(event.pointerId, at(event));
    acts.leave();
  });

  frame.addEventListener("pointermove", (event) => {
    const [x, y] = at(event);
    if (!held.has(event.pointerId)) {
      if (event.pointerType !== "touch") acts.hover(x, y);
      return;
    }
    const before = [...held.values()];
    const [oldX, oldY] = held.get(event.pointerId);
    travelled += Math.abs(x - oldX) + Math.abs(y - oldY);
    held.set(event.pointerId, [x, y]);
    if (held.size === 1) {
      if (travelled > CLICK_PX) acts.pan(oldX - x, oldY - y);
    } else if (held.size === 2) pinch(before, [...held.values()]);
  });

  for (const name of ["pointerup", "pointercancel"]) {
    frame.addEventListener(name, (event) => {
      if (!held.delete(event.pointerId)) return;
      const isClick = name === "pointerup" && !held.size && travelled <= CLICK_PX;
      if (isClick) acts.click(...at(event));
    });
  }

  frame.addEventListener("pointerleave", acts.leave);
  frame.addEventListener("dblclick", (event) => acts.zoom(1, ...at(event)));
  frame.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      const turned = event.deltaY * (event.deltaMode ? 18 : 1) * (event.ctrlKey ? PINCH : WHEEL);
      acts.zoom(-Math.max(-MOST_WHEEL, Math.min(MOST_WHEEL, turned)), ...at(event));
    },
    { passive: false },
  );

  function pinch(before, after) {
    const [middleX, middleY, wide] = span(after);
    const [oldX, oldY, oldWide] = span(before);
    acts.pan(oldX - middleX, oldY - middleY);
    if (oldWide && wide) acts.zoom(Math.log2(wide / oldWide), middleX, middleY);
  }
}

function span([[x0, y0], [x1, y1]]) {
  return [(x0 + x1) / 2, (y0 + y1) / 2, Math.hypot(x1 - x0, y1 - y0)];
}
