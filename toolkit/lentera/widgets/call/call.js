// Practice calls: a phone with what was said, answers to choose, and how it ends.
import { button, decoration, icon, make, say } from "../shared/dom.js";
import { makeBlock, makeFrame } from "../shared/frame.js";
import { listenForDigits, makeChoiceCards } from "../shared/decide.js";
import { makeChat } from "../shared/chat.js";
import { makeVoice } from "../shared/voice.js";
import { makeStandingTabs } from "../shared/standing.js";

const CALL_SHAPES = {
  caller: '<circle cx="12" cy="8.500" r="4"/><path d="M4.500 20.500a7.500 7.500 0 0 1 15 0"/>',
  up: '<path d="M4 5.500C4 4 6.500 3 7.500 4l2 3.500-2 2c1 3 4 6 7 7l2-2 3.500 2c1 1 0 3.500-1.500 3.500C10.500 20 4 13.500 4 5.500z"/>',
  down: '<path d="M2.500 14c-.8-1.300.2-3 1.500-3.700 5-2.400 11-2.400 16 0 1.300.7 2.300 2.400 1.500 3.700l-1 1.600-4.500-1.200v-2.600c-2.500-.8-5.500-.8-8 0v2.600l-4.500 1.200z"/><path d="M12 16.500v4M9.800 18.700l2.200 2.300 2.200-2.300"/>',
};

/** Make a titled list that is there only when it has something to say. */
function makeTold(title, kind, attributes) {
  const list = make(kind, attributes);
  const box = make("div", {}, make("h4", {}, title), list);
  const show = (texts) => {
    const key = JSON.stringify(texts);
    box.hidden = !texts.length;
    if (list.dataset.key === key) return;
    list.dataset.key = key;
    list.replaceChildren(...texts.map((text) => make("li", {}, text)));
  };
  return { box, show };
}

/** Make the phone: who calls, that nothing is real, what was said, and the way out. */
function makePhone(words, model, act) {
  const caller = make("b", { class: "cl-caller" });
  const status = make("span", { class: "muted" });
  const chat = makeChat(words.chat);
  const voice = makeVoice(words);
  const up = button(words.pick_up, () => act("pick_up"), { kind: "main big" });
  const down = button(words.hang_up, () => act("hang_up"));
  up.prepend(decoration(CALL_SHAPES.up));
  down.prepend(decoration(CALL_SHAPES.down));
  const rest = make("p", { class: "muted small" }, words.rest);
  const box = make("article", { class: "cl-phone", "aria-label": words.title },
    make("div", { class: "cl-head" }, make("span", { class: "cl-face" }, decoration(CALL_SHAPES.caller)), make("div", {}, caller, status), make("span", { class: "tag lampc" }, words.mark)),
    rest, chat.list, make("div", { class: "cl-acts" }, up, down, voice.element));
  const show = (view) => {
    say(caller, view.caller);
    say(status, view.status);
    if (box.dataset.turn !== view.turn) voice.stop();
    box.dataset.turn = view.turn;
    box.dataset.state = view.state;
    chat.show(view.chat);
    voice.ready(view.script);
    up.hidden = view.state !== "ringing";
    down.hidden = view.state !== "talking";
    // The laptop may have no voice: then the button hides itself, and here it hides with its place.
    voice.element.classList.toggle("cl-off", view.state === "ringing" || (model.get("look") || {}).sound === false);
    rest.hidden = view.state === "ended";
  };
  return { box, show, up, down, voice };
}

/** Make the answers of the open turn; they are native radios, and nothing is said before she says so. */
function makeAnswers(words, frame, model) {
  const place = make("div", { class: "cl-answers" });
  let cards = null;
  let turn = "";
  let picked = "";
  const speak = () => {
    if (picked) frame.send({ do: "answer", answer: picked });
    else frame.tell(words.pick_first);
  };
  place.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("input[type=radio]")) return;
    event.preventDefault();
    speak();
  });
  const keys = make("p", { class: "muted small" }, words.keys);
  const sayIt = button(words.speak, speak, { kind: "main", picture: "next" });
  const box = make("div", { class: "cl-side" }, place, keys, make("div", { class: "rowx" }, sayIt));
  /** Show the answers; true when the focus was on one that is gone. */
  const show = (view) => {
    keys.hidden = (model.get("look") || {}).keys === false;
    if (turn === view.turn && cards) return false;
    turn = view.turn;
    picked = "";
    const held = place.contains(document.activeElement);
    cards = makeChoiceCards(words.answers, view.offered, (id) => { picked = id; });
    place.replaceChildren(cards.box);
    return held;
  };
  const press = (digit) => !box.hidden && Boolean(cards) && cards.press(digit);
  return { box, show, press, first: () => cards?.radios[0]?.radio };
}

