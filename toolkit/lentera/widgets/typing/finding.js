// Finding the keys: what is asked, a field that takes one key at a time, rows to choose, and the picture.
import { button, freshId, icon, make, say } from "../shared/dom.js";
import { makeBoard } from "./board.js";

/** Keys that lead elsewhere or mean nothing alone; they keep what they do everywhere. */
const LEFT_ALONE = new Set(["Tab", "Escape", "Control", "Alt", "AltGraph", "Meta", "Unidentified", "Dead", "Process", "ContextMenu"]);

/** Tell what a key press is for the practice: the key's name, or nothing. */
export function pressOf(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return "";
  if (LEFT_ALONE.has(event.key) || /^F\d+$/.test(event.key)) return "";
  return event.key;
}

/** Make the rows of keys as buttons; each tells whether it is finished. */
function makeRowsOfKeys(words, frame) {
  const list = make("ul", { class: "ty-rows", "aria-label": words.rows });
  let known = [];
  const show = (rows) => {
    if (!known.length) {
      known = rows.map((row) => {
        const mark = make("span", { "aria-hidden": "true", class: "ty-mark" });
        const word = make("span", { class: "sr" });
        const one = button(row.text, () => frame.send({ do: "row", row: row.id }));
        one.prepend(mark);
        one.append(word);
        return { one, mark, word, line: make("li", {}, one) };
      });
      list.append(...known.map((each) => each.line));
    }
    rows.forEach((row, index) => {
      const { one, mark, word } = known[index];
      one.setAttribute("aria-pressed", String(row.now));
      say(word, row.mark === "ok" ? ` (${row.word})` : "");
      if (mark.dataset.mark !== row.mark) {
        mark.dataset.mark = row.mark;
        mark.replaceChildren(...(row.mark === "ok" ? [icon("ok")] : []));
      }
    });
  };
  return { list, show };
}

/** Make the part that finds the keys. */
export function makeFinding(words, frame) {
  const id = freshId("tombol");
  const name = make("b", { class: "ty-name" });
  const where = make("p", { id: `${id}-letak` });
  const progress = make("p", { class: "muted" });
  const help = make("p", { class: "muted", id: `${id}-bantu` }, words.field_help);
  let asked = null;
  const press = (key) => frame.send({ do: "key", key }, { repeats: true });
  const field = make("input", {
    type: "text", id, autocomplete: "off", autocapitalize: "off", spellcheck: "false", "aria-describedby": `${id}-letak ${id}-bantu`,
    onkeydown: (event) => {
      const key = pressOf(event);
      if (!key || (key === "Shift" && !asked?.shift)) return;
      event.preventDefault();
      // A finger that rests on a key presses it once.
      if (!event.repeat) press(key);
    },
    // Keys on the screen and spoken letters come as text.
    oninput: () => {
      const sign = [...field.value].pop();
      field.value = "";
      if (sign) press(sign);
    },
  });
  const skip = button(words.skip, () => { frame.send({ do: "skip" }, { repeats: true }); field.focus(); });
  const onward = button(words.to_desk, () => frame.send({ do: "tab", tab: "meja" }));
  const board = makeBoard(words);
  const rows = makeRowsOfKeys(words, frame);
  const all = make("p", { class: "tally" });
  const inWords = make("details", { class: "ty-fold" }, make("summary", { "data-lm-suppress-shortcuts": "true" }, words.in_words), make("ul", {}, ...words.described.map((text) => make("li", {}, text))));
  const panel = make("div", { class: "block ty-finding" },
    rows.list, all,
    make("div", { class: "ty-ask" },
      make("div", { class: "ty-what" }, make("span", {}, words.press), name),
      make("div", { class: "ty-how" }, where, progress)),
    make("div", { class: "ty-field" }, make("div", {}, make("label", { for: id }, words.press_here), field), make("div", { class: "rowx" }, skip, onward)),
    help, board.holder);
  const show = (view) => {
    asked = view.asked;
    say(name, view.asked.name);
    say(where, view.asked.where);
    say(progress, view.progress);
    rows.show(view.rows);
    say(all, view.all_found);
    all.hidden = !view.all_found;
    board.show(view.asked, view.pressed);
  };
  return { panel, inWords, show };
}
