// Orders that go astray: a card for each, its story and messages, steps in an order, and a polite reply.
import { button, freshId, make, say } from "../shared/dom.js";
import { makeBlock, makeFrame, makeLater, makeRadios, makeResult } from "../shared/frame.js";
import { makeChat } from "../shared/chat.js";
import { makeActions, makeSteps } from "../shared/ordering.js";
import { makeStandingTabs } from "../shared/standing.js";

function renderTrouble({ model, el }) {
  const frame = makeFrame({ model, el });
  const { words, u } = frame;
  let typing = false;
  const send = frame.send;
  frame.send = (message) => {
    typing = message.do === "text";
    send(message);
  };
  const cards = makeStandingTabs(words.cards_label, u, (card) => frame.send({ do: "card", card }));
  const situation = make("p", { class: "tr-story" });
  const chat = makeChat(words.chat);
  const actions = makeActions(words, frame);
  const steps = makeSteps(words, frame);
  const noSteps = make("p", { class: "muted" });
  const slots = make("div", { class: "tr-slots" });
  let radios = [];
  const id = freshId("balas");
  const own = make("textarea", { id, rows: "3" });
  const later = makeLater(() => frame.send({ do: "text", value: own.value }));
  own.addEventListener("input", later.soon);
  own.addEventListener("blur", later.now);
  const preview = make("p", {});
  const sent = make("div", { class: "chat tr-sent" }, make("b", {}, words.preview), preview);
  const check = button(words.check, () => {
    later.now();
    frame.send({ do: "check" });
  }, { kind: "main", picture: "ok" });
  const result = makeResult(words);
  frame.saybar.append(check);
  const panel = make("div", { role: "tabpanel", id: cards.panel },
    makeBlock(words.situation, situation, chat.list),
    makeBlock(words.actions, actions.list),
    makeBlock(words.steps, noSteps, steps.list),
    makeBlock(words.reply, make("p", { class: "muted" }, words.reply_help), slots, make("div", { class: "mk-field" }, make("label", { for: id }, words.own), own), sent));
  frame.widget.append(make("div", { class: "block" }, make("p", { class: "muted" }, words.intro), cards.list), panel, frame.saybar, frame.notice, result.block, make("div", { class: "block" }, frame.saved));
  let shown = "";

  const showSlots = (view) => {
    const key = JSON.stringify([view.at, view.slots.map((slot) => slot.options)]);
    if (slots.dataset.key !== key) {
      slots.dataset.key = key;
      radios = view.slots.map((slot) => makeRadios(slot.label, [...slot.options, ["", words.none]], (part) => frame.send({ do: "part", slot: slot.id, part })));
      slots.replaceChildren(...radios.map((one) => one.box));
    }
    view.slots.forEach((slot, index) => radios[index].show(slot.value));
  };

  return frame.follow((view, mine) => {
    cards.show(view.at, view.cards);
    panel.setAttribute("aria-labelledby", cards.label());
    say(situation, view.situation);
    chat.show(view.chat);
    actions.show(view.actions);
    const lost = steps.show(view.steps);
    say(noSteps, view.no_steps);
    noSteps.hidden = !view.no_steps;
    showSlots(view);
    if (shown !== view.at || own !== document.activeElement) own.value = view.text;
    shown = view.at;
    say(preview, view.reply);
    sent.hidden = !view.reply;
    result.show(view.check);
    if (mine && lost) actions.first().focus();
    return !typing;
  }, later.now);
}

export default { render: renderTrouble };
