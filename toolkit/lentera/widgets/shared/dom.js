// Small building blocks shared by every widget.

/** Elements a person can land on with Tab. */
export const FOCUSABLE = new Set(["a", "button", "input", "select", "textarea"]);

/** Make an element. Focusable ones opt out of notebook shortcuts, or typing "b" would insert a cell. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "onclick" || name === "onchange" || name === "oninput" || name === "onsubmit" || name === "onkeydown") {
      element.addEventListener(name.slice(2), value);
    } else {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  // Measured: the notebook honours the attribute only on the focused element itself, never on an ancestor.
  if (FOCUSABLE.has(tag) || "tabindex" in attributes) element.setAttribute("data-lm-suppress-shortcuts", "true");
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

/** Escape text for use inside markup strings. */
export function plain(text) {
  return String(text).replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);
}

/** Set text only when it differs, so that a live region speaks once. */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * Show words to eyes and, where they sound alike, other words to ears.
 * With `again` the same words are told once more: a space at their end comes and goes, because a live region says
 * only what has changed, and a gesture that is answered by silence looks like a broken button.
 */
export function twoVoices(element, shown, spoken, again = false) {
  const key = `${shown}\n${spoken}`;
  const same = element.dataset.key === key;
  if (same && !again) return;
  const breath = same && element.dataset.breath === "" ? "\u00a0" : "";
  element.dataset.key = key;
  element.dataset.breath = breath;
  if (!spoken || spoken === shown) {
    element.replaceChildren(shown + breath);
  } else {
    element.replaceChildren(make("span", { "aria-hidden": "true" }, shown), make("span", { class: "sr" }, spoken + breath));
  }
}

export const ICONS = {
  undo: '<path d="M8.5 5L4 9.5 8.5 14"/><path d="M4.5 9.5H14a5 5 0 0 1 0 10H9"/>',
  redo: '<path d="M15.5 5L20 9.5 15.5 14"/><path d="M19.5 9.5H10a5 5 0 0 0 0 10h5"/>',
  ok: '<circle cx="12" cy="12" r="9.5"/><path d="M7.5 12.5l3 3 6-6.5"/>',
  yet: '<path d="M12 2.5L21.5 12 12 21.5 2.5 12z"/><path d="M12 7.5v5.5M12 16.3v.2"/>',
  next: '<circle cx="12" cy="12" r="9.5"/><path d="M7 12h9.5M12.5 8l4 4-4 4"/>',
  hint: '<path d="M9 17a6.5 6.5 0 1 1 6 0v2H9z"/><path d="M10 22h4"/>',
  stop: '<path d="M8 2.5h8L21.500 8v8L16 21.500H8L2.500 16V8z"/><path d="M12 7v6M12 16.300v.2"/>',
  safe: '<circle cx="12" cy="12" r="9.5"/><path d="M8.5 9.5v.3M15.5 9.5v.3" stroke-width="3"/><path d="M7.5 14c1 2.2 2.6 3.2 4.5 3.2s3.5-1 4.5-3.2"/>',
  doubt: '<path d="M12 2.5L21.500 12 12 21.5 2.5 12z"/><path d="M9.500 10v.3M14.500 10v.3" stroke-width="3"/><path d="M9 15h6"/>',
  danger: '<path d="M7.800 2.500h8.400l5.300 5.300v8.400l-5.300 5.300H7.800l-5.300-5.300V7.800z"/><path d="M9 9.500v.3M15 9.500v.3" stroke-width="3"/><path d="M8.500 16.500c1-1.600 2.200-2.300 3.500-2.300s2.500.7 3.500 2.300"/>',
  later: '<circle cx="12" cy="12" r="9.5"/><path d="M12 6.500V12l3.500 2.500"/>',
};

/** Make markup of our own into an element; never used for what people wrote. */
export function fromMarkup(markup) {
  const holder = document.createElement("template");
  holder.innerHTML = markup;
  return holder.content.firstElementChild;
}

/** Draw shapes of our own for the eye alone; words always stand beside them. */
export function decoration(shapes, { kind = "ic", box = "0 0 24 24" } = {}) {
  return fromMarkup(`<svg class="${kind}" viewBox="${box}" aria-hidden="true" focusable="false">${shapes}</svg>`);
}

/** Make a decorative icon. */
export function icon(name) {
  return decoration(ICONS[name]);
}

/**
 * Make a button; an unavailable one stays reachable, says why beside itself, and tells it when pressed.
 * Many hands press everything twice: the second click of a double click counts only where `repeats` says so.
 */
export function button(label, onclick, { kind = "", picture = "", id, repeats = false, tell } = {}) {
  const words = make("span", {}, label);
  const element = make("button", {
    type: "button",
    class: `btn ${kind}`.trim(),
    id,
    onclick: (event) => {
      if (event.detail > 1 && !repeats) return;
      if (element.getAttribute("aria-disabled") !== "true") onclick();
      else if (tell && element.dataset.reason) tell(element.dataset.reason);
    },
  });
  if (picture) element.append(icon(picture));
  element.append(words);
  element.words = words;
  return element;
}

