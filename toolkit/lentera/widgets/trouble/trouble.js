// Orders that go astray: a card for each, its story and messages, steps in an order, and a polite reply.
import { button, freshId, icon, make, say, setAvailable } from "../shared/dom.js";
import { makeBlock, makeFrame, makeLater, makeRadios, makeResult } from "../shared/frame.js";
import { makeChat } from "../market/chat.js";

/** Make the tabs of the cards; each tells how it stands, in a mark and in words. All share one panel. */
function makeCards(words, u, onchoose) {
  const tabs = words.cards.map(([id, name], index) => {
    const mark = make("span", { "aria-hidden": "true" });
    const word = make("span", { class: "sr" });
    const tab = make("button", {
      type: "button", role: "tab", id: `${u}-tab-${id}`, "aria-controls": `${u}-kartu`, tabindex: "-1",
      onclick: () => onchoose(id),
      onkeydown: (event) => {
        const steps = { ArrowRight: 1, ArrowLeft: -1, Home: -index, End: tabs.length - 1 - index };
        if (!(event.key in steps)) return;
        event.preventDefault();
        const to = tabs[(index + steps[event.key] + tabs.length) % tabs.length];
        onchoose(to.id);
        to.tab.focus();
      },
    }, mark, make("span", {}, `${index + 1}. ${name}`), word);
    return { id, tab, mark, word };
  });
  const list = make("div", { class: "tabs tr-tabs", role: "tablist", "aria-label": words.cards_label }, ...tabs.map((one) => one.tab));
  const show = (at, cards) => tabs.forEach((one) => {
    const chosen = one.id === at;
    one.tab.setAttribute("aria-selected", String(chosen));
    one.tab.tabIndex = chosen ? 0 : -1;
    say(one.word, ` (${cards[one.id].word})`);
    if (one.mark.dataset.mark !== cards[one.id].mark) {
      one.mark.dataset.mark = cards[one.id].mark;
      one.mark.className = cards[one.id].mark;
      one.mark.replaceChildren(...(cards[one.id].mark ? [icon(cards[one.id].mark)] : []));
    }
  });
  return { list, show, label: (at) => `${u}-tab-${at}` };
}

/** Make the possible steps, each with its button; what is chosen says so and stays in its place. */
function makeActions(words, frame) {
  const list = make("ul", { class: "tr-actions" });
  let lines = [];
  const show = (actions) => {
    if (lines.map((one) => one.id).join() !== actions.map((one) => one.id).join()) {
      lines = actions.map((one) => {
        const add = button(words.add, () => frame.send({ do: "add", action: one.id }), { tell: frame.tell });
        const label = make("span", {});
        add.words.replaceChildren(label, make("span", { class: "sr" }, ` ${one.text}`));
        return { id: one.id, add, label, line: make("li", {}, make("span", {}, one.text), add) };
      });
      list.replaceChildren(...lines.map((one) => one.line));
    }
    actions.forEach((one, index) => {
      const { add, label } = lines[index];
      say(label, one.taken ? words.taken : words.add);
      setAvailable(add, !one.taken, one.taken ? words.taken : "");
    });
  };
  return { list, show, first: () => lines[0]?.add };
}

/** Make the chosen steps; a step is known by its name and keeps its buttons while it moves. */
function makeSteps(words, frame) {
  const list = make("ol", { class: "tr-steps" });
  const known = new Map();
  let order = [];
  const makeStep = (id) => {
    const at = () => order.indexOf(id);
    const text = make("span", {});
    const act = (label, message) => {
      const one = button(label, () => frame.send({ at: at(), ...message }), { tell: frame.tell });
      const what = make("span", { class: "sr" });
      one.words.append(what);
      return { one, what };
    };
    const up = act(words.up, { do: "move", by: -1 });
    const down = act(words.down, { do: "move", by: 1 });
    const drop = act(words.drop, { do: "drop" });
    drop.one.classList.add("quiet");
    const line = make("li", {}, text, make("div", { class: "rowx" }, up.one, down.one, drop.one));
    return { line, text, up, down, drop };
  };
  const show = (steps) => {
    order = steps.map((step) => step.id);
    const lost = [...known].some(([id, one]) => !order.includes(id) && one.line.contains(document.activeElement));
    for (const [id, one] of known) {
      if (order.includes(id)) continue;
      one.line.remove();
      known.delete(id);
    }
    steps.forEach((step, index) => {
      if (!known.has(step.id)) known.set(step.id, makeStep(step.id));
      const one = known.get(step.id);
      say(one.text, `${index + 1}. ${step.text}`);
      for (const part of [one.up, one.down, one.drop]) say(part.what, ` ${step.text}`);
      setAvailable(one.up.one, step.up.ok, step.up.why);
      setAvailable(one.down.one, step.down.ok, step.down.why);
      if (list.children[index] === one.line) return;
      // Moving a line takes the focus out of it; it is given back at once.
      const held = one.line.contains(document.activeElement) ? document.activeElement : null;
      list.insertBefore(one.line, list.children[index] || null);
      if (held) held.focus();
    });
    list.hidden = !steps.length;
    return lost;
  };
  return { list, show };
}

function renderTrouble({ model, el }) {
  const frame = makeFrame({ model, el });
  const { words, u } = frame;
  let typing = false;
  const send = frame.send;
  frame.send = (message) => {
    typing = message.do === "text";
    send(message);
  };
  const cards = makeCards(words, u, (card) => frame.send({ do: "card", card }));
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
  const sent = make("div", { class: "mk-chat tr-sent" }, make("b", {}, words.preview), preview);
  const check = button(words.check, () => {
    later.now();
    frame.send({ do: "check" });
  }, { kind: "main", picture: "ok" });
  const result = makeResult(words);
  frame.saybar.append(check);
  const panel = make("div", { role: "tabpanel", id: `${u}-kartu` },
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
    panel.setAttribute("aria-labelledby", cards.label(view.at));
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
