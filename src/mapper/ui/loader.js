// What Streamlit starts: it fetches our modules from the app itself and hands over to them.
export default function (component) {
  let isGone = false;
  let end = () => {};
  const address = (name) => new URL(component.data.modules.folder + name, document.baseURI).href;
  // all at once, not each after the one that names it
  component.data.modules.names.map(address).forEach(early);
  import(address("main.js")).then((main) => {
    if (!isGone) end = main.show(component);
  });
  return () => {
    isGone = true;
    end();
  };
}

function early(href) {
  if (document.head.querySelector(`link[href="${href}"]`)) return;
  document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href }));
}
