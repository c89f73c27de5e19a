// Which key presses are taken by the practice, and how a key is drawn.
import assert from "node:assert/strict";
import { test } from "node:test";

import { keyMarkup } from "../../toolkit/lentera/widgets/typing/board.js";
import { pressOf } from "../../toolkit/lentera/widgets/typing/finding.js";

test("letters, Space, Enter and arrows are taken", () => {
  for (const key of ["f", "S", " ", "Enter", "Backspace", "ArrowUp", "Shift", ".", "F"]) assert.equal(pressOf({ key }), key);
});

test("Tab, Escape and the function keys keep what they do", () => {
  for (const key of ["Tab", "Escape", "F1", "F12", "Control", "Alt", "Meta", "Unidentified"]) assert.equal(pressOf({ key }), "");
});

test("commands and half-written signs are left alone", () => {
  for (const how of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { isComposing: true }]) assert.equal(pressOf({ key: "s", ...how }), "");
});

test("a marked key has a bump and signs are escaped", () => {
  const key = { id: "f", x: 4.75, y: 2, w: 1, h: 1, label: "F" };
  assert.match(keyMarkup(key, true), /ty-bump/);
  assert.doesNotMatch(keyMarkup(key, false), /ty-bump/);
  assert.match(keyMarkup({ ...key, id: "<", label: "<" }, false), /data-key="&lt;".*>&lt;<\/text>/);
});