/** Mark a button available or not, and put the reason where the button points for it. */
export function setAvailable(element, available, reason, why) {
  if (available) {
    element.removeAttribute("aria-disabled");
    element.removeAttribute("aria-describedby");
  } else {
    element.setAttribute("aria-disabled", "true");
    if (why) element.setAttribute("aria-describedby", why);
  }
  element.dataset.reason = available ? "" : reason || "";
}

let counter = 0;
/** Make an id that no other view on the page has. */
export function freshId(name) {
  counter += 1;
  return `lentera-${name}-${counter}-${Math.random().toString(36).slice(2, 7)}`;
}

/** Make the root every widget draws in: language, theme, text size, and no key press leaking to the notebook. */
export function makeRoot(el, model) {
  const root = make("div", { class: "lentera", lang: model.get("words").lang });
  const dress = () => {
    const look = model.get("look") || {};
    if (look.theme && look.theme !== "terang") root.dataset.tema = look.theme;
    else delete root.dataset.tema;
    root.dataset.huruf = String(look.text_size || 100);
  };
  dress();
  model.on("change:look", dress);
  root.addEventListener("keydown", (event) => event.stopPropagation());
  el.append(root);
  return root;
}

/** How long an ordinary gesture may stay without an answer [ms]. */
const USUAL_PATIENCE = 3000;

/**
 * Send gestures and watch for replies: after three seconds of silence, or after the `patience` of a gesture that
 * works something large out, say in words that the learning engine does not answer. The same gesture is not sent again while its reply is on the way, unless it `repeats`: who presses
 * "Sambungkan" twice on a slow laptop wants one lead, and no refusal for the second.
 */
export function makeLine(model, words, root) {
  const name = freshId("tanya");
  const waiting = new Map();
  let sent = 0;
  let sliding = false;
  let slideNumber = 0;
  let newest = null;
  const sentence = make("p", {});
  const notice = make("div", { class: "offline", role: "alert", hidden: true }, icon("stop"), sentence);
  let timer = null;
  let armed = 0;
  const arm = (patience) => {
    clearTimeout(timer);
    armed = patience;
    timer = patience ? setTimeout(silent, patience) : null;
  };
  const silent = () => {
    sentence.textContent = words.silent;
    notice.hidden = false;
    root.dataset.diam = "ya";
  };
  /** Take note of a view: `tag` says which gesture of which screen it answers. */
  const answered = (tag) => {
    const mine = Array.isArray(tag) && tag[0] === name;
    for (const number of waiting.keys()) if (mine && number <= tag[1]) waiting.delete(number);
    if (mine && sliding && tag[1] >= slideNumber) {
      sliding = false;
      const next = newest;
      newest = null;
      if (next) queueMicrotask(() => slide(...next));
    }
    arm(Math.max(0, ...[...waiting.values()].map((one) => one.patience)));
    if (notice.hidden) return mine;
    notice.hidden = true;
    sentence.textContent = "";
    delete root.dataset.diam;
    return mine;
  };
  const send = (message, { repeats = false, patience = USUAL_PATIENCE } = {}) => {
    const gesture = JSON.stringify(message);
    if (!repeats && notice.hidden && [...waiting.values()].some((one) => one.gesture === gesture)) return;
    sent += 1;
    waiting.set(sent, { gesture, patience });
    try {
      model.send({ ...message, tag: [name, sent] });
    } catch {
      silent();
      return;
    }
    // A longer patience holds; an ordinary gesture never puts the notice off.
    if (patience > armed) arm(patience);
  };
  /** Send where a slider is now; while an earlier place is on the way, only the newest one follows it. */
  const slide = (message, how = {}) => {
    if (sliding) {
      newest = [message, how];
      return;
    }
    sliding = true;
    send(message, { ...how, repeats: true });
    slideNumber = sent;
  };
  /** Tell whether a later gesture of this screen is still on its way. */
  const waits = () => waiting.size > 0;
  return { notice, send, slide, answered, waits };
}

/** Draw the fixed rows of feedback; a row with nothing to say is left out. */
export function drawReport(holder, report, words, actions = () => []) {
  const key = JSON.stringify(report);
  if (holder.dataset.key === key) return;
  holder.dataset.key = key;
  holder.replaceChildren();
  if (!report) return;
  const spoken = report.spoken || {};
  const row = (kind, title, sentences, heard = [], acts = []) => {
    if (!sentences.length) return null;
    const said = sentences.map((text, index) => {
      const paragraph = make("p", {});
      twoVoices(paragraph, text, heard[index]);
      return paragraph;
    });
    return make("div", { class: kind }, icon(kind), make("div", {}, make("b", {}, title), ...said, acts.length ? make("div", { class: "acts" }, ...acts) : null));
  };
  holder.append(
    make(
      "div",
      { class: "fb" },
      row("ok", words.right, report.right || [], spoken.right),
      row("yet", words.yet, report.yet ? [report.yet] : [], [spoken.yet]),
      row("next", words.next, report.next ? [report.next] : [], [spoken.next], actions(report)),
    ),
  );
}
