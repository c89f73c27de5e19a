// The list of messages: who, how it stands, first words, channel and time; each row opens its message.
import { icon, make, say } from "../shared/dom.js";
import { inboxSign } from "./icons.js";

/** Make the list; `onopen` gets the id of the message that was chosen. */
export function makeRows(words, onopen) {
  const list = make("ol", {});
  const box = make("nav", { class: "ib-list", "aria-label": words.list }, list);
  let rows = [];
  const makeRow = (id) => {
    const mark = make("span", { class: "ib-mark" });
    const sender = make("b", {});
    const channel = make("span", { class: "ib-channel" });
    const first = make("span", { class: "ib-first" });
    const time = make("span", { class: "ib-time" });
    const open = make("button", { type: "button", class: "ib-row", onclick: () => onopen(id) },
      mark, make("span", { class: "ib-who" }, sender), make("span", { class: "ib-what" }, channel, first), time);
    return { id, mark, sender, channel, first, time, open, line: make("li", {}, open) };
  };
  const show = (shown, at) => {
    if (rows.map((one) => one.id).join() !== shown.map((one) => one.id).join()) {
      rows = shown.map((one) => makeRow(one.id));
      list.replaceChildren(...rows.map((one) => one.line));
    }
    shown.forEach((row, index) => {
      const one = rows[index];
      say(one.sender, row.sender);
      if (one.open.getAttribute("aria-label") !== row.heard) one.open.setAttribute("aria-label", row.heard);
      say(one.first, row.first);
      say(one.time, row.time);
      if (one.mark.dataset.mark !== row.mark) {
        one.mark.dataset.mark = row.mark;
        one.mark.className = `ib-mark ${row.mark}`;
        one.mark.replaceChildren(row.mark === "unread" ? inboxSign("unread") : icon(row.mark));
      }
      if (one.channel.dataset.channel !== row.channel) {
        one.channel.dataset.channel = row.channel;
        one.channel.replaceChildren(inboxSign(row.channel));
      }
      if (row.id === at) one.open.setAttribute("aria-current", "true");
      else one.open.removeAttribute("aria-current");
    });
  };
  return { box, show, current: () => list.querySelector("[aria-current]") };
}
