// One piece of news as people meet it: in a group, on a poster, as a video, on a page; all of it is text too.
import { make, say } from "../shared/dom.js";
import { newsPicture } from "./pictures.js";

/** Make the news: `{ box, show(news) }`. */
export function makeItem(words) {
  const sender = make("b", {});
  const note = make("span", { class: "muted" });
  const shape = make("span", { class: "nw-shape" });
  const address = make("p", { class: "nw-address" });
  const title = make("p", { class: "nw-title" });
  const body = make("p", {});
  const picture = make("div", { class: "nw-picture" });
  const told = make("p", { class: "small muted" });
  const paper = make("div", { class: "nw-paper" }, picture, make("div", { class: "nw-words" }, title, body, told));
  const box = make("div", { class: "nw-item" }, make("p", { class: "nw-from" }, shape, sender, note), address, paper);
  let drawn = "";
  const show = (news) => {
    box.dataset.shape = news.shape;
    say(shape, words.shapes[news.shape]);
    say(sender, news.sender);
    say(note, news.note);
    address.hidden = !news.address;
    address.replaceChildren(make("span", { class: "sr" }, `${words.address}: `), news.address);
    say(title, news.title);
    say(body, news.body);
    say(told, `${words.picture_says} ${news.picture_words}`);
    const key = JSON.stringify([news.picture, news.picture_words, news.shape]);
    if (drawn === key) return;
    drawn = key;
    picture.innerHTML = newsPicture(news.picture, words.picture, news.picture_words, { played: news.shape === "video" });
  };
  return { box, show };
}
