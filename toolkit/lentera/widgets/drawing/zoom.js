// Enlarging a drawing: buttons with words, Ctrl and the wheel, and four arrows while it is enlarged. Tab, the plain
// wheel and a finger go on as if there were nothing to enlarge.
import { button, make } from "../shared/dom.js";

const ZOOM_LEVELS = [1, 2, 3];
const ZOOM_ARROWS = { left: [-1, 0], up: [0, -1], down: [0, 1], right: [1, 0] };
const ZOOM_ARROW_PATHS = { left: "M15 5l-7 7 7 7", right: "M9 5l7 7-7 7", up: "M5 15l7-7 7 7", down: "M5 9l7 7 7-7" };

/** Fit a wished view into the drawing: [left, top, width, height]. */
export function fitView([width, height], level, [x, y]) {
  const [wide, tall] = [width / level, height / level];
  const within = (middle, part, whole) => Math.max(0, Math.min(whole - part, middle - part / 2));
  return [within(x, wide, width), within(y, tall, height), wide, tall];
}

/** Make the buttons that enlarge a canvas, and what the wheel and a dragging hand do with it. */
export function makeZoom(words, canvas, announce) {
  let level = 0;
  let middle = [450, 260];

  const apply = () => {
    canvas.look(fitView(canvas.size, ZOOM_LEVELS[level], middle));
    const [left, top, wide, tall] = canvas.view;
    middle = [left + wide / 2, top + tall / 2];
    const enlarged = level > 0;
    if (enlarged) canvas.svg.parentNode?.setAttribute("data-zoomed", String(ZOOM_LEVELS[level]));
    else canvas.svg.parentNode?.removeAttribute("data-zoomed");
    const lost = !enlarged && more.contains(document.activeElement);
    more.hidden = !enlarged;
    if (lost || (level === ZOOM_LEVELS.length - 1 && document.activeElement === grow)) (enlarged ? shrink : grow).focus();
    grow.hidden = level === ZOOM_LEVELS.length - 1;
  };
  const zoomTo = (next, about = middle) => {
    const to = Math.max(0, Math.min(ZOOM_LEVELS.length - 1, next));
    if (to === level) return;
    const [left, top, wide, tall] = canvas.view;
    // What is under the pointer stays there.
    const part = ZOOM_LEVELS[level] / ZOOM_LEVELS[to];
    middle = [about[0] + (left + wide / 2 - about[0]) * part, about[1] + (top + tall / 2 - about[1]) * part];
    level = to;
    apply();
    announce(level ? words.zoomed.replace("{n}", String(ZOOM_LEVELS[level])) : words.zoomed_all);
  };
  /** Move an enlarged drawing; returns whether it is enlarged. */
  const pan = ([x, y]) => {
    if (!level) return false;
    middle = [middle[0] + x, middle[1] + y];
    if (x || y) apply();
    return true;
  };

  const grow = button(words.zoom_in, () => zoomTo(level + 1), { kind: "quiet", repeats: true });
  const shrink = button(words.zoom_out, () => zoomTo(level - 1), { kind: "quiet", repeats: true });
  const whole = button(words.zoom_all, () => zoomTo(0), { kind: "quiet" });
  const arrows = Object.entries(ZOOM_ARROWS).map(([way, [x, y]]) => {
    const move = () => {
      const before = canvas.view.join();
      pan([(x * canvas.view[2]) / 3, (y * canvas.view[3]) / 3]);
      announce(canvas.view.join() === before ? words.edge : words.moved[way]);
    };
    const one = make("button", { type: "button", class: "btn quiet", "aria-label": words.move[way], title: words.move[way], onclick: move });
    one.innerHTML = `<svg class="ic" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${ZOOM_ARROW_PATHS[way]}"/></svg>`;
    return one;
  });
  const more = make("div", { class: "zoomed", hidden: true }, shrink, whole, ...arrows);
  const bar = make("div", { class: "zoom", role: "group", "aria-label": words.zoom_title }, grow, more);

  canvas.svg.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey || !canvas.picture) return;
      const next = level + (event.deltaY < 0 ? 1 : -1);
      // Beyond the ends the browser's own zoom goes on.
      if (next < 0 || next >= ZOOM_LEVELS.length) return;
      event.preventDefault();
      if (event.timeStamp - wheeled < 150) return;
      wheeled = event.timeStamp;
      zoomTo(next, canvas.at(event));
    },
    { passive: false },
  );
  let wheeled = 0;
  return { bar, pan, apply };
}
