import assert from "node:assert/strict";
import { test } from "node:test";

import { attachmentSign, initialOf } from "../../toolkit/lentera/widgets/inbox/icons.js";

test("the sign of an attachment follows its last ending", () => {
  assert.equal(attachmentSign("Kotak Infak.JPG"), "picture");
  assert.equal(attachmentSign("Pesan suara.ogg"), "sound");
  assert.equal(attachmentSign("Video isyarat.mp4"), "video");
  assert.equal(attachmentSign("Undangan Aqiqah.pdf.apk"), "file");
  assert.equal(attachmentSign("tanpa akhiran"), "file");
});

test("the letter of a person is that of the name, not of the form of address", () => {
  assert.equal(initialOf("Bu Ratna"), "R");
  assert.equal(initialOf("Kader posyandu"), "K");
  assert.equal(initialOf("ibu"), "I");
  assert.equal(initialOf("Éva"), "É");
  assert.equal(initialOf("08xx-xxxx-x123"), "");
});
