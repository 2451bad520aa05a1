// One line of help, from the JSON of `describe_line`. templates/_line.html draws the same thing.

import { el, link } from "./element.js";

/** On a help card: every way to reach it, why this one, and what happens, folded. */
export function cardLine(line, happens) {
  return el("article", { class: line.emergency ? "line urgent" : "line" },
    el("h3", null, line.name),
    el("p", { class: "ways" }, call(line), ...write(line)),
    facts(line),
    el("p", null, line.why),
    line.what_happens && el("details", null, el("summary", null, happens), el("p", null, line.what_happens)));
}

/** For someone who cannot speak: no call is offered. */
export function writtenLine(line) {
  return el("article", { class: "line" },
    el("h3", null, line.name), el("p", { class: "ways" }, ...write(line)), facts(line));
}

/** In the strip that stays in sight: one link, by the channel that was chosen. */
export function pinnedLine(line) {
  const [kind, href, words, small] = {
    chat: ["way", line.chat, line.write, line.say],
    sms: ["way", `sms:${line.sms}`, line.text, line.status],
    phone: ["way call", `tel:${line.tel}`, line.call, line.status],
  }[line.channel];
  const alarm = line.emergency && line.channel !== "chat" ? " alarm" : "";
  return el("li", null, link(kind + alarm, href, `${words} `, el("small", null, small)));
}

function call(line) {
  return line.tel && link("way call", `tel:${line.tel}`, line.call);
}

function write(line) {
  return [line.chat && link("way", line.chat, line.write), line.sms && link("way", `sms:${line.sms}`, line.text)];
}

function facts(line) {
  return el("ul", { class: "facts" },
    el("li", { class: line.open ? "open" : "shut" }, line.status),
    el("li", null, line.price),
    line.bill && el("li", null, line.bill));
}
