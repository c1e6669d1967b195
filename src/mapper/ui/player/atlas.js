// The parts of the map, wired: a change of anything leads to one picture and its text.
import { at, note } from "./address.js";
import { box } from "./box.js";
import { eventLines, legLines } from "./card.js";
import { facts } from "./facts.js";
import { ground } from "./ground.js";
import { image } from "./picture.js";
import { legend, onScreen } from "./legend.js";
import { memory } from "./memory.js";
import { painter } from "./paint.js";
import { panel as panelOf } from "./panel.js";
import { legAt, markAt } from "./pick.js";
import { playback } from "./play.js";
import { rows } from "./rows.js";
import { account, caption, speaker } from "./say.js";
import { snapshot } from "./snapshot.js";
import { fit } from "./space.js";
import { stage } from "./stage.js";
import { ending, moved, nextDay } from "./window.js";

const SETTLE_MS = 400; // after the last movement of the map, before the address is written
const LIVE_MS = 3000; // a pace at which a text can be followed
const MOST_TOLD = 5000; // more would be no text for anybody
const INSIDE = 0.08; // of the frame: nearer to its edge, an opened event is brought to the middle

export function atlas(root) {
  const { prefs } = memory;
  let [component, data, words, speak] = [null, null, null, null];
  let [time, map, panel, found] = [null, null, null, null];
  let [window, mode, event, isBoxing, isGone] = [null, "", "", false, false];
  let [frame, settle, spoken, heard] = [0, 0, 0, null];
  let [paint, painted, inside] = [null, "", []];
  const sent = new Set();

  // ---- what Python says

  function update(next) {
    component = next;
    root.style.setProperty("--map-height", `${next.data.height}px`);
    const before = data;
    data = next.data;
    if (before?.lang !== data.lang || before?.theme !== data.theme) build();
    else map.setSheet(data.sheet, data.tiles);
    hear();
    look(!before);
    load();
  }

  // Dates and mode: Python's, unless they are an echo of what was said from here.
  function hear() {
    const said = JSON.stringify([data.window, data.mode]);
    if (said !== heard && !sent.has(said)) {
      time?.stop();
      [window, mode] = [{ ...data.window }, data.mode];
    }
    if (said === heard || !sent.delete(said)) sent.clear();
    heard = said;
  }

  // The camera: the reader's own stays; else the link's; else the one that has a name.
  function look(isFirst) {
    const isMoved = memory.go !== null && data.go > memory.go;
    memory.go = data.go;
    if (isFirst && !isMoved && memory.camera) map.look(memory.camera);
    else if (isFirst && data.camera) {
      memory.isOwn = true;
      map.look(data.camera);
    } else if (isFirst || isMoved) {
      [memory.wanted, memory.isOwn] = [data.view, false];
      if (isFirst) map.look(data.homes[data.view] ?? data.homes.la);
    }
    if (isFirst) panel.present(data.presented || memory.isPresented);
    keepAddress();
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

  // The event that Python opened: it is brought into sight once.
  function choose() {
    if (event === data.event) return;
    event = data.event;
    const place = placeOf(event);
    if (place < 0) return;
    const { lon, lat } = { lon: found.table.places.lon[place], lat: found.table.places.lat[place] };
    const [size, on] = [map.size(), map.screen()];
    const [x, y] = [on.x(lon) / size.width, on.y(lat) / size.height];
    const isIn = Math.min(x, y) > INSIDE && Math.max(x, y) < 1 - INSIDE;
    if (!isIn) map.look({ ...map.camera(), lon, lat }, true);
  }

  function placeOf(id) {
    const row = found.table.index.get(id);
    return row === undefined ? -1 : found.table.events.place[row];
  }

  // ---- the picture

  function refresh() {
    if (!frame && !isGone) frame = requestAnimationFrame(picture);
  }

  function picture(now) {
    frame = 0;
    if (isGone || !found?.days() || !paint || !map.size().width) return;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const tallied = found.show(window, mode, still || !time.isOn() ? -1e9 : now);
    wander();
    const place = event ? placeOf(event) : -1;
    const row = found.table.index.get(event) ?? -1;
    const [on, size] = [map.screen(), map.size()];
    const isQuiet = mode === "sofar";
    const state = { tallied, born: found.born, now, isQuiet, event: row, place };
    const drawn = paint(map.context(), { screen: on, size }, state);
    inside = drawn.inside;
    map.frame.dataset.drawn = found.drawings += 1;
    panel.say(caption(tallied.numbers, window, mode, data.span, speak));
    const { isSkipping } = prefs;
    const dates = { window, mode, span: data.span, isPlaying: time.isOn(), isSkipping };
    panel.draw(dates, found.days(), found.daysId(), data.look, data.locale);
    const signs = onScreen(found.table, tallied, data.look, inside, on, size);
    panel.legend(() => legend(signs, data.look, words), JSON.stringify([[...signs.kinds], signs]), data.look.mixed);
    const isAtLeft = place >= 0 && on.x(found.table.places.lon[place]) < size.width / 2;
    panel.event(found.table.text, row >= 0 ? row : null, isAtLeft);
    tell(tallied, now);
    if (drawn.isRising) refresh();
  }

  // A camera that was asked for by name is found once it is known what there is to see.
  function wander() {
    if (!memory.wanted || !map.size().width) return;
    const name = memory.wanted;
    memory.wanted = "";
    const { places } = found.table;
    const seen = [];
    for (let i = 0; i < places.count; i++) {
      if (found.tallied.events[i]) seen.push({ lon: places.lon[i], lat: places.lat[i], radius: places.radius[i] });
    }
    const next = name === "fit" ? fit(seen, map.size()) : data.homes[name];
    if (next) map.look(next, memory.isOwn);
  }

  // The account is the map's text; while it plays it is written at a pace that can be followed.
  function tell(tallied, now) {
    if (time.isOn() && now - spoken < LIVE_MS) return;
    spoken = now;
    panel.account(found.table.count > MOST_TOLD ? "" : account(found.table, tallied.seen));
  }

  // ---- what the reader does

  function change(next, isDone) {
    window = next;
    refresh();
    if (isDone) sendWindow();
  }

  function sendWindow() {
    const said = JSON.stringify([window, mode]);
    if (said === heard) return;
    sent.add(said);
    component.setStateValue("window", { ...window, mode });
  }

  const acts = {
    play: () => {
      if (time.isOn()) return time.stop();
      const length = window.last - window.first + 1;
      if (!mode && length === data.span.last - data.span.first + 1) mode = "sofar";
      if (window.last >= data.span.last) restart();
      time.start();
      refresh();
    },
    step: (by) => {
      time.stop();
      advance(by);
      sendWindow();
    },
    mode: (name) => {
      mode = name;
      change(name ? ending(name, window.last, data.span, 0) : window, true);
    },
    speed: (days) => time.setSpeed((prefs.speed = days)),
    loop: (isOn) => time.setLoop((prefs.isLoop = isOn)),
    skip: (isOn) => {
      prefs.isSkipping = isOn;
      refresh();
    },
    moved: (part, day, isDone) => {
      time.stop();
      change(moved(part, day, window, mode, data.span), isDone);
    },
    next: (by) => {
      const order = found.inTime();
      const here = order.indexOf(found.table.index.get(event));
      const next = order[here < 0 ? (by > 0 ? 0 : order.length - 1) : here + by];
      if (next !== undefined) open([found.table.events.id[next]]);
    },
    home: (name) => {
      [memory.wanted, memory.isOwn] = [name, true];
      refresh();
    },
    boxing: () => {
      isBoxing = !isBoxing;
      map.frame.classList.toggle("boxing", isBoxing);
      return isBoxing;
    },
    save: () => snapshot(map, panel.caption(), data.credit, data.paper),
    presented: (isOn) => {
      memory.isPresented = isOn;
      note({ present: isOn ? "1" : "" });
      requestAnimationFrame(refresh);
    },
  };

  function advance(by) {
    const length = window.last - window.first + 1;
    const gaps = prefs.isSkipping ? panel.gaps() : [];
    const last = nextDay(window.last, by, gaps, data.span);
    if (last === window.last) return false;
    change(ending(mode, last, data.span, length), false);
    return true;
  }

  function restart() {
    const length = window.last - window.first + 1;
    change(ending(mode, data.span.first, data.span, mode ? length : 1), false);
    if (!mode) window = { first: data.span.first, last: data.span.first + length - 1 };
  }

  // One event is opened at once; the first of several is, and the others stay beside it.
  function open(ids) {
    event = ids[0] ?? "";
    component.setTriggerValue("picked", ids);
    refresh();
  }

  const seen = {
    moved: (camera, isByReader) => {
      memory.camera = camera;
      if (isByReader) memory.isOwn = true;
      clearTimeout(settle);
      settle = setTimeout(keepAddress, SETTLE_MS);
      refresh();
    },
    clicked: (x, y) => {
      panel.card.hide();
      if (!found) return;
      const place = markAt(inside, x, y);
      if (place >= 0) return open(found.eventsAt(place).map(id));
      const leg = legAt(found.table, found.tallied, map.screen(), x, y);
      if (leg >= 0) return open([id(found.table.lines.event[leg])]);
      if (event) open([]);
    },
    hovered: (x, y) => {
      if (!found) return;
      const { table } = found;
      const place = markAt(inside, x, y);
      const leg = place < 0 ? legAt(table, found.tallied, map.screen(), x, y) : -1;
      map.frame.classList.toggle("pointing", place >= 0 || leg >= 0);
      if (place >= 0) {
        const lines = eventLines(table.text, found.eventsAt(place), speak);
        panel.card.show(x, y, map.size(), lines);
      } else if (leg >= 0) panel.card.show(x, y, map.size(), legLines(table.lines, leg));
      else panel.card.hide();
    },
    left: () => panel.card.hide(),
    resized: () => refresh(),
  };

  function id(row) {
    return found.table.events.id[row];
  }

  function boxed(area) {
    const on = map.screen();
    const { places, events } = found.table;
    const ids = found.inTime().filter((row) => {
      const [x, y] = [on.x(places.lon[events.place[row]]), on.y(places.lat[events.place[row]])];
      return x >= area.left && x <= area.left + area.width && y >= area.top && y <= area.top + area.height;
    });
    open(ids.map(id));
  }

  function keepAddress() {
    if (isGone || !memory.camera) return;
    note({ at: memory.isOwn ? at(memory.camera) : "" });
  }

  // ---- the parts

  function build() {
    const last = map?.camera();
    map?.end();
    time?.stop();
    words = data.words;
    speak = speaker(words, data.locale);
    map = stage(words, seen);
    map.setSheet(data.sheet, data.tiles);
    if (last) map.look(last);
    panel?.end();
    panel = panelOf(root, map, { words, speak, acts, prefs });
    box(map.frame, () => isBoxing, boxed);
    const stopped = () => {
      refresh();
      sendWindow();
    };
    time ??= playback({ step: () => advance(1), restart, stopped, tick: refresh });
    time.setSpeed(prefs.speed);
    time.setLoop(prefs.isLoop);
  }

  return {
    update,
    end: () => {
      isGone = true;
      time?.stop();
      clearTimeout(settle);
      cancelAnimationFrame(frame);
      panel?.end();
      map?.end();
    },
  };
}
