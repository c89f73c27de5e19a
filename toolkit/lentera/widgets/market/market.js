// The village market: the way of one order, the card of a role, and the rooms of the market below.
import { button, freshId, make, say } from "../shared/dom.js";
import { makeFrame, makeLater, makeResult, makeTabs } from "../shared/frame.js";
import { makeAsking } from "../shared/asking.js";
import { makeSheet } from "../shared/printing.js";
import { makeChat } from "../shared/chat.js";
import { makeDeeds } from "./deeds.js";
import { drawGoods, drawRole, drawStep } from "./drawings.js";
import { makePath } from "./path.js";
import { makeActTable } from "./table.js";

/** Make the five role cards to choose from; the one whose turn it is says so in words and with a mark. */
function makeRoles(words, frame) {
  const name = freshId("peran");
  const cards = words.role_names.map(([role]) => {
    const radio = make("input", { type: "radio", name, value: role, onchange: () => frame.send({ do: "role", role }) });
    const words_ = make("span", {});
    const turn = make("span", { class: "mk-turn", hidden: true }, words.turn);
    const face = make("span", { "aria-hidden": "true" });
    face.innerHTML = drawRole(role, 32);
    return { role, radio, words: words_, turn, box: make("label", { class: "pick mk-role" }, face, radio, make("span", {}, words_, turn)) };
  });
  const box = make("fieldset", {}, make("legend", {}, words.roles), make("div", { class: "mk-roles" }, ...cards.map((one) => one.box)));
  const show = (view) => cards.forEach((one) => {
    one.radio.checked = one.role === view.role;
    say(one.words, view.roles[one.role].name);
    one.turn.hidden = !view.roles[one.role].turn;
  });
  return { box, show, chosen: () => cards.find((one) => one.radio.checked).radio };
}

/** Make the shop: each product with its picture, how many are in the cart, one more and one less. */
function makeShop(words, frame) {
  const list = make("ul", { class: "mk-goods" });
  const sum = make("p", { class: "tally" });
  const box = make("div", { class: "mk-shop", role: "group", "aria-label": words.cart }, list, sum);
  const goods = [];
  const makeGood = (one) => {
    const picture = make("span", { class: "mk-picture", "aria-hidden": "true" });
    picture.innerHTML = drawGoods(one.picture);
    const [name, price, about, count] = [make("b", {}), make("span", { class: "mk-price" }), make("span", { class: "muted small" }), make("span", { class: "mk-count" })];
    const step = (by, sign, label) => {
      const act = make("button", { type: "button", class: "btn", onclick: () => frame.send({ do: "cart", product: one.id, by }, { repeats: true }) }, make("span", { "aria-hidden": "true" }, sign), make("span", { class: "sr" }, label));
      return act;
    };
    const less = step(-1, "−", one.less);
    const more = step(1, "+", one.more);
    list.append(make("li", { class: "mk-good" }, picture, make("div", { class: "mk-about" }, name, price, about), make("div", { class: "mk-steps" }, less, count, more)));
    return { id: one.id, name, price, about, count };
  };
  const show = (shop) => {
    box.hidden = !shop;
    if (!shop) return;
    if (goods.map((one) => one.id).join() !== shop.goods.map((one) => one.id).join()) {
      list.replaceChildren();
      goods.splice(0, goods.length, ...shop.goods.map(makeGood));
    }
    shop.goods.forEach((one, index) => {
      say(goods[index].name, one.name);
      say(goods[index].price, one.price);
      say(goods[index].about, one.about);
      say(goods[index].count, String(one.count));
    });
    say(sum, shop.sum);
  };
  return { box, show, first: () => list.querySelector("button:last-of-type") };
}

/** Make the phone: what its screen shows in words, and the QR picture that says SIMULASI. */
function makePhone(words) {
  const title = make("b", {});
  const lines = make("ul", {});
  const code = make("div", { class: "mk-qr" });
  const mark = make("span", { class: "tag lampc" }, words.mark);
  const box = make("div", { class: "mk-phone", role: "group", "aria-label": words.phone }, make("div", {}, mark, title, lines), code);
  const show = (phone) => {
    box.hidden = !phone;
    if (!phone) return;
    say(title, phone.title);
    const key = JSON.stringify(phone.lines);
    if (lines.dataset.key !== key) {
      lines.dataset.key = key;
      lines.replaceChildren(...phone.lines.map((text) => make("li", {}, text)));
    }
    if (code.dataset.key !== phone.key) {
      code.dataset.key = phone.key;
      code.innerHTML = phone.qr;
    }
    code.hidden = !phone.qr;
  };
  return { box, show };
}

