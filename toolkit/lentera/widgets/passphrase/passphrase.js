// A practice phrase: a card of an invented person, a field whose text is kept nowhere, four conditions, four bars.
import { button, freshId, icon, make, say } from "../shared/dom.js";
import { makeBlock, makeFrame, makeLater, makeResult } from "../shared/frame.js";

/** Make the field; its text lives here alone and is wiped when the view goes. */
function makeSecret(words, frame) {
  const id = freshId("sandi");
  const help = make("p", { class: "help", id: `${id}-bantuan` }, words.field_help);
  const field = make("input", {
    type: "password", id, "aria-describedby": help.id, autocomplete: "new-password", spellcheck: "false",
    autocapitalize: "off", maxlength: String(words.longest), "data-1p-ignore": true, "data-lpignore": "true",
  });
  const later = makeLater(() => frame.send({ do: "type", kalimat: field.value }));
  const box = make("input", { type: "checkbox", onchange: () => { field.type = box.checked ? "text" : "password"; } });
  const put = (text) => {
    field.value = text;
    later.flush();
    field.focus();
  };
  field.addEventListener("input", later.soon);
  const clear = button(words.clear, () => {
    field.value = "";
    later.now();
    frame.send({ do: "clear" });
    field.focus();
  }, { kind: "quiet" });
  const count = make("p", { class: "muted num" });
  const holder = make("div", { class: "pp-field" },
    make("label", { for: id, class: "lab" }, words.field), help, field,
    make("div", { class: "rowx" }, make("label", { class: "pick" }, box, make("span", {}, words.show)), clear, count));
  const leave = () => {
    field.value = "";
    field.type = "password";
  };
  return { holder, field, put, count, leave, check: () => {
    later.now();
    frame.send({ do: "check", kalimat: field.value });
  } };
}

/** Make the four bars: filled ones count, and the word beside them says it. */
function makeBars(words) {
  const bars = [0, 1, 2, 3].map((at) => make("span", { class: "pp-bar", style: `--tinggi:${(at + 1) * 25}%` }));
  const word = make("b", {});
  const box = make("p", { class: "pp-meter" }, make("span", { class: "muted" }, words.meter), make("span", { class: "pp-bars", "aria-hidden": "true" }, ...bars), word);
  const show = (level, text) => {
    bars.forEach((bar, at) => bar.classList.toggle("full", at < level));
    say(word, text);
  };
  return { box, show };
}

/** Make the list of conditions: a mark, the condition, and a word for its state. */
function makeConditions(words, rows) {
  const lines = rows.map(() => {
    const mark = make("span", { class: "pp-mark", "aria-hidden": "true" });
    const text = make("span", {});
    const word = make("span", { class: "muted" });
    return { mark, text, word, line: make("li", {}, mark, text, word) };
  });
  const show = (now) => now.forEach((row, at) => {
    const one = lines[at];
    say(one.text, row.text);
    say(one.word, row.word);
    if (one.mark.dataset.mark === row.mark) return;
    one.mark.dataset.mark = row.mark;
    one.mark.className = `pp-mark ${row.mark}`;
    one.mark.replaceChildren(...(row.mark ? [icon(row.mark)] : []));
  });
  return { list: make("ul", { class: "pp-conditions", "aria-label": words.conditions }, ...lines.map((one) => one.line)), show };
}

function renderPassphrase({ model, el }) {
  const frame = makeFrame({ model, el });
  const { words } = frame;
  const first = model.get("view");
  let typing = false;
  const send = frame.send;
  frame.send = (message) => {
    typing = message.do === "type";
    send(message, { repeats: typing });
  };
  frame.bar.append(make("span", { class: "tag lampc" }, words.simulation));
  const card = make("dl", { class: "pp-card" });
  const secret = makeSecret(words, frame);
  const bars = makeBars(words);
  const conditions = makeConditions(words, first.conditions);
  const examples = make("div", { class: "rowx" }, ...first.examples.map((text) => button(text, () => secret.put(text))));
  const kept = make("p", {});
  const result = makeResult(words);
  if (words.judged) frame.saybar.append(button(words.check, secret.check, { kind: "main", picture: "ok" }));
  frame.widget.append(
    make("div", { class: "block pp-top" },
      make("div", {},
        make("div", { class: "hint" }, icon("hint"), make("p", {}, words.never)),
        make("h3", { class: "pp-head" }, words.ideas_title),
        make("ol", { class: "pp-ideas" }, ...words.ideas.map((text) => make("li", {}, text)))),
      make("section", { class: "pp-person", "aria-label": words.card }, make("h3", {}, words.card), make("p", { class: "muted" }, words.card_help), card)),
    make("div", { class: "block pp-work" }, secret.holder, make("div", {}, bars.box, conditions.list)),
    frame.saybar, frame.notice, result.block,
    makeBlock(words.examples, examples),
    makeBlock(words.facts_title, make("ul", { class: "state" }, ...words.facts.map((text) => make("li", {}, text)))),
    makeBlock(words.kept_title, make("p", {}, words.kept_help), kept, frame.saved));

  return frame.follow((view) => {
    if (!card.children.length) card.append(...view.person.map(([name, value]) => make("div", {}, make("dt", {}, name), make("dd", {}, value))));
    bars.show(view.level, view.level_word);
    conditions.show(view.conditions);
    say(secret.count, view.count);
    say(kept, view.kept);
    result.show(view.check);
    // While she types only a change is said; what she asks for is said each time.
    return !typing;
  }, secret.leave);
}

export default { render: renderPassphrase };
