// The meter as it lies beside the board; what it shows comes from Python.
import { freshId, say } from "../shared/dom.js";
import { METER_SIZE, drawMeter } from "../meter/drawing.js";

/** Make the picture of the meter: `{ svg, update(view) }`; the form beside it does the work. */
export function makeMeterFace(words) {
  const u = freshId("alat");
  const holder = document.createElement("template");
  holder.innerHTML = `<svg viewBox="0 0 ${METER_SIZE.join(" ")}" class="meterpic" role="img" aria-labelledby="${u}-judul"><title id="${u}-judul"></title><g></g></svg>`;
  const svg = holder.content.firstChild;
  const [title, drawing] = svg.children;
  let drawn = "";
  const update = (view) => {
    say(title, view.title);
    const markup = drawMeter(view, words);
    if (markup !== drawn) drawing.innerHTML = markup;
    drawn = markup;
  };
  return { svg, update };
}
