// The review: what the buyer writes, what the seller answers, or where a spoken or signed review lies; advice beside each.
import { button, freshId, icon, make, say } from "../shared/dom.js";
import { makeFrame, makeLater, makeRadios, makeSelect } from "../shared/frame.js";

/** Make the advice under a field: a sign, a word and a sentence for each thing. */
function makeAdvice(words) {
  const list = make("ul", { class: "rv-advice", id: freshId("nasihat"), "aria-label": words.advice });
  const titles = { ok: words.right, next: words.next, stop: words.danger };
  const show = (rows) => {
    const key = JSON.stringify(rows);
    if (list.dataset.key === key) return;
    list.dataset.key = key;
    list.replaceChildren(...rows.map((row) => make("li", { class: row.kind }, icon(row.kind), make("div", {}, make("b", {}, titles[row.kind]), make("p", {}, row.text)))));
    list.hidden = !rows.length;
  };
  return { list, show };
}

/** Make a field of words with its help and its advice. */
function makeText(words, name, frame, { lines = "4" } = {}) {
  const id = freshId("tulis");
  const help = make("p", { class: "help", id: `${id}-bantuan` }, words.helps[name]);
  const element = make("textarea", { id, rows: lines, "aria-describedby": help.id });
  const later = makeLater(() => frame.send({ do: "set", field: name, value: element.value }));
  element.addEventListener("input", later.soon);
  element.addEventListener("blur", later.now);
  const count = make("p", { class: "muted small" });
  const advice = makeAdvice(words);
  const box = make("div", { class: "field" }, make("label", { for: id, class: "lab" }, words.fields[name]), help, element, count, advice.list);
  const show = (now) => {
    if (element !== document.activeElement && element.value !== now.value) element.value = now.value;
    say(count, now.count);
    advice.show(now.advice);
  };
  return { box, show, element, leave: later.now };
}

function renderReview({ model, el }) {
  const frame = makeFrame({ model, el });
  const { words } = frame;
  let asked = false;
  const set = (field) => (value) => frame.send({ do: "set", field, value });
  const about = makeSelect(words.fields.tentang, [], set("tentang"));
  const stars = makeRadios(words.fields.bintang, words.stars, set("bintang"));
  const review = makeText(words, "ulasan", frame);
  const answer = makeText(words, "jawaban", frame);
  const where = makeText(words, "tempat", frame, { lines: "2" });
  const box = make("input", { type: "checkbox", onchange: () => frame.send({ do: "spoken", on: box.checked }) });
  const spoken = make("div", { class: "field" }, make("label", { class: "pick" }, box, make("span", {}, words.spoken)), make("p", { class: "help" }, words.spoken_help));
  const check = button(words.read, () => {
    [review, answer, where].forEach((one) => one.leave());
    asked = true;
    frame.send({ do: "check" });
  }, { kind: "main", picture: "hint" });
  const closing = make("p", { class: "tally" });
  frame.saybar.append(check);
  frame.widget.append(
    make("div", { class: "block" }, make("p", {}, words.intro), make("p", { class: "muted" }, words.marked)),
    make("div", { class: "field rv-about" }, about.box, stars.box),
    spoken, where.box, review.box, answer.box,
    frame.saybar, frame.notice,
    make("div", { class: "block" }, closing, frame.saved));

  return frame.follow((view, mine) => {
    about.offer(view.goods);
    about.show(view.about);
    stars.show(view.stars);
    box.checked = view.spoken;
    where.box.hidden = !view.spoken;
    review.show(view.texts.ulasan);
    answer.show(view.texts.jawaban);
    where.show(view.texts.tempat);
    say(closing, view.closing);
    // "Saved" is said once while she goes on writing; what she asks for is said each time.
    const again = asked && mine;
    if (mine) asked = false;
    return again;
  }, () => [review, answer, where].forEach((one) => one.leave()));
}

export default { render: renderReview };
