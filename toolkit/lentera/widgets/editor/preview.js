// The page beside the code, in a frame without any right: no program, no form, no way to the notebook or the network.
import { make } from "../shared/dom.js";
import { makeRadios } from "../shared/frame.js";
import { fillPictures } from "./text.js";

const WIDE_SCREEN = 1280;
const AT_ONCE = 2; // photos in one message: a long one would stop the line for all others

/** Make the preview. `ask(keys)` asks for pictures; they come with a later view. */
export function makePreview(words, ask) {
  const pictures = new Map();
  const asked = new Set();
  const none = make("p", { class: "muted" }, words.no_preview);
  const holder = make("div", { class: "ed-sheet", "data-scrolls": "true" });
  const left = make("ul", { class: "ed-left" });
  const width = makeRadios(words.width, [["phone", words.phone], ["desktop", words.desktop]], (value) => lay(value));
  width.box.classList.add("ed-width");
  let shown = null;
  let coming = null;
  let newest = "";
  let last = "";
  let title = "";

  const lay = (value) => {
    holder.dataset.width = value;
    fit();
  };
  const fit = () => {
    const scale = Math.min(1, (holder.clientWidth || WIDE_SCREEN) / WIDE_SCREEN);
    holder.style.setProperty("--ed-scale", String(scale));
  };
  const sizes = typeof ResizeObserver === "undefined" ? null : new ResizeObserver(fit);
  sizes?.observe(holder);

  /** Load a page behind the one that is seen and change them when it is there: nothing flickers, no focus is taken. */
  const load = () => {
    if (coming || newest === last) return;
    last = newest;
    const frame = make("iframe", { sandbox: "", title, class: "ed-frame", "data-lm-suppress-shortcuts": "true", referrerpolicy: "no-referrer", tabindex: "0" });
    frame.srcdoc = newest;
    coming = frame;
    frame.addEventListener("load", () => {
      const before = shown;
      const inside = before !== null && document.activeElement === before;
      shown = frame;
      coming = null;
      frame.dataset.shown = "true";
      if (inside) frame.focus({ preventScroll: true });
      before?.remove();
      load();
    }, { once: true });
    holder.append(frame);
  };

  const show = (preview, fetched) => {
    for (const [key, data] of Object.entries(fetched)) pictures.set(key, data);
    none.hidden = Boolean(preview);
    holder.hidden = !preview;
    left.hidden = !preview || !preview.left_out.length;
    if (!preview) return;
    const key = preview.left_out.join("\n");
    if (left.dataset.key !== key) {
      left.dataset.key = key;
      left.replaceChildren(...preview.left_out.map((text) => make("li", {}, text)));
    }
    title = words.preview_title.replace("{file}", preview.page);
    if (shown) shown.title = title;
    const { html, missing } = fillPictures(preview.html, pictures);
    newest = html;
    load();
    const unasked = missing.filter((one) => !asked.has(one)).slice(0, AT_ONCE);
    unasked.forEach((one) => asked.add(one));
    if (unasked.length) ask(unasked);
  };
  lay("phone");
  width.show("phone");
  return { width: width.box, none, holder, left, show, leave: () => sizes?.disconnect() };
}
