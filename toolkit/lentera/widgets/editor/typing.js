// What she types reaches the disk: at once, one text at a time, the newest next; nothing of hers is ever put back.
import { stampOf } from "./text.js";

/**
 * Keep an editor and its file in step. `send` sends a gesture, `code` is the editor, `unsaved(yes)` is told when letters
 * stand on the screen that the disk did not take.
 */
export function makeTyping(send, code, unsaved) {
  const known = new Map(); // by file: the stamp of what the disk was last seen to hold
  const onItsWay = new Map(); // by file: the stamp of what was sent and is not answered
  let changed = false;
  let asked = false;

  const sendNow = () => {
    asked = false;
    if (!changed) return;
    changed = false;
    const file = code.file();
    const text = code.text();
    const stamp = stampOf(text);
    const base = onItsWay.get(file) ?? known.get(file) ?? "";
    if (stamp === base) return;
    onItsWay.set(file, stamp);
    send({ do: "type", file, text, base, line: code.lineNow() });
  };
  /** Send before the letter is painted, once the text before is answered: on a slow laptop many letters go together. */
  const soon = () => {
    if (asked || onItsWay.size) return;
    asked = true;
    queueMicrotask(sendNow);
  };
  const touched = () => {
    changed = true;
    soon();
  };
  /** Take in what the disk holds now; return true when the editor has to show the text of the view. */
  const follow = (view, mine) => {
    if (mine) {
      // What was sent has arrived: what she has typed since then is based on it.
      if (onItsWay.get(view.file) === view.stamp) known.set(view.file, view.stamp);
      onItsWay.clear();
    }
    if (view.file !== code.file()) {
      known.set(view.file, view.stamp);
      changed = false;
      unsaved(false);
      return true;
    }
    const here = stampOf(code.text());
    if (here === view.stamp) {
      known.set(view.file, view.stamp);
      changed = false;
      unsaved(false);
      return false;
    }
    const before = known.get(view.file);
    if (before === here && !changed) {
      known.set(view.file, view.stamp);
      return true;
    }
    // Her text is ahead. Where the disk did not take it, the next letter tries again.
    if (mine && !changed && before === view.stamp) unsaved(true);
    else if (onItsWay.size === 0) {
      changed = true;
      soon();
    }
    return false;
  };
  return { touched, follow, now: sendNow, leave: sendNow };
}
