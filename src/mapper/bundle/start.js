// A bundle: the map in time over tables that came with the page, in two languages. Where it cannot be
// had (an old browser), the lists are there, and a line says so until the map is ready.
import { note, told } from "./address.js";
import { lists } from "./lists.js";
import { show } from "./main.js";
import { give } from "./tables.js";
import { unpacked } from "./unpack.js";

const dark = matchMedia("(prefers-color-scheme: dark)");
const slot = document.getElementById("map");
const editions = [...document.querySelectorAll(".edition")];
const tabs = [...document.querySelectorAll("nav [hreflang]")];

async function start() {
  const found = await unpacked(document.getElementById("data").textContent);
  for (const [name, table] of Object.entries(found.tables)) give(name, table);
  const { span } = found.editions.en.light;
  let [lang, window, mode, event] = [document.documentElement.lang, { ...span }, "", ""];
  let list = null;

  const component = {
    parentElement: slot,
    setStateValue: (_, said) => {
      [window, mode] = [{ first: said.first, last: said.last }, said.mode];
      update();
    },
    setTriggerValue: (_, ids) => open(ids[0] ?? ""),
  };

  function open(id) {
    event = id;
    update();
  }

  function heard() {
    const asked = told(found.editions, span);
    if (!asked) return;
    ({ lang, window, mode, event } = { lang, window, mode, event, ...asked });
    update();
  }

  // One picture and one list of what is chosen; and the address says it.
  function update() {
    turn(editions, lang);
    const words = found.editions[lang];
    list ??= lists(open);
    list.update(words.host, editions.find((one) => one.lang === lang), { window, event, span });
    const chosen = { window, mode, event, height: found.height, go: 0, credit: words.credit };
    component.data = { ...words[dark.matches ? "dark" : "light"], ...chosen };
    component.data.look.sprite = found.sprite;
    show(component);
    note({ lang, window, mode, event, span, usual: found.lang });
  }

  for (const tab of tabs) {
    tab.addEventListener("click", (pressed) => {
      pressed.preventDefault();
      lang = tab.hreflang;
      update();
    });
  }
  dark.addEventListener("change", update);
  addEventListener("hashchange", heard);
  const asked = told(found.editions, span);
  if (asked) heard();
  else update();
  document.documentElement.dataset.ready = "";
}

// The edition of a language is shown, the other is not; the map stands in it.
function turn(all, lang) {
  document.documentElement.lang = lang;
  for (const one of all) {
    one.hidden = one.lang !== lang;
    if (one.hidden) continue;
    document.title = one.querySelector("h1").textContent;
    const stage = one.querySelector(".stage");
    if (slot.parentElement !== stage) stage.prepend(slot);
  }
  slot.hidden = false;
  for (const tab of tabs) {
    if (tab.hreflang === lang) tab.setAttribute("aria-current", "true");
    else tab.removeAttribute("aria-current");
  }
}

start();
