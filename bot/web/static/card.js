// The help card, from the JSON of `card_of`. templates/_card.html draws the same thing.

import { el } from "./element.js";
import { cardLine, emergencyRow, writtenLine } from "./line.js";
import { tools } from "./tools.js";

/** `text`: the whole card as plain text, for a copy and for reading aloud. */
export function helpCard(card, text, words) {
  const lead = (said) => said && el("p", { class: "lead" }, said);
  const hint = (said) => said && el("p", { class: "hint" }, said);
  const drawn = el("div", { class: `card ${card.level}` },
    el("h2", null, card.title),
    card.ability && [el("h3", { class: "lead" }, card.ability.title), el("p", null, card.ability.say)],
    card.emergency.length && [emergencyRow(card.emergency, words), el("p", null, card.stay)],
    lead(card.after_emergency),
    cardLine(card.line, card.what_happens, words),
    hint(card.closed),
    card.never && el("p", { class: "never" }, card.never),
    card.written.length && lead(card.cannot_speak),
    card.written.map((line) => writtenLine(line, words)),
    card.second && [lead(card.second_line), cardLine(card.second, card.what_happens, words)],
    lead(card.say_this), el("blockquote", null, card.sentence),
    card.third && third(card.third),
    hint(card.clock));
  drawn.append(tools(drawn, card, text, words));
  return drawn;
}

function third(said) {
  return el("section", { class: "third" }, el("h3", null, said.title),
    el("ul", null, [said.takes, said.say, said.promise, said.adult].map((one) => el("li", null, one))));
}
