// Find five: the page as numbered lines to press, the question under the line that is chosen, what was found.
import { button, icon, make, say } from "../shared/dom.js";
import { makeBlock, makeDoing, makeFrame, makeRadios, makeResult } from "../shared/frame.js";
import { makeAsking } from "../shared/asking.js";
import { codePieces } from "./code.js";

/** Draw a line of code; the ear gets the button's own name. */
function drawCode(element, code) {
  if (element.dataset.code === code) return;
  element.dataset.code = code;
  element.replaceChildren(...codePieces(code).map(([kind, text]) => (kind ? make("span", { class: `ff-${kind}` }, text) : text)));
}

/** Make one line of the page: number, code, and whether it is found. */
function makeCodeLine(words, number, onpress) {
  const code = make("code", { "aria-hidden": "true" });
  const name = make("span", { class: "sr" });
  const word = make("span", { class: "ff-word", "aria-hidden": "true" });
  const press = make("button", { type: "button", class: "ff-line", "aria-expanded": "false", onclick: (event) => { if (event.detail < 2) onpress(); } },
    make("span", { class: "ff-number", "aria-hidden": "true" }, String(number)), code, name, word);
  const item = make("li", {}, press);
  const show = (row, open) => {
    drawCode(code, row.code);
    say(name, row.name);
    if (word.dataset.word !== row.word) {
      word.dataset.word = row.word;
      word.replaceChildren(...(row.word ? [icon("ok"), row.word] : []));
    }
    item.dataset.state = row.state;
    press.setAttribute("aria-expanded", String(open));
  };
  return { item, press, show };
}

/** Make the question that opens under a line: what is not right, or, once found, how it is mended. */
function makeQuestion(words, u, frame, after) {
  let chosen = "";
  const radios = makeRadios("", words.kinds, (kind) => { chosen = kind; });
  const legend = radios.box.querySelector("legend");
  const answer = makeDoing(words.answer, () => {
    if (!chosen) return frame.tell(words.choose_first);
    after("answer");
    return frame.send({ do: "answer", kind: chosen }, { repeats: true });
  }, frame.tell, { kind: "main", repeats: true });
  const close = () => { after("line"); frame.send({ do: "close" }); };
  // What was said last stands here for the eye; the live line tells it to the ear.
  const replies = [0, 1].map(() => make("p", { "aria-hidden": "true" }));
  const told = replies.map((reply) => make("div", { class: "ff-reply", "aria-hidden": "true", hidden: true }, icon("yet"), reply));
  const ask = make("div", {}, radios.box, told[0], make("div", { class: "rowx ff-acts" }, answer.element, button(words.close, close, { kind: "quiet" }), answer.why));

  const says = make("p", {});
  const field = make("input", { type: "text", id: `${u}-perbaikan`, autocomplete: "off", autocapitalize: "off", spellcheck: "false", class: "ff-field", onkeydown: (event) => { if (event.key === "Enter") mend(); } });
  const label = make("label", { for: field.id });
  let line = 0;
  const mend = () => frame.send({ do: "mend", line, text: field.value }, { repeats: true });
  const repair = make("div", {}, make("div", { class: "ff-says" }, icon("ok"), says), label, field, told[1],
    make("div", { class: "rowx ff-acts" }, button(words.mend, mend, { kind: "main" }), button(words.go_on, close, { kind: "quiet" })));
  const box = make("div", { class: "ff-question" }, ask, repair);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });

  const show = (at) => {
    box.hidden = !at;
    if (!at) return;
    ask.hidden = at.found;
    repair.hidden = !at.found;
    say(legend, at.question);
    replies.forEach((reply, index) => {
      say(reply, at.reply);
      told[index].hidden = !at.reply;
    });
    if (line !== at.line) {
      chosen = "";
      radios.show("");
      field.value = at.text;
    } else if (at.found && field !== document.activeElement && field.dataset.from !== at.text) {
      field.value = at.text;
    }
    field.dataset.from = at.text;
    line = at.line;
    say(says, at.says);
    say(label, at.label);
    answer.show({ ok: true, why: "" });
  };
  const focus = (found) => (found ? field : radios.radios[0].radio).focus();
  const forget = () => { line = 0; };
  return { box, show, focus, forget, field };
}

