// For a projector: the map alone, big type, one key each for play, step and the next event.
import { button } from "./dom.js";

export function present(root, words, acts) {
  const KEYS = {
    " ": acts.play,
    ArrowLeft: () => acts.step(-1),
    ArrowRight: () => acts.step(1),
    n: () => acts.next(1),
    p: () => acts.next(-1),
    Escape: () => set(false),
  };
  const toggle = button(words.present, () => set(!isOn(), true));

  function isOn() {
    return root.classList.contains("presented");
  }

  // In the browser's top layer: nothing of the page can cover it or cut it off.
  function set(wanted, isByReader = false) {
    if (wanted === isOn()) return;
    root.classList.toggle("presented", wanted);
    root.popover = wanted ? "manual" : null;
    if (wanted) root.showPopover();
    toggle.textContent = wanted ? words.leave : words.present;
    if (isByReader && wanted) document.documentElement.requestFullscreen?.().catch(() => {});
    else if (!wanted && document.fullscreenElement) document.exitFullscreen();
    acts.presented(wanted);
  }

  // Keys that a button, a list or a slider understands itself stay with it.
  function key(event) {
    const within = event.composedPath()[0];
    const isTaken = within.matches?.("input, select, textarea, [role=slider]");
    const isPressed = event.key === " " && within.matches?.("button");
    const inMap = within.matches?.(".frame");
    const act = KEYS[event.key];
    if (!act || isTaken || isPressed || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!isOn() && !(inMap && "np ".includes(event.key))) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  addEventListener("keydown", key, { capture: true });
  return { button: toggle, set, isOn, end: () => removeEventListener("keydown", key, { capture: true }) };
}
