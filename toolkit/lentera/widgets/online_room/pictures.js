// Drawings of the practice class: people on tiles, and the signs of its buttons. Flat, two tones, an outline of 2.5.
import { decoration } from "../shared/dom.js";

const SIGNS = {
  mic: '<rect x="9" y="3" width="6" height="11" rx="3"/><path d="M5.500 11.500a6.500 6.500 0 0 0 13 0M12 18v3.500"/>',
  camera: '<rect x="2.500" y="6.500" width="12.500" height="11" rx="2"/><path d="M15 11l6.500-3.500v9L15 13z"/>',
  hand: '<path d="M7 13V6.500a1.500 1.500 0 0 1 3 0V11V4.500a1.500 1.500 0 0 1 3 0V11V6a1.500 1.500 0 0 1 3 0v7"/><path d="M16 11.500a1.500 1.500 0 0 1 3 0V15a6.500 6.500 0 0 1-12.500 2.500L4 13.500a1.500 1.500 0 0 1 3-1"/>',
  captions: '<rect x="2.500" y="5" width="19" height="14" rx="2.500"/><path d="M6 11h5M14 11h4M6 15h8M17 15h1"/>',
  pinned: '<path d="M9 3h6l-1 6.500 3.500 3.500h-11L10 9.500z"/><path d="M12 13v8"/>',
};
const STROKE_OUT = '<path d="M3 3l18 18"/>';

/** Make the sign of a switch; what is off has a stroke through it (a hand is down or up), and words stand beside it. */
export function switchSign(name, on) {
  return decoration(`${SIGNS[name]}${on || name === "hand" ? "" : STROKE_OUT}`);
}

const SHOULDERS = (cloth) => `<path class="o" fill="var(${cloth})" d="M26 102c2-22 14-31 34-31s32 9 34 31z"/>`;
const FACE = '<circle class="o" fill="var(--cloth3)" cx="60" cy="47" r="20"/><path class="or-face" d="M53 45v1M67 45v1M54 55c3.500 3.500 8.500 3.500 12 0"/>';
const HAIR = {
  scarf: '<path class="o" fill="var(--cell2)" d="M60 20c-21 0-30 14-29 32 1 14 4 24 10 29 6-4 4-12 1-20-3-9 0-24 18-24s21 15 18 24c-3 8-5 16 1 20 6-5 9-15 10-29 1-18-8-32-29-32z"/><path class="o" fill="var(--cell2)" d="M41 81c6 10 32 10 38 0-3-5-5-8-19-8s-16 3-19 8z"/>',
  short: '<path class="o" fill="var(--bat)" d="M39 45c-2-17 8-24 21-24s23 7 21 24c-4-8-8-11-13-12-9 3-19 3-24 3-2 2-4 5-5 9z"/>',
  tail: '<path class="o" fill="var(--bat)" d="M39 47c-3-18 8-26 21-26s24 8 21 26c8 3 10 14 6 22-5-2-8-8-8-16-2-9-5-14-9-18-9 4-20 3-25 3-3 2-5 5-6 9z"/>',
  curls: '<path class="o" fill="var(--bat)" d="M38 46c-6-6-2-14 3-15 0-7 8-11 13-8 4-5 13-4 15 1 7-1 12 6 9 11 6 3 6 9 2 12-3-6-7-10-11-12-8 3-17 3-22 2-4 2-7 5-9 9z"/>',
};
const HANDS = '<path class="o" fill="var(--cloth3)" d="M31 84c-5-5-7-13-4-15 3-1 5 3 6 6 0-5 1-9 4-9s3 5 3 9c2-2 5-3 6 0 1 4-3 9-7 11z"/><path class="o" fill="var(--cloth3)" d="M89 78c5-5 7-13 4-15-3-1-5 3-6 6 0-5-1-9-4-9s-3 5-3 9c-2-2-5-3-6 0-1 4 3 9 7 11z"/>';
const LIVING_ROOM = '<rect class="oi" fill="var(--plate)" x="8" y="10" width="26" height="20"/><circle class="oi" fill="var(--cloth3)" cx="16" cy="19" r="3"/><circle class="oi" fill="var(--cloth3)" cx="26" cy="19" r="3"/><path class="oi" d="M12 27c2-4 7-4 9 0 2-4 7-4 9 0"/><rect class="oi" fill="var(--lamp-tint)" x="86" y="12" width="28" height="16"/><path class="or-face" d="M90 18h20M90 23h12"/>';

/** Draw a person, head and shoulders; `behind` draws the living room, `signs` the hands of an interpreter. */
export function portrait({ hair, cloth, behind = false, signs = false }) {
  return decoration(`${behind ? LIVING_ROOM : ""}${SHOULDERS(cloth)}${FACE}${HAIR[hair]}${signs ? HANDS : ""}`, { kind: "or-portrait", box: "0 0 120 102" });
}
