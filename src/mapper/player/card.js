// The card at the pointer: what stands there, as text.
import { make } from "./dom.js";

const MOST_LINES = 5;
const OFF_PX = 14;

export function card() {
  const root = make("div", { class: "card", hidden: true, role: "presentation" });

  function hide() {
    root.hidden = true;
  }

  function show(x, y, size, lines) {
    root.replaceChildren(...lines);
    root.hidden = false;
    const wide = root.offsetWidth;
    const tall = root.offsetHeight;
    root.style.left = `${Math.max(4, Math.min(x + OFF_PX, size.width - wide - 4))}px`;
    root.style.top = `${y + OFF_PX + tall > size.height ? Math.max(4, y - OFF_PX - tall) : y + OFF_PX}px`;
  }
  return { root, show, hide };
}

export function eventLines(text, events, speak) {
  const lines = events.slice(0, MOST_LINES).map((at) =>
    make("p", {}, make("b", {}, text.title[at]), make("br"), `${text.when[at]} · ${text.size[at]}`),
  );
  const more = events.length - MOST_LINES;
  if (more > 0) lines.push(make("p", {}, speak.many("more", more)));
  return [...lines, make("p", {}, make("i", {}, text.where[events[0]]))];
}

export function legLines(lines, leg) {
  return [make("p", {}, lines.words[leg]), make("p", {}, make("i", {}, lines.note[leg]))];
}
