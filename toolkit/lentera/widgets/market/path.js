// The way of an order: eight places, each with picture, number and words; what is done, now, and still to come.
import { icon, make, say } from "../shared/dom.js";
import { drawStep } from "./drawings.js";

const MARKS = { done: "ok", now: "next" };

/** Make the path as an ordered list; the picture and the list are the same thing. */
export function makePath(label) {
  const list = make("ol", { class: "mk-path", "aria-label": label });
  const places = [];
  const makePlace = () => {
    const picture = make("span", { class: "mk-step", "aria-hidden": "true" });
    const name = make("b", {});
    const word = make("span", {});
    const sign = make("span", { class: "mk-sign", "aria-hidden": "true" });
    const place = make("li", {}, picture, make("span", { class: "mk-words" }, name, make("span", { class: "sr" }, ": "), make("span", { class: "mk-state" }, sign, word)));
    list.append(place);
    return { place, picture, name, word, sign };
  };
  const show = (path) => path.forEach((step, index) => {
    if (!places[index]) places.push(makePlace());
    const one = places[index];
    if (one.place.dataset.step !== step.id) {
      one.place.dataset.step = step.id;
      one.picture.innerHTML = drawStep(step.id, 48);
    }
    if (one.place.dataset.when !== step.when) {
      one.place.dataset.when = step.when;
      one.sign.replaceChildren(...(MARKS[step.when] ? [icon(MARKS[step.when])] : []));
      if (step.when === "now") one.place.setAttribute("aria-current", "step");
      else one.place.removeAttribute("aria-current");
    }
    say(one.name, `${index + 1}. ${step.name}`);
    say(one.word, step.word);
  });
  return { list, show };
}
