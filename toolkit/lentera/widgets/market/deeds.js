// What a role may do now: fields of one deed, its big button, and the reason of what cannot be done yet.
import { button, freshId, make, say } from "../shared/dom.js";
import { makeLater, makeRadios, makeSelect } from "../shared/frame.js";

/** Make a field that is typed in: one line, several lines, or a number. */
function makeTyped(field, send) {
  const id = freshId("isi");
  const lines = field.kind === "lines";
  const help = field.help ? make("p", { class: "muted small", id: `${id}-bantuan` }, field.help) : null;
  const element = make(lines ? "textarea" : "input", { id, type: lines ? undefined : "text", rows: lines ? "3" : undefined, inputmode: field.kind === "number" ? "numeric" : undefined, autocomplete: "off", "aria-describedby": help ? help.id : undefined });
  const later = makeLater(() => send(element.value));
  element.addEventListener("input", later.soon);
  element.addEventListener("blur", later.now);
  const box = make("div", { class: `mk-field ${field.kind}` }, make("label", { for: id }, field.label), element, help);
  const show = (now) => {
    if (element !== document.activeElement && element.value !== now.value) element.value = now.value;
  };
  return { box, show, target: element, leave: later.now };
}

/** Make one field of a deed; `send` takes its value as text. */
export function makeDeedField(field, send) {
  if (field.kind === "radios") {
    const made = makeRadios(field.label, field.options, send);
    made.box.classList.add("mk-field", "radios");
    return { box: made.box, show: (now) => made.show(now.value), target: made.radios[0].radio, leave: () => {} };
  }
  if (field.kind === "choice") {
    const made = makeSelect(field.label, field.options, send);
    made.box.classList.add("mk-field");
    const show = (now) => {
      made.offer(now.options);
      made.show(now.value);
    };
    return { box: made.box, show, target: made.select, leave: () => {} };
  }
  return makeTyped(field, send);
}

function makeDeed(deed, frame) {
  const name = make("h4", { class: "mk-deedname" });
  const about = make("p", { class: "muted" });
  const fields = deed.fields.map((field) => ({ name: field.name, ...makeDeedField(field, (value) => frame.send({ do: "set", deed: deed.id, field: field.name, value })) }));
  const act = button(deed.label, () => {
    fields.forEach((field) => field.leave());
    frame.send({ do: "deed", deed: deed.id });
  }, { kind: deed.main ? "big main" : "big" });
  const item = make("li", { class: "mk-deed" }, fields.length ? name : null, about, fields.length ? make("div", { class: "mk-fields" }, ...fields.map((field) => field.box)) : null, make("div", { class: "rowx" }, act));
  const show = (now) => {
    say(name, now.label);
    say(about, now.about);
    about.hidden = !now.about;
    say(act.words, now.label);
    act.className = `btn big ${now.main ? "main" : ""}`.trim();
    now.fields.forEach((field, index) => fields[index].show(field));
  };
  return { item, show, act, first: () => (fields.length ? fields[0].target : act), leave: () => fields.forEach((field) => field.leave()) };
}

/** Make a list of deeds; one that is there from one view to the next keeps its elements, its words and the focus. */
export function makeDeeds(frame) {
  const list = make("ul", { class: "mk-deeds" });
  const known = new Map();
  const show = (deeds) => {
    const keys = deeds.map((deed) => JSON.stringify([deed.key, deed.fields.map((field) => [field.name, field.kind, field.kind === "radios" ? field.options : 0])]));
    const lost = [...known].some(([key, one]) => !keys.includes(key) && one.item.contains(document.activeElement));
    for (const [key, one] of known) {
      if (keys.includes(key)) continue;
      one.item.remove();
      known.delete(key);
    }
    deeds.forEach((deed, index) => {
      if (!known.has(keys[index])) known.set(keys[index], makeDeed(deed, frame));
      const one = known.get(keys[index]);
      // Moving an element takes its focus away; only what is in another place is moved.
      if (list.children[index] !== one.item) list.insertBefore(one.item, list.children[index] || null);
      one.show(deed);
    });
    list.hidden = !deeds.length;
    return lost;
  };
  const first = () => {
    const one = [...known.values()].find((deed) => deed.item === list.firstElementChild);
    return one ? one.first() : null;
  };
  return { list, show, first, leave: () => known.forEach((one) => one.leave()) };
}
