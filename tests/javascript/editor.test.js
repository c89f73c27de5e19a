// The editor's work on texts.
import assert from "node:assert/strict";
import test from "node:test";
import { changeBetween, fillPictures, nextMark, snippetInto, stampOf } from "../../toolkit/lentera/widgets/editor/text.js";

test("a stamp tells bytes and checksum, as the activity works them out", () => {
  assert.equal(stampOf(""), "0-00000000");
  assert.equal(stampOf("123456789"), "9-cbf43926");
  assert.equal(stampOf("é"), "2-0e048d3e");
});

test("half an emoji has the stamp of the sign that stands for it", () => {
  assert.equal(stampOf("\ud83d"), stampOf("\ufffd"));
});

test("a change is the one piece that differs", () => {
  const apply = (text, { from, to, insert }) => text.slice(0, from) + insert + text.slice(to);
  for (const [before, after] of [["", "a"], ["a", ""], ["abc", "abXc"], ["aaa", "aaaa"], ["aaaa", "aaa"], ["abc", "abc"], ["<p>a</p>", "<p>b</p>"], ["x\ny", "x\nz\ny"]]) {
    assert.equal(apply(before, changeBetween(before, after)), after);
  }
  assert.deepEqual(changeBetween("<p>asin</p>", "<p>manis</p>"), { from: 3, to: 7, insert: "manis" });
});

test("a tag goes to the caret, and the caret between its two ends", () => {
  assert.deepEqual(snippetInto("h1", "<h1>|</h1>", { before: "", after: "" }), { insert: "<h1></h1>", caret: 4 });
  assert.deepEqual(snippetInto("h1", "<h1>|</h1>", { before: "    ", after: "" }), { insert: "<h1></h1>", caret: 4 });
});

test("a tag goes below a line that is already written, a link into it", () => {
  assert.deepEqual(snippetInto("p", "<p>|</p>", { before: "  <p>a</p>", after: "" }), { insert: "\n  <p></p>", caret: 6 });
  assert.deepEqual(snippetInto("a", '<a href="|"></a>', { before: "<p>Pesan ", after: "" }), { insert: '<a href=""></a>', caret: 9 });
  assert.deepEqual(snippetInto("p", "<p>|</p>", { before: "<div>", after: "</div>" }), { insert: "<p></p>", caret: 3 });
});

test("what is selected goes between the ends, and inner lines keep the indent", () => {
  assert.deepEqual(snippetInto("h1", "<h1>|</h1>", { before: "x", after: "", selected: "Toko" }), { insert: "<h1>Toko</h1>", caret: 8 });
  assert.equal(snippetInto("ul", "<ul>\n  <li>|</li>\n</ul>", { before: "  ", after: "" }).insert, "<ul>\n    <li></li>\n  </ul>");
});

test("pictures are put in, and those that are not there yet are asked for once each", () => {
  const html = '<img src="data:image/lentera;0a1b2c3d-10-99"><img src="data:image/lentera;0a1b2c3d-10-99"><img src="data:image/lentera;ffffffff-1-2">';
  const { html: filled, missing } = fillPictures(html, new Map([["ffffffff-1-2", "data:image/png;base64,AA"]]));
  assert.deepEqual(missing, ["0a1b2c3d-10-99"]);
  assert.ok(filled.endsWith('<img src="data:image/png;base64,AA">'));
  assert.ok(!filled.includes("lentera;"));
});

test("a picture that cannot be shown is not asked for again", () => {
  assert.deepEqual(fillPictures("data:image/lentera;00000000-1-1", new Map([["00000000-1-1", null]])).missing, []);
});

test("the next mark is the one below, and after the last the first", () => {
  assert.equal(nextMark([9, 3, 5], 3), 5);
  assert.equal(nextMark([9, 3, 5], 9), 3);
  assert.equal(nextMark([], 4), 0);
});
