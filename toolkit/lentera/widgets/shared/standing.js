// Tabs of which each tells how it stands, in a mark and in words; all share one panel.
import { icon, make, say } from "./dom.js";

/** Make the tabs; `show(at, cards)` takes cards of {id, name, mark, word} and keeps the tabs that are there. */
export function makeStandingTabs(title, u, onchoose) {
  const list = make("div", { class: "tabs st-tabs", role: "tablist", "aria-label": title });
  const tabs = [];
  const makeOne = (index) => {
    const mark = make("span", { "aria-hidden": "true" });
    const name = make("span", {});
    const word = make("span", { class: "sr" });
    const one = { id: "", mark, name, word };
    one.tab = make("button", {
      type: "button", role: "tab", id: `${u}-tab-${index}`, "aria-controls": `${u}-kartu`, tabindex: "-1",
      onclick: () => onchoose(one.id),
      onkeydown: (event) => {
        const steps = { ArrowRight: 1, ArrowLeft: -1, Home: -index, End: tabs.length - 1 - index };
        if (!(event.key in steps)) return;
        event.preventDefault();
        const to = tabs[(index + steps[event.key] + tabs.length) % tabs.length];
        onchoose(to.id);
        to.tab.focus();
      },
    }, mark, name, word);
    list.append(one.tab);
    tabs.push(one);
  };
  const show = (at, cards) => {
    while (tabs.length < cards.length) makeOne(tabs.length);
    cards.forEach((card, index) => {
      const one = tabs[index];
      const chosen = card.id === at;
      one.id = card.id;
      say(one.name, `${index + 1}. ${card.name}`);
      say(one.word, ` (${card.word})`);
      one.tab.setAttribute("aria-selected", String(chosen));
      one.tab.tabIndex = chosen ? 0 : -1;
      if (one.mark.dataset.mark === card.mark) return;
      one.mark.dataset.mark = card.mark;
      one.mark.className = card.mark;
      one.mark.replaceChildren(...(card.mark ? [icon(card.mark)] : []));
    });
  };
  const chosen = () => tabs.find((one) => one.tab.tabIndex === 0);
  return { list, show, panel: `${u}-kartu`, label: () => chosen().tab.id, focus: () => chosen().tab.focus() };
}
