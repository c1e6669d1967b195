// The parts of the map, wired: a change of anything leads to one picture and its text.
import { note } from "./address.js";
import { box } from "./box.js";
import { dates } from "./dates.js";
import { eye } from "./eye.js";
import { facts } from "./facts.js";
import { ground } from "./ground.js";
import { hand } from "./hand.js";
import { legend, onScreen } from "./legend.js";
import { memory } from "./memory.js";
import { painter } from "./paint.js";
import { panel as panelOf } from "./panel.js";
import { image } from "./picture.js";
import { rows } from "./rows.js";
import { account, caption, speaker } from "./say.js";
import { snapshot } from "./snapshot.js";
import { stage } from "./stage.js";

const LIVE_MS = 3000; // a pace at which a text can be followed
const MOST_TOLD = 5000; // more would be no text for anybody
const AT_ONCE = -1e9; // a time so long ago that nothing rises any more

export function atlas(root) {
  let [component, data, speak, map, panel, found] = [null, null, null, null, null, null];
  let [event, isBoxing, isGone, frame, spoken] = ["", false, false, 0, 0];
  let [paint, painted, inside] = [null, "", []];
  const time = dates({
    refresh,
    gaps: () => panel.gaps(),
    send: (said) => component.setStateValue("window", said),
  });
  const sight = eye();
  const picks = hand({
    found: () => found,
    map: () => map,
    card: () => panel.card,
    inside: () => inside,
    speak: () => speak,
    event: () => event,
    open,
  });

  // ---- what Python says

  function update(next) {
    component = next;
    root.style.setProperty("--map-height", `${next.data.height}px`);
    root.dataset.bare = next.data.bare ?? "";
    const before = data;
    data = next.data;
    if (before?.lang !== data.lang || before?.theme !== data.theme) build();
    else map.setSheet(data.sheet, data.tiles);
    time.hear(data);
    if (!before) panel.present(data.presented || memory.isPresented);
    sight.hear(data, map, !before);
    load();
  }

  // What was already fetched is there at once; what is new comes in as it comes.
  async function load() {
    const asked = data;
    if (!data.tiles) ground(data.ground).then((got) => isGone || map.setGround(got));
    const [table, sprite] = await Promise.all([rows(data.rows), image(data.look.sprite)]);
    if (isGone || data !== asked) return;
    if (found?.table !== table) found = facts(table, data.look);
    const id = [data.rows, data.theme, map.ratio()].join();
    if (id !== painted) [painted, paint] = [id, painter(table, data.look, sprite, map.ratio())];
    found.filter(data.filters, data.span);
    choose();
    refresh();
  }

  // The event that Python opened is brought into sight, once.
  function choose() {
    if (event === data.event) return;
    event = data.event;
    const place = found.placeOf(event);
    if (place < 0) return;
    sight.bring(found.table.places.lon[place], found.table.places.lat[place], map);
  }

  // ---- the picture

  function refresh() {
    if (!frame && !isGone) frame = requestAnimationFrame(picture);
  }

  function picture(now) {
    frame = 0;
    if (isGone || !found?.days() || !paint || !map.size().width) return;
    const isStill = !time.isOn() || matchMedia("(prefers-reduced-motion: reduce)").matches;
    const tallied = found.show(time.window(), time.mode(), isStill ? AT_ONCE : now);
    sight.find(found, map, data.homes);
    const view = { screen: map.screen(), size: map.size() };
    const isQuiet = time.mode() === "sofar";
    const opened = { event: found.rowOf(event), place: found.placeOf(event) };
    const state = { tallied, born: found.born, now, isQuiet, ...opened };
    const drawn = paint(map.context(), view, state);
    inside = drawn.inside;
    found.cells = drawn.cells;
    map.frame.dataset.drawn = found.drawings += 1;
    around(view, opened, now);
    if (drawn.isRising) refresh();
  }

  // What stands around the map and says the same.
  function around(view, opened, now) {
    const { table, tallied } = found;
    const [window, mode, isPlaying] = [time.window(), time.mode(), time.isOn()];
    panel.say(caption(tallied.numbers, window, mode, data.span, speak));
    const { isSkipping } = memory.prefs;
    const shown = { window, mode, span: data.span, isPlaying, isSkipping };
    panel.scale(view.screen, view.size);
    panel.draw(shown, found.days(), found.daysId(), data.look, data.locale);
    panel.legend(onScreen(found, data.look, inside, view), (signs) =>
      legend(signs, data.look, data.words),
    );
    const { lon } = table.places;
    const isAtLeft = opened.place >= 0 && view.screen.x(lon[opened.place]) < view.size.width / 2;
    panel.event(table.text, opened.event, isAtLeft);
    // the text of the map; while it plays it is written at a pace that can be followed
    if (isPlaying && now - spoken < LIVE_MS) return;
    spoken = now;
    panel.account(table.count > MOST_TOLD ? "" : account(table, tallied.seen));
  }

  // ---- what the reader does

  // One event is opened at once; the first of several is, and the others stay beside it.
  function open(ids) {
    event = ids[0] ?? "";
    component.setTriggerValue("picked", ids);
    refresh();
  }

  const acts = {
    ...time.acts,
    next: picks.next,
    home: (name) => {
      [memory.wanted, memory.isOwn] = [name, true];
      refresh();
    },
    boxing: () => {
      isBoxing = !isBoxing;
      map.frame.classList.toggle("boxing", isBoxing);
      return isBoxing;
    },
    save: () => snapshot(map, { caption: panel.caption(), credit: data.credit, speak }, data.paper),
    presented: (isOn) => {
      memory.isPresented = isOn;
      note({ present: isOn ? "1" : "" });
      requestAnimationFrame(refresh);
    },
  };

  const told = {
    ...picks,
    moved: (camera, isByReader) => {
      sight.moved(camera, isByReader);
      refresh();
    },
    resized: refresh,
  };

  // The map alone is left with the key that leaves everything else.
  function leave(pressed) {
    if (pressed.key === "Escape" && data?.bare === "clean") component.setTriggerValue("left", true);
  }

  // ---- the parts

  addEventListener("keydown", leave);

  function build() {
    const last = map?.camera();
    map?.end();
    panel?.end();
    speak = speaker(data.words, data.locale);
    map = stage(data.words, told);
    map.setSheet(data.sheet, data.tiles);
    if (last) map.look(last);
    panel = panelOf(root, map, { words: data.words, speak, acts, prefs: memory.prefs });
    box(map.frame, () => isBoxing, picks.boxed);
  }

  return {
    update,
    end: () => {
      isGone = true;
      removeEventListener("keydown", leave);
      time.stop();
      sight.end();
      cancelAnimationFrame(frame);
      panel?.end();
      map?.end();
    },
  };
}
