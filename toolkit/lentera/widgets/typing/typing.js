// The typing desk: one part that finds the keys, one with a sheet of paper, its file, and what comes next.
import { button, freshId, icon, make, say } from "../shared/dom.js";
import { makeAsking } from "../shared/asking.js";
import { makeFrame, makeResult, makeTabs } from "../shared/frame.js";
import { makeFinding } from "./finding.js";

/** Make the steps from the first word to the last saving; each says in words how it stands. */
function makeTrail(words) {
  const list = make("ol", { class: "ty-trail", "aria-label": words.steps });
  let known = [];
  const show = (steps) => {
    if (!known.length) {
      known = steps.map(() => {
        const mark = make("span", { "aria-hidden": "true", class: "ty-mark" });
        const text = make("span", {});
        const word = make("small", {});
        return { mark, text, word, line: make("li", {}, mark, make("span", {}, text, word)) };
      });
      list.append(...known.map((one) => one.line));
    }
    steps.forEach((step, index) => {
      const one = known[index];
      say(one.text, step.text);
      say(one.word, step.word);
      one.line.dataset.mark = step.mark;
      if (step.now) one.line.setAttribute("aria-current", "step");
      else one.line.removeAttribute("aria-current");
      if (one.mark.dataset.mark !== step.mark) {
        one.mark.dataset.mark = step.mark;
        one.mark.className = `ty-mark ${step.mark}`;
        one.mark.replaceChildren(...(step.mark ? [icon(step.mark)] : []));
      }
    });
  };
  return { list, show };
}

/** Make the sheet with its title, its buttons, and the question before an unsaved sheet is closed. */
function makeSheet(words, frame) {
  const id = freshId("lembar");
  const sign = make("span", { "aria-hidden": "true" });
  const state = make("span", {});
  const title = make("div", { class: "ty-title" }, make("b", {}, words.file_name), make("span", { class: "ty-state" }, sign, state));
  const count = make("span", {});
  const loose = make("span", { class: "muted" });
  const area = make("textarea", { id, rows: "6", maxlength: String(words.longest), spellcheck: "false", "aria-describedby": `${id}-bantu ${id}-hitung` });
  let view = { text: "", unsaved: false };
  area.addEventListener("input", () => frame.slide({ do: "write", text: area.value }));
  const save = () => frame.send({ do: "save", text: area.value }, { repeats: true });
  const saveButton = button(words.save, save, { kind: "main", repeats: true });
  const closeButton = button(words.close, () => (view.unsaved || area.value !== view.text ? asking.open() : frame.send({ do: "close" })));
  const asking = makeAsking(words.asking, () => closeButton, () => frame.send({ do: "save_close", text: area.value }));
  asking.box.lastElementChild.append(button(words.asking.leave, () => { asking.close(); frame.send({ do: "leave" }); }));
  const box = make("div", { class: "ty-sheet" }, title,
    make("div", { class: "ty-paper" },
      make("label", { for: id }, words.text), make("p", { class: "muted", id: `${id}-bantu` }, words.text_help), area,
      make("p", { id: `${id}-hitung`, class: "ty-count" }, count, loose),
      make("div", { class: "rowx" }, saveButton, closeButton, make("span", { class: "muted" }, words.save_key)), asking.box));
  let shown = null;
  const show = (next) => {
    view = next;
    box.hidden = !view.is_open;
    if (!view.is_open) asking.close();
    const came = shown !== null && shown !== view.sheet;
    if (came || area !== document.activeElement) area.value = view.text;
    shown = view.sheet;
    say(state, view.unsaved ? words.unsaved : words.stored);
    state.parentElement.hidden = !view.unsaved && !view.file;
    state.parentElement.className = `ty-state ${view.unsaved ? "yet" : "ok"}`;
    if (sign.dataset.unsaved !== String(view.unsaved)) {
      sign.dataset.unsaved = String(view.unsaved);
      sign.replaceChildren(icon(view.unsaved ? "yet" : "ok"));
    }
    say(count, view.count);
    say(loose, view.loose);
  };
  return { box, area, save, show };
}

/** Make the list of files, and what was kept unsaved. */
function makeFiles(words, frame) {
  const about = make("span", {});
  const open = button(words.open, () => frame.send({ do: "open" }), { kind: "main" });
  open.words.append(make("span", { class: "sr" }, ` ${words.file_name}`));
  const row = make("li", {}, make("span", { class: "ty-file" }, make("b", {}, words.file_name), about), open);
  const list = make("ul", { class: "ty-files" }, row);
  const none = make("p", {}, words.no_file);
  const fresh = button(words.new, () => frame.send({ do: "new" }), { kind: "main" });
  const left = make("p", {}, words.left);
  const back = button(words.take_back, () => frame.send({ do: "take_back" }));
  const kept = make("div", { class: "ty-kept" }, left, back);
  const box = make("div", { class: "ty-list" }, make("h3", {}, words.files), list, none, fresh, kept);
  const show = (view) => {
    const there = Boolean(view.file);
    list.hidden = !there;
    none.hidden = there;
    fresh.hidden = there || view.is_open;
    open.hidden = view.is_open;
    say(about, there ? view.file.about : "");
    kept.hidden = !view.left;
  };
  return { box, show, first: () => (open.closest("[hidden]") ? fresh : open) };
}

function renderTyping({ model, el }) {
  const frame = makeFrame({ model, el });
  const { words } = frame;
  let quiet = false;
  const slide = frame.slide;
  frame.slide = (message) => {
    quiet = true;
    slide(message);
  };
  const send = frame.send;
  frame.send = (message, how) => {
    quiet = false;
    send(message, how);
  };
  const finding = makeFinding(words, frame);
  const sheet = makeSheet(words, frame);
  const files = makeFiles(words, frame);
  const trail = makeTrail(words);
  const check = button(words.check, () => frame.send({ do: "check" }), { kind: "main", picture: "ok" });
  const result = makeResult(words);
  frame.saybar.append(check);
  const desk = make("div", { class: "block ty-desk" }, trail.list, sheet.box, files.box);
  const tabs = makeTabs(words.tabs, [
    { id: "tombol", text: words.tab_names.tombol, panel: finding.panel },
    { id: "meja", text: words.tab_names.meja, panel: desk },
  ], (tab) => frame.send({ do: "tab", tab }));
  desk.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    sheet.save();
  });
  const inWords = make("div", { class: "block" }, finding.inWords);
  frame.widget.append(make("div", { class: "ty-tabs" }, tabs.list), finding.panel, desk, frame.saybar, frame.notice, result.block, inWords, make("div", { class: "block" }, frame.saved));
  let was = null;

  return frame.follow((view, mine) => {
    tabs.choose(view.tab);
    check.hidden = view.tab !== "meja";
    inWords.hidden = view.tab === "meja";
    frame.widget.dataset.part = view.tab;
    if (view.is_open) delete desk.dataset.closed;
    else desk.dataset.closed = "ya";
    finding.show(view);
    sheet.show(view);
    files.show(view);
    trail.show(view.steps);
    result.show(view.check);
    if (view.tab !== "meja") result.block.hidden = true;
    // The part that had the focus may be gone: it goes on to the next thing to do.
    if (mine && was && was.tab === view.tab && was.is_open !== view.is_open) (view.is_open ? sheet.area : files.first()).focus();
    if (mine && was && was.tab !== view.tab && !tabs.buttons.includes(document.activeElement)) (view.is_open ? sheet.area : files.first()).focus();
    was = { tab: view.tab, is_open: view.is_open };
    return !quiet;
  });
}

export default { render: renderTyping };
