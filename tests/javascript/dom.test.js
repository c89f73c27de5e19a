// What of the shared building blocks needs no page.
import assert from "node:assert/strict";
import test from "node:test";
import { freshId, plain } from "../../toolkit/lentera/widgets/shared/dom.js";

test("text inside markup cannot become markup", () => {
  assert.equal(plain('<b a="1">&'), "&lt;b a=&quot;1&quot;&gt;&amp;");
  assert.equal(plain(12.5), "12.5");
});

test("no two elements get one id", () => {
  const ids = new Set(Array.from({ length: 500 }, () => freshId("x")));
  assert.equal(ids.size, 500);
  for (const id of ids) assert.match(id, /^lentera-x-/);
});
