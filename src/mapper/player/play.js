// Playback: days in time with the clock of the screen, and no message to anybody until it stops.
const CALM_MS = 1500; // between two steps for a reader who asked for less motion
const REST_MS = 900; // at the end, before it starts again

// step(): shows the next day, gives false at the end; restart(): goes to the first; stopped().
export function playback({ step, restart, stopped, tick }) {
  let frame = 0;
  let isOn = false;
  let speed = 4;
  let isLoop = false;
  let owed = 0;
  let last = 0;

  function run(now) {
    if (!isOn) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const pace = calm ? 1000 / CALM_MS : speed;
    // a tab that slept owes no days
    owed += (Math.min(now - last, 500) / 1000) * pace;
    last = now;
    while (owed >= 1 && isOn) {
      owed -= 1;
      if (!step()) atEnd();
    }
    tick();
    frame = requestAnimationFrame(run);
  }

  function atEnd() {
    if (!isLoop) return stop();
    owed = -(REST_MS / 1000) * speed;
    restart();
  }

  function start() {
    isOn = true;
    owed = 0;
    last = performance.now();
    frame = requestAnimationFrame(run);
  }

  function stop() {
    if (!isOn) return;
    isOn = false;
    cancelAnimationFrame(frame);
    stopped();
  }

  return {
    start,
    stop,
    isOn: () => isOn,
    setSpeed: (value) => (speed = value),
    setLoop: (value) => (isLoop = value),
  };
}