function renderFindFive({ model, el }) {
  const frame = makeFrame({ model, el });
  const { words, u } = frame;
  let goTo = "";
  const after = (place) => { goTo = place; };

  const shop = make("p", { class: "lead" });
  const tally = make("b", { class: "num" });
  const marks = make("span", { class: "ff-marks", "aria-hidden": "true" });
  const list = make("ol", { class: "ff-lines", "aria-label": words.lines });
  const question = makeQuestion(words, u, frame, after);
  const lines = [];
  let open = 0;
  const outline = make("ul", { class: "ff-outline" });

  const again = makeDoing(words.new, () => asking.open(), frame.tell);
  const asking = makeAsking({ label: words.new, question: words.new_ask, yes: words.new_yes, cancel: words.cancel }, () => again.element, () => { after("first"); frame.send({ do: "new" }); });
  const check = button(words.check, () => frame.send({ do: "check" }), { kind: "main", picture: "ok" });
  const result = makeResult(words);

  frame.bar.append(again.element, make("div", { class: "why" }, again.why));
  frame.saybar.append(check);
  frame.widget.append(
    make("div", { class: "block" }, asking.box, make("p", {}, words.intro), make("p", { class: "muted" }, words.free), make("p", { class: "ff-tally" }, marks, tally)),
    make("div", { class: "block ff-page" }, shop, list),
    frame.saybar, frame.notice, result.block,
    makeBlock(words.outline, make("p", { class: "muted" }, words.outline_help), outline, frame.saved));

  const drawMarks = (count, wanted) => {
    const key = `${count} ${wanted}`;
    if (marks.dataset.key === key) return;
    marks.dataset.key = key;
    marks.replaceChildren(...Array.from({ length: wanted }, (_none, index) => make("i", { class: index < count ? "ff-on" : "" }, index < count ? icon("ok") : String(index + 1))));
  };

  const draw = (view, mine) => {
    say(shop, view.shop);
    say(tally, view.tally);
    drawMarks(view.count, view.wanted);
    while (lines.length < view.lines.length) {
      const number = lines.length + 1;
      const line = makeCodeLine(words, number, () => {
        if (open === number) {
          after("line");
          frame.send({ do: "close" });
        } else {
          after("question");
          frame.send({ do: "choose", line: number });
        }
      });
      lines.push(line);
      list.append(line.item);
    }
    const at = view.at ? view.at.line : 0;
    const left = question.box.contains(document.activeElement);
    const last = open;
    view.lines.forEach((row, index) => {
      lines[index].item.hidden = false;
      lines[index].show(row, index + 1 === at);
    });
    lines.slice(view.lines.length).forEach((line) => { line.item.hidden = true; });
    if (at && question.box.parentElement !== lines[at - 1].item) lines[at - 1].item.append(question.box);
    if (!at) question.forget();
    question.show(view.at);
    open = at;
    const key = JSON.stringify(view.outline);
    if (outline.dataset.key !== key) {
      outline.dataset.key = key;
      outline.replaceChildren(...view.outline.map(([label, text]) => make("li", {}, make("b", {}, label), make("span", {}, text))));
    }
    again.show(view.new);
    result.show(view.check);
    const place = mine ? goTo : "";
    if (mine) goTo = "";
    if (place === "first") lines[0].press.focus();
    else if (place === "question" && view.at) question.focus(view.at.found);
    else if (place === "answer" && view.at && view.at.found && left) question.focus(true);
    else if (!at && last && (left || place === "line")) lines[last - 1].press.focus();
    return true;
  };
  return frame.follow(draw);
}

export default { render: renderFindFive };
