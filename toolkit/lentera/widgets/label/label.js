// The label: a list of nine elements with their state, the fields of one of them, and a picture that grows along.
import { button, freshId, fromMarkup, icon, make, say } from "../shared/dom.js";
import { makeFrame, makeRadios, makeResult } from "../shared/frame.js";
import { makeChoice } from "../shared/choice.js";
import { makeSheet } from "../shared/printing.js";
import { makeTypedField } from "../standard/fields.js";
import { makeIngredients } from "./ingredients.js";
import { drawBack, drawFront, pictureMarkup } from "./label_picture.js";

const DAYS = ["dibuat", "baik_sebelum"];
const RADIOS = ["halal", "izin", "bentuk"];
const STATE_ICONS = { ok: "ok", yet: "yet", stop: "stop" };

/** Make the list of the nine elements; each opens its fields. */
function makeNine(words, open) {
  const list = make("ol", { class: "lb-nine", "aria-label": words.nine });
  const rows = words.elements.map((element, index) => {
    const sign = make("span", { class: "lb-sign", "aria-hidden": "true" }, String(index + 1));
    const word = make("span", { class: "lb-word" });
    const row = make("button", { type: "button", class: "lb-step", onclick: () => open(element.id) }, sign, make("span", {}, make("b", {}, element.name, make("span", { class: "sr" }, ":")), word));
    list.append(make("li", {}, row));
    return { id: element.id, row, sign, word };
  });
  const show = (elements) => elements.forEach((one, index) => {
    const { row, sign, word } = rows[index];
    say(word, one.word);
    if (row.dataset.state === one.state) return;
    row.dataset.state = one.state;
    sign.replaceChildren(STATE_ICONS[one.state] ? icon(STATE_ICONS[one.state]) : String(index + 1));
  });
  const mark = (id) => rows.forEach((one) => {
    if (one.id === id) one.row.setAttribute("aria-current", "step");
    else one.row.removeAttribute("aria-current");
  });
  return { list, show, mark };
}

