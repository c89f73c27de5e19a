// The showroom: choose a shop, have its page before you, tell its owner something.
import { button, make, say } from "../shared/dom.js";
import { makeBlock, makeFrame, makeLater } from "../shared/frame.js";
import { makeChoice } from "../shared/choice.js";

/** Make a box for a sentence or two; what is typed is sent when she pauses. */
function makeSentence(u, name, title, help, send, tag = "textarea") {
  const id = `${u}-${name}`;
  const area = make(tag, { id, rows: tag === "textarea" ? "2" : undefined, type: tag === "input" ? "text" : undefined, "aria-describedby": help ? `${id}-bantuan` : undefined });
  const later = makeLater(() => send(area.value));
  let typing = false;
  area.addEventListener("input", () => {
    typing = true;
    later.soon();
  });
  area.addEventListener("blur", () => {
    typing = false;
    later.now();
  });
  const show = (text) => {
    if (!typing && area.value !== text) area.value = text;
  };
  return { box: make("div", { class: "sh-field" }, make("label", { for: id }, title), area, help ? make("p", { class: "muted", id: `${id}-bantuan` }, help) : null), area, show, leave: later.now };
}

function renderShowroom({ model, el }) {
  const frame = makeFrame({ model, el });
  const { words, u } = frame;
  const shops = makeChoice(words.shop, [], (shop) => frame.send({ do: "shop", shop }));
  const pages = makeChoice(words.page, [], (page) => frame.send({ do: "page", page }));
  const fetch = button(words.fetch, () => frame.send({ do: "fetch" }, { patience: 15000 }));
  const none = make("p", {}, words.none);
  // No right at all inside: what a learner has written can neither run, nor ask, nor leave.
  const shown = make("iframe", { sandbox: "", class: "sh-frame", tabindex: "0", referrerpolicy: "no-referrer" });
  const outline = make("ol", { class: "sh-outline" });
  const visit = make("div", { class: "sh-visit" }, make("div", {}, shown), make("div", {}, make("h3", {}, words.outline), outline));

  const tell = (field) => (value) => frame.send({ do: "tell", field, value }, { repeats: true });
  const praise = makeSentence(u, "pujian", words.praise, words.praise_help, tell("praise"));
  const wish = makeSentence(u, "saran", words.wish, words.wish_help, tell("wish"));
  const where = makeSentence(u, "tempat", words.where, "", tell("where"), "input");
  const recorded = make("input", { type: "checkbox", "aria-describedby": `${u}-rekam`, onchange: () => tell("recorded")(recorded.checked) });
  const why = make("p", { class: "muted" });
  const written = make("p", {});
  const fields = make("fieldset", { class: "sh-tell" }, make("legend", { class: "sr" }, words.feedback),
    praise.box, wish.box,
    make("div", {}, make("label", { class: "pick" }, recorded, make("span", {}, words.recorded)), make("p", { class: "muted", id: `${u}-rekam` }, words.recorded_help)),
    where.box);

  frame.bar.append(fetch);
  frame.widget.append(
    makeBlock("", make("p", {}, words.intro), none, make("div", { class: "sh-choose" }, shops.box, pages.box)),
    makeBlock("", visit), frame.saybar, frame.notice,
    makeBlock(words.feedback, why, fields, written), makeBlock("", frame.saved));

  return frame.follow((view) => {
    shops.offer(view.shops);
    shops.show(view.shop, true);
    pages.offer(view.pages);
    pages.show(view.page, true);
    none.hidden = view.shops.length > 0;
    visit.hidden = !view.html;
    if (shown.dataset.html !== view.html) {
      shown.dataset.html = view.html;
      shown.setAttribute("srcdoc", view.html);
    }
    shown.setAttribute("title", `${words.frame}: ${view.page}`);
    const key = JSON.stringify(view.outline);
    if (outline.dataset.key !== key) {
      outline.dataset.key = key;
      outline.replaceChildren(...view.outline.map((row) => make("li", {}, make("span", { class: "muted" }, `${row.kind}: `), row.text)));
    }
    praise.show(view.told.praise);
    wish.show(view.told.wish);
    where.show(view.told.where);
    recorded.checked = view.told.recorded;
    where.box.hidden = !view.told.recorded;
    fields.disabled = !view.may_tell.ok;
    say(why, view.may_tell.why);
    why.hidden = view.may_tell.ok;
    say(written, view.written.length ? `${words.written}: ${view.written.join(", ")}` : "");
  }, () => [praise, wish, where].forEach((one) => one.leave()));
}

export default { render: renderShowroom };
