// Cases to decide: a list of them, the open one as a card, choices by pointer, Tab or the keys 1, 2, 3, and its reply.
import { button, icon, make, say, setAvailable } from "../shared/dom.js";
import { makeBlock, makeFrame, makeResult } from "../shared/frame.js";
import { listenForDigits, makeChips, makeChoiceCards } from "../shared/decide.js";
import { caseDrawing } from "./drawings.js";

/** Make the list of all cases; each tells how it stands, in a mark and in words. */
function makeCaseList(words, cases, onopen) {
  const rows = cases.map((one, index) => {
    const mark = make("span", { class: "cs-mark", "aria-hidden": "true" });
    const word = make("span", { class: "sr" });
    const label = make("span", { class: "cs-label" });
    const row = make("button", { type: "button", class: "cs-row", onclick: () => onopen(index) },
      mark, make("b", { class: "num" }, `${index + 1}.`), label, word);
    return { mark, word, label, row };
  });
  const list = make("ol", {}, ...rows.map((one) => make("li", {}, one.row)));
  const show = (now, at) => now.forEach((one, index) => {
    const row = rows[index];
    say(row.label, one.label);
    say(row.word, `, ${one.word}`);
    if (index === at) row.row.setAttribute("aria-current", "true");
    else row.row.removeAttribute("aria-current");
    if (row.mark.dataset.mark === one.mark) return;
    row.mark.dataset.mark = one.mark;
    row.mark.className = `cs-mark ${one.mark}`;
    row.mark.replaceChildren(...(one.mark ? [icon(one.mark)] : []));
  });
  return { box: make("nav", { class: "cs-list", "aria-label": words.list }, list), show };
}

/** Fill the card of the person the example passwords belong to; other cases have none. */
function fillPerson(holder, card) {
  holder.hidden = !card.person;
  if (!card.person || holder.children.length) return;
  holder.append(make("h3", {}, card.person_head),
    make("dl", {}, ...card.person.map(([name, value]) => make("div", {}, make("dt", {}, name), make("dd", {}, value)))));
}

/** Fill the card of a case: a password in its field, a piece of data on paper, or an app's wish as a phone asks it. */
function fillCard(holder, card) {
  const key = JSON.stringify(card);
  if (holder.dataset.key === key) return;
  holder.dataset.key = key;
  holder.className = `cs-card ${card.kind}`;
  const text = make("p", { class: "cs-text" }, card.kind === "sandi" ? make("code", {}, card.text) : card.text);
  const words = card.kind === "sandi" ? [card.head ? make("p", { class: "muted" }, card.head) : null, text] : [text];
  holder.replaceChildren(
    make("div", { class: "cs-face" }, caseDrawing(card.picture), make("div", {}, ...words, card.note ? make("p", { class: "muted" }, card.note) : null)));
}

function renderCases({ model, el }) {
  const frame = makeFrame({ model, el });
  const { words } = frame;
  const first = model.get("view");
  const heading = make("h3", { tabindex: "-1" });
  const tally = make("span", { class: "muted push" });
  frame.widget.classList.add("cs");
  frame.bar.append(make("span", { class: "tag lampc" }, words.simulation), tally);
  let moved = false;
  const list = makeCaseList(words, first.cases, (at) => {
    moved = true;
    frame.send({ do: "open", at });
  });
  const card = make("div", { class: "cs-card" });
  const person = make("section", { class: "cs-person", "aria-label": first.card.person_head });
  const choices = makeChoiceCards(words.question, words.choices, (choice) => frame.send({ do: "choose", choice }));
  const chips = makeChips(words.reasons, (reason, on) => frame.send({ do: "tick", reason, on }));
  chips.box.hidden = true;
  const keys = make("p", { class: "muted small" }, words.keys);
  const check = button(words.check, () => frame.send({ do: "check" }), { kind: "main", picture: "ok" });
  const after = button(words.after, () => {
    moved = true;
    frame.send({ do: "next" });
  });
  const result = makeResult(words);
  const known = make("ul", { class: "state" });
  const facts = makeBlock(words.known, known);
  const panel = make("div", { class: "cs-open" }, heading, card, choices.box, keys, chips.box,
    make("div", { class: "rowx" }, check, after));
  frame.widget.append(
    make("div", { class: "block" }, make("p", {}, words.intro)),
    make("div", { class: "cs-both" }, make("div", { class: "cs-side" }, list.box, person), panel),
    frame.saybar, frame.notice, result.block, facts,
    make("div", { class: "block" }, words.later ? make("p", { class: "muted" }, words.later) : null, frame.saved));
  const deaf = listenForDigits(panel, () => model.get("look"), (digit) => choices.press(digit));
  const dress = () => { keys.hidden = (model.get("look") || {}).keys === false; };
  dress();
  model.on("change:look", dress);

  return frame.follow((view, mine) => {
    list.show(view.cases, view.at);
    say(heading, view.heading);
    say(tally, view.tally);
    fillCard(card, view.card);
    fillPerson(person, view.card);
    choices.show(view.choice);
    chips.offer(view.reasons);
    chips.show(view.ticked);
    chips.box.hidden = !view.reasons.length;
    setAvailable(after, view.next.ok, view.next.why);
    result.show(view.check);
    facts.hidden = !view.facts.length;
    known.replaceChildren(...view.facts.map((text) => make("li", {}, text)));
    if (mine && moved) heading.focus();
    if (mine) moved = false;
    return true;
  }, () => {
    deaf();
    model.off("change:look", dress);
  });
}

export default { render: renderCases };
