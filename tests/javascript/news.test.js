// The pictures of the news: one for each name the bank knows, told in words, never as markup.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { NEWS_PICTURES, newsPicture } from "../../toolkit/lentera/widgets/news/pictures.js";

test("every picture that the bank may name is drawn", () => {
  const source = readFileSync(new URL("../../toolkit/lentera/course/scenarios/news.py", import.meta.url), "utf-8");
  const listed = [...source.split("class Picture")[1].split("class SourceKind")[0].matchAll(/= "([a-z]+)"/g)].map((one) => one[1]);
  assert.deepEqual([...NEWS_PICTURES].sort(), listed.sort());
});

test("words are text, never markup", () => {
  assert.ok(newsPicture("daun", "<b>", 'a "b"').includes("&lt;b&gt;"));
});

test("a video carries its triangle and a still picture does not", () => {
  assert.notEqual(newsPicture("telur", "a", "b", { played: true }).match(/<circle/g).length, newsPicture("telur", "a", "b").match(/<circle/g).length);
});

test("each picture is one image with a title and a description", () => {
  for (const name of NEWS_PICTURES) {
    const drawn = newsPicture(name, "judul", "isi");
    assert.ok(drawn.includes('role="img"') && drawn.includes(">judul</title>") && drawn.includes(">isi</desc>"));
    assert.equal((drawn.match(/<g /g) || []).length + (drawn.match(/<g>/g) || []).length, (drawn.match(/<\/g>/g) || []).length);
  }
});
