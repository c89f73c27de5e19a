// Signs of the inbox: who writes, by which channel, and what hangs on a message. Words always stand beside them.
import { decoration } from "../shared/dom.js";

const INBOX_SIGNS = {
  unread: '<circle cx="12" cy="12" r="9.5" stroke-dasharray="3 3.6"/>',
  person: '<circle cx="12" cy="8" r="4"/><path d="M4 21c.5-4.500 3.500-6.500 8-6.500s7.500 2 8 6.500"/>',
  obrolan: '<path d="M4 4h16a1.500 1.500 0 0 1 1.500 1.500v9.500a1.500 1.500 0 0 1-1.500 1.500h-9l-5 4.500v-4.500H4A1.500 1.500 0 0 1 2.500 15V5.500A1.500 1.500 0 0 1 4 4z"/>',
  grup: '<circle cx="8.500" cy="9" r="3.500"/><path d="M2 20c.4-4 2.800-5.800 6.500-5.800S14.600 16 15 20"/><path d="M15 5.800a3.500 3.500 0 0 1 0 6.400M17.500 14.600c2.700.6 4.200 2.400 4.500 5.400"/>',
  sms: '<path d="M7 2.500h10a1.500 1.500 0 0 1 1.500 1.500v16a1.500 1.500 0 0 1-1.500 1.500H7A1.500 1.500 0 0 1 5.500 20V4A1.500 1.500 0 0 1 7 2.500z"/><path d="M9 8h6M9 11.500h4"/>',
  surel: '<path d="M3.500 5h17v14h-17z"/><path d="M4 6l8 7 8-7"/>',
  file: '<path d="M6 2.500h8l5 5v14H6z"/><path d="M14 2.500V8h5"/>',
  picture: '<path d="M3.500 4.500h17v15h-17z"/><circle cx="8.500" cy="9.500" r="1.800"/><path d="M4 17.500l5.500-5 3.500 3.500 3-2.500 4.500 4"/>',
  sound: '<path d="M4 9.500v5h3.500L12 18.500v-13L7.500 9.500z"/><path d="M15.500 9a4.200 4.200 0 0 1 0 6M18 6.500a8 8 0 0 1 0 11"/>',
  video: '<path d="M2.500 6h13v12h-13z"/><path d="M15.500 10.500l6-3.500v10l-6-3.500z"/>',
};

/** Make a decorative sign. */
export function inboxSign(name) {
  return decoration(INBOX_SIGNS[name]);
}

/** Name the sign of an attachment by the ending of its file name. */
export function attachmentSign(name) {
  const ending = name.toLowerCase().split(".").pop();
  if (["jpg", "jpeg", "png"].includes(ending)) return "picture";
  if (["mp3", "ogg", "m4a"].includes(ending)) return "sound";
  return ending === "mp4" ? "video" : "file";
}

/** Return the letter of a known person; an unknown one has none. */
export function initialOf(sender) {
  const words = sender.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const titles = ["bu", "ibu", "pak", "bapak", "kak", "mbak", "mas"];
  const own = words.find((word) => !titles.includes(word.toLowerCase())) ?? words[0] ?? "";
  return own.slice(0, 1).toUpperCase();
}
