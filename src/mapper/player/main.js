// One map in time on a page: takes what Python says, and tells Python what the reader did.
import { atlas } from "./atlas.js";

const shown = new WeakMap();

export function show(component) {
  const root = component.parentElement.querySelector(".player");
  if (!shown.has(root)) shown.set(root, atlas(root));
  shown.get(root).update(component);
  return () => {
    shown.get(root)?.end();
    shown.delete(root);
  };
}
