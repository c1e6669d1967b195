// The dates on the screen: from Python, from the reader's hand, from play; and back to Python.
import { memory } from "./memory.js";
import { playback } from "./play.js";
import { ending, moved, nextDay } from "./window.js";

// parts: {refresh(), gaps(), send(said)}
export function dates({ refresh, gaps, send }) {
  const { prefs } = memory;
  const sent = new Set();
  let [window, mode, span, heard] = [null, "", null, ""];
  const time = playback({ step: () => advance(1), restart, stopped, tick: refresh });
  time.setSpeed(prefs.speed);
  time.setLoop(prefs.isLoop);

  // Python's dates, unless they are an echo of what was said from here.
  function hear(data) {
    span = data.span;
    const said = JSON.stringify([data.window, data.mode]);
    const isEcho = sent.has(said);
    if (isEcho) forget(said);
    if (said === heard) return;
    heard = said;
    if (isEcho) return;
    [window, mode] = [{ ...data.window }, data.mode];
    time.stop();
  }

  // What was said before an echo was said in vain: several messages can be answered by one.
  function forget(said) {
    for (const one of [...sent]) {
      sent.delete(one);
      if (one === said) return;
    }
  }

  function tell() {
    const said = JSON.stringify([window, mode]);
    if (said === heard) return;
    sent.add(said);
    send({ ...window, mode });
  }

  function change(next, isDone) {
    window = next;
    refresh();
    if (isDone) tell();
  }

  function length() {
    return window.last - window.first + 1;
  }

  function advance(by) {
    const last = nextDay(window.last, by, prefs.isSkipping ? gaps() : [], span);
    if (last === window.last) return false;
    change(ending(mode, last, span, length()), false);
    return true;
  }

  function restart() {
    const last = mode ? span.first : span.first + length() - 1;
    change(ending(mode, last, span, length()), false);
  }

  function stopped() {
    refresh();
    tell();
  }

  return {
    hear,
    window: () => window,
    mode: () => mode,
    isOn: time.isOn,
    stop: time.stop,
    acts: {
      play: () => {
        if (time.isOn()) return time.stop();
        // the whole span has nowhere to go: what comes in is shown day by day
        if (!mode && length() === span.last - span.first + 1) mode = "sofar";
        if (window.last >= span.last) restart();
        time.start();
        refresh();
      },
      step: (by) => {
        time.stop();
        advance(by);
        tell();
      },
      mode: (name) => {
        mode = name;
        change(name ? ending(name, window.last, span, 0) : window, true);
      },
      speed: (days) => time.setSpeed((prefs.speed = days)),
      loop: (isOn) => time.setLoop((prefs.isLoop = isOn)),
      skip: (isOn) => {
        prefs.isSkipping = isOn;
        refresh();
      },
      moved: (part, day, isDone) => {
        time.stop();
        change(moved(part, day, window, mode, span), isDone);
      },
    },
  };
}
