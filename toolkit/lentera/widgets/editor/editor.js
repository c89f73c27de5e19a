// The page editor: code, the page itself, its outline for the ear, and the check, all of the same file.
import { button, icon, make, say } from "../shared/dom.js";
import { makeFrame } from "../shared/frame.js";
import { makeChoice } from "../shared/choice.js";
import { makeCode } from "./code.js";
import { makeTyping } from "./typing.js";
import { makePreview } from "./preview.js";
import { makeEditorHints, makeFindings, makeOutline } from "./beside.js";
import { makeNaming, makeNewFile, makePictureList, makeSavedStates } from "./shelf.js";
import { nextMark } from "./text.js";

/** Make the buttons that put tags or styles in at the caret; `chosen(number)` is what the keys do too. */
function makeSnippets(words, code, tell) {
  const groups = {};
  let kind = "html";
  const insert = (name, pattern) => {
    const line = code.insert(name, pattern);
    if (line) tell(words.inserted.replace("{name}", `${name}, ${words.snippet_names[name]}`).replace("{line}", line));
    return Boolean(line);
  };
  for (const [which, patterns] of Object.entries(words.snippet_list)) {
    const buttons = patterns.map(([name, pattern], index) => {
      const one = button(words.snippet_names[name], () => insert(name, pattern), { repeats: true });
      one.prepend(make("code", {}, name));
      one.title = words.snippet_key.replace("{n}", index + 1);
      return one;
    });
    groups[which] = make("div", { class: "ed-snippets", role: "group", "aria-label": which === "css" ? words.style_snippets : words.snippets }, ...buttons);
  }
  const right = button(words.shift_right, () => code.shift(true), { kind: "quiet", repeats: true });
  const left = button(words.shift_left, () => code.shift(false), { kind: "quiet", repeats: true });
  const shift = make("div", { class: "ed-shift", role: "group", "aria-label": words.shift }, right, left);
  const box = make("div", { class: "ed-tools" }, ...Object.values(groups), shift);
  const show = (view) => {
    kind = view.kind;
    for (const [which, group] of Object.entries(groups)) group.hidden = which !== kind;
    box.hidden = !view.file || Boolean(view.read_only);
  };
  const chosen = (number) => {
    const pattern = words.snippet_list[kind][number];
    return pattern ? insert(...pattern) : false;
  };
  return { box, show, chosen, insert };
}

