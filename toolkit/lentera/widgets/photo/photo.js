// The photo studio: choose, make better, describe. Python measures and edits; this shows and asks.
import { button, freshId, icon, make, say } from "../shared/dom.js";
import { makeBlock, makeDoing, makeFrame, makeLater, makeRadios, makeResult, makeSelect, makeSlider } from "../shared/frame.js";

/** Cut a text into parts of a length; an empty text is one empty part. */
export function textParts(text, length) {
  const parts = [];
  for (let at = 0; at < text.length; at += length) parts.push(text.slice(at, at + length));
  return parts.length ? parts : [""];
}

/** Make the list of sample photos: each is a button with its small picture and its name. */
function makeSamples(words, onpick) {
  const buttons = words.samples.map(({ id, text, picture }) => {
    const one = button(text, () => onpick(id), { kind: "sf-sample" });
    one.prepend(make("img", { src: picture, alt: "", width: "112", height: "84" }));
    return make("li", {}, one);
  });
  return make("ul", { class: "sf-samples", "aria-label": words.samples_title }, ...buttons);
}

/** Make a part that a button opens and closes. */
function makeFold(opened, closed, box) {
  const id = freshId("lipat");
  box.id = id;
  box.hidden = true;
  const open = button(opened, () => {
    box.hidden = !box.hidden;
    open.setAttribute("aria-expanded", String(!box.hidden));
    say(open.words, box.hidden ? opened : closed);
  }, { kind: "quiet", picture: "hint" });
  open.setAttribute("aria-expanded", "false");
  open.setAttribute("aria-controls", id);
  return open;
}

/** Make a figure with a photo and its caption. */
function makePhoto(caption) {
  const image = make("img", { alt: "" });
  const stage = make("div", { class: "sf-stage" }, image);
  const box = make("figure", { class: "sf-photo" }, make("figcaption", {}, caption), stage);
  const show = (source, alt) => {
    box.hidden = !source;
    if (source && image.getAttribute("src") !== source) image.setAttribute("src", source);
    if (image.alt !== alt) image.alt = alt;
  };
  return { box, stage, show };
}

/** Make the table of measures: a word, a mark for well or not yet, and a bar. */
function makeMeters(words) {
  const table = make("table", {});
  const cell = (meter) => {
    const bar = make("span", { class: "sf-bar", "aria-hidden": "true" }, make("span", { style: `width:${Math.round(meter.bar * 100)}%` }));
    return make("td", {}, make("span", { class: `sf-word ${meter.ok ? "ok" : "yet"}` }, icon(meter.ok ? "ok" : "yet"), make("span", {}, meter.word), make("span", { class: "sr" }, `, ${meter.ok ? words.well : words.not_yet}`)), bar);
  };
  const show = (now, before, head) => {
    const key = JSON.stringify([now, before]);
    if (table.dataset.key === key) return;
    table.dataset.key = key;
    table.replaceChildren(
      make("caption", {}, words.measures),
      make("thead", {}, make("tr", {}, ...head.map((text) => make("th", { scope: "col" }, text)))),
      make("tbody", {}, ...now.map((meter, index) => make("tr", {}, make("th", { scope: "row" }, meter.name), before.length ? cell(before[index]) : null, cell(meter)))),
    );
  };
  return { table, show };
}

/** Make the cutting: shape, sliders for the frame, and the frame itself on the photo. */
function makeCutting(words, frame, stage) {
  const mark = make("div", { class: "sf-frame", "aria-hidden": "true", hidden: true });
  stage.append(mark);
  const shape = makeRadios(words.shape, words.shapes, (value) => frame.send({ do: "shape", shape: value }));
  const percent = (value) => `${value} %`;
  const sliders = words.sliders.map(([field, title, min, max]) => ({ field, ...makeSlider(title, { min, max, step: 1 }, percent, (value) => frame.slide({ do: "frame", field, value })) }));
  const cut = button(words.crop_do, () => frame.send({ do: "crop" }, { patience: 20000 }));
  const box = make("div", { class: "panel apart", hidden: true, role: "group", "aria-label": words.crop_open }, shape.box, ...sliders.map((one) => one.box), cut);
  const open = button(words.crop_open, () => frame.send({ do: "crop_open", open: box.hidden }));
  const show = (view) => {
    const lost = box.contains(document.activeElement);
    box.hidden = mark.hidden = !view;
    open.setAttribute("aria-expanded", String(Boolean(view)));
    say(open.words, view ? words.crop_close : words.crop_open);
    if (!view && lost) open.focus();
    if (!view) return;
    shape.show(view.shape);
    view.box.forEach((value, index) => {
      sliders[index].show(value);
      mark.style.setProperty(["left", "top", "width", "height"][index], `${value}%`);
    });
    sliders[3].box.hidden = view.shape !== "bebas";
  };
  return { open, box, show };
}

