// The answers of the task: a number and its unit for each question, typed in or taken from a noted reading.
import { button, freshId, make } from "../shared/dom.js";
import { makeSelect } from "../shared/frame.js";

/** Send a change soon while somebody types, and at once when she leaves the field. */
function sendAnswerLater(now) {
  let timer = null;
  const go = () => {
    clearTimeout(timer);
    timer = null;
    now();
  };
  return {
    soon: () => {
      clearTimeout(timer);
      timer = setTimeout(go, 400);
    },
    flush: () => {
      if (timer !== null) go();
    },
    go,
  };
}

/** Make one field; returns `{ box, update(value, usable) }`. */
export function makeMeterAnswer(words, field, send, tell) {
  const id = freshId("jawaban");
  const help = `${id}-bantuan`;
  const number = make("input", { type: "text", id, inputmode: "decimal", autocomplete: "off", "aria-describedby": help });
  const unit = make("select", { id: `${id}-satuan` }, make("option", { value: "" }, words.pick_unit), ...field.options.map((one) => make("option", { value: one.id }, one.text)));
  const change = sendAnswerLater(() => send({ do: "set", field: field.id, value: { nilai: number.value, satuan: unit.value } }));
  number.addEventListener("input", change.soon);
  number.addEventListener("blur", change.flush);
  unit.addEventListener("change", change.go);
  const note = makeSelect(words.from_note, [["", words.pick_note]]);
  const use = button(words.use, () => {
    if (note.select.value) {
      send({ do: "use", field: field.id, number: Number(note.select.value) });
      return;
    }
    tell(words.pick_note);
    note.select.focus();
  });
  use.append(make("span", { class: "sr" }, `(${field.label})`));
  const from = [note.box, use];
  const line = make("div", { class: "line" },
    make("div", {}, make("label", { for: id }, words.number), number),
    make("div", {}, make("label", { for: `${id}-satuan` }, words.unit), unit),
    ...from);
  const box = make("div", { class: "answer" }, make("fieldset", {}, make("legend", {}, field.label), make("p", { class: "help", id: help }, field.help), line));
  let shown = null;
  const update = (value, usable) => {
    const key = JSON.stringify(value);
    // While she types, her own letters stay; what came from a noted reading is put in at once.
    if (key !== shown && number.value !== value.nilai && (number !== document.activeElement || !number.value)) number.value = value.nilai;
    if (key !== shown && unit.value !== value.satuan) unit.value = value.satuan;
    shown = key;
    note.offer([["", words.pick_note], ...usable]);
    if (!usable.length && from.some((one) => one.contains(document.activeElement))) number.focus();
    from.forEach((one) => { one.hidden = !usable.length; });
  };
  return { box, update };
}
