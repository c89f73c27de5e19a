// The end of a practice: what was known already, what comes again, and more messages for those who want them.
import { button, make, say } from "../shared/dom.js";

/** Make the end; it is there only when every message of the set was looked at. */
export function makeClosing(words, onmore) {
  const said = make("p", { class: "ib-said" });
  const list = make("ul", { class: "ib-kinds" });
  const more = button(words.more, onmore, { picture: "next" });
  const box = make("section", { class: "ib-end", "aria-label": words.end, hidden: true }, said, list, make("div", {}, more));
  const show = (done) => {
    box.hidden = !done;
    if (!done) return;
    say(said, done.said);
    const key = JSON.stringify(done.kinds);
    if (list.dataset.key === key) return;
    list.dataset.key = key;
    list.replaceChildren(...done.kinds.map(([name, word]) => make("li", {}, make("b", {}, name), `: ${word}`)));
  };
  return { box, show };
}
