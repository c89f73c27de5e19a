// The decision: which part, which cause, a second fault, and what to do.
import { make } from "../shared/dom.js";
import { makeChoice } from "../shared/choice.js";

/** Make the form of the decision: `{ box, update(work) }`. */
export function makeDeciding(words, send) {
  const field = (name, title) => makeChoice(title, [], (value) => send({ do: name, value }, { repeats: true }));
  const part = field("part", words.part);
  const cause = field("cause", words.cause);
  const second = field("second", words.second);
  const decision = field("decision", words.decision);
  const box = make("div", { class: "stack" }, make("h3", {}, words.decide_title), part.box, cause.box, decision.box, second.box);
  let key = "";
  const update = (work) => {
    const fresh = key !== work.key;
    key = work.key;
    part.offer([["", words.pick_part], ...work.parts]);
    part.show(work.part, fresh);
    cause.offer([["", work.part ? words.pick_cause : words.part_first], ...work.causes]);
    cause.show(work.cause, fresh);
    offerGroups(second.select, words.no_second, work.all_causes);
    second.show(work.second, fresh);
    decision.offer([["", words.pick_decision], ...work.decisions]);
    decision.show(work.decision, fresh);
  };
  return { box, update };
}

/** Offer all causes by part; one that fits two parts stands under both. */
function offerGroups(select, none, groups) {
  const key = JSON.stringify(groups);
  if (select.dataset.groups === key) return;
  select.dataset.groups = key;
  select.replaceChildren(
    make("option", { value: "" }, none),
    ...groups.filter((one) => one.causes.length).map((one) => make("optgroup", { label: one.label }, ...one.causes.map(([value, text]) => make("option", { value }, text)))),
  );
}
