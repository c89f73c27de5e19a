// What comes after a danger is seen: actions to put in order, and what helps when it has happened.
import { button, make, say } from "../shared/dom.js";
import { makeResult } from "../shared/frame.js";
import { makeActions, makeSteps } from "../shared/ordering.js";

/** Make a part that opens and closes. */
function makeInboxFold(title, ...children) {
  return make("details", { class: "ib-fold" }, make("summary", { "data-lm-suppress-shortcuts": "true" }, title), make("div", { class: "ib-folded" }, ...children));
}

/** Make the ordering of actions; `show` tells whether the focus was lost with a step that went away. */
export function makeActing(words, frame) {
  const actions = makeActions(words, frame);
  const steps = makeSteps(words, frame);
  const none = make("p", { class: "muted" });
  const check = button(words.check_order, () => frame.send({ do: "check_order" }), { picture: "ok" });
  const result = makeResult(words);
  result.block.classList.add("ib-plain");
  result.block.querySelector("h3").replaceWith(make("h4", { class: "sr" }, words.check_order));
  const fold = makeInboxFold(words.order, make("p", { class: "muted" }, words.order_help), actions.list, make("h4", {}, words.steps), none, steps.list, make("div", {}, check), result.block);
  fold.hidden = true;
  const show = (order, fresh) => {
    fold.hidden = !order;
    if (!order) return false;
    if (fresh) fold.open = Boolean(order.steps.length);
    actions.show(order.actions);
    say(none, order.none);
    none.hidden = !order.none;
    result.show(order.check);
    return steps.show(order.steps);
  };
  return { fold, show, first: actions.first };
}

/** Make what helps when it has happened already: steps, what can be looked up, and that nobody is to blame. */
export function makeHappened(words) {
  const steps = make("ol", { class: "ib-numbered" });
  const facts = make("ul", { class: "ib-facts" });
  const looked = make("div", {}, make("h4", {}, words.facts), facts);
  const closing = make("p", { class: "ib-closing" });
  const fold = makeInboxFold(words.happened, steps, looked, closing);
  fold.hidden = true;
  const fill = (list, texts) => {
    const key = JSON.stringify(texts);
    if (list.dataset.key === key) return;
    list.dataset.key = key;
    list.replaceChildren(...texts.map((text) => make("li", {}, text)));
  };
  const show = (happened, fresh) => {
    fold.hidden = !happened;
    if (fresh) fold.open = false;
    if (!happened) return;
    fill(steps, happened.steps);
    fill(facts, happened.facts);
    looked.hidden = !happened.facts.length;
    say(closing, happened.closing);
  };
  return { fold, show };
}
