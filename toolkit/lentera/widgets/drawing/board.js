// The picture of a circuit as a hand sees it: draws what it is given and reports what the pointer does.
import { make } from "../shared/dom.js";
import { makeCanvas } from "./canvas.js";
import { listen } from "./hands.js";
import { KIT_A } from "./kit_a.js";
import { KIT_B } from "./kit_b.js";
import { makeZoom } from "./zoom.js";

/**
 * Make one drawing with its zoom bar: `{ element, pic, zoom, update(picture), leave() }`.
 * `options`: `onjoin(start, end, colour)`, `onwire(id)`, `onterminal(id)`, `onprobe("red" | "black", id)`,
 * `onswitch(name)`, `announce(shown, spoken)`, `mode`: "join" or "probe", and `boards`: words by kit where kits change.
 */
export function makeDrawing(words, options, kits) {
  const canvas = makeCanvas((kit) => options.boards?.[kit] || words, kits, options.mode || "join");
  const zoom = makeZoom(words, canvas, options.announce || (() => {}));
  const pic = make("div", { class: "pic" });
  pic.append(canvas.svg);
  const leave = listen(canvas, words, options, zoom.pan);
  const element = make("div", { class: "drawing" }, make("div", { class: "viewbar" }, zoom.bar), pic);
  let kit = null;
  const update = (picture) => {
    canvas.update(picture);
    if (kit !== picture.kit) zoom.apply();
    kit = picture.kit;
  };
  return { element, pic, zoom: zoom.bar, update, leave };
}

/** Make the board: sockets, parts and wires as they lie on the table. */
export function makeBoard(words, options) {
  return makeDrawing(words, options, { a: KIT_A, b: KIT_B });
}
