// The end of the guide, from the JSON of bot.orientation.guide. templates/_guide.html draws the same thing.

import { el, link } from "./element.js";
import { cardLine } from "./line.js";

export function guide(end, words) {
  return el("div", { class: "card guide" },
    cardLine(end.line, words.what_happens, words),
    end.closed && el("p", { class: "hint" }, end.closed),
    end.ways.length && [el("h2", null, end.title), el("ol", { class: "steps" }, end.ways.map((one) => way(one, words)))],
    el("h2", null, end.keep), el("p", null, end.evidence));
}

function way(one, words) {
  const steps = one.button && el("button",
    { form: "choose", name: "button", value: one.button.id, "aria-label": `${one.button.title} : ${one.name}` }, one.button.title);
  const site = one.site && link("way", one.site, words.site);
  if (site) site.setAttribute("aria-label", `${words.site} : ${one.name}`);
  return el("li", null,
    el("h3", null, one.name), el("p", null, one.takes),
    one.refuses && el("p", { class: "hint" }, `${words.refuses} ${one.refuses}`),
    el("p", { class: "ways" }, steps, site));
}
