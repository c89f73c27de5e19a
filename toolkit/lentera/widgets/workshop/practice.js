// Practice beyond the six cases: a new one by level and kit, one by its code, one taken before.
import { button, freshId, make } from "../shared/dom.js";
import { makeBlock, makeSelect } from "../shared/frame.js";
import { makeChoice } from "../shared/choice.js";

/** Make the choice of practice cases: `{ box, update(view) }`. */
export function makePractice(words, send) {
  const level = makeChoice(words.level, words.levels, (value) => send({ do: "practice", level: Number(value) }, { repeats: true }));
  const kit = makeChoice(words.kit, words.kits, (value) => send({ do: "practice", kit: value }, { repeats: true }));
  const other = button(words.other, () => send({ do: "other" }), { kind: "main" });
  const id = freshId("kode");
  const code = make("input", { type: "text", id, autocomplete: "off", spellcheck: "false", "aria-describedby": `${id}-bantuan` });
  const open = make("button", { type: "submit", class: "btn" }, make("span", {}, words.code_open));
  const byCode = make("form", {
    class: "rowx byCode", novalidate: true,
    onsubmit: (event) => {
      event.preventDefault();
      send({ do: "code", code: code.value });
    },
  }, make("div", {}, make("label", { for: id }, words.code), make("p", { class: "muted", id: `${id}-bantuan` }, words.code_help), code), open);
  // A button opens what is chosen: the arrow keys would open every case on their way.
  const taken = makeSelect(words.taken, []);
  const back = button(words.taken_open, () => taken.select.value && send({ do: "code", code: taken.select.value }));
  const earlier = make("div", { class: "rowx earlier" }, taken.box, back);
  const box = makeBlock(words.practice_title, make("div", { class: "stack" },
    make("p", {}, words.practice_intro),
    make("div", { class: "rowx three" }, level.box, kit.box, other),
    byCode, earlier));
  box.classList.add("practice");
  let opened = null;
  const update = (view) => {
    level.show(String(view.level));
    kit.show(view.kit);
    taken.offer([["", words.pick], ...view.taken]);
    if (opened !== view.code) taken.show(view.code);
    opened = view.code;
    earlier.hidden = !view.taken.length;
  };
  return { box, update };
}
