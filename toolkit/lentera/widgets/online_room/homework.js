// The homework: the school's page, the folder of what came down, the open file, and what was sent.
import { button, freshId, icon, make, say } from "../shared/dom.js";
import { makeBlock, makeLater } from "../shared/frame.js";

/** Make the strip of four steps: a ring with a number or a tick, and the word. */
function makePath(words) {
  const list = make("ol", { class: "or-path", "aria-label": words.path });
  let marks = [];
  const show = (path) => {
    if (!marks.length) {
      marks = path.map((one, index) => {
        const sign = make("span", { class: "or-ring", "aria-hidden": "true" }, String(index + 1));
        const word = make("span", { class: "muted small" });
        const item = make("li", {}, sign, make("span", {}, make("b", {}, one.name), make("span", { class: "sr" }, ": "), word));
        return { sign, word, item };
      });
      list.append(...marks.map((one) => one.item));
    }
    path.forEach((one, index) => {
      say(marks[index].word, one.word);
      if (marks[index].item.dataset.done === String(one.done)) return;
      marks[index].item.dataset.done = String(one.done);
      marks[index].sign.replaceChildren(one.done ? icon("ok") : String(index + 1));
    });
  };
  return { list, show };
}

/** Make a window as computers have it: a bar with its name, and what is in it. */
function makeWindow(title, ...children) {
  const heading = make("h3", {}, title);
  return { heading, box: make("section", { class: "or-window", "aria-label": title }, make("div", { class: "or-title" }, heading), make("div", { class: "or-body" }, ...children)) };
}

/** Make a list whose lines stay as they are while `key` names them the same way. */
function makeLines(key, makeLine) {
  const list = make("ul", { class: "or-lines" });
  let lines = [];
  const show = (rows) => {
    const kept = rows.map((row) => lines.find((one) => one.key === key(row)) ?? { key: key(row), ...makeLine(row) });
    for (const one of lines) if (!kept.includes(one)) one.item.remove();
    kept.forEach((one, index) => {
      if (list.children[index] !== one.item) list.insertBefore(one.item, list.children[index] ?? null);
    });
    lines = kept;
    rows.forEach((row, index) => lines[index].show(row, index));
    list.hidden = !rows.length;
  };
  return { list, show, lines: () => lines };
}

function makeSchoolPage(words, frame, tag) {
  const lines = makeLines((row) => row.id, (row) => {
    const get = button(words.download, () => frame.send({ do: "download", task: row.id }));
    const what = make("span", { class: "sr" }, ` ${row.file}`);
    get.append(what);
    const item = make("li", {}, make("span", {}, make("span", { class: "rowx" }, make("b", {}, row.name), make("span", { class: row.due ? "tag next" : "muted small" }, row.day)), make("code", { class: "or-file" }, row.file)), get);
    return { item, show: (one) => say(get.words, one.here ? words.again : words.download) };
  });
  const window = makeWindow(words.page, make("p", { class: "rowx" }, make("b", {}, words.page_title), tag()), make("p", { class: "muted" }, words.page_table), lines.list);
  return { ...window, show: (view) => lines.show(view.tasks) };
}

function makeFolder(words, frame, after) {
  const none = make("p", { class: "muted" });
  const lines = makeLines((row) => row.file, (row) => {
    const open = button(words.open, () => {
      after();
      frame.send({ do: "open", task: row.id });
    });
    open.append(make("span", { class: "sr" }, ` ${row.file}`));
    const note = make("span", { class: "muted small" });
    return { item: make("li", {}, make("span", {}, make("code", { class: "or-file" }, row.file), note), open), show: (one) => say(note, one.note) };
  });
  const window = makeWindow(words.folder, make("p", { class: "muted" }, words.folder_help), none, lines.list);
  const show = (view) => {
    lines.show(view.files);
    say(none, view.no_files);
    none.hidden = !view.no_files;
  };
  return { ...window, show };
}

