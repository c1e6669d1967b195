// What Streamlit starts: it fetches our modules from the app itself and hands over to them.
export default function (component) {
  let isGone = false;
  let end = () => {};
  const { modules, rows } = component.data;
  const address = (name) => new URL(modules.folder + name, document.baseURI).href;
  // all at once, not each after the one that names it
  modules.names.forEach((name) => early(address(name), { rel: "modulepreload" }));
  // as the player will fetch it: else it would come twice
  const asked = { rel: "preload", as: "fetch", crossOrigin: "anonymous" };
  early(new URL(rows, document.baseURI).href, asked);
  import(address("main.js")).then((main) => {
    if (!isGone) end = main.show(component);
  });
  return () => {
    isGone = true;
    end();
  };
}

function early(href, how) {
  if (document.head.querySelector(`link[href="${href}"]`)) return;
  document.head.append(Object.assign(document.createElement("link"), how, { href }));
}