function renderLabel({ model, el }) {
  const frame = makeFrame({ model, el });
  const { words, u } = frame;
  let repeats = true;
  let goTo = null;
  const send = frame.send;
  // That a field is saved is told once, not with every choice that the arrow keys pass.
  frame.send = (message) => {
    repeats = !["set", "grams"].includes(message.do);
    send(message);
  };
  const set = (field) => (value) => frame.send({ do: "set", field, value });
  const fields = new Map();
  const makeOne = (key) => {
    const title = words.fields[key];
    if (RADIOS.includes(key)) return makeRadios(title, words.options[key], set(key));
    if (words.options[key]) {
      const made = makeChoice(title, words.options[key], set(key));
      const help = words.helps[key];
      if (help) made.box.append(make("p", { class: "muted small" }, help));
      return made;
    }
    const kind = DAYS.includes(key) ? { type: "date" } : key === "berat" || key === "tahun_halal" ? { inputmode: "decimal" } : {};
    return makeTypedField(`${u}-${key}`, title, words.helps[key], set(key), kind);
  };
  const ingredients = makeIngredients(frame, (find) => { goTo = find; });

  const batch = makeChoice(words.batch, [["", words.choose_batch]], () => {});
  const takeBatch = button(words.take_batch, () => { if (batch.select.value) frame.send({ do: "take_batch", code: batch.select.value }); });
  const batches = make("div", { class: "rowx lb-take" }, batch.box, takeBatch);
  const noBatches = make("p", { class: "muted" });
  const takeStandard = button(words.take_standard, () => frame.send({ do: "take_standard" }));

  const panels = words.elements.map((element, index) => {
    const id = freshId("bagian");
    const heading = make("h3", { id, tabindex: "-1" }, `${index + 1}. ${element.name}`);
    const told = make("p", { class: "lb-told" });
    const made = element.fields.map((key) => {
      const field = makeOne(key);
      field.box.classList.add(`lb-${key}`);
      fields.set(key, field);
      return field.box;
    });
    if (element.id === "name") made.unshift(takeStandard);
    if (element.id === "ingredients") made.push(ingredients.box);
    if (element.id === "production") made.unshift(batches, noBatches);
    const facts = element.facts.length
      ? make("div", { class: "lb-facts" }, make("b", {}, words.look_up), make("ul", {}, ...element.facts.map((fact) => make("li", {}, fact))))
      : null;
    const following = words.elements[index + 1];
    const next = following ? button(words.next_element.replace("{name}", following.name), () => open(following.id), { picture: "next" }) : null;
    const panel = make("section", { class: "lb-panel", "aria-labelledby": id, hidden: true }, heading, told, ...made, facts, next ? make("div", { class: "rowx lb-go" }, next) : null);
    return { id: element.id, panel, heading, told };
  });
  const shown = (id, focus) => {
    for (const one of panels) one.panel.hidden = one.id !== id;
    nine.mark(id);
    if (focus) panels.find((one) => one.id === id).heading.focus();
  };
  const open = (id) => shown(id, true);
  const nine = makeNine(words, open);
  shown(words.elements[0].id, false);

  const front = make("div", { class: "lb-half" });
  const back = make("div", { class: "lb-half lb-half-back" });
  const qr = make("div", { class: "lb-qr", "aria-hidden": "true" });
  // Whoever photographs the screen has no label that could be stuck on a pack.
  const stamp = make("p", { class: "lb-stamp", "aria-hidden": "true", hidden: true }, words.stamp);
  const paper = make("div", { class: "lb-paper" }, front, make("div", { class: "lb-backing" }, back, qr), stamp);
  const tally = make("p", { class: "tally" });
  const blockedWords = make("p", {});
  const blocked = make("div", { class: "lb-blocked" }, icon("stop"), blockedWords);
  const sheet = makeSheet(words);
  const pdf = button(words.pdf, () => frame.send({ do: "print", kind: "pdf" }));
  const svg = button(words.svg, () => frame.send({ do: "print", kind: "svg" }));
  const check = button(words.check, () => frame.send({ do: "check" }), { kind: "main", picture: "ok" });
  const result = makeResult(words);
  const nameOf = (id) => words.elements.find((one) => one.id === id)?.name || "";

  frame.bar.append(pdf, svg);
  frame.saybar.append(check);
  frame.widget.append(
    make("div", { class: "block" }, make("p", {}, words.intro), sheet.box),
    make("div", { class: "block lb-desk" },
      make("div", { class: "lb-side-list" }, nine.list, tally),
      make("div", { class: "lb-work" }, paper, blocked, ...panels.map((one) => one.panel))),
    frame.saybar, frame.notice, result.block,
    make("div", { class: "block" }, frame.saved));

  const drawPicture = (label) => {
    const key = JSON.stringify(label);
    if (paper.dataset.key === key) return;
    paper.dataset.key = key;
    const drawing = words.chips.find((one) => one.id === label.picture)?.picture || "";
    front.replaceChildren(fromMarkup(pictureMarkup("front", drawFront(label, drawing), words.front, label.told, `${u}-depan`)));
    back.replaceChildren(fromMarkup(pictureMarkup("back", drawBack(label), words.back, label.told, `${u}-belakang`)));
    qr.replaceChildren(...(label.qr ? [fromMarkup(label.qr)] : []));
    qr.hidden = !label.qr;
  };

  const draw = (view, mine) => {
    for (const [key, field] of fields) {
      field.show(view.values[key]);
      field.box.hidden = view.hidden.includes(key);
    }
    ingredients.show(view);
    nine.show(view.elements);
    view.elements.forEach((one, index) => {
      say(panels[index].told, one.state === "empty" ? "" : one.said);
      panels[index].told.hidden = one.state === "empty" || !one.said;
      panels[index].told.dataset.state = one.state;
    });
    say(tally, view.tally);
    drawPicture(view.label);
    say(blockedWords, view.blocked);
    blocked.hidden = stamp.hidden = !view.blocked;
    batch.offer([["", words.choose_batch], ...view.batches]);
    batches.hidden = !view.batches.length;
    say(noBatches, view.no_batches);
    noBatches.hidden = view.batches.length > 0;
    takeStandard.hidden = !view.standard.ok;
    sheet.show(view.printed);
    result.show(view.check, (report) => (report.element ? [button(words.open_finding.replace("{name}", nameOf(report.element)), () => open(report.element))] : []));
    if (mine && goTo) {
      const target = goTo();
      goTo = null;
      target?.focus();
    }
    return repeats;
  };
  return frame.follow(draw, () => {
    ingredients.leave();
    for (const field of fields.values()) field.leave?.();
  });
}

export default { render: renderLabel };
