// The form: native fields in one column. Every change goes to Python at once; a note stands under its field.
import { button, freshId, icon, make, say } from "../shared/dom.js";
import { makeFrame, makeLater } from "../shared/frame.js";

function renderForm({ model, el }) {
  const frame = makeFrame({ model, el });
  const { words } = frame;
  const u = freshId("isian");
  const fields = new Map();

  /** Send a field's value: soon while somebody types, and at once when she leaves the field. */
  const later = (id, read) => makeLater(() => frame.send({ do: "set", field: id, value: read() }));

  /** Give a field the saved value, unless she is typing in it. */
  const give = (element, value) => {
    if (element !== document.activeElement && element.value !== value) element.value = value;
  };

  const makers = {
    measure: (field, id, about) => {
      const number = make("input", { type: "text", id, inputmode: "decimal", autocomplete: "off", "aria-describedby": about });
      const unit = make("select", { id: `${id}-satuan` }, make("option", { value: "" }, words.pick_unit), ...field.options.map((one) => make("option", { value: one.id }, one.text)));
      const change = later(field.id, () => ({ nilai: number.value, satuan: unit.value }));
      number.addEventListener("input", change.soon);
      number.addEventListener("blur", change.now);
      unit.addEventListener("change", change.flush);
      const box = make("fieldset", {}, make("legend", {}, field.label), field.help ? make("p", { class: "help", id: `${id}-bantuan` }, field.help) : null,
        make("div", { class: "measure" },
          make("div", {}, make("label", { for: id }, words.number), number),
          make("div", {}, make("label", { for: `${id}-satuan` }, words.unit), unit)));
      return { box, show: (value) => { give(number, value.nilai); if (unit.value !== value.satuan) unit.value = value.satuan; }, target: number };
    },
    text: (field, id, about) => {
      const text = make("textarea", { id, rows: "2", "aria-describedby": about });
      const change = later(field.id, () => ({ teks: text.value }));
      text.addEventListener("input", change.soon);
      text.addEventListener("blur", change.now);
      const box = make("div", {}, make("label", { for: id, class: "lab" }, field.label), field.help ? make("p", { class: "help", id: `${id}-bantuan` }, field.help) : null, text);
      return { box, show: (value) => give(text, value.teks), target: text };
    },
    choice: (field, id, about) => {
      const radios = field.options.map((one) => make("input", { type: "radio", name: id, value: one.id, onchange: () => frame.send({ do: "set", field: field.id, value: { pilihan: one.id } }) }));
      const box = make("fieldset", { "aria-describedby": about }, make("legend", {}, field.label), field.help ? make("p", { class: "help", id: `${id}-bantuan` }, field.help) : null,
        ...radios.map((radio, index) => make("label", { class: "pick" }, radio, make("span", {}, field.options[index].text))));
      return { box, show: (value) => radios.forEach((radio) => { radio.checked = radio.value === value.pilihan; }), target: radios[0] };
    },
    checks: (field, id, about) => {
      const ticked = () => ({ butir: boxes.filter((one) => one.checked).map((one) => one.value) });
      const boxes = field.options.map((one) => make("input", { type: "checkbox", value: one.id, onchange: () => frame.send({ do: "set", field: field.id, value: ticked() }) }));
      const list = make("ol", {}, ...boxes.map((box, index) => make("li", {}, make("label", { class: "pick" }, box, make("span", {}, `${index + 1}. ${field.options[index].text}`)))));
      const box = make("fieldset", { "aria-describedby": about }, make("legend", {}, field.label), field.help ? make("p", { class: "help", id: `${id}-bantuan` }, field.help) : null, list);
      return { box, show: (value) => boxes.forEach((one) => { one.checked = value.butir.includes(one.value); }), target: boxes[0] };
    },
  };

  const boxes = words.fields.map((field, index) => {
    const id = `${u}-${index}`;
    const note = make("div", { id: `${id}-catatan` });
    const about = `${field.help ? `${id}-bantuan ` : ""}${id}-catatan`;
    const made = makers[field.kind](field, id, about);
    fields.set(field.id, { ...made, note });
    return make("div", { class: "field" }, made.box, note);
  });
  let asked = false;
  const check = words.judged
    ? button(words.check, () => {
        asked = true;
        frame.send({ do: "check" });
      }, { kind: "main", picture: "ok" })
    : null;
  const tally = make("p", { class: "tally" });
  const closing = make("p", {});
  if (check) frame.saybar.append(check);
  frame.widget.append(
    make("div", { class: "block" }, make("p", {}, words.intro)),
    ...boxes,
    frame.saybar, frame.notice,
    make("div", { class: "block" }, tally, closing, frame.saved),
  );

  const titles = { ok: words.right, yet: words.yet, next: words.next };
  return frame.follow((view, mine) => {
    for (const [id, field] of fields) {
      if (view.values[id]) field.show(view.values[id]);
      const note = view.notes[id];
      const key = JSON.stringify(note || null);
      if (field.note.dataset.key === key) continue;
      field.note.dataset.key = key;
      field.note.replaceChildren(
        ...(note ? [make("div", { class: `note ${note.kind}` }, icon(note.kind), make("div", {}, make("b", {}, titles[note.kind]), make("p", {}, note.text)))] : []),
      );
    }
    say(tally, view.tally);
    tally.hidden = !view.tally;
    say(closing, view.closing);
    closing.hidden = !view.closing;
    // "Saved" is said once while she goes on typing; an answer to "Periksa" is said each time.
    const again = asked && mine;
    if (mine) asked = false;
    return again;
  });
}

export default { render: renderForm };