function makeEditor(words, frame) {
  const none = make("p", { class: "muted" }, words.no_open);
  const title = make("h4", {});
  const fields = [0, 1, 2].map((number) => {
    const id = freshId("jawaban");
    const label = make("label", { for: id });
    const text = make("textarea", { id, rows: "2", maxlength: words.longest, autocomplete: "off" });
    const later = makeLater(() => frame.send({ do: "answer", number, value: text.value }));
    text.addEventListener("input", later.soon);
    text.addEventListener("blur", later.now);
    return { box: make("div", {}, label, text), label, text, later };
  });
  const state = make("p", { class: "or-told" });
  const flush = () => fields.forEach((one) => one.later.now());
  const save = button("", () => {
    flush();
    frame.send({ do: "save" });
  }, { kind: "main" });
  const form = make("div", { class: "or-window or-open" }, make("div", { class: "or-title" }, title), make("div", { class: "or-body" }, ...fields.map((one) => one.box), make("div", { class: "rowx" }, save, state)));
  let shown = "";
  const show = (open) => {
    form.hidden = !open;
    none.hidden = Boolean(open);
    if (!open) return;
    say(title, open.title);
    fields.forEach((one, number) => {
      say(one.label, open.questions[number]);
      if ((shown !== open.id || one.text !== document.activeElement) && one.text.value !== open.answers[number]) one.text.value = open.answers[number];
    });
    shown = open.id;
    say(save.words, open.save);
    const key = `${open.saved}${open.state}`;
    if (state.dataset.key !== key) {
      state.dataset.key = key;
      state.className = `or-told ${open.saved ? "ok" : "next"}`;
      state.replaceChildren(icon(open.saved ? "ok" : "next"), make("span", {}, open.state));
    }
  };
  return { box: makeBlock(words.editor, none, form), show, flush, first: () => fields[0].text };
}

function makeUpload(words, frame, before) {
  const name = freshId("unggah");
  const row = make("div", {});
  let radios = [];
  const files = make("fieldset", {}, make("legend", {}, words.choose), row);
  const send = button(words.upload, () => {
    before();
    frame.send({ do: "upload", file: radios.find((one) => one.checked)?.value ?? "" });
  }, { kind: "main" });
  const none = make("p", { class: "muted" });
  const noFiles = make("p", { class: "muted" });
  const receipts = makeLines((one) => one.key, () => {
    const text = make("span", {});
    let at = 0;
    const back = button("", () => frame.send({ do: "take_back", number: at }), { kind: "quiet" });
    const item = make("li", { class: "or-receipt" }, make("span", {}, icon("ok"), text), back);
    return { item, back, show: (one, index) => { at = index; say(text, one.text); say(back.words, one.take_back); } };
  });
  const page = makeWindow(words.upload_title, noFiles, files, make("div", { class: "rowx or-send" }, send));
  const school = makeWindow(words.receipts, none, receipts.list);
  const show = (view) => {
    const key = JSON.stringify(view.files);
    if (row.dataset.key !== key) {
      row.dataset.key = key;
      const chosen = radios.find((one) => one.checked)?.value;
      radios = view.files.map((one) => make("input", { type: "radio", name, value: one.file }));
      radios.forEach((one) => { one.checked = one.value === chosen; });
      row.replaceChildren(...view.files.map((one, index) => make("label", { class: "pick" }, radios[index], make("span", {}, make("code", {}, one.file), make("span", { class: "muted small or-note-small" }, one.note)))));
    }
    files.hidden = !view.files.length;
    say(noFiles, view.no_files);
    noFiles.hidden = !view.no_files;
    const held = receipts.list.contains(document.activeElement);
    // Two receipts of one minute read alike; their place tells them apart.
    receipts.show(view.sent.map((one, index) => ({ ...one, key: `${index}` })));
    if (held && !receipts.list.contains(document.activeElement)) (receipts.lines()[0]?.back ?? send).focus();
    say(none, view.no_sent);
    none.hidden = !view.no_sent;
  };
  return { boxes: [page.box, school.box], show };
}

/** Make the part with the homework. */
export function makeHomework(words, frame, tag) {
  const path = makePath(words);
  let opening = false;
  const editor = makeEditor(words, frame);
  const page = makeSchoolPage(words, frame, tag);
  const folder = makeFolder(words, frame, () => {
    editor.flush();
    opening = true;
  });
  const upload = makeUpload(words, frame, editor.flush);
  const panel = make("div", {},
    make("div", { class: "block" }, make("p", { class: "or-lead" }, words.intro), make("p", { class: "muted" }, words.terms), path.list,
      make("div", { class: "or-two" }, page.box, folder.box)),
    editor.box,
    make("div", { class: "block or-two" }, ...upload.boxes));
  const show = (view, mine) => {
    path.show(view.path);
    page.show(view);
    folder.show(view);
    editor.show(view.open);
    upload.show(view);
    if (mine && opening && view.open) editor.first().focus();
    if (mine) opening = false;
  };
  return { panel, show, flush: editor.flush };
}
