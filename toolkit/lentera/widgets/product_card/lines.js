// Lines and words of what somebody types.

/** Return where a line, counted from 1, begins and ends in a text. */
export function lineSpan(text, line) {
  const lines = text.split("\n");
  const at = Math.min(Math.max(line, 1), lines.length) - 1;
  const start = lines.slice(0, at).reduce((sum, one) => sum + one.length + 1, 0);
  return [start, start + lines[at].length];
}

/** Tell whether two texts differ in nothing but spaces. */
export function sameWords(one, other) {
  const squeezed = (text) => text.split(/\s+/).filter(Boolean).join(" ");
  return squeezed(one) === squeezed(other);
}
