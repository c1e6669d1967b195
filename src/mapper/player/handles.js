// The window over the histogram: two ends and the whole, by pointer and by keyboard.
import { make } from "./dom.js";

const STEPS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -7, PageUp: 7 };

// moved(part, day, isDone): part is "first", "last" or "both"; day is where that part is now wanted.
export function handles(labels, moved) {
  const parts = {
    both: part("both", labels.move),
    first: part("first", labels.first),
    last: part("last", labels.last),
  };
  const [before, after] = [make("div", { class: "shade" }), make("div", { class: "shade" })];
  const root = make("div", { class: "handles" }, before, after, ...Object.values(parts));
  let now = null;
  let wanted = null; // where a key asked for, until it is let go: the picture may lag behind

  function part(name, label) {
    const values = {
      role: "slider",
      tabindex: 0,
      "aria-label": label,
      "aria-valuenow": 0, // until it is known
      class: `handle ${name}`,
    };
    const element = make("div", { ...values, onpointerdown: grab, onkeydown: key, onkeyup: release });
    element.dataset.part = name;
    return element;
  }

  function value(name) {
    return name === "last" ? now.window.last : now.window.first;
  }

  function grab(event) {
    const element = event.currentTarget;
    const name = element.dataset.part;
    wanted = null;
    const offset = now.scale.day(at(event)) - value(name);
    element.setPointerCapture(event.pointerId);
    element.focus({ preventScroll: true });
    const move = (one) => moved(name, now.scale.day(at(one)) - (name === "both" ? offset : 0), false);
    const stop = () => {
      element.removeEventListener("pointermove", move);
      moved(name, value(name), true);
    };
    element.addEventListener("pointermove", move);
    element.addEventListener("lostpointercapture", stop, { once: true });
    event.preventDefault();
  }

  function at(event) {
    return event.clientX - root.getBoundingClientRect().left;
  }

  function key(event) {
    const name = event.currentTarget.dataset.part;
    const { span } = now;
    const ends = { Home: span.first, End: span.last };
    const from = wanted ?? value(name);
    const day = ends[event.key] ?? (event.key in STEPS ? from + STEPS[event.key] : null);
    if (day === null) return;
    event.preventDefault();
    event.stopPropagation();
    wanted = Math.min(span.last, Math.max(span.first, day));
    moved(name, wanted, false);
  }

  // held keys move; letting go tells
  function release(event) {
    const name = event.currentTarget.dataset.part;
    if (!(event.key in STEPS || ["Home", "End"].includes(event.key))) return;
    moved(name, wanted ?? value(name), true);
    wanted = null;
  }

  function update(next, speak) {
    now = next;
    const { window, scale, span, mode } = now;
    const [left, right] = [scale.start(window.first), scale.end(window.last)];
    parts.both.style.left = `${left}px`;
    parts.both.style.width = `${Math.max(2, right - left)}px`;
    parts.first.style.left = `${left}px`;
    parts.last.style.left = `${right}px`;
    before.style.width = `${left}px`;
    after.style.left = `${right}px`;
    parts.first.hidden = mode !== "";
    parts.both.hidden = mode === "sofar";
    for (const [name, element] of Object.entries(parts)) {
      element.setAttribute("aria-valuemin", span.first);
      element.setAttribute("aria-valuemax", span.last);
      element.setAttribute("aria-valuenow", value(name));
      const said = name === "both" ? speak.window(window) : speak.day(value(name));
      element.setAttribute("aria-valuetext", said);
    }
  }
  return { root, update };
}
