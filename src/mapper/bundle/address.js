// What is chosen, behind the # of the address: a file has no other place for it.
const DAY_MS = 864e5;
const MODES = ["day", "week", "sofar"];

const iso = (day) => new Date(day * DAY_MS).toISOString().slice(0, 10);

// The choice that the address asks for; null where it asks for none.
export function told(editions, span) {
  if (!location.hash.includes("=")) return null;
  const asked = new URLSearchParams(location.hash.slice(1));
  const day = (name, usual) => {
    const found = Math.floor(Date.parse(asked.get(name) ?? "") / DAY_MS);
    return Number.isFinite(found) ? Math.min(span.last, Math.max(span.first, found)) : usual;
  };
  const window = { first: day("from", span.first), last: day("to", span.last) };
  if (window.first > window.last) window.first = window.last;
  const choice = { window, mode: MODES.includes(asked.get("mode")) ? asked.get("mode") : "" };
  if (asked.get("lang") in editions) choice.lang = asked.get("lang");
  return { ...choice, event: asked.get("event") ?? "" };
}

// The player itself notes its camera here, which a file does not keep.
export function note({ lang, window, mode, event, span, usual }) {
  if (!window) return;
  const every = {
    lang: lang === usual ? "" : lang,
    from: window.first === span.first ? "" : iso(window.first),
    to: window.last === span.last ? "" : iso(window.last),
    mode,
    event,
  };
  const said = new URLSearchParams(Object.entries(every).filter(([, value]) => value));
  const hash = said.size ? `#${said}` : "";
  if (location.hash.includes("=") || hash) history.replaceState(null, "", hash || "#");
}

export function at() {
  return "";
}