/** Make how a call has ended: one word of the last step, what gave it away, what to do if it has happened. */
function makeCallEnd(words, act, open) {
  const sign = make("span", {});
  const text = make("p", { class: "cl-end-text" });
  const remark = make("p", {});
  const signs = makeTold(words.signs, "ul", { class: "state" });
  const steps = makeTold(words.if_done, "ol", { class: "cl-steps" });
  const facts = makeTold(words.facts, "ul", { class: "state" });
  const seen = make("p", { class: "muted" });
  const back = button(words.back, () => act("back"), { picture: "undo" });
  const again = button(words.again, () => act("restart"));
  const following = button(words.next_call, () => open(following.dataset.call), { kind: "main", picture: "next" });
  const box = make("div", { class: "cl-side" }, make("h3", {}, words.end),
    make("div", { class: "fb" }, make("div", {}, sign, make("div", {}, text, remark))),
    steps.box, signs.box, facts.box, seen, make("div", { class: "rowx" }, back, again, following));
  const show = (view) => {
    box.hidden = !view.end;
    if (!view.end) return;
    const { end } = view;
    if (sign.dataset.mark !== end.mark) {
      sign.dataset.mark = end.mark;
      sign.parentElement.className = end.mark;
      sign.replaceChildren(icon(end.mark));
    }
    say(text, end.text);
    say(remark, view.remark);
    signs.show(end.signs);
    steps.show(end.if_done);
    facts.show(end.facts);
    say(seen, view.seen);
    following.dataset.call = view.next_call;
    following.hidden = !view.next_call;
  };
  return { box, show, back };
}

function renderCall({ model, el }) {
  const frame = makeFrame({ model, el });
  const { words, u } = frame;
  let goTo = false;
  const act = (gesture) => {
    goTo = true;
    frame.send({ do: gesture });
  };
  const tabs = makeStandingTabs(words.cards_label, u, (call) => frame.send({ do: "call", call }));
  const story = make("p", { class: "cl-story" });
  const phone = makePhone(words, model, act);
  const answers = makeAnswers(words, frame, model);
  const lastRemark = make("p", {});
  const hint = make("div", { class: "cl-remark" }, make("b", {}, words.remark), lastRemark);
  const back = button(words.back, () => act("back"), { kind: "quiet", picture: "undo" });
  answers.box.append(hint, make("div", { class: "rowx" }, back));
  let toTab = false;
  const end = makeCallEnd(words, act, (call) => {
    toTab = true;
    frame.send({ do: "call", call });
  });
  frame.bar.append(make("span", { class: "tag lampc" }, words.mark));
  const panel = make("div", { role: "tabpanel", id: tabs.panel },
    makeBlock(words.story, story), make("div", { class: "block" }, make("div", { class: "cl-two" }, phone.box, answers.box, end.box)));
  frame.widget.append(
    make("div", { class: "block" }, make("p", { class: "muted" }, words.intro), tabs.list),
    panel, frame.saybar, frame.notice, make("div", { class: "block" }, frame.saved));
  const quietDigits = listenForDigits(frame.widget, () => model.get("look"), (digit) => answers.press(digit));

  return frame.follow((view, mine) => {
    tabs.show(view.at, view.cards);
    panel.setAttribute("aria-labelledby", tabs.label());
    say(story, view.story);
    phone.show(view);
    const lost = answers.show(view);
    answers.box.hidden = view.state !== "talking";
    say(lastRemark, view.remark);
    hint.hidden = !view.remark;
    back.hidden = !view.back;
    end.show(view);
    if (mine && toTab) tabs.focus();
    else if (mine && (goTo || lost || view.state === "ended")) {
      // Whoever pressed a button that is gone now goes on at the first thing to do.
      const here = document.activeElement;
      const gone = lost || here === document.body || here === null || (frame.widget.contains(here) && !here.getClientRects().length);
      if (gone) (view.state === "ended" ? end.back : answers.first())?.focus();
    }
    if (mine) goTo = toTab = false;
  }, () => {
    quietDigits();
    phone.voice.leave();
  });
}

export default { render: renderCall };
