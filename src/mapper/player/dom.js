// Elements, made without markup: text from data is only ever text.
const SVG = "http://www.w3.org/2000/svg";

export function make(name, attributes = {}, ...children) {
  return dress(document.createElement(name), attributes, children);
}

export function draw(name, attributes = {}, ...children) {
  return dress(document.createElementNS(SVG, name), attributes, children);
}

function dress(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

// Small pictures of our own for buttons, 16 px wide.
const PICTURES = {
  play: "M4 2 L14 8 L4 14 Z",
  pause: "M4 2 H7 V14 H4 Z M9 2 H12 V14 H9 Z",
  back: "M12 2 L5 8 L12 14 Z M3 2 H5 V14 H3 Z",
  forward: "M4 2 L11 8 L4 14 Z M11 2 H13 V14 H11 Z",
};

export function picture(name) {
  const path = draw("path", { d: PICTURES[name], fill: "currentColor" });
  return draw("svg", { viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true" }, path);
}

export function button(label, pressed, ...children) {
  const shown = children.length ? children : [label];
  const named = children.length ? { "aria-label": label, title: label } : {};
  return make("button", { type: "button", ...named, onclick: pressed }, ...shown);
}
