// A line of code is cut into tags, values and words, however broken it is.
import assert from "node:assert/strict";
import { test } from "node:test";
import { codePieces } from "../../toolkit/lentera/widgets/find_five/code.js";

test("tags, values and words are told apart", () => {
  assert.deepEqual(codePieces('<img src="a.jpg" alt="">'), [["tag", "<img src="], ["value", '"a.jpg"'], ["tag", " alt="], ["value", '""'], ["tag", ">"]]);
  assert.deepEqual(codePieces("<p>Halo</p>"), [["tag", "<p>"], ["", "Halo"], ["tag", "</p>"]]);
});

test("a lone sign is a word", () => {
  assert.deepEqual(codePieces("a < b"), [["", "a < b"]]);
  assert.deepEqual(codePieces("< p>x"), [["", "< p>x"]]);
});

test("nothing of a line is lost or put in", () => {
  for (const line of ["", "<", "<p", '<a href="x', "</h1", "<!DOCTYPE html>", "<li>A</li", "x>y", "<p>“a”</p>", "<a b='c\">d</a>"]) {
    assert.equal(codePieces(line).map(([, text]) => text).join(""), line);
  }
});
