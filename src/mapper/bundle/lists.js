// The list under the map follows its dates, and the open event stands beside the map.
import { button, make } from "./dom.js";

export function lists(open) {
  let made = null;

  // window: {first, last} in days since 1970, as the rows have them
  function update(words, edition, { window, event }) {
    const rows = [...edition.querySelectorAll("tr[data-event]")];
    if (made !== edition) ways(edition, rows, words);
    made = edition;
    let [seen, all] = [0, 0];
    for (const row of rows) {
      const { first, last, recalled } = row.dataset;
      const isIn = recalled === "1" || (Number(first) <= window.last && Number(last) >= window.first);
      row.hidden = !isIn;
      row.classList.toggle("opened", row.dataset.event === event);
      if (row.dataset.map !== "1") continue;
      all += 1;
      if (isIn) seen += 1;
    }
    const said = words.inside.replace("{shown}", seen).replace("{all}", all);
    const line = edition.querySelector(".inside");
    if (line && line.textContent !== said) line.textContent = said;
    beside(edition, words, rows, event);
  }

  // A button in each row that has a mark; and one that opens every row, to read or to print all.
  function ways(edition, rows, words) {
    const bar = edition.querySelector(".listing");
    if (bar && bar.children.length === 1) {
      const every = button(words.unfold, () => {
        const isOpen = every.textContent === words.unfold;
        for (const one of edition.querySelectorAll("tr details")) one.open = isOpen;
        every.textContent = isOpen ? words.fold : words.unfold;
      });
      bar.append(every);
    }
    for (const row of rows) {
      if (row.dataset.map !== "1" || row.querySelector(".way")) continue;
      const title = row.querySelector("summary").textContent;
      const way = button(words.map, () => reach(row.dataset.event));
      way.className = "way";
      way.setAttribute("aria-label", `${words.map}: ${title}`);
      row.cells[0].append(way);
    }
  }

  function reach(event) {
    open(event);
    document.getElementById("map").scrollIntoView({ block: "start" });
    document.querySelector("#map .frame").focus({ preventScroll: true });
  }

  // The open event beside the map, below it on a phone.
  function beside(edition, words, rows, event) {
    const panel = edition.querySelector(".opened-event");
    const row = rows.find((one) => one.dataset.event === event);
    panel.hidden = !row;
    if (!row) return panel.replaceChildren();
    const [title, facts] = [row.querySelector("summary").textContent, row.querySelector(".facts")];
    const order = rows.filter((one) => one.dataset.map === "1" && !one.hidden);
    const here = order.indexOf(row);
    const to = (label, other) => {
      const found = button(label, () => open(other.dataset.event));
      found.disabled = !other;
      return found;
    };
    const bar = make(
      "p",
      { class: "bar" },
      to(words.previous, order[here - 1]),
      to(words.next, here < 0 ? undefined : order[here + 1]),
      button(words.close, () => open("")),
    );
    panel.replaceChildren(make("h2", {}, title), facts.cloneNode(true), bar);
  }

  return { update };
}
