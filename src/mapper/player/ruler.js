// The scale of the map: a round length in kilometres, and the same in miles.
import { make } from "./dom.js";

const MOST_PX = 110;
const MILE_M = 1609.344;

// The longest round length that fits: {px, km, miles}.
export function measured(metrePx) {
  const most = MOST_PX / metrePx;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = [5, 2, 1].map((step) => step * power).find((length) => length <= most) ?? power;
  return { px: metres * metrePx, km: metres / 1000, miles: metres / MILE_M };
}

// "2 km (1.2 mi)"
export function told({ km, miles }, speak) {
  const rough = Number(miles.toPrecision(2));
  return speak.say("scale", { km: speak.number(km), miles: speak.number(rough) });
}

export function ruler(speak) {
  const [bar, label] = [make("i"), make("span")];
  const root = make("div", { class: "ruler" }, label, bar);

  function update(screen, size) {
    const found = measured(screen.metre(screen.lat(size.height / 2)));
    bar.style.width = `${found.px}px`;
    const said = told(found, speak);
    if (label.textContent !== said) label.textContent = said;
  }
  return { root, update };
}
