// The draft of a report: a story, five elements, the first half hour, where to report. Nothing here sends anything.
import { button, freshId, icon, make, say } from "../shared/dom.js";
import { makeBlock, makeFrame, makeLater, makeResult } from "../shared/frame.js";
import { makeActions, makeSteps } from "../shared/ordering.js";
import { makeSheet } from "../shared/printing.js";

/** Put a note of a kind into its place; without one the place is empty. */
function showRemark(place, note) {
  const key = JSON.stringify(note || null);
  if (place.dataset.key === key) return;
  place.dataset.key = key;
  place.replaceChildren(...(note ? [make("div", { class: note.kind === "hint" ? "lampc" : note.kind }, icon(note.kind)), make("p", {}, note.text)] : []));
  place.hidden = !note;
}

/** Make a written element: label, example, field, and a note when something too real was covered. */
function makeElement([id, label, help], send) {
  const u = freshId("unsur");
  const long = id === "apa" || id === "siapa";
  const field = make(long ? "textarea" : "input", { id: u, type: long ? undefined : "text", rows: long ? (id === "apa" ? "4" : "2") : undefined, autocomplete: "off", maxlength: "600", "aria-describedby": `${u}-bantuan ${u}-catatan` });
  const note = make("div", { id: `${u}-catatan`, class: "rp-note", hidden: true });
  const box = make("div", { class: "rp-field" }, make("label", { for: u }, label), make("p", { class: "help muted", id: `${u}-bantuan` }, help), field, note);
  const later = makeLater(() => send({ do: "set", field: id, value: field.value }));
  field.addEventListener("input", later.soon);
  field.addEventListener("blur", later.now);
  const show = (value, remark) => {
    showRemark(note, remark ? { kind: "hint", text: remark } : null);
    if (field.value === value) return;
    if (field !== document.activeElement) field.value = value;
    else if (remark && field.value.length === value.length) {
      // Covered digits keep their places, so the hand stays where it is.
      const at = field.selectionStart;
      field.value = value;
      field.setSelectionRange(at, at);
    }
  };
  return { id, box, show, later };
}

/** Make one list to put in order: `{ box, show(view), first }`. */
function makeOrder(list, title, words, frame) {
  const own = { send: (message) => frame.send({ ...message, list }), tell: frame.tell };
  const actions = makeActions(words, own);
  const steps = makeSteps(words, own);
  const none = make("p", { class: "muted" }, words.none);
  const box = make("div", { class: "rp-order" }, actions.list, make("p", { class: "lab" }, title), none, steps.list);
  const show = (view) => {
    actions.show(view.actions);
    const lost = steps.show(view.steps);
    none.hidden = view.steps.length > 0;
    if (lost) actions.first().focus();
  };
  return { box, show };
}

function renderReport({ model, el }) {
  const frame = makeFrame({ model, el });
  const { words } = frame;
  let typing = false;
  const send = frame.send;
  frame.send = (message) => {
    typing = message.do === "set";
    send(message);
  };
  const name = make("b", {});
  const story = make("p", {});
  const fields = words.fields.map((field) => makeElement(field, frame.send));
  const evidence = makeOrder("bukti", words.chosen, words, frame);
  const first = makeOrder("pertama", words.first_chosen, words, frame);
  const remark = make("div", { class: "rp-note", hidden: true });
  const flush = () => fields.forEach((field) => field.later.now());
  const look = button(words.first_check, () => frame.send({ do: "first" }));
  const print = button(words.print, () => {
    flush();
    frame.send({ do: "print" });
  });
  const check = button(words.check, () => {
    flush();
    frame.send({ do: "check" });
  }, { kind: "main", picture: "ok" });
  const sheet = makeSheet(words);
  const result = makeResult(words);
  frame.widget.classList.add("rp");
  frame.bar.append(make("span", { class: "tag lampc" }, words.practice), print);
  frame.saybar.append(check);
  const [loss] = fields.slice(-1);
  frame.widget.append(
    make("div", { class: "block" }, make("p", { class: "rp-never" }, icon("hint"), make("span", {}, words.never)), make("p", { class: "muted" }, words.kind), sheet.box),
    makeBlock(words.story, make("div", { class: "rp-story" }, make("p", {}, name), story)),
    makeBlock(words.elements, make("p", { class: "muted rp-own" }, words.own), ...fields.slice(0, -1).map((field) => field.box),
      make("fieldset", { class: "rp-field" }, make("legend", {}, words.evidence), evidence.box), loss.box),
    frame.saybar, frame.notice, result.block,
    makeBlock(words.first, make("p", { class: "muted" }, words.first_help), first.box, make("div", { class: "rowx rp-look" }, look), remark),
    makeBlock(words.places_title, make("ul", { class: "rp-places" }, ...words.places.map((text) => make("li", {}, text)))),
    make("div", { class: "block" }, frame.saved));

  return frame.follow((view) => {
    say(name, view.name);
    say(story, view.story);
    for (const field of fields) field.show(view.values[field.id], view.notes[field.id]);
    evidence.show(view.bukti);
    first.show(view.pertama);
    showRemark(remark, view.first);
    result.show(view.check);
    sheet.show(view.printed);
    return !typing || Object.values(view.notes).includes(view.live);
  }, flush);
}

export default { render: renderReport };
