// Publishing: the list to go through, what the photos show, address, and where the envelope goes.
import { button, icon, make, say } from "../shared/dom.js";
import { makeBlock, makeDoing, makeFrame, makeLater, makeSelect } from "../shared/frame.js";
import { makeChoice } from "../shared/choice.js";

const SVG = "http://www.w3.org/2000/svg";

/** Draw a QR code on its own white ground: cameras read dark on light in every theme. */
function drawCode(holder, code, title) {
  if (holder.dataset.key === code.path) return;
  holder.dataset.key = code.path;
  const element = (tag, attributes) => {
    const one = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) one.setAttribute(name, value);
    return one;
  };
  const svg = element("svg", { viewBox: `0 0 ${code.size} ${code.size}`, role: "img", "aria-label": title, "shape-rendering": "crispEdges", focusable: "false" });
  svg.append(element("rect", { width: code.size, height: code.size, fill: "#fff" }), element("path", { d: code.path, fill: "#000" }));
  holder.replaceChildren(svg);
}

/** Make the list to go through; each row is kept, so that whoever reads it keeps her place. */
function makePoints(words) {
  const list = make("ul", { class: "pb-points" });
  const rows = new Map();
  const makeRow = (id) => {
    const sign = make("span", { class: "pb-sign" });
    const title = make("b", {});
    const state = make("strong", { class: "pb-state" });
    const says = make("p", {});
    const following = make("p", {});
    const row = make("li", {}, sign, make("span", {}, title, make("span", { class: "sr" }, ": ")), state, make("div", { class: "pb-says" }, says, following));
    list.append(row);
    rows.set(id, { row, sign, title, state, says, following });
    return rows.get(id);
  };
  const show = (points) => points.forEach((point) => {
    const one = rows.get(point.id) || makeRow(point.id);
    const kind = point.ok ? "ok" : "yet";
    if (one.row.dataset.kind !== kind) {
      one.row.dataset.kind = kind;
      one.sign.replaceChildren(icon(kind));
    }
    say(one.title, point.title);
    say(one.state, point.ok ? words.ok : point.blocks ? words.must : words.should);
    say(one.says, [point.page && !point.ok ? `${point.page}:` : "", point.says].filter(Boolean).join(" "));
    say(one.following, point.next);
    one.says.hidden = !point.says;
    one.following.hidden = !point.next;
  });
  return { list, show };
}

/** Make one list to choose from for each photo that the pages show. */
function makePhotos(words, frame) {
  const box = make("div", { class: "pb-photos" });
  const none = make("p", { class: "muted" }, words.no_photos);
  const choices = new Map();
  const show = (photos) => {
    for (const [name, choice] of choices) {
      if (photos.some(([one]) => one === name)) continue;
      choice.box.remove();
      choices.delete(name);
    }
    for (const [name, kind] of photos) {
      if (!choices.has(name)) {
        choices.set(name, makeChoice(name, words.kinds, (value) => frame.send({ do: "photo", name, kind: value })));
        choices.get(name).box.querySelector("label").append(make("span", { class: "sr" }, `: ${words.photos}`));
        box.append(choices.get(name).box);
      }
      choices.get(name).show(kind);
    }
    none.hidden = photos.length > 0;
  };
  return { box: make("div", {}, none, box), show, leave: () => choices.forEach((choice) => choice.flush()) };
}

/** Make a field whose text is sent when she pauses or leaves it. */
function makeText(u, name, title, help, send) {
  const id = `${u}-${name}`;
  const input = make("input", { type: "text", id, autocomplete: "off", "aria-describedby": `${id}-bantuan` });
  const later = makeLater(() => send(input.value));
  let typing = false;
  input.addEventListener("input", () => {
    typing = true;
    later.soon();
  });
  input.addEventListener("change", () => {
    typing = false;
    later.now();
  });
  input.addEventListener("blur", () => {
    typing = false;
  });
  const show = (text) => {
    if (!typing && input.value !== text) input.value = text;
  };
  return { box: make("div", { class: "pb-field" }, make("label", { for: id }, title), input, make("p", { class: "muted", id: `${id}-bantuan` }, help)), input, show, leave: later.now };
}

function renderPublish({ model, el }) {
  const frame = makeFrame({ model, el });
  const { words, u } = frame;
  const points = makePoints(words);
  const photos = makePhotos(words, frame);
  const contact = makeText(u, "kontak", words.contact, words.contact_help, (text) => frame.send({ do: "contact", text }));
  const address = makeText(u, "alamat", words.address, words.address_help, (text) => frame.send({ do: "address", text }));
  const whole = make("p", { class: "pb-whole" });
  const places = makeSelect(words.to, []);
  const go = makeDoing(words.publish, () => frame.send({ do: "publish", to: places.select.value }, { patience: 15000 }), frame.tell, { kind: "main" });
  const look = button(words.look, () => frame.send({ do: "look" }, { patience: 15000 }), { picture: "ok" });

  const code = make("div", { class: "pb-code" });
  const where = make("p", { class: "pb-address" });
  const envelope = make("dd", {});
  const archive = make("dd", {});
  const staysTitle = make("dt", {}, words.stays);
  const stays = make("dd", {});
  const done = makeBlock(words.published, make("div", { class: "pb-done" }, code, make("div", {},
    make("p", { class: "muted" }, words.address_is), where, make("p", {}, words.network),
    make("dl", { class: "pb-files" }, make("dt", {}, words.envelope), envelope, make("dt", {}, words.archive), archive, staysTitle, stays))));

  frame.saybar.append(look);
  frame.widget.append(
    makeBlock("", make("p", {}, words.intro)),
    makeBlock(words.points, points.list),
    makeBlock(words.photos, make("p", { class: "muted" }, words.photos_help), photos.box),
    makeBlock("", make("div", { class: "pb-fields" }, contact.box, make("div", {}, address.box, whole))),
    frame.saybar, frame.notice,
    makeBlock("", make("div", { class: "pb-go" }, places.box, make("div", {}, go.element, go.why))),
    done, makeBlock("", frame.saved));

  return frame.follow((view) => {
    points.show(view.points);
    photos.show(view.photos);
    contact.show(view.contact);
    address.show(view.address);
    say(whole, view.address_whole);
    places.offer(view.places);
    go.show(view.publish);
    done.hidden = !view.published;
    if (!view.published) return;
    drawCode(code, view.published.qr, words.qr);
    say(where, view.published.address);
    say(envelope, view.published.envelope);
    say(archive, view.published.archive);
    say(stays, view.published.stays.join(", "));
    stays.hidden = staysTitle.hidden = !view.published.stays.length;
  }, () => {
    photos.leave();
    contact.leave();
    address.leave();
  });
}

export default { render: renderPublish };
