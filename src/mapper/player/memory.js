// What outlives a page of the app, as long as the browser's page stays open.
export const memory = {
  camera: null,
  isOwn: false, // whether the reader moved the map: then the address holds it
  go: null, // the last time that Python moved it
  wanted: "", // a camera by name, to be found once there are marks
  isPresented: false,
  prefs: { speed: 4, isLoop: false, isSkipping: true },
};
