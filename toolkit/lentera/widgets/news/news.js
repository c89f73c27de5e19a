// News to check: a card for each, the news itself, four steps with clues, and what is decided.
import { button, icon, make, say } from "../shared/dom.js";
import { makeBlock, makeFrame, makeRadios, makeResult } from "../shared/frame.js";
import { listenForDigits, makeChoiceCards } from "../shared/decide.js";
import { makeStandingTabs } from "../shared/standing.js";
import { makeVoice } from "../shared/voice.js";
import { makeItem } from "./item.js";
import { makeStop } from "./stop.js";

function renderNews({ model, el }) {
  const frame = makeFrame({ model, el });
  const { words, u } = frame;
  let goTo = false;
  const tabs = makeStandingTabs(words.cards_label, u, (card) => frame.send({ do: "card", card }));
  const heading = make("h3", {});
  const practice = make("p", { class: "muted" }, words.practice);
  const voice = makeVoice({ listen: words.listen, quiet: words.quiet, lang: words.lang });
  const aloud = make("span", {}, voice.element);
  const item = makeItem(words);
  const stop = makeStop(words, frame);
  const cards = (title, options, how) => makeChoiceCards(title, options.map(([id, text, hint, picture]) => ({ id, text, hint, picture })), (value) => frame.send({ do: how, value }), { numbered: how === "verdict" });
  const verdict = cards(words.verdict, words.verdicts, "verdict");
  const passing = cards(words.pass, words.passings, "pass");
  const sources = make("div", { class: "nw-which" });
  const later = make("p", { class: "muted" }, words.source_later);
  let radios = null;
  const reply = make("div", { class: "note nw-reply" });
  const check = button(words.check, () => frame.send({ do: "check" }), { kind: "main", picture: "ok" });
  const next = button(words.next_card, () => { goTo = true; frame.send({ do: "next" }); }, { picture: "next" });
  const result = makeResult(words);
  frame.widget.classList.add("nw");
  frame.bar.append(make("span", { class: "tag lampc" }, words.simulation));
  frame.saybar.append(check);
  const panel = make("div", { role: "tabpanel", id: tabs.panel },
    make("div", { class: "block nw-news" }, make("div", { class: "rowx nw-head" }, heading, aloud), practice, item.box),
    makeBlock(words.steps_title, stop.list),
    make("div", { class: "block nw-decide" }, verdict.box, make("div", {}, later, sources), passing.box, reply));
  frame.widget.append(make("div", { class: "block nw-top" }, make("p", { class: "muted" }, words.intro), tabs.list), panel, frame.saybar, frame.notice, result.block, make("div", { class: "block rowx nw-end" }, frame.saved, next));
  const deaf = listenForDigits(panel, () => model.get("look"), verdict.press);

  const showSources = (view) => {
    const key = JSON.stringify([view.at, view.may_choose]);
    if (sources.dataset.key !== key) {
      sources.dataset.key = key;
      radios = view.may_choose ? makeRadios(words.source, view.sources.map((one) => [one.id, one.name]), (value) => frame.send({ do: "source", value })) : null;
      sources.replaceChildren(...(radios ? [radios.box] : []));
      later.hidden = view.may_choose;
    }
    if (radios) radios.show(view.source);
  };

  let at = "";
  return frame.follow((view, mine) => {
    if (at !== view.at) voice.stop();
    at = view.at;
    tabs.show(view.at, view.cards);
    panel.setAttribute("aria-labelledby", tabs.label());
    const number = view.cards.findIndex((one) => one.id === view.at);
    say(heading, `${number + 1}. ${view.cards[number].name}`);
    practice.hidden = !view.practice;
    aloud.hidden = (model.get("look") || {}).sound === false;
    voice.ready(view.news.script);
    item.show(view.news);
    stop.show(view);
    verdict.show(view.verdict);
    showSources(view);
    passing.show(view.passing);
    const told = JSON.stringify(view.reply);
    if (reply.dataset.key !== told) {
      reply.dataset.key = told;
      reply.replaceChildren(...(view.reply ? [make("div", { class: view.reply.kind }, icon(view.reply.kind)), make("p", {}, view.reply.text)] : []));
      reply.hidden = !view.reply;
    }
    result.show(view.check);
    if (mine && goTo) {
      goTo = false;
      tabs.focus();
    }
  }, () => {
    deaf();
    voice.leave();
  });
}

export default { render: renderNews };
