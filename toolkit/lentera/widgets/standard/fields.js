// Fields for words, numbers and days that are sent when somebody pauses or leaves them; nothing jumps under a hand.
import { make } from "../shared/dom.js";

/** How long somebody may pause while typing before it is saved [ms]. */
const TYPING_RESTS = 1200;

/** Keep a field in step: `show` gives the saved value unless she is typing, `leave` sends what is still unsaved. */
export function keepTyped(element, send) {
  let timer = null;
  const now = () => {
    clearTimeout(timer);
    timer = null;
    send(element.value);
  };
  element.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(now, TYPING_RESTS);
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

/** Make a labelled field; `help` stands under it and belongs to it. */
export function makeTypedField(id, title, help, send, attributes = {}) {
  const element = make("input", { id, type: "text", autocomplete: "off", "aria-describedby": help ? `${id}-bantuan` : undefined, ...attributes });
  const kept = keepTyped(element, send);
  const told = help ? make("p", { class: "muted small", id: `${id}-bantuan` }, help) : null;
  return { box: make("div", { class: "field-box" }, make("label", { for: id }, title), element, told), element, ...kept };
}
