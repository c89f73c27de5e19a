// The service log: one row in a form of five columns, all rows as a list, a sheet for the printer.
import { button, icon, make, say } from "../shared/dom.js";
import { makeBlock, makeDoing, makeFrame, makeRadios, makeResult, makeSelect } from "../shared/frame.js";
import { makeSheet } from "../shared/printing.js";

/** Send what is typed when somebody pauses or leaves the field. */
function typedIn(element, send) {
  let timer = null;
  const now = () => {
    clearTimeout(timer);
    timer = null;
    send(element.value);
  };
  element.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(now, 1500);
  });
  element.addEventListener("change", now);
  const show = (value) => {
    if (timer === null && element.value !== value) element.value = value;
  };
  const leave = () => {
    if (timer !== null) now();
  };
  return { show, leave };
}

/** Make a labelled field for words, a number or a day. */
function makeEntry(words, u, name, { tag = "input", send, ...attributes }) {
  const id = `${u}-${name}`;
  const help = words.helps[name];
  const element = make(tag, { id, autocomplete: "off", "aria-describedby": help ? `${id}-bantuan` : undefined, ...attributes });
  const field = typedIn(element, send);
  const box = make("div", { class: "sl-field" }, make("label", { for: id }, words.fields[name]), element, help ? make("p", { class: "muted small", id: `${id}-bantuan` }, help) : null);
  return { box, element, ...field };
}

/** Make the strip that shows which of the five columns are filled: a ring with a tick, or an empty ring; and the word. */
function makeShelf(words) {
  const list = make("ol", { class: "sl-shelf", "aria-label": words.shelf });
  const places = words.columns.map((name, index) => {
    const word = make("span", { class: "muted" });
    const sign = make("span", { class: "sl-sign", "aria-hidden": "true" }, String(index + 1));
    const place = make("li", {}, sign, make("span", {}, make("b", {}, name), make("span", { class: "sr" }, ": "), word));
    list.append(place);
    return { place, word, sign };
  });
  const show = (shelf) => shelf.forEach((one, index) => {
    const { place, word, sign } = places[index];
    if (place.dataset.full === String(one.full)) return;
    place.dataset.full = String(one.full);
    say(word, one.word);
    sign.replaceChildren(one.full ? icon("ok") : String(index + 1));
  });
  return { list, show };
}

/** Make the measurements of a row: place, number, unit; further ones can be added and removed. */
function makeReadings(words, u, frame, after) {
  const box = make("div", { class: "sl-readings" });
  const slots = [];
  const makeSlot = (number) => {
    const set = (field) => (value) => frame.send({ do: "reading", number, field, value });
    const choose = (field) => makeSelect(words.fields[field], [["", words.choose], ...words.choices[field]], set(field));
    const place = choose("place");
    const value = makeEntry(words, `${u}-${number}`, "value", { type: "text", inputmode: "decimal", send: set("value") });
    const unit = choose("unit");
    const remove = button(words.readings[number].remove, () => { after("more"); frame.send({ do: "remove_reading", number }); }, { kind: "quiet" });
    const slot = make("fieldset", { class: "sl-reading" }, make("legend", { class: "sr" }, words.readings[number].title), place.box, value.box, unit.box, remove);
    return { slot, place, value, unit, remove };
  };
  const show = (readings) => {
    while (slots.length < readings.length) {
      const slot = makeSlot(slots.length);
      slots.push(slot);
      box.append(slot.slot);
    }
    slots.forEach((one, number) => {
      one.slot.hidden = number >= readings.length;
      if (one.slot.hidden) return;
      one.place.show(readings[number].place);
      one.value.show(readings[number].value);
      one.unit.show(readings[number].unit);
      one.remove.hidden = readings.length < 2;
    });
  };
  return { box, show, slots, leave: () => slots.forEach((one) => one.value.leave()) };
}

/** Make the list of rows; each line is kept, so that the focus stays where it is. */
function makeRows(frame, after) {
  const list = make("ol", { class: "sl-rows" });
  const lines = [];
  const makeRow = (row) => {
    const name = make("b", {});
    const told = make("p", {});
    const more = make("p", { class: "muted small" });
    const state = make("span", {});
    const tag = make("p", { class: "sl-state" }, state);
    const open = button("", () => { after("form"); frame.send({ do: "open", row }); });
    const remove = button("", () => { after("undo"); frame.send({ do: "remove", row }); }, { kind: "quiet" });
    const line = make("li", { class: "sl-row" }, make("div", {}, name, told, more, tag), make("div", { class: "sl-acts" }, open, remove));
    return { line, name, told, more, state, tag, open, remove };
  };
  const show = (rows) => {
    while (lines.length < rows.length) {
      lines.push(makeRow(lines.length));
      list.append(lines[lines.length - 1].line);
    }
    while (lines.length > rows.length) lines.pop().line.remove();
    rows.forEach((row, index) => {
      const one = lines[index];
      const [day, finding, readings, action, cost] = row.cells;
      say(one.name, [row.name, day].filter(Boolean).join(" · "));
      say(one.told, finding);
      say(one.more, [readings, action, cost].filter(Boolean).join(" · "));
      const key = `${row.whole} ${row.lacks}`;
      if (one.tag.dataset.key !== key) {
        one.tag.dataset.key = key;
        one.tag.className = `sl-state ${row.whole ? "ok" : "next"}`;
        one.tag.replaceChildren(icon(row.whole ? "ok" : "next"), one.state);
        say(one.state, row.lacks);
      }
      say(one.open.words, row.edit);
      say(one.remove.words, row.remove);
      if (row.open) one.line.setAttribute("aria-current", "true");
      else one.line.removeAttribute("aria-current");
    });
    list.hidden = !rows.length;
  };
  return { list, show, lines };
}

