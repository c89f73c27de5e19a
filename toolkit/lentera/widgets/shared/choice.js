// A list to choose from that never jumps back under a hand: while it has the focus, it stays where she put it.
import { makeSelect } from "./frame.js";

/** How long arrow keys may rest on one choice before it counts [ms]: whoever walks through a list passes many. */
const CHOICE_RESTS = 3000;
/** How long an answer may take before the list shows again what is saved [ms]. */
const CHOICE_ANSWERED = 500;

/** Make a list whose choice is sent at once by pointer or Enter, and by other keys when they rest or the list is left. */
export function makeChoice(title, options, onchoose) {
  let walking = false;
  let timer = null;
  let saved = "";
  const flush = () => {
    if (timer === null) return;
    clearTimeout(timer);
    timer = null;
    onchoose(select.value);
  };
  const made = makeSelect(title, options, () => {
    clearTimeout(timer);
    timer = setTimeout(flush, CHOICE_RESTS);
    if (!walking) flush();
  });
  const { select } = made;
  saved = select.value;
  const settle = () => {
    if (timer === null && select.value !== saved) select.value = saved;
  };
  select.addEventListener("keydown", (event) => {
    if (event.key !== "Tab") walking = true;
  });
  select.addEventListener("keyup", (event) => {
    if (event.key === "Enter") flush();
  });
  select.addEventListener("pointerdown", () => {
    walking = false;
  });
  // A choice that could not be saved goes back once the answer has had its time.
  select.addEventListener("blur", () => {
    flush();
    setTimeout(settle, CHOICE_ANSWERED);
  });
  const show = (value, fresh = false) => {
    saved = value;
    if (fresh || select !== document.activeElement) settle();
  };
  return { ...made, show, flush };
}
