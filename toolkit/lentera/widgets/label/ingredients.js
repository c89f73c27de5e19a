// Ingredients: pictures to choose from, a field for others, and the list in the order of their amounts.
import { button, decoration, make, say } from "../shared/dom.js";
import { makeDoing } from "../shared/frame.js";
import { makeTypedField } from "../standard/fields.js";

function pictureOfChip(shapes) {
  return decoration(shapes, { kind: "lb-chip-pic", box: "0 0 48 48" });
}

/** Name a button for the ear as well: what it does, and to which ingredient. */
function nameFor(element, label, name) {
  if (element.dataset.name === name) return;
  element.dataset.name = name;
  element.words.replaceChildren(label, make("span", { class: "sr" }, ` ${name}`));
}

/** Make the part for ingredients; `after` is told where the focus goes once Python has answered. */
export function makeIngredients(frame, after) {
  const { words, u, send } = frame;
  const chips = words.chips.map((one) => {
    const words_ = make("span", {}, one.name);
    const chip = make("button", { type: "button", class: "btn lb-chip", "aria-pressed": "false", onclick: () => send({ do: "chip", id: one.id }) }, pictureOfChip(one.picture), words_);
    return { id: one.id, chip };
  });
  const other = make("input", { type: "text", id: `${u}-lain`, autocomplete: "off", "aria-describedby": `${u}-lain-b` });
  const addOther = () => {
    send({ do: "add", name: other.value });
    if (other.value.trim()) other.value = "";
    other.focus();
  };
  other.addEventListener("keydown", (event) => {
    if (event.key === "Enter") addOther();
  });
  const add = button(words.add_ingredient, addOther);
  const list = make("ol", { class: "lb-list", "aria-label": words.list_title });
  const lines = [];
  const makeLineOf = (number) => {
    const name = make("b", {});
    const note = make("span", { class: "lb-note" });
    const grams = makeTypedField(`${u}-gram-${number}`, words.grams, "", (value) => send({ do: "grams", number, value }), { inputmode: "decimal" });
    const nameEar = make("span", { class: "sr" });
    grams.box.querySelector("label").append(nameEar);
    const up = button(words.up, () => { after(() => lines[Math.max(0, number - 1)]?.up); send({ do: "move", number, by: -1 }); }, { kind: "quiet", repeats: true });
    const down = button(words.down, () => { after(() => lines[Math.min(lines.length - 1, number + 1)]?.down); send({ do: "move", number, by: 1 }); }, { kind: "quiet", repeats: true });
    const remove = button(words.remove, () => { after(() => (lines[Math.min(number, lines.length - 1)]?.remove ?? other)); send({ do: "remove", number }); }, { kind: "quiet" });
    const line = make("li", { class: "lb-line" }, make("div", { class: "lb-name" }, name, note), grams.box, make("div", { class: "lb-acts" }, up, down, remove));
    return { line, name, note, grams, nameEar, up, down, remove };
  };
  const sort = makeDoing(words.sort, () => send({ do: "sort" }), frame.tell);
  const title = make("h4", { class: "lb-sub" }, words.list_title);
  const box = make("div", { class: "lb-ingredients" },
    make("h4", { class: "lb-sub" }, words.chips_title),
    make("div", { class: "lb-chips", role: "group", "aria-label": words.chips_title }, ...chips.map((one) => one.chip)),
    make("div", { class: "lb-other" }, make("div", {}, make("label", { for: `${u}-lain` }, words.other), other, make("p", { class: "muted small", id: `${u}-lain-b` }, words.other_help)), add),
    title, list, make("div", { class: "rowx" }, sort.element));
  const show = (view) => {
    for (const one of chips) one.chip.setAttribute("aria-pressed", String(view.chips.includes(one.id)));
    while (lines.length < view.ingredients.length) {
      lines.push(makeLineOf(lines.length));
      list.append(lines[lines.length - 1].line);
    }
    while (lines.length > view.ingredients.length) lines.pop().line.remove();
    view.ingredients.forEach((one, index) => {
      const line = lines[index];
      say(line.name, `${index + 1}. ${one.name}`);
      say(line.note, one.note);
      say(line.nameEar, ` ${one.name}`);
      line.grams.show(one.grams);
      nameFor(line.up, words.up, one.name);
      nameFor(line.down, words.down, one.name);
      nameFor(line.remove, words.remove, one.name);
    });
    title.hidden = !view.ingredients.length;
    sort.element.hidden = view.ingredients.length < 2;
  };
  return { box, show, first: chips[0].chip, leave: () => lines.forEach((one) => one.grams.leave()) };
}
