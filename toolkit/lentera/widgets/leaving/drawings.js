// Pictures of a laptop as it stands after each step, and of the two steps that open an account. Own drawings.
import { plain } from "../shared/dom.js";

const PADLOCK = (x, y) => `<g transform="translate(${x} ${y})"><path class="lv-lock" d="M-11 -2v-9a11 11 0 0 1 22 0v9"/><rect class="lv-fill o" x="-17" y="-2" width="34" height="26" rx="4"/><circle class="lv-dot" cx="0" cy="9" r="4"/><path class="lv-line" d="M0 11v7"/></g>`;

/** Draw what is on the lit screen: the sheet, whether it is saved, and the open account. */
function openScreen(looks, words) {
  const mark = looks.saved ? words.saved_mark : words.unsaved_mark;
  const sheet = looks.signed_out
    ? '<path class="lv-ghost" d="M104 66h112M104 82h80"/>'
    : `<rect class="lv-sheet o" x="88" y="46" width="100" height="76" rx="4"/><path class="lv-line" d="M98 62h80M98 76h80M98 90h52"/><g transform="translate(214 62)"><circle class="lv-person o" r="8" cy="-4"/><path class="lv-person o" d="M-14 20c0-18 28-18 28 0z"/></g>`;
  const sign = looks.saved
    ? '<path class="lv-ok" d="M92 140l5 5 9-10"/>'
    : '<path class="lv-yet" d="M99 131l8 8-8 8-8-8z"/>';
  return `<rect class="lv-screen" x="78" y="34" width="164" height="120" rx="3"/>${sheet}${sign}<text class="lv-mark" x="113" y="145">${plain(mark)}</text>`;
}

function darkScreen(looks, words) {
  const lost = looks.lost ? `<text class="lv-mark lv-pale" x="160" y="146" text-anchor="middle">${plain(words.lost_mark)}</text>` : "";
  return `<rect class="lv-dark" x="78" y="34" width="164" height="120" rx="3"/><circle class="lv-power" cx="160" cy="88" r="16"/><path class="lv-power" d="M160 66v20"/>${lost}`;
}

function lockedScreen(words) {
  return `<rect class="lv-locked" x="78" y="34" width="164" height="120" rx="3"/>${PADLOCK(160, 84)}<text class="lv-mark lv-pale" x="160" y="142" text-anchor="middle">${plain(words.locked_mark)}</text>`;
}

/** Return the markup of a laptop as it stands. */
export function laptopPicture(looks, title, text, words, id) {
  const screen = looks.off ? darkScreen(looks, words) : looks.locked ? lockedScreen(words) : openScreen(looks, words);
  // Away: on a dry shelf with nobody there; here: on the table with a chair.
  const around = looks.away
    ? '<path class="lv-shelf o" d="M20 186h280v10H20z"/><path class="lv-shelf o" d="M40 196v18M280 196v18"/><path class="lv-door o" d="M268 40h36v146h-36z"/><circle class="lv-dot" cx="276" cy="116" r="3"/>'
    : '<path class="lv-table o" d="M8 186h304v12H8z"/><path class="lv-table o" d="M30 198v16M290 198v16"/>';
  const note = looks.note ? '<path class="lv-note o" d="M250 156l44-6 4 30-44 6z"/><text class="lv-mark" x="274" y="174" text-anchor="middle">***</text>' : "";
  return `<svg viewBox="0 0 320 216" role="img" aria-labelledby="${id}-j ${id}-u" focusable="false"><title id="${id}-j">${plain(title)}</title><desc id="${id}-u">${plain(text)}</desc><rect class="lv-wall" width="320" height="216"/>${around}<rect class="lv-case o" x="68" y="24" width="184" height="140" rx="8"/>${screen}<path class="lv-case o" d="M52 164h216l16 18a4 4 0 0 1-4 4H40a4 4 0 0 1-4-4z"/><path class="lv-line" d="M132 174h56"/>${note}</svg>`;
}

/** Return the markup of the two steps that open an account: password, code on the phone, open. */
export function twoSteps(words, id) {
  const arrow = (x) => `<path class="lv-arrow" d="M${x} 78h34M${x + 24} 68l12 10-12 10"/>`;
  return `<svg viewBox="0 0 560 196" role="img" aria-labelledby="${id}-j ${id}-u" focusable="false"><title id="${id}-j">${plain(words.two_picture)}</title><desc id="${id}-u">${plain(words.two_text)}</desc><rect class="lv-wall" width="560" height="196"/>`
    + '<rect class="lv-case o" x="28" y="30" width="136" height="92" rx="6"/><rect class="lv-screen" x="38" y="40" width="116" height="72" rx="3"/><rect class="lv-sheet o" x="50" y="62" width="92" height="28" rx="4"/><g class="lv-stars"><circle cx="66" cy="76" r="4"/><circle cx="82" cy="76" r="4"/><circle cx="98" cy="76" r="4"/><circle cx="114" cy="76" r="4"/></g><path class="lv-case o" d="M16 122h160l10 12H6z"/>'
    + arrow(194)
    + '<rect class="lv-case o" x="252" y="20" width="66" height="118" rx="10"/><rect class="lv-screen" x="260" y="34" width="50" height="84" rx="2"/><rect class="lv-sheet o" x="265" y="58" width="40" height="26" rx="3"/><g class="lv-stars"><circle cx="274" cy="71" r="3"/><circle cx="285" cy="71" r="3"/><circle cx="296" cy="71" r="3"/></g><path class="lv-line" d="M277 128h16"/>'
    + arrow(340)
    + '<rect class="lv-lit o" x="404" y="26" width="116" height="112" rx="10"/><g transform="translate(462 74)"><circle class="lv-person o" r="16" cy="-14"/><path class="lv-person o" d="M-30 38c0-40 60-40 60 0z"/></g>'
    + `<text class="lv-cap" x="96" y="172" text-anchor="middle">${plain(words.two_first)}</text><text class="lv-cap" x="285" y="172" text-anchor="middle">${plain(words.two_second)}</text><text class="lv-cap" x="462" y="172" text-anchor="middle">${plain(words.two_inside)}</text></svg>`;
}
