// Putting steps in order: those on offer, each with its button, and those chosen, to move earlier or later.
import { button, make, say, setAvailable } from "./dom.js";

/** Make the possible steps, each with its button; what is chosen says so and stays in its place. */
export function makeActions(words, frame) {
  const list = make("ul", { class: "offered" });
  let lines = [];
  const show = (actions) => {
    if (lines.map((one) => one.id).join() !== actions.map((one) => one.id).join()) {
      lines = actions.map((one) => {
        const add = button(words.add, () => frame.send({ do: "add", action: one.id }), { tell: frame.tell });
        const label = make("span", {});
        add.words.replaceChildren(label, make("span", { class: "sr" }, ` ${one.text}`));
        return { id: one.id, add, label, line: make("li", {}, make("span", {}, one.text), add) };
      });
      list.replaceChildren(...lines.map((one) => one.line));
    }
    actions.forEach((one, index) => {
      const { add, label } = lines[index];
      say(label, one.taken ? words.taken : words.add);
      setAvailable(add, !one.taken, one.taken ? words.taken : "");
    });
  };
  return { list, show, first: () => lines[0]?.add };
}

/** Make the chosen steps; a step is known by its name and keeps its buttons while it moves. */
export function makeSteps(words, frame) {
  const list = make("ol", { class: "ordered" });
  const known = new Map();
  let order = [];
  const makeStep = (id) => {
    const at = () => order.indexOf(id);
    const text = make("span", {});
    const act = (label, message) => {
      const one = button(label, () => frame.send({ at: at(), ...message }), { tell: frame.tell });
      const what = make("span", { class: "sr" });
      one.words.append(what);
      return { one, what };
    };
    const up = act(words.up, { do: "move", by: -1 });
    const down = act(words.down, { do: "move", by: 1 });
    const drop = act(words.drop, { do: "drop" });
    drop.one.classList.add("quiet");
    const line = make("li", {}, text, make("div", { class: "rowx" }, up.one, down.one, drop.one));
    return { line, text, up, down, drop };
  };
  const show = (steps) => {
    order = steps.map((step) => step.id);
    const lost = [...known].some(([id, one]) => !order.includes(id) && one.line.contains(document.activeElement));
    for (const [id, one] of known) {
      if (order.includes(id)) continue;
      one.line.remove();
      known.delete(id);
    }
    steps.forEach((step, index) => {
      if (!known.has(step.id)) known.set(step.id, makeStep(step.id));
      const one = known.get(step.id);
      say(one.text, `${index + 1}. ${step.text}`);
      for (const part of [one.up, one.down, one.drop]) say(part.what, ` ${step.text}`);
      setAvailable(one.up.one, step.up.ok, step.up.why);
      setAvailable(one.down.one, step.down.ok, step.down.why);
      if (list.children[index] === one.line) return;
      // Moving a line takes the focus out of it; it is given back at once.
      const held = one.line.contains(document.activeElement) ? document.activeElement : null;
      list.insertBefore(one.line, list.children[index] || null);
      if (held) held.focus();
    });
    list.hidden = !steps.length;
    return lost;
  };
  return { list, show };
}
