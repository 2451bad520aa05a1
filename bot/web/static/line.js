// One line of help, from the JSON of `describe_line`. templates/_line.html draws the same thing.

import { el, link } from "./element.js";

/** On a help card: every way to reach it, why this one, and what happens, folded. */
export function cardLine(line, happens, words) {
  return el("article", { class: line.emergency ? "line urgent" : "line" },
    el("h3", null, line.name),
    el("p", { class: "ways" }, line.channel === "phone" ? [call(line), ...write(line)] : [...write(line), call(line)]),
    facts(line),
    el("p", null, line.why),
    line.what_happens && el("details", null, el("summary", null, happens), el("p", null, line.what_happens)),
    qr(line, words));
}

/** For someone who cannot speak: no call is offered. */
export function writtenLine(line, words) {
  return el("article", { class: "line" },
    el("h3", null, line.name), el("p", { class: "ways" }, ...write(line)), facts(line), qr(line, words));
}

/** The emergency services, in one row, large. */
export function emergencyRow(lines, words) {
  return el("ul", { class: "emergency" }, lines.map((line) => {
    const [href, how] = line.channel === "sms" ? [`sms:${line.sms}`, words.by_sms] : [`tel:${line.tel}`, words.by_phone];
    return el("li", null, link("way call alarm", href, el("b", null, line.say), el("small", null, how), line.channel !== "sms" && " ", line.channel !== "sms" && el("small", null, line.name)));
  }));
}

/** A code for a phone, when the page is on a computer; fetched when it is opened. */
function qr(line, words) {
  return line.qr && el("details", { class: "qr" }, el("summary", null, words.qr),
    el("img", { src: line.qr, loading: "lazy", width: 180, height: 180, alt: `${words.qr} : ${line.name}` }));
}

/** One link, by the channel that was chosen: in the strip that stays in sight, and beneath an answer. */
export function shortLine(line) {
  const [kind, href, words, small] = {
    chat: ["way", line.chat, line.write, line.say],
    sms: ["way", `sms:${line.sms}`, line.text, line.status],
    phone: ["way call", `tel:${line.tel}`, line.call, line.status],
  }[line.channel];
  const alarm = line.emergency && line.channel !== "chat" ? " alarm" : "";
  return el("li", null, link(kind + alarm, href, `${words} `, el("small", null, small)));
}

/** The links by the channel that was chosen. */
export function reached(line) {
  return line.channel === "phone" ? call(line) : write(line);
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