/** Make a field that is sent while it is typed. */
function makeLine_(label, send, { lines = false } = {}) {
  const id = freshId("tulis");
  const element = make(lines ? "textarea" : "input", { id, type: lines ? undefined : "text", rows: lines ? "2" : undefined, autocomplete: "off" });
  const later = makeLater(() => send(element.value));
  element.addEventListener("input", later.soon);
  element.addEventListener("blur", later.now);
  const show = (value) => {
    if (element !== document.activeElement && element.value !== value) element.value = value;
  };
  return { box: make("div", { class: "mk-field" }, make("label", { for: id }, label), element), element, show, leave: later.now };
}

function renderMarket({ model, el }) {
  const frame = makeFrame({ model, el });
  const { words, u } = frame;
  let goTo = "";
  let quiet = false;
  const send = frame.send;
  // "Saved" does not talk into somebody's letters.
  frame.send = (message, how) => {
    quiet = ["set", "seat"].includes(message.do);
    if (["deed", "role", "new", "open", "round"].includes(message.do)) goTo = message.do;
    send(message, how);
  };

  const round = make("span", { class: "muted" });
  const again = button(words.new_round, () => asking.open());
  const asking = makeAsking(words.round, () => again, () => frame.send({ do: "round" }));
  const fresh = button(words.new_order, () => frame.send({ do: "new" }));
  frame.bar.append(make("span", { class: "tag lampc" }, words.mark), round, fresh, again);

  const story = make("div", { class: "mk-story" });
  const orderTitle = make("h3", {});
  const orderLine = make("p", { class: "muted" });
  const path = makePath(words.path);
  const sideName = make("b", {});
  const sidePicture = make("span", { "aria-hidden": "true" });
  const side = make("p", { class: "mk-side" }, sidePicture, sideName);

  const roles = makeRoles(words, frame);
  const cardTitle = make("h3", { id: `${u}-kartu` });
  const task = make("p", { class: "muted" });
  const now = make("p", { class: "mk-now" });
  const phone = makePhone(words);
  const shop = makeShop(words, frame);
  const deeds = makeDeeds(frame);
  const none = make("p", { class: "muted" });
  const handTo = { role: "" };
  const hand = button("", () => frame.send({ do: "role", role: handTo.role }), { kind: "big main", picture: "next" });
  const note = makeLine_(words.note, (value) => frame.send({ do: "set", deed: "catatan", field: "teks", value }));
  const waitList = make("ul", { class: "mk-waits" });
  const waits = make("details", {}, make("summary", { tabindex: "0" }, words.waits), waitList);
  const others = makeDeeds(frame);
  const more = make("details", {}, make("summary", { tabindex: "0" }, words.others), others.list);
  const card = make("div", { class: "mk-card", role: "group", "aria-labelledby": `${u}-kartu` }, cardTitle, task, now, phone.box, shop.box, deeds.list, none, make("div", { class: "rowx" }, hand), more, note.box, waits);

  const orders = makeActTable(words.orders, [3], (order) => frame.send({ do: "open", order }));
  const noOrders = make("p", { class: "muted" });
  const chat = makeChat(words.chat);
  const writer = make("p", { class: "muted" });
  const message = makeLine_(words.write, (value) => frame.send({ do: "set", deed: "obrolan", field: "teks", value }), { lines: true });
  const post = button(words.send, () => {
    message.leave();
    frame.send({ do: "say" });
  });
  const stock = makeActTable(words.stock, [1, 2, 3]);
  const work = makeDeeds(frame);
  const nobody = make("p", { class: "muted" }, words.stock.nobody);
  const parcels = makeActTable(words.courier, [3], (order) => frame.send({ do: "label", order }));
  const noParcels = make("p", { class: "muted" });
  const sheet = makeSheet(words);
  const shown = make("ul", { class: "mk-goods", "aria-label": words.showroom });
  const events = make("ol", { class: "mk-events", "aria-label": words.events });
  const noEvents = make("p", { class: "muted" });
  const figures = make("dl", { class: "reads mk-reads" });
  const reads = words.figures.map(([id, name]) => {
    const value = make("dd", {});
    figures.append(make("div", {}, make("dt", {}, name), value));
    return { id, value };
  });
  const seats = words.seats.names.map(([role, name]) => ({ role, ...makeLine_(name, (value) => frame.send({ do: "seat", role, name: value })) }));
  const turned = button(words.seats.turned, () => frame.send({ do: "turned" }));
  const known = make("ul", { class: "state" }, ...words.known.map((text) => make("li", {}, text)));
  const panels = {
    orders: make("div", { class: "mk-room" }, noOrders, orders.table),
    chat: make("div", {}, chat.list, writer, message.box, make("div", { class: "rowx" }, post)),
    stock: make("div", { class: "mk-room" }, stock.table, make("h4", {}, words.stock.work), nobody, work.list),
    courier: make("div", { class: "mk-room" }, noParcels, parcels.table, sheet.box),
    showroom: make("div", {}, shown),
    events: make("div", {}, noEvents, events, figures),
    table: make("div", {}, make("h4", {}, words.seats.title), make("p", { class: "muted" }, words.seats.help), make("div", { class: "mk-fields" }, ...seats.map((one) => one.box)), make("div", { class: "rowx" }, turned), make("h4", {}, words.facts), known),
  };
  const tabs = makeTabs(words.views, Object.entries(words.tabs).map(([id, text]) => ({ id, text, panel: panels[id] })));
  const check = button(words.check, () => frame.send({ do: "check" }), { kind: "main", picture: "ok" });
  const result = makeResult(words);
  frame.saybar.append(check);
  frame.widget.append(
    make("div", { class: "block" }, make("p", { class: "muted" }, words.intro), story, asking.box),
    make("div", { class: "block" }, orderTitle, orderLine, make("div", { class: "mk-room" }, path.list), side),
    frame.saybar, frame.notice, result.block,
    make("div", { class: "block" }, roles.box, card),
    make("div", { class: "block mk-rooms" }, tabs.list, ...Object.values(panels)),
    make("div", { class: "block" }, frame.saved));

  const texts = (holder, list) => {
    const key = JSON.stringify(list);
    if (holder.dataset.key === key) return false;
    holder.dataset.key = key;
    return true;
  };

  const draw = (view, mine) => {
    say(round, view.round);
    fresh.hidden = !view.new_order;
    if (texts(story, view.story)) story.replaceChildren(...view.story.map((text) => make("p", {}, text)));
    say(orderTitle, view.order_title);
    say(orderLine, view.order_line);
    orderLine.hidden = !view.order_line;
    path.show(view.path);
    side.hidden = !view.side;
    if (view.side) {
      say(sideName, view.side.name);
      sidePicture.innerHTML = drawStep(view.side.picture, 40);
    }
    roles.show(view);
    say(cardTitle, view.card.title);
    say(task, view.card.task);
    say(now, view.card.now);
    phone.show(view.phone);
    shop.show(view.card.shop);
    const lost = [deeds.show(view.card.deeds.filter((deed) => deed.main)), others.show(view.card.deeds.filter((deed) => !deed.main))].some(Boolean);
    more.hidden = !others.list.children.length;
    say(none, view.card.none);
    none.hidden = !view.card.none;
    const handed = !view.card.hand && hand === document.activeElement;
    hand.hidden = !view.card.hand;
    if (view.card.hand) {
      handTo.role = view.card.hand.role;
      say(hand.words, view.card.hand.label);
    }
    note.show(view.note);
    waits.hidden = !view.card.waits.length;
    if (texts(waitList, view.card.waits)) waitList.replaceChildren(...view.card.waits.map((one) => make("li", {}, make("b", {}, one.name), make("p", { class: "muted" }, one.why))));
    orders.show(view.orders);
    say(noOrders, view.no_orders);
    noOrders.hidden = !view.no_orders;
    chat.show(view.chat);
    say(writer, view.writer);
    message.show(view.message);
    stock.show(view.stock.map((cells, number) => ({ number, cells })));
    work.show(view.stock_work);
    nobody.hidden = view.stock_work.length > 0;
    parcels.show(view.parcels);
    say(noParcels, view.no_parcels);
    noParcels.hidden = !view.no_parcels;
    sheet.show(view.printed);
    if (texts(shown, view.showroom)) shown.replaceChildren(...view.showroom.map((one) => {
      const picture = make("span", { class: "mk-picture", "aria-hidden": "true" });
      picture.innerHTML = drawGoods(one.picture, 96);
      return make("li", { class: "mk-good tall" }, picture, make("div", { class: "mk-about" }, make("b", {}, one.name), make("span", { class: "mk-price" }, one.price), make("span", { class: "muted small" }, [one.about, one.group].filter(Boolean).join(" · "))));
    }));
    if (texts(events, view.events)) events.replaceChildren(...view.events.map((one) => make("li", {}, make("b", { class: "num" }, one.time), make("div", {}, make("b", {}, one.who), make("p", {}, one.text), one.note ? make("p", { class: "muted" }, one.note) : null))));
    say(noEvents, view.no_events);
    noEvents.hidden = !view.no_events;
    for (const one of reads) say(one.value, view.money[one.id]);
    for (const one of seats) one.show(view.seats[one.role]);
    turned.hidden = !view.turned;
    result.show(view.check);
    if (mine && (lost || handed || (goTo && goTo !== "role" && !document.activeElement?.closest(".lentera")))) {
      // Her button has gone with its deed: the next thing to do takes the focus.
      const next = hand.hidden ? shop.box.hidden ? deeds.first() : shop.first() : hand;
      (next || roles.chosen()).focus();
    }
    if (mine) goTo = "";
    return !quiet;
  };
  const leave = () => [deeds, others, work, note, message, ...seats].forEach((one) => one.leave());
  return frame.follow(draw, leave);
}

export default { render: renderMarket };
