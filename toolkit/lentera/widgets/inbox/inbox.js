// The inbox: messages in a list, the open one as its channel shows it, a decision, its signs, and what comes after.
import { button, icon, make, say, setAvailable } from "../shared/dom.js";
import { makeDoing, makeFrame, makeResult } from "../shared/frame.js";
import { listenForDigits, makeChips, makeChoiceCards } from "../shared/decide.js";
import { makeVoice } from "../shared/voice.js";
import { makeActing, makeHappened } from "./acting.js";
import { makeClosing } from "./closing.js";
import { makeLetter } from "./letter.js";
import { makeRows } from "./rows.js";

/** Make the button for hints and those that were opened. */
function makeInboxHints(words, frame) {
  const ask = button("", () => frame.send({ do: "hint" }), { kind: "quiet", picture: "hint", tell: frame.tell });
  const box = make("div", {});
  const show = (texts, label, more) => {
    say(ask.words, label);
    setAvailable(ask, more, words.no_hints);
    const key = JSON.stringify(texts);
    if (box.dataset.key === key) return;
    box.dataset.key = key;
    box.hidden = !texts.length;
    box.replaceChildren(...texts.map((text, index) => make("div", { class: "hint" }, icon("hint"), make("div", {}, make("b", {}, words.hint_number.replace("{n}", index + 1)), make("p", {}, text)))));
  };
  return { ask, box, show };
}

/** Make the voice; it is offered only where the laptop has one and she wants it. */
function makeInboxVoice(model, words) {
  const voice = makeVoice(words);
  const holder = make("span", { class: "ib-voice" }, voice.element);
  const follow = () => {
    holder.hidden = model.get("look")?.sound === false;
    if (holder.hidden) voice.stop();
  };
  model.on("change:look", follow);
  follow();
  const leave = () => {
    voice.leave();
    model.off("change:look", follow);
  };
  return { ...voice, holder, leave };
}

function renderInbox({ model, el }) {
  const frame = makeFrame({ model, el });
  const { words } = frame;
  const look = () => model.get("look");
  let going = null;
  let shown = null;
  const go = (message, id) => {
    going = id;
    frame.send(message);
  };

  const count = make("span", { class: "muted ib-count" });
  frame.bar.append(make("span", { class: "tag lampc" }, words.mark), count);
  frame.bar.querySelector("h2").classList.add("ib-title");

  const rows = makeRows(words, (id) => {
    desk.dataset.reading = "ya";
    go({ do: "open", message: id }, id);
  });
  const back = button(words.back, () => {
    delete desk.dataset.reading;
    rows.current().focus();
  }, { kind: "quiet ib-back" });
  const voice = makeInboxVoice(model, words);
  const letter = makeLetter(words, voice.holder);
  const cards = makeChoiceCards(words.decision, words.decisions, (decision) => frame.send({ do: "decide", decision }));
  const keys = make("p", { class: "muted small ib-keys" }, words.keys);
  const chips = makeChips(words.signs, (sign, on) => frame.send({ do: "sign", sign, on }));
  const check = button(words.check, () => frame.send({ do: "check" }), { kind: "main", picture: "ok" });
  const next = makeDoing(words.following, () => go({ do: "next" }, "next"), frame.tell);
  const hints = makeInboxHints(words, frame);
  const said = { ...words };
  const result = makeResult(said);
  result.block.classList.add("ib-plain");
  result.block.querySelector("h3").classList.add("sr");
  const acting = makeActing(words, frame);
  const happened = makeHappened(words);
  const end = makeClosing(words, () => go({ do: "more" }, "next"));
  const pane = make("div", { class: "ib-pane" },
    back, letter.box,
    make("div", {}, cards.box, keys), chips.box,
    make("div", {}, make("div", { class: "rowx ib-acts" }, check, next.element, hints.ask), next.why),
    frame.saybar, result.block, hints.box, acting.fold, happened.fold, end.box);
  const desk = make("div", { class: "ib-desk" }, rows.box, pane);
  frame.widget.classList.add("ib");
  frame.widget.append(desk, frame.notice, make("div", { class: "block ib-foot" }, frame.saved));

  const deaf = listenForDigits(pane, look, (digit) => cards.press(digit));
  const showKeys = () => { keys.hidden = look()?.keys === false; };
  model.on("change:look", showKeys);
  showKeys();

  return frame.follow((view, mine) => {
    const fresh = shown !== view.message.id;
    say(count, view.count);
    rows.show(view.rows, view.message.id);
    if (fresh) voice.stop();
    voice.ready(view.message.script);
    letter.show(view.message);
    cards.show(view.decision);
    chips.offer(view.signs);
    chips.show(view.chosen);
    chips.box.hidden = !view.signs.length;
    next.show(view.next);
    hints.show(view.hints, view.hint_label, view.more_hints);
    said.yet = view.check?.yet_title || words.yet;
    result.show(view.check);
    const lost = acting.show(view.order, fresh);
    happened.show(view.happened, fresh);
    end.show(view.done);
    if (mine && lost) acting.first().focus();
    if (mine && going !== null && (going === "next" ? fresh : view.message.id === going)) letter.box.focus();
    if (mine) going = null;
    shown = view.message.id;
  }, () => {
    voice.leave();
    deaf();
    model.off("change:look", showKeys);
  });
}

export default { render: renderInbox };
