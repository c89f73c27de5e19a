// Joining by lists: from where to where, and for who wants it the cable, its length and its connector.
import { freshId, make } from "../shared/dom.js";
import { makeSelect } from "../shared/frame.js";

/** Make a part that opens at its heading; what is rare is not in the way of what is usual. */
export function makeFold(title, ...children) {
  return make("details", { class: "fold" }, make("summary", { "data-lm-suppress-shortcuts": "true" }, make("h3", {}, title)), make("div", { class: "foldin" }, ...children));
}

/** Make the fields for a cable: `read()` gives what is chosen, null where the length is no number. */
export function makeCable(words) {
  const cable = makeSelect(words.cable, words.cables);
  const connector = makeSelect(words.connector, words.connectors);
  const id = freshId("panjang");
  const length = make("input", { type: "text", id, inputmode: "decimal", autocomplete: "off" });
  const box = make("div", {}, make("label", { for: id }, `${words.length} (${words.length_unit})`), length);
  const number = () => Number(length.value.trim().replace(",", "."));
  return {
    boxes: [cable.box, box, connector.box],
    first: cable.select,
    length,
    read: () => (length.value.trim() && Number.isFinite(number()) ? { cable: cable.select.value, length: number(), connector: connector.select.value } : null),
    show: (lead) => {
      cable.show(lead.cable);
      connector.show(lead.connector);
      length.value = String(lead.length).replace(".", words.lang === "en" ? "." : ",");
    },
  };
}

/** Say where a length is no number, and lead back to it. */
export function askLength(words, cable, tell) {
  tell(words.length_bad);
  cable.length.focus();
}

/** Make the form that joins a lead. */
export function makeJoining(words, send, tell) {
  const sockets = (kit) => [
    make("option", { value: "" }, words.pick),
    ...words.boards[kit].groups.map((group) =>
      make("optgroup", { label: group.label }, ...group.terminals.map((id) => make("option", { value: id }, words.boards[kit].terminals[id].option)))),
  ];
  const from = makeSelect(words.from, []);
  const to = makeSelect(words.to, []);
  const colour = makeSelect(words.colour, words.colours);
  const cable = makeCable(words);
  cable.show(words.usual);
  const fold = makeFold(words.lead_title, make("div", { class: "cable" }, ...cable.boxes));
  const form = make(
    "form",
    {
      class: "form",
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        if (!from.select.value || !to.select.value) {
          tell(words.pick_both);
          (from.select.value ? to : from).select.focus();
          return;
        }
        const kind = fold.hidden ? {} : cable.read();
        if (kind === null) {
          fold.open = true;
          askLength(words, cable, tell);
          return;
        }
        send({ do: "join", start: from.select.value, end: to.select.value, colour: colour.select.value, ...kind });
      },
    },
    from.box, to.box, colour.box,
    make("button", { type: "submit", class: "btn main" }, make("span", {}, words.join)),
    fold,
  );
  let kit = null;
  /** Offer the sockets of the kit on the table, and make ready for the next wire once this one is really there. */
  const show = (view) => {
    if (kit !== view.kit) {
      kit = view.kit;
      from.select.replaceChildren(...sockets(kit));
      to.select.replaceChildren(...sockets(kit));
      // A plug-in cable has one kind and both wires.
      fold.hidden = colour.box.hidden = kit === "a";
    }
    const last = view.wires[view.wires.length - 1];
    if (!last || last.start !== from.select.value || last.end !== to.select.value) return;
    const hadFocus = form.contains(document.activeElement);
    from.select.value = "";
    to.select.value = "";
    if (hadFocus) from.select.focus();
  };
  /** Give what the cable fields hold, for a lead that is joined in the picture. */
  const kind = () => (fold.hidden ? {} : cable.read() || {});
  return { form, show, kind, focus: () => from.select.focus() };
}