function renderEditor({ model, el }) {
  const frame = makeFrame({ model, el });
  const { words } = frame;
  const tell = (shown) => {
    told = [shown, ""];
    frame.tell(shown);
  };
  let view = {};
  let afterwards = () => {};
  let told = null;

  const code = makeCode(words, {
    change: () => typing.touched(),
    blur: () => typing.now(),
    line: (number, text) => { if (text) tellLine(number, text); },
    snippet: (number) => snippets.chosen(number),
    find: () => toNext(),
    stepped: (undone, done) => {
      const [did, not] = undone ? [words.undone, words.nothing_undone] : [words.redone, words.nothing_redone];
      tell(done ? did : not);
    },
  });
  const unsaved = make("p", { class: "ed-unsaved", hidden: true }, icon("later"), make("span", {}, words.unsaved));
  const typing = makeTyping((message) => frame.send(message, { repeats: true }), code, (yes) => { unsaved.hidden = !yes; });
  /** Do a gesture: what was typed before it goes first. */
  const act = (message, then = () => {}) => {
    typing.now();
    afterwards = then;
    // The first check of a notebook loads the rules.
    frame.send(message, message.do === "check" || message.do === "all" ? { patience: 15000 } : {});
  };
  const tellLine = (number, text) => tell(words.at_line.replace("{n}", number).replace("{text}", text));
  const goTo = ({ file, line }) => {
    const go = () => {
      code.goLine(line);
      const text = code.says(code.lineNow());
      if (text) tellLine(code.lineNow(), text);
    };
    if (file && file !== view.file && view.files.includes(file)) act({ do: "open", file }, go);
    else go();
  };
  const toNext = () => {
    const line = nextMark(code.markedLines(), code.lineNow());
    const marks = view.check?.marks || [];
    const elsewhere = marks.find((one) => one.line && one.file !== view.file);
    if (line) goTo({ line });
    else if (elsewhere) goTo(elsewhere);
    else tell(words.no_finding);
  };

  const snippets = makeSnippets(words, code, tell);
  const files = makeChoice(words.file, [], (file) => { if (file !== view.file) act({ do: "open", file }); });
  files.box.className = "ed-file";
  const find = button(words.next_finding, toNext, { kind: "quiet" });
  find.title = "F8";
  const readOnly = make("p", { class: "ed-locked" });
  const preview = makePreview(words, (keys) => frame.send({ do: "pictures", keys }, { repeats: true, patience: 20000 }));
  const outline = makeOutline(words, tell);
  const findings = makeFindings(words, act, goTo);
  const hints = makeEditorHints(words);

  const undo = button(words.undo, () => code.undo(), { picture: "undo", repeats: true });
  const redo = button(words.redo, () => code.redo(), { picture: "redo", repeats: true });
  const hint = button(words.hint, () => act({ do: "hint" }), { picture: "hint", tell: tell });
  const check = button(words.check, () => act({ do: "check" }), { kind: "main", picture: "ok" });
  frame.bar.append(undo, redo, hint, check);

  const toCode = () => code.focus();
  const made = makeNewFile(words, (message) => act(message, () => {
    if (view.file !== message.name && !view.live.includes(view.file)) return;
    made.box.open = false;
    toCode();
  }));
  const insertPicture = (address) => {
    if (view.is_page) snippets.insert("img", `<img src="${address}" alt="|">`);
    else tell(words.not_a_page);
  };
  const pictures = makePictureList(words, insertPicture, (message) => act(message, () => {
    const put = view.pictures.find((one) => one.name.endsWith(`/${message.file}`));
    if (put) insertPicture(put.address);
  }));
  const naming = makeNaming(words, (message) => act(message, () => { if (message.do === "remove" && !back.hidden) back.focus(); }), () => view.file);
  const saved = makeSavedStates(words, (message) => act(message, () => {
    if (message.do === "restore") toCode();
    else saved.list.querySelector("button")?.focus();
  }));
  const back = button("", () => act({ do: "put_back" }, toCode), { picture: "undo" });

  const codePane = make("div", { class: "ed-pane" },
    make("div", { class: "ed-head" }, files.box, find), readOnly,
    make("div", { class: "ed-code", "data-scrolls": "true" }, code.element), unsaved, snippets.box);
  const pagePane = make("div", { class: "ed-pane ed-page" },
    make("div", { class: "ed-head" }, make("h3", {}, words.preview), preview.width), preview.none, preview.holder, preview.left);
  frame.widget.classList.add("ed");
  frame.widget.append(
    make("div", { class: "ed-two" }, codePane, pagePane),
    frame.saybar, frame.notice, hints.list,
    make("div", { class: "ed-two ed-low" }, outline.box, findings.box),
    make("div", { class: "ed-drawers" }, made.box, pictures.box, naming.box, saved.box),
    make("div", { class: "block ed-foot" }, back, frame.saved));

  const draw = (next, mine) => {
    view = next;
    files.offer(view.files.map((name) => [name, name]));
    files.show(view.file, true);
    const marked = JSON.stringify([view.file, view.check?.marks || [], Boolean(view.check?.stale)]);
    if (typing.follow(view, mine)) code.show(view.file, view.text, view.kind, Boolean(view.read_only));
    // Marks that have moved with her changes stay where they are until the next check.
    if (draw.marked !== marked && !view.check?.stale) {
      const here = (view.check?.marks || []).filter((one) => one.file === view.file);
      code.mark(here);
      if (here.length && mine) code.reveal(here[0].line);
    }
    draw.marked = marked;
    code.forget(view.files);
    say(readOnly, view.read_only);
    readOnly.hidden = !view.read_only;
    snippets.show(view);
    preview.show(view.preview, view.fetched);
    outline.show(view);
    findings.show(view);
    hints.show(view, hint);
    pictures.show(view);
    naming.show(view);
    saved.show(view);
    codePane.hidden = !view.file;
    back.hidden = !view.removed;
    say(back.words, words.put_back.replace("{file}", view.removed));
    // While she types, the last sentence stays: with every letter another one would be too much.
    if (view.quiet && told) [view.live, view.live_spoken] = told;
    else told = [view.live, view.live_spoken];
    if (mine) {
      const then = afterwards;
      afterwards = () => {};
      then();
    }
    return !view.quiet;
  };
  return frame.follow(draw, () => {
    typing.leave();
    outline.leave();
    preview.leave();
    code.leave();
  });
}

export default { render: renderEditor };
