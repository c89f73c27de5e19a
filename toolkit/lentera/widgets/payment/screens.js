// What can be read in a payment: phones, a picture that was sent, a sticker, a message; all of it is text.
import { decoration, make } from "../shared/dom.js";

const KIND_SHAPES = {
  konfirmasi: '<rect x="6.500" y="2.500" width="11" height="19" rx="2"/><path d="M10.500 18.500h3"/>',
  status: '<rect x="6.500" y="2.500" width="11" height="19" rx="2"/><path d="M10.500 18.500h3"/>',
  notifikasi: '<path d="M5.500 17.500h13l-1.500-2.500v-5a5 5 0 0 0-10 0v5z"/><path d="M10 20.500h4"/>',
  bukti: '<rect x="3" y="5" width="18" height="14" rx="1.500"/><path d="M3.500 17l5-5 4 4 3-3 5 4"/><path d="M15.500 9.200v.2"/>',
  stiker: '<path d="M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4z"/><path d="M14 14h2v2M20 14v6M14 20h2"/>',
  pesan: '<path d="M3.500 5h17v11.500h-10L6 20.500v-4H3.500z"/><path d="M8 9.500h8M8 12.500h5"/>',
};

/** Make one screen: its kind, the mark that nothing is real, what stands on it. */
function makePaymentScreen(one, words) {
  const named = make("dl", {}, ...one.rows.map(([name, value]) => make("div", {}, make("dt", {}, name), make("dd", {}, value))));
  const code = make("div", { class: "pm-qr" });
  if (one.qr) code.innerHTML = one.qr;
  let text = one.words ? make("p", { class: "pm-words" }, one.words) : null;
  if (one.kind === "konfirmasi" && one.words) {
    text = make("p", { class: "pm-press" }, make("span", { class: "sr" }, `${words.press} `), make("span", {}, one.words));
  }
  return make("article", { class: `pm-screen pm-${one.kind}` },
    make("p", { class: "pm-kind" }, decoration(KIND_SHAPES[one.kind]), make("span", {}, words.kinds[one.kind]), make("span", { class: "tag lampc" }, words.mark)),
    make("h4", {}, one.title), one.rows.length ? named : null, one.qr ? code : null, text);
}

/** Make the place of the screens; they are drawn anew only for another payment. */
export function makePaymentScreens(words) {
  const box = make("div", { class: "pm-screens" });
  const show = (screens) => {
    const key = JSON.stringify(screens);
    if (box.dataset.key === key) return;
    box.dataset.key = key;
    box.dataset.count = String(screens.length);
    box.replaceChildren(...screens.map((one) => makePaymentScreen(one, words)));
  };
  return { box, show };
}
