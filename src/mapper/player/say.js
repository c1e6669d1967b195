// Numbers, days and sentences in the reader's language. The words come from Python.
const DAY_MS = 864e5;

export function speaker(words, locale) {
  const numbers = new Intl.NumberFormat(locale);
  const days = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  const fill = (text, values = {}) =>
    text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const say = (name, values) => fill(words[name], values);
  const many = (name, count, values = {}) =>
    fill(words[name][count === 1 ? 0 : 1], { count: numbers.format(count), ...values });
  const day = (number) => days.format(new Date(number * DAY_MS));
  const window = ({ first, last }) =>
    first === last ? day(first) : say("days", { first: day(first), last: day(last) });
  return { say, many, day, window, number: (value) => numbers.format(value) };
}

// "4 Feb 2026: 14 events at 12 places, 9 campuses for the first time."
export function caption(numbers, window, mode, span, speak) {
  const isFromStart = mode !== "sofar" && window.first <= span.first;
  const when = speak.window(window);
  if (!numbers.events) return capital(speak.say("nothing", { when }));
  const parts = [speak.many("events", numbers.events)];
  if (numbers.places) parts.push(speak.many("places", numbers.places));
  let said = parts.join(" ");
  if (numbers.firsts && !isFromStart) said += ", " + speak.many("firsts", numbers.firsts);
  else if (numbers.campuses) said += ", " + speak.many("campuses", numbers.campuses);
  if (mode === "sofar" && numbers.fresh) said += "; " + speak.many("fresh", numbers.fresh);
  if (numbers.loose) said += "; " + speak.many("loose", numbers.loose);
  return capital(speak.say("caption", { when, what: said }));
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// The same text as mapper.describe.account: every event with a mark, in time.
export function account(table, seen) {
  const { title, when, where, size, sure } = table.text;
  const said = [];
  for (let i = 0; i < table.count; i++) {
    if (seen[i] && table.events.place[i] >= 0) {
      said.push(`${when[i]}: ${title[i]}; ${where[i]}; ${size[i]}; ${sure[i]}.`);
    }
  }
  return said.join(" ");
}