function renderServiceLog({ model, el }) {
  const frame = makeFrame({ model, el });
  const { words, u } = frame;
  let goTo = "";
  let repeats = true;
  const send = frame.send;
  // That a field is saved is told once, not with every choice that the arrow keys pass.
  frame.send = (message) => {
    repeats = !["set", "reading"].includes(message.do);
    send(message);
  };
  const set = (field) => (value) => frame.send({ do: "set", field, value });

  const shelf = makeShelf(words);
  const inWords = make("p", { class: "muted", id: `${u}-hari` });
  const day = makeEntry(words, u, "date", { type: "date", send: set("date"), "aria-describedby": `${u}-hari` });
  const finding = makeEntry(words, u, "finding", { tag: "textarea", rows: "2", send: set("finding") });
  const sign = makeSelect(words.fields.sign, [["", words.choose], ...words.choices.sign], set("sign"));
  const readings = makeReadings(words, u, frame, (place) => { goTo = place; });
  const more = makeDoing(words.add_reading, () => { goTo = "reading"; frame.send({ do: "add_reading" }); }, frame.tell);
  const action = makeEntry(words, u, "action", { tag: "textarea", rows: "2", send: set("action") });
  const decision = makeRadios(words.fields.decision, words.choices.decision, set("decision"));
  const task = makeSelect(words.fields.tasks, [["", words.none], ...words.choices.tasks], (value) => set("tasks")(value ? [value] : []));
  const ticked = () => parts.filter((one) => one.box.checked).map((one) => one.value);
  const parts = words.choices.parts.map(([value, text]) => {
    const box = make("input", { type: "checkbox", onchange: () => set("parts")(ticked()) });
    return { value, box, label: make("label", { class: "pick" }, box, make("span", {}, text)) };
  });
  const cost = makeEntry(words, u, "cost", { type: "text", inputmode: "numeric", send: set("cost") });
  const who = makeEntry(words, u, "who", { type: "text", send: set("who") });
  const fields = { date: day, finding, action, cost, who };

  const title = make("h3", {});
  const column = (number, ...children) => make("fieldset", { class: "sl-column" }, make("legend", {}, make("span", { class: "sl-number", "aria-hidden": "true" }, String(number)), words.columns[number - 1]), ...children);
  const form = make("div", { class: "block" }, title, shelf.list,
    column(1, make("div", { class: "rowx sl-day" }, day.box, inWords)),
    column(2, make("div", { class: "sl-two" }, finding.box, sign.box)),
    column(3, readings.box, make("div", { class: "rowx" }, more.element, more.why)),
    column(4, make("div", { class: "sl-two" }, action.box, task.box), decision.box),
    column(5, make("fieldset", { class: "sl-parts" }, make("legend", { class: "lab" }, words.fields.parts), ...parts.map((one) => one.label)), make("div", { class: "sl-two" }, cost.box, who.box)));

  const add = makeDoing(words.add, () => { goTo = "form"; frame.send({ do: "new" }); }, frame.tell);
  const print = button(words.print, () => frame.send({ do: "print" }));
  const sheet = makeSheet(words);
  const check = button(words.check, () => frame.send({ do: "check" }), { kind: "main", picture: "ok" });
  const result = makeResult(words);
  const rows = makeRows(frame, (place) => { goTo = place; });
  const none = make("p", { class: "muted" });
  const undo = button(words.undo, () => { goTo = "form"; frame.send({ do: "undo" }); }, { picture: "undo" });
  const cases = makeSelect(words.case, []);
  const take = button(words.take, () => { goTo = "form"; frame.send({ do: "take", code: cases.select.value }); });
  const workshop = makeBlock(words.workshop, make("p", { class: "muted" }, words.workshop_help), make("div", { class: "rowx sl-take" }, cases.box, take));

  frame.bar.append(add.element, print, make("div", { class: "why" }, add.why));
  frame.saybar.append(check);
  frame.widget.append(
    make("div", { class: "block" }, make("p", {}, words.intro), sheet.box),
    workshop, form, frame.saybar, frame.notice, result.block,
    makeBlock(words.rows, none, rows.list, make("div", { class: "rowx sl-undo" }, undo), frame.saved));

  const targets = {
    form: () => day.element,
    more: () => more.element,
    undo: () => undo,
    reading: () => readings.slots[readings.slots.filter((one) => !one.slot.hidden).length - 1].place.select,
  };

  const draw = (view, mine) => {
    say(title, view.form_title);
    say(inWords, view.day);
    shelf.show(view.shelf);
    for (const [name, field] of Object.entries(fields)) field.show(view.row[name]);
    sign.show(view.row.sign);
    decision.show(view.row.decision);
    task.show(view.row.tasks[0] || "");
    for (const one of parts) one.box.checked = view.row.parts.includes(one.value);
    readings.show(view.row.readings);
    more.show(view.more);
    add.show(view.add);
    rows.show(view.rows);
    say(none, view.no_rows);
    none.hidden = !view.no_rows;
    undo.hidden = !view.undo;
    cases.offer(view.cases.map((one) => [one.code, `${one.code}: ${one.text}`]));
    workshop.hidden = !view.cases.length;
    result.show(view.check);
    sheet.show(view.printed);
    if (!mine || !goTo) return repeats;
    const target = targets[goTo]();
    goTo = "";
    target.focus();
    return repeats;
  };
  return frame.follow(draw, () => {
    readings.leave();
    Object.values(fields).forEach((field) => field.leave());
  });
}

export default { render: renderServiceLog };