/** Make the button for a file of her own: the file is read here and goes out in parts. */
function makeUpload(words, frame) {
  const id = freshId("berkas");
  let sent = 0;
  const field = make("input", { type: "file", accept: "image/*", hidden: true, "aria-label": words.own_title, onchange: () => {
    const file = field.files[0];
    if (!file) return;
    if (file.size > words.largest) {
      frame.tell(words.too_large);
      field.value = "";
      return;
    }
    frame.tell(words.sending);
    const reader = new FileReader();
    reader.addEventListener("load", () => {
      const text = reader.result.slice(reader.result.indexOf(",") + 1);
      const parts = textParts(text, words.part);
      sent += 1;
      parts.forEach((data, part) => frame.send({ do: "upload", file: sent, part, parts: parts.length, name: file.name.slice(-120), data }, { repeats: true, patience: 60000 }));
      field.value = "";
    });
    reader.addEventListener("error", () => frame.tell(words.unread));
    reader.readAsDataURL(file);
  } });
  // The browser's own field speaks the browser's language; this button speaks hers.
  const open = button(words.own_open, () => field.click());
  open.setAttribute("aria-describedby", `${id}-bantuan`);
  return make("div", { class: "sf-own" }, make("p", { class: "lab" }, words.own_title), open, field, make("p", { class: "muted small", id: `${id}-bantuan` }, words.own_help));
}

function renderPhoto({ model, el }) {
  const frame = makeFrame({ model, el });
  const { words, tell } = frame;
  // Measuring and writing a photo takes a weak laptop longer than an ordinary gesture.
  const send = (message) => frame.send(message, { patience: 20000 });

  const samples = makeSamples(words, (id) => send({ do: "sample", id }));
  const pictures = makeSelect(words.site_title, [["", words.pick]]);
  const openPicture = button(words.site_open, () => {
    if (pictures.select.value) send({ do: "picture", name: pictures.select.value });
    else tell(words.pick);
  });
  openPicture.setAttribute("aria-describedby", pictures.select.id);
  const site = make("div", { class: "rowx sf-site" }, pictures.box, openPicture);
  const boxSteps = make("ol", { class: "sf-steps" }, ...words.box.map((text) => make("li", {}, text)));
  const photoBox = make("div", { class: "hint" }, icon("hint"), make("div", {}, make("b", {}, words.box_title), boxSteps));
  const openBox = makeFold(words.box_open, words.box_close, photoBox);

  const before = makePhoto(words.before);
  const now = makePhoto(words.after);
  const guide = make("p", { class: "tally" });
  const trouble = make("p", {});
  const meters = makeMeters(words);
  const advice = make("ul", { class: "state" });
  const cutting = makeCutting(words, frame, now.stage);
  const edits = words.edits.map(([id, text]) => button(text, () => send({ do: "edit", edit: id }), { repeats: true }));
  const undo = makeDoing(words.undo, () => send({ do: "undo" }), tell, { picture: "undo" });
  const original = makeDoing(words.original, () => send({ do: "original" }), tell, { kind: "quiet" });
  const kept = make("b", {});
  const keptLine = make("p", { class: "muted" }, `${words.kept} `, kept);
  const better = makeBlock(words.edit_title, make("div", { class: "apart" },
    make("div", { class: "sf-pair" }, before.box, now.box), guide,
    make("div", { class: "rowx" }, ...edits, cutting.open), make("div", { class: "rowx" }, undo.element, original.element), cutting.box,
    meters.table, advice, keptLine));

  const altId = freshId("alt");
  const alt = make("textarea", { id: altId, rows: "2", "aria-describedby": `${altId}-bantuan` });
  const later = makeLater(() => frame.send({ do: "alt", text: alt.value }));
  alt.addEventListener("input", later.soon);
  alt.addEventListener("blur", later.now);
  const altTold = make("p", { class: "muted" });
  const describing = makeBlock(words.alt_title, make("div", { class: "apart" }, make("p", {}, words.alt_lead), make("div", {}, make("label", { for: altId }, words.alt), alt, make("p", { class: "muted small", id: `${altId}-bantuan` }, words.alt_help)), altTold));

  const check = button(words.check, () => send({ do: "check" }), { kind: "main", picture: "ok" });
  check.hidden = !words.judged;
  const result = makeResult(words);
  frame.saybar.append(check);
  frame.widget.append(
    makeBlock(words.choose_title, make("div", { class: "apart" }, make("div", { class: "rowx" }, openBox), photoBox, make("p", { class: "lab" }, words.samples_title), samples, make("div", { class: "sf-choose" }, site, makeUpload(words, frame)), trouble)),
    better, describing,
    frame.saybar, frame.notice, result.block,
    make("div", { class: "block" }, frame.saved),
  );

  return frame.follow((view) => {
    pictures.offer([["", words.pick], ...view.pictures]);
    site.hidden = !view.pictures.length;
    if (view.name && view.pictures.some(([name]) => name === view.name) && document.activeElement !== pictures.select) pictures.show(view.name);
    say(trouble, view.trouble);
    trouble.hidden = !view.trouble;
    better.hidden = !view.now;
    if (view.now) {
      before.show(view.before, view.before_alt);
      now.show(view.now, view.now_alt);
      say(guide, view.guide);
      meters.show(view.meters, view.meters_before, view.meters_head);
      undo.show(view.undo);
      original.show(view.original);
      say(kept, `situs/${view.name}`);
      const key = JSON.stringify(view.advice);
      if (advice.dataset.key !== key) {
        advice.dataset.key = key;
        advice.replaceChildren(...view.advice.map((text) => make("li", {}, text)));
      }
      advice.hidden = !view.advice.length;
    }
    cutting.show(view.frame);
    if (alt !== document.activeElement && alt.value !== view.alt) alt.value = view.alt;
    say(altTold, view.alt_told);
    result.show(view.check);
    // While she types, or slides, nothing talks into it.
    return !["textarea", "range"].includes(document.activeElement?.type);
  }, later.now);
}

export default { render: renderPhoto };
