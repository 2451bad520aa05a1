// The help card, from the JSON of `card_of`. templates/_card.html draws the same thing.

import { el } from "./element.js";
import { cardLine, writtenLine } from "./line.js";

export function helpCard(card) {
  const lead = (words) => words && el("p", { class: "lead" }, words);
  return el("div", { class: `card ${card.level}` },
    el("h2", null, card.title),
    card.emergency.map((line) => cardLine(line, card.what_happens)),
    lead(card.after_emergency),
    cardLine(card.line, card.what_happens),
    card.closed && el("p", { class: "hint" }, card.closed),
    card.never && el("p", { class: "never" }, card.never),
    card.written.length && lead(card.cannot_speak),
    card.written.map(writtenLine),
    lead(card.say_this), el("blockquote", null, card.sentence),
    lead(card.show_adult), el("blockquote", null, card.show),
    card.second && lead(card.second_line),
    card.second && cardLine(card.second, card.what_happens));
}
