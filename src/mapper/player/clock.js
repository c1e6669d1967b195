// The time control: buttons, modes, caption, histogram and its window.
import { button, make, picture } from "./dom.js";
import { handles } from "./handles.js";
import { histogram } from "./histogram.js";
import { scale } from "./scale.js";

const SPEEDS = [1, 2, 4, 8, 16];

// acts: {play(), step(by), mode(name), speed(days), loop(isOn), skip(isOn), moved(part, day, isDone)}
export function clock(words, speak, acts, prefs) {
  const caption = make("p", { class: "caption" });
  const play = button(words.play, acts.play, picture("play"));
  const modes = make("div", { class: "modes", role: "radiogroup", "aria-label": words.modes_label });
  const radios = Object.entries(words.modes).map(([name, label]) => {
    const radio = make("input", { type: "radio", name: "mode", value: name, onchange: () => acts.mode(name) });
    modes.append(make("label", {}, radio, make("span", {}, label)));
    return radio;
  });
  const speeds = make(
    "select",
    { "aria-label": words.speed, onchange: (event) => acts.speed(Number(event.target.value)) },
    ...SPEEDS.map((days) =>
      make("option", { value: days, selected: days === prefs.speed }, speak.many("pace", days)),
    ),
  );
  const check = (label, isOn, told) =>
    make(
      "label",
      { class: "check" },
      make("input", { type: "checkbox", checked: isOn, onchange: (event) => told(event.target.checked) }),
      label,
    );
  const bar = make(
    "div",
    { class: "bar" },
    button(words.back, () => acts.step(-1), picture("back")),
    play,
    button(words.forward, () => acts.step(1), picture("forward")),
    modes,
    speeds,
    check(words.loop, prefs.isLoop, acts.loop),
    check(words.skip, prefs.isSkipping, acts.skip),
  );
  const window = handles(words.handles, acts.moved);
  const chart = make("div", { class: "chart" });
  const strip = make("div", { class: "strip" }, chart, window.root);
  const root = make("div", { class: "clock" }, strip, bar);
  let drawn = "";
  let axis = null;

  function update(state, days, daysId, look, locale) {
    const width = Math.floor(strip.clientWidth);
    if (!width) return;
    const id = [daysId, width, state.isSkipping, look.id].join("|");
    if (id !== drawn) {
      drawn = id;
      axis = scale(state.span, days.busy, width, state.isSkipping);
      chart.replaceChildren(histogram(days, state.span, axis, width, look.css, locale));
    }
    window.update({ ...state, scale: axis }, speak);
    for (const radio of radios) radio.checked = radio.value === state.mode;
    const isOn = state.isPlaying;
    if (play.dataset.on !== String(isOn)) {
      play.dataset.on = isOn;
      play.replaceChildren(picture(isOn ? "pause" : "play"));
      play.title = isOn ? words.pause : words.play;
      play.setAttribute("aria-label", play.title);
    }
  }

  return {
    root,
    caption,
    update,
    say: (text) => {
      if (caption.textContent !== text) caption.textContent = text;
    },
    gaps: () => axis?.gaps ?? [],
  };
}
