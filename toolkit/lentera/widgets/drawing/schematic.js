// The circuit diagram: the same picture, the same numbers on the same wires, drawn with symbols.
import { makeDrawing } from "./board.js";
import { PLAN_A } from "./plan_a.js";
import { PLAN_B } from "./plan_b.js";

/** Make the diagram; `options` and what is returned are the board's. */
export function makeSchematic(words, options) {
  return makeDrawing(words, options, { a: PLAN_A, b: PLAN_B });
}
