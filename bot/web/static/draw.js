// One message of the transcript. templates/_message.html draws the same thing.

import { helpCard } from "./card.js";
import { el, link } from "./element.js";

/** `one`: {from: "you" | "balise", text, masked?, card?, sources?, buttons?}. */
export function message(one, words) {
  return el("li", { class: `said ${one.from}` },
    el("p", { class: "who" }, words[one.from]),
    el("div", { class: "bubble" }, paragraphs(one.card ? one.card.intro : one.text)),
    one.masked && maskedNote(words),
    one.card && helpCard(one.card),
    one.sources && one.sources.length > 0 && sources(one.sources, words),
    one.buttons && one.buttons.length > 0 && choices(one.buttons, words));
}

export function maskedNote(words) {
  return el("p", { class: "hint" }, words.masked);
}

function paragraphs(text) {
  return text.split("\n").filter((part) => part.trim()).map((part) => el("p", null, part));
}

function sources(listed, words) {
  const items = listed.map((one) => el("li", null, link(null, one.url, one.title), `, ${one.publisher}, ${one.date}`));
  return el("details", { class: "sources" }, el("summary", null, words.sources), el("ul", null, items));
}

function choices(buttons, words) {
  return el("div", { class: "choices", role: "group", "aria-label": words.choices },
    buttons.map((one) => el("button", { form: "choose", name: "button", value: one.id }, one.title)));
}
