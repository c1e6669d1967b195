// Pictures by their address, each fetched once.
const loading = new Map();

export function image(url) {
  if (!loading.has(url)) {
    loading.set(
      url,
      new Promise((resolve) => {
        const found = new Image();
        found.onload = () => resolve(found);
        found.onerror = () => resolve(null); // marks without glyphs are still marks
        found.src = url;
      }),
    );
  }
  return loading.get(url);
}
