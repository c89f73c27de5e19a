// Below the code: new files, pictures, names, and saved states; each opens when it is wanted.
import { button, freshId, make, say } from "../shared/dom.js";
import { makeSelect } from "../shared/frame.js";

function makeDrawer(title, ...children) {
  const head = make("summary", { "data-lm-suppress-shortcuts": "true" }, make("h3", {}, title));
  return make("details", { class: "ed-drawer" }, head, make("div", { class: "ed-inside" }, ...children));
}

function makeName(label) {
  const id = freshId("nama");
  const input = make("input", { type: "text", id, autocomplete: "off", autocapitalize: "off", spellcheck: "false" });
  const title = make("label", { for: id }, label);
  return { box: make("div", { class: "ed-name" }, title, input), input, title };
}

/** Make "new page": a template, a name, and the button that makes the file. */
export function makeNewFile(words, act) {
  const nameOf = new Map(words.templates.map(([file, , name]) => [file, name]));
  const name = makeName(words.name);
  const template = makeSelect(words.template, words.templates.map(([file, text]) => [file, text]), (file) => { name.input.value = nameOf.get(file); });
  const start = words.templates[1][0];
  template.show(start);
  name.input.value = nameOf.get(start);
  const go = button(words.make, () => act({ do: "new", template: template.select.value, name: name.input.value }), { kind: "main" });
  const box = makeDrawer(words.new, make("p", { class: "muted" }, words.new_help), make("div", { class: "ed-row" }, template.box, name.box, go));
  return { box, name: name.input };
}

/** Make the list of pictures, hers first, then the sample drawings. */
export function makePictureList(words, insert, act) {
  const list = make("ul", { class: "ed-pictures" });
  const row = (title, size, onclick) => {
    const put = button(words.insert, onclick);
    put.setAttribute("aria-label", words.insert_picture.replace("{name}", title));
    return make("li", {}, make("span", {}, title, size ? make("span", { class: "muted" }, ` · ${size}`) : null), put);
  };
  const own = make("ul", { class: "ed-pictures" });
  list.append(...words.samples.map(([file, text]) => row(text, "", () => act({ do: "sample", file }))));
  const show = (view) => {
    const key = JSON.stringify(view.pictures);
    if (own.dataset.key === key) return;
    const held = own.contains(document.activeElement);
    own.dataset.key = key;
    own.replaceChildren(...view.pictures.map((one) => row(one.name, one.size, () => insert(one.address))));
    own.hidden = !view.pictures.length;
    if (held) own.querySelector("button")?.focus();
  };
  return { box: makeDrawer(words.pictures, make("p", { class: "muted" }, words.pictures_help), own, list), show };
}

/** Make "name and deletion" of the open file. */
export function makeNaming(words, act, file) {
  const name = makeName("");
  const rename = button(words.do_rename, () => act({ do: "rename", file: file(), to: name.input.value }));
  const remove = button("", () => act({ do: "remove", file: file() }));
  const box = makeDrawer(words.rename, make("div", { class: "ed-row" }, name.box, rename), make("div", { class: "rowx" }, remove));
  const show = (view) => {
    say(name.title, words.new_name.replace("{file}", view.file));
    if (name.input.dataset.file !== view.file) {
      name.input.dataset.file = view.file;
      name.input.value = view.file;
    }
    say(remove.words, words.remove.replace("{file}", view.file));
    box.hidden = !view.file;
  };
  return { box, show, rename };
}

/** Make "back to a saved state": the states of the open file, newest first. */
export function makeSavedStates(words, act) {
  const ask = button(words.show_history, () => act({ do: "history" }));
  const list = make("ol", { class: "ed-pictures" });
  const box = makeDrawer(words.history, make("div", { class: "rowx" }, ask), list);
  const show = (view) => {
    const key = JSON.stringify(view.history);
    if (list.dataset.key === key) return;
    list.dataset.key = key;
    list.replaceChildren(...(view.history || []).map(([number, text]) => {
      const use = button(words.restore, () => act({ do: "restore", number }));
      use.setAttribute("aria-label", `${words.restore}: ${text}`);
      return make("li", {}, make("span", {}, text), use);
    }));
    list.hidden = !view.history || !view.history.length;
  };
  return { box, show, list, ask };
}
