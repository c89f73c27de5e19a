// The four steps of STOP: each a button with its letter, which opens clues under itself; the last one has sources to ask.
import { button, freshId, icon, make, say } from "../shared/dom.js";

/** Make the four steps: `{ list, show(view) }`. */
export function makeStop(words, frame) {
  const rows = words.steps.map(([id, letter, name, question]) => {
    const target = freshId("langkah");
    const mark = make("span", { class: "nw-mark" });
    const opener = make("button", { type: "button", class: "nw-step", "aria-controls": target, "aria-expanded": "false", onclick: () => frame.send({ do: "step", step: id }) },
      make("span", { class: "nw-letter", "aria-hidden": "true" }, letter),
      make("span", {}, make("b", {}, name), " ", make("span", { class: "nw-ask" }, question)),
      mark);
    const clues = make("ul", { class: "nw-clues" });
    const panel = make("div", { id: target, class: "nw-panel", hidden: true }, clues);
    return { id, opener, clues, panel, mark, line: make("li", {}, opener, panel) };
  });
  const sources = makeSources(words, frame);
  rows[rows.length - 1].panel.append(sources.box);
  const list = make("ol", { class: "nw-steps" }, ...rows.map((one) => one.line));
  const show = (view) => {
    view.steps.forEach((step, index) => {
      const row = rows[index];
      row.opener.setAttribute("aria-expanded", String(step.open));
      row.panel.hidden = !step.open;
      if (row.mark.childElementCount !== Number(step.open)) row.mark.replaceChildren(...(step.open ? [icon("ok")] : []));
      const key = JSON.stringify(step.open ? step.clues : []);
      row.clues.hidden = !step.open || !step.clues.length;
      if (row.clues.dataset.key === key) return;
      row.clues.dataset.key = key;
      row.clues.replaceChildren(...(step.open ? step.clues : []).map((clue) => make("li", {}, clue.who ? make("b", {}, `${clue.who}: `) : null, clue.text)));
    });
    sources.show(view.at, view.sources);
  };
  return { list, show };
}

/** Make the sources: each with a button to ask it, and what it told. */
function makeSources(words, frame) {
  const list = make("ul", { class: "nw-sources" });
  const facts = make("ul", { class: "nw-facts small" }, ...words.facts.map((fact) => make("li", {}, fact)));
  const box = make("div", {}, make("p", { class: "muted" }, words.sources_help), list,
    make("p", { class: "nw-facthead" }, make("b", {}, words.facts_title)), facts);
  let lines = [];
  let drawn = "";
  const show = (at, sources) => {
    if (drawn !== at) {
      drawn = at;
      lines = sources.map((source) => {
        const ask = button(words.ask, () => frame.send({ do: "ask", source: source.id }));
        ask.words.append(make("span", { class: "sr" }, ` ${source.name}`));
        const told = make("p", { class: "nw-told" });
        return { told, line: make("li", {}, make("div", {}, make("b", {}, source.name), told), ask) };
      });
      list.replaceChildren(...lines.map((one) => one.line));
    }
    sources.forEach((source, index) => {
      say(lines[index].told, source.told);
      lines[index].told.hidden = !source.told;
    });
  };
  return { box, show };
}
