// What stands on and around the map: buttons, card, time, legend, and the same as text.
import { card } from "./card.js";
import { clock } from "./clock.js";
import { button, make } from "./dom.js";
import { present } from "./present.js";
import { ruler } from "./ruler.js";

const LIVE_MS = 3000; // a pace at which a screen reader can speak

export function panel(root, map, { words, speak, acts, prefs }) {
  const live = make("p", { class: "unseen", "aria-live": "polite" });
  const account = make("div", { class: "unseen", role: "img", "aria-label": words.map });
  const keys = make("ul", { class: "legend" });
  const tip = card();
  const time = clock(words, speak, acts, prefs);
  const told = make("div", { class: "told", hidden: true });
  const several = button(words.several, () =>
    several.setAttribute("aria-pressed", String(acts.boxing())),
  );
  several.setAttribute("aria-pressed", "false");
  const corner = make(
    "div",
    { class: "corner" },
    ...Object.entries(words.homes).map(([name, label]) => button(label, () => acts.home(name))),
    several,
    button(words.save, acts.save),
  );
  const show = present(root, words, acts);
  corner.append(show.button);
  const scale = ruler(speak);
  map.frame.append(scale.root, tip.root);
  const head = make("div", { class: "head" }, time.caption, corner);
  const whole = make("div", { class: "map" }, map.frame, told);
  root.replaceChildren(whole, head, time.root, keys, account, live);
  let [wanted, timer, spoken, shownLegend] = ["", 0, -Infinity, ""];

  function speakLater() {
    timer = 0;
    spoken = performance.now();
    live.textContent = wanted;
  }

  return {
    card: tip,
    gaps: time.gaps,
    present: show.set,
    caption: () => wanted,
    isPresented: show.isOn,
    draw: time.update,
    scale: scale.update,
    say: (text) => {
      if (text === wanted) return;
      const isFirst = !wanted;
      wanted = text;
      time.say(text);
      if (!isFirst) timer ||= setTimeout(speakLater, Math.max(0, spoken + LIVE_MS - performance.now()));
    },
    account: (text) => account.setAttribute("aria-label", text || wanted),
    legend: (signs, items) => {
      const id = JSON.stringify([[...signs.kinds], signs]);
      if (id !== shownLegend) keys.replaceChildren(...items(signs).map((one) => make("li", {}, one)));
      shownLegend = id;
    },
    // the open event in big type, for a room that looks at a wall
    event: (text, row, isAtLeft) => {
      told.hidden = row < 0 || !show.isOn();
      if (row < 0) return;
      told.classList.toggle("right", isAtLeft); // never over the event itself
      const lines = [text.when[row], text.where[row], text.size[row]];
      told.replaceChildren(make("h2", {}, text.title[row]), ...lines.map((line) => make("p", {}, line)));
    },
    end: show.end,
  };
}
