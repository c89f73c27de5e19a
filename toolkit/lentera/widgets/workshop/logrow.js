// The row of the service log that a case begins: prefilled, completed by hand, saved with every change.
import { freshId, make, say } from "../shared/dom.js";
import { makeBlock } from "../shared/frame.js";
import { makeChoice } from "../shared/choice.js";

/** Make the row: `{ block, update(work), focusSoon() }`; it is there once it is begun. */
export function makeLogRow(words, send) {
  const fields = {};
  const choices = {};
  const later = (name, read) => {
    let timer = null;
    const now = () => {
      clearTimeout(timer);
      timer = null;
      send({ do: "log", field: name, value: read() });
    };
    return { soon: () => { clearTimeout(timer); timer = setTimeout(now, 600); }, now: () => timer !== null && now() };
  };
  const text = (name, title, kind, named = "") => {
    const id = freshId("servis");
    const input = kind === "textarea"
      ? make("textarea", { id, rows: "3", "aria-labelledby": named || undefined })
      : make("input", { type: kind, id, autocomplete: "off", inputmode: name === "cost" ? "numeric" : undefined, "aria-labelledby": named || undefined });
    const change = later(name, () => input.value);
    input.addEventListener("input", change.soon);
    input.addEventListener("blur", change.now);
    fields[name] = input;
    return make("div", {}, named ? null : make("label", { for: id }, title), input);
  };
  const choice = (name, title, options) => {
    const one = makeChoice(title, options, (value) => send({ do: "log", field: name, value }, { repeats: true }));
    choices[name] = one;
    return one.box;
  };
  const readings = make("ul", { class: "state" });
  const none = make("p", { class: "muted" }, words.log_readings);
  const lacking = make("p", { class: "tally" });
  /** Make one of the five columns, as a row: its name, and what is filled in beside it. */
  const column = (name, ...children) => {
    const id = freshId("kolom");
    const inside = make("div", { class: "stack" }, ...children.map((child) => (typeof child === "function" ? child(id) : child)));
    return make("div", { class: "column", role: "group", "aria-labelledby": id }, make("b", { id }, words.log[name]), inside);
  };
  const block = makeBlock(words.log_title,
    make("p", { class: "lead muted" }, words.log_note),
    make("div", { class: "columns" },
      column("date", (id) => text("date", "", "date", id)),
      column("finding", (id) => text("finding", "", "textarea", id), choice("sign", words.sign, [["", words.pick], ...words.signs])),
      column("readings", readings, none),
      column("action", (id) => text("action", "", "textarea", id), choice("decision", words.log_decision, [["", words.pick], ...words.log_decisions])),
      column("cost", choice("part", words.log_part, [["", words.no_part], ...words.log_parts]), text("cost", words.cost, "text"), text("who", words.who, "text"))),
    lacking);
  block.classList.add("logrow");
  let awaited = false;
  let key = "";
  const update = (work) => {
    const fresh = key !== work.key;
    key = work.key;
    block.hidden = !work.log;
    if (!work.log) return;
    for (const [name, field] of Object.entries(fields)) {
      const value = work.log.values[name];
      if ((fresh || field !== document.activeElement) && field.value !== value) field.value = value;
    }
    for (const [name, one] of Object.entries(choices)) one.show(work.log.values[name], fresh);
    const known = JSON.stringify(work.log.readings);
    if (readings.dataset.key !== known) {
      readings.dataset.key = known;
      readings.replaceChildren(...work.log.readings.map((one) => make("li", {}, one)));
    }
    readings.hidden = !work.log.readings.length;
    none.hidden = work.log.readings.length > 0;
    say(lacking, work.log.lacking || words.log_whole);
    if (awaited) {
      awaited = false;
      fields.finding.focus();
    }
  };
  return { block, update, focusSoon: () => { awaited = true; } };
}
