// Practice payments: a tab for each, its story and screens, the decision, and what was noticed.
import { button, make, say } from "../shared/dom.js";
import { makeBlock, makeFrame, makeResult } from "../shared/frame.js";
import { makeAsking } from "../shared/asking.js";
import { listenForDigits, makeChips, makeChoiceCards } from "../shared/decide.js";
import { makeVoice } from "../shared/voice.js";
import { makePaymentScreens } from "./screens.js";
import { makeStandingTabs } from "../shared/standing.js";

function renderPayment({ model, el }) {
  const frame = makeFrame({ model, el });
  const { words, u } = frame;
  let goTo = "";
  const tabs = makeStandingTabs(words.cards_label, u, (card) => frame.send({ do: "card", card }));
  const side = make("p", { class: "muted" });
  const story = make("p", { class: "pm-story" });
  const screens = makePaymentScreens(words);
  const voice = makeVoice(words);
  const loud = () => (model.get("look") || {}).sound !== false;
  const decide = (value) => frame.send({ do: "decide", value });
  const cards = Object.entries(words.decisions).map(([who, options]) => ({ who, ...makeChoiceCards(words.decision, options, decide) }));
  const follows = make("p", { class: "pm-follows" });
  const chips = makeChips(words.reasons, (reason, on) => frame.send({ do: "reason", reason, on }));
  const check = button(words.check, () => frame.send({ do: "check" }), { kind: "main", picture: "ok" });
  const result = makeResult(words);
  const facts = make("ul", { class: "state" });
  const know = make("div", { class: "pm-know" }, make("h4", {}, words.facts), facts);
  result.block.append(know);
  const more = button(words.more, () => asking.open());
  const asking = makeAsking({ label: words.more, question: words.more_question, yes: words.more_yes, cancel: words.cancel }, () => more, () => {
    goTo = "tab";
    frame.send({ do: "more" });
  });
  frame.saybar.append(check);
  frame.bar.append(make("span", { class: "tag lampc" }, words.mark));
  const keys = make("p", { class: "muted small" }, words.keys);
  const panel = make("div", { role: "tabpanel", id: tabs.panel },
    makeBlock(words.story, side, story, make("div", { class: "rowx pm-listen" }, voice.element)),
    makeBlock(words.screens, screens.box),
    make("div", { class: "block apart" }, ...cards.map((one) => one.box), keys, follows, chips.box));
  frame.widget.append(
    make("div", { class: "block" }, make("p", { class: "muted" }, words.intro), tabs.list),
    panel, frame.saybar, frame.notice, result.block,
    make("div", { class: "block apart" }, words.free ? make("div", { class: "rowx" }, more) : null, words.free ? asking.box : null, frame.saved));

  const current = () => cards.find((one) => !one.box.hidden);
  const quietDigits = listenForDigits(frame.widget, () => model.get("look"), (digit) => current().press(digit));
  const nextButton = (found) => {
    if (!found.holds || !found.next_card) return [];
    return [button(words.next_card, () => {
      goTo = "tab";
      frame.send({ do: "card", card: found.next_card });
    }, { kind: "main", picture: "next" })];
  };

  return frame.follow((view, mine) => {
    tabs.show(view.at, view.cards);
    panel.setAttribute("aria-labelledby", tabs.label());
    say(side, view.side_told);
    say(story, view.story);
    if (screens.box.dataset.at !== view.at) voice.stop();
    screens.box.dataset.at = view.at;
    screens.show(view.screens);
    voice.ready(view.script);
    voice.element.parentElement.hidden = !loud();
    cards.forEach((one) => {
      one.box.hidden = one.who !== view.side;
      one.show(view.decision);
    });
    keys.hidden = (model.get("look") || {}).keys === false;
    say(follows, view.follows);
    follows.hidden = !view.follows;
    chips.offer(view.reasons);
    chips.show(view.noticed);
    result.show(view.check, nextButton);
    const told = view.check ? view.check.facts : [];
    if (facts.dataset.key !== JSON.stringify(told)) {
      facts.dataset.key = JSON.stringify(told);
      facts.replaceChildren(...told.map((text) => make("li", {}, text)));
    }
    know.hidden = !told.length;
    if (mine && goTo) tabs.focus();
    if (mine) goTo = "";
  }, () => {
    quietDigits();
    voice.leave();
  });
}

export default { render: renderPayment };
