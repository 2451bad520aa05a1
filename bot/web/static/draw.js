// One message of the transcript. templates/_message.html draws the same thing: a test holds them alike.

import { acts } from "./acts.js";
import { helpCard } from "./card.js";
import { beacon, el, link, picture } from "./element.js";
import { guide } from "./guide.js";
import { shortLine } from "./line.js";

/** `one`: {from: "you" | "balise", mood?, title?, text, blocks?, masked?, card?, lines?, guide?, site?, words?, sources?, rate?, buttons?, groups?}. */
export function message(one, words, first) {
  const mine = one.from === "you";
  return el("li", { class: `said ${one.from}${first && !mine ? " first" : ""}` },
    el("p", { class: "who" }, words[one.from]),
    el("div", { class: "row" }, !mine && beacon(one.mood || (one.card ? "worries" : "explains")), bubble(one)),
    one.masked && maskedNote(words),
    one.card && helpCard(one.card, one.text, words),
    one.lines && el("ul", { class: "again" }, one.lines.map(shortLine)),
    one.guide && guide(one.guide, words),
    one.site && el("p", { class: "ways" }, link("way", one.site.url, one.site.title)),
    one.words && glossary(one.words, words),
    one.sources && one.sources.length > 0 && sources(one.sources, words),
    !mine && !one.card && acts(one, words),
    one.buttons && one.buttons.length > 0 && choices(one.buttons, words.choices),
    (one.groups || []).map(group));
}

function bubble(one) {
  return el("div", { class: "bubble", dir: one.from === "you" && "auto" },
    one.title && el("h2", { class: "lead" }, one.title), one.blocks ? one.blocks.map(block) : paragraphs(one.card ? one.card.intro : one.text));
}

/** A paragraph, ways to choose from, or numbered steps, some with other ways to do the same. */
function block(one) {
  if (one.say) return el("p", { lang: one.lang }, one.say);
  if (one.ways) return ways(one.ways);
  return el("ol", { class: "steps" }, one.steps.map((step) => el("li", null,
    el("p", null, step.say), step.else.length > 0 && ways(step.else))));
}

function ways(listed) {
  return el("ul", { class: "dashed" }, listed.map((one) => el("li", null, one)));
}

function glossary(explained, words) {
  return el("details", { class: "glossary" },
    el("summary", null, `${words.words} ${explained.map((one) => one.word).join(", ")}`),
    el("dl", null, explained.flatMap((one) => [el("dt", null, one.word), el("dd", null, one.say)])));
}

function group(one) {
  return el("details", { class: "group", open: one.folded ? false : "" },
    el("summary", null, one.title), choices(one.buttons, one.title));
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

function choices(buttons, label) {
  const themes = buttons.some((one) => one.picture);
  return el("div", { class: themes ? "choices themes" : "choices", role: "group", "aria-label": label }, buttons.map(choice));
}

function choice(one) {
  return el("button", { form: "choose", name: "button", value: one.id, class: one.picture ? "pictured" : one.kind },
    one.picture ? [picture(one.picture), el("span", null, one.title)] : one.title);
}
