// Decisions: big cards to choose one of, also by the keys 1, 2, 3, and chips to tick some of.
import { freshId, icon, make, say } from "./dom.js";

/**
 * Make cards to choose one of. `options` are {id, text, hint, picture}: the word, its consequence, and a name of `ICONS`.
 * The radios are native; a card is its whole label.
 */
export function makeChoiceCards(title, options, onchoose, { numbered = true } = {}) {
  const name = freshId("kartu");
  const radios = options.map((option, index) => {
    const radio = make("input", { type: "radio", name, value: option.id, onchange: () => onchoose(option.id) });
    const words = make("span", {}, numbered ? `${index + 1}. ${option.text}` : option.text, option.hint ? make("small", {}, option.hint) : null);
    return { radio, box: make("label", { class: "opt" }, option.picture ? icon(option.picture) : null, radio, words) };
  });
  const legend = make("legend", {}, title);
  const box = make("fieldset", {}, legend, make("div", { class: "choose" }, ...radios.map((one) => one.box)));
  const show = (value) => radios.forEach((one) => { one.radio.checked = one.radio.value === value; });
  /** Choose by a digit; false when no card has that number. */
  const press = (digit) => {
    const one = radios[digit - 1];
    if (!one) return false;
    one.radio.checked = true;
    one.radio.focus();
    onchoose(one.radio.value);
    return true;
  };
  return { box, radios, show, press, title: (text) => say(legend, text) };
}

/** Make chips to tick some of; `options` are pairs of value and words, and may change. */
export function makeChips(title, ontick) {
  const legend = make("legend", {}, title);
  const row = make("div", { class: "chips" });
  const box = make("fieldset", {}, legend, row);
  let ticks = [];
  const offer = (options) => {
    const key = JSON.stringify(options);
    if (row.dataset.key === key) return;
    row.dataset.key = key;
    ticks = options.map(([value, text]) => {
      const tick = make("input", { type: "checkbox", value, onchange: () => ontick(value, tick.checked) });
      return { tick, box: make("label", { class: "opt" }, tick, make("span", {}, text)) };
    });
    row.replaceChildren(...ticks.map((one) => one.box));
  };
  const show = (chosen) => ticks.forEach((one) => { one.tick.checked = chosen.includes(one.tick.value); });
  return { box, offer, show, first: () => ticks[0]?.tick };
}

/**
 * Listen for the digits 1 to 9 while the focus is inside an element and not in a field where digits are written;
 * `look` says whether single keys are wanted, so that nobody is surprised by them.
 */
export function listenForDigits(element, look, ondigit) {
  const heard = (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !/^[1-9]$/.test(event.key) || look()?.keys === false) return;
    const at = event.target;
    if (at.matches("textarea,select,input:not([type=radio]):not([type=checkbox])")) return;
    if (ondigit(Number(event.key)) !== false) event.preventDefault();
  };
  element.addEventListener("keydown", heard);
  return () => element.removeEventListener("keydown", heard);
}
