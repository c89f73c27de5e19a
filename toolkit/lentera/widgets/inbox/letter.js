// One message as its channel shows it: a bubble, a group, a short message, or a letter with its subject.
import { freshId, make, say } from "../shared/dom.js";
import { attachmentSign, inboxSign, initialOf } from "./icons.js";

/** Make the open message; it can take the focus as a whole. */
export function makeLetter(words, ...beside) {
  const id = freshId("pesan");
  const face = make("span", { class: "ib-face", "aria-hidden": "true" });
  const title = make("h3", { id });
  const about = make("p", { class: "muted" });
  const village = make("span", { class: "tag" });
  const subject = make("p", { class: "ib-subject" });
  const body = make("p", {});
  const hung = make("div", { class: "ib-hung" });
  const paper = make("div", {}, subject, body, hung);
  const box = make("article", { class: "ib-letter", tabindex: "-1", "aria-labelledby": id },
    make("div", { class: "ib-from" }, face, make("div", {}, title, about), village, ...beside), paper);

  const showFace = (message) => {
    const key = `${message.channel} ${message.known} ${message.sender}`;
    if (face.dataset.key === key) return;
    face.dataset.key = key;
    face.classList.toggle("known", message.known);
    const letter = message.known && message.channel !== "grup" ? initialOf(message.sender) : "";
    face.replaceChildren(letter || inboxSign(message.channel === "grup" || message.channel === "surel" ? message.channel : "person"));
  };

  const showHung = (attachment) => {
    const key = JSON.stringify(attachment);
    hung.hidden = !attachment;
    if (hung.dataset.key === key) return;
    hung.dataset.key = key;
    if (!attachment) {
      hung.replaceChildren();
      return;
    }
    hung.replaceChildren(
      inboxSign(attachmentSign(attachment.name)),
      make("div", {},
        make("p", {}, make("span", { class: "sr" }, `${words.attachment}: `), make("b", {}, attachment.name), attachment.size ? make("span", { class: "muted" }, ` · ${attachment.size}`) : null),
        attachment.words ? make("p", {}, make("span", { class: "muted" }, `${attachment.label}: `), attachment.words) : null),
    );
  };

  const show = (message) => {
    showFace(message);
    say(title, message.sender);
    say(about, message.about);
    say(village, message.village);
    village.hidden = !message.village;
    paper.className = `ib-paper ib-${message.channel}`;
    say(subject, message.subject);
    subject.hidden = !message.subject;
    say(body, message.body);
    showHung(message.attachment);
  };
  return { box, show };
}
