// Selecting by a box: with its button, or with the shift key held.
import { make } from "./dom.js";

const LEAST_PX = 6; // less is a click

export function box(frame, isOn, done) {
  const shown = make("div", { class: "box", hidden: true });
  frame.append(shown);
  frame.addEventListener("pointerdown", begin, { capture: true });

  function begin(event) {
    if (!(isOn() || event.shiftKey) || event.button) return;
    event.preventDefault();
    event.stopPropagation();
    const from = at(event);
    const move = (one) => show(from, at(one));
    const end = (one) => {
      removeEventListener("pointermove", move);
      shown.hidden = true;
      const found = area(from, at(one));
      if (found.width > LEAST_PX && found.height > LEAST_PX) done(found);
    };
    addEventListener("pointermove", move);
    addEventListener("pointerup", end, { once: true });
  }

  function at(event) {
    const { left, top } = frame.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  }

  function show(from, to) {
    const found = area(from, to);
    shown.hidden = false;
    for (const [name, value] of Object.entries(found)) shown.style[name] = `${value}px`;
  }
}

function area([x0, y0], [x1, y1]) {
  return {
    left: Math.min(x0, x1),
    top: Math.min(y0, y1),
    width: Math.abs(x1 - x0),
    height: Math.abs(y1 - y0),
  };
}
