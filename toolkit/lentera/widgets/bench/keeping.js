// Benches that are kept under a name, and files for others.
import { button, freshId, make } from "../shared/dom.js";
import { makeDoing } from "../shared/frame.js";
import { makeFold } from "./joining.js";

/** Make a field for a name with the button that uses it; Enter presses the button. */
function makeNaming(title, words, doing, use) {
  const id = freshId("nama");
  const name = make("input", { type: "text", id, maxlength: words.longest_name, autocomplete: "off" });
  name.addEventListener("keydown", (event) => {
    if (event.key === "Enter") use(name.value);
  });
  return { name, box: make("div", { class: "naming" }, make("div", {}, make("label", { for: id }, title), name), doing.element, doing.why) };
}

/** Make a list whose rows keep their place; when a row goes, the focus goes to its neighbour or to `home`. */
function makeRows(list, draw, home) {
  let key = "";
  return (items) => {
    const next = JSON.stringify(items);
    if (next === key) return;
    key = next;
    const at = [...list.children].findIndex((row) => row.contains(document.activeElement));
    list.replaceChildren(...items.map(draw));
    if (at < 0) return;
    const row = list.children[Math.min(at, list.children.length - 1)];
    (row ? row.querySelector("button") : home()).focus();
  };
}

const about = (text) => make("span", { class: "sr" }, ` ${text}`);

/** Make the two parts: what is kept here, and what is shared. */
export function makeKeeping(words, send, tell) {
  const keepNow = () => send({ do: "keep", name: keeping.name.value });
  const keep = makeDoing(words.keep, keepNow, tell);
  const keeping = makeNaming(words.kept_name, words, keep, keepNow);
  const kept = make("ul", { class: "shelf" });
  const noneKept = make("p", { class: "muted" }, words.none_kept);
  const keptRow = (one) =>
    make("li", {}, make("span", {}, make("b", {}, one.name), " ", make("span", { class: "muted" }, one.text)),
      make("span", { class: "acts" }, named(words.open, one.name, () => send({ do: "open_kept", index: one.index })), named(words.drop, one.name, () => send({ do: "drop_kept", index: one.index }))));
  const named = (text, name, act) => {
    const one = button(text, act, { kind: "quiet" });
    one.append(about(name));
    return one;
  };
  const showKept = makeRows(kept, keptRow, () => keeping.name);

  const shareNow = () => send({ do: "share", name: sharing.name.value });
  const share = makeDoing(words.share, shareNow, tell);
  const sharing = makeNaming(words.share_name, words, share, shareNow);
  const look = button(words.list_shared, () => send({ do: "list_shared" }));
  const files = make("ul", { class: "shelf" });
  const noneShared = make("p", { class: "muted" }, words.none_shared);
  const fileRow = (one) => make("li", {}, make("span", {}, make("b", {}, one.name), " ", make("span", { class: "muted" }, one.file)), named(words.open, one.name, () => send({ do: "open_shared", file: one.file })));
  const showFiles = makeRows(files, fileRow, () => look);

  const boxes = [
    makeFold(words.kept_title, keeping.box, noneKept, kept),
    makeFold(words.shared_title, make("p", { class: "muted" }, words.shared_where), sharing.box, make("div", { class: "rowx" }, look), noneShared, files),
  ];
  const show = (view) => {
    keep.show(view.keep);
    share.show({ ok: true, why: "" });
    showKept(view.kept);
    noneKept.hidden = view.kept.length > 0;
    showFiles(view.shared || []);
    noneShared.hidden = !view.looked || Boolean(view.shared?.length);
  };
  return { boxes, show };
}
