// Ask once more before something is begun again.
import { button, freshId, make } from "./dom.js";

/** Make the question that comes before `act`; the focus goes back to the button that opened it. `words` are {label, question, yes, cancel}. */
export function makeAsking(words, opener, act) {
  const question = make("p", { id: freshId("tanya-dulu") }, words.question);
  const no = button(words.cancel, () => show(false));
  // The focus lands here: whoever listens hears the question with it.
  no.setAttribute("aria-describedby", question.id);
  const yes = button(words.yes, () => {
    show(false);
    act();
  }, { kind: "main" });
  const sure = make("div", { role: "group", "aria-label": words.label, class: "panel", hidden: true }, question, make("div", { class: "rowx" }, no, yes));
  const show = (open) => {
    const inside = sure.contains(document.activeElement);
    sure.hidden = !open;
    if (open) no.focus();
    else if (inside) opener().focus();
  };
  sure.addEventListener("keydown", (event) => {
    if (event.key === "Escape") show(false);
  });
  return { box: sure, open: () => show(true), close: () => { sure.hidden = true; } };
}
