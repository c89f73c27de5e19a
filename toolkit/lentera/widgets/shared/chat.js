// Messages as they are written from one person to another: who, when, what; the newest at the end.
import { make } from "./dom.js";

/** Make a conversation; messages that are there already stay as they are. */
export function makeChat(label) {
  const list = make("ol", { class: "chat", "aria-label": label });
  let shown = [];
  const show = (messages) => {
    const keys = messages.map((message) => JSON.stringify(message));
    let same = 0;
    while (same < shown.length && shown[same] === keys[same]) same += 1;
    while (list.children.length > same) list.lastElementChild.remove();
    for (const message of messages.slice(same)) {
      list.append(make("li", { class: message.mine ? "mine" : "" }, make("p", { class: "small" }, make("b", {}, message.who), message.time ? ` · ${message.time}` : ""), make("p", {}, message.text)));
    }
    shown = keys;
    list.hidden = !messages.length;
  };
  return { list, show };
}
