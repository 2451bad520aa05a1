// The conversation: one message in flight, in order, and nothing lost when the network is.

import { ask, erase, newId } from "./api.js";
import { maskedNote, message } from "./draw.js";
import { el, link } from "./element.js";
import { forget, recall, remember } from "./history.js";
import { keepHelp, showKeptHelp } from "./kept_help.js";
import { shortLine } from "./line.js";

const SHOW_TYPING_AFTER = 300;
const SAY_LATE_AFTER = 10000;
const at = (id) => document.getElementById(id);
const { words, exchange } = JSON.parse(at("page").textContent);
const log = at("log"), field = at("text"), notice = at("notice"), waiting = at("waiting");
const helpLink = () => link("way call", document.querySelector(".need").getAttribute("href"), words.help);

let said = start();
let busy = false;
let failed = null; // {body, shown}: sent again with its id, so that the gateway answers it once
let offline = false;

at("write").addEventListener("submit", (event) => {
  event.preventDefault();
  sendText();
});
field.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  sendText();
});
document.addEventListener("click", (event) => {
  const button = event.target.closest('button[name="button"]');
  if (button) {
    event.preventDefault();
    send({ body: { button: button.value, id: newId() }, shown: button.textContent });
  }
  showKeptHelp(event, log, offline || navigator.onLine === false);
});
at("erase").addEventListener("submit", (event) => {
  event.preventDefault();
  eraseAll();
});
addEventListener("resize", fit);
fit();
keepHelp();

/** Draw again what this tab remembers; the server shows only the welcome or the last exchange. */
function start() {
  const before = recall();
  if (!before.length) return exchange;
  const all = exchange.some((one) => one.from === "you") ? [...before, ...exchange] : before;
  log.parentElement.setAttribute("aria-busy", "true");
  log.replaceChildren(...all.map((one) => message(one, words)));
  log.parentElement.removeAttribute("aria-busy");
  requestAnimationFrame(() => log.lastElementChild.scrollIntoView());
  return all;
}

function sendText() {
  const text = field.value.trim();
  if (!text) return say(words.empty);
  if (busy) return undefined;
  const again = failed && failed.body.text === text;
  const sending = again ? failed : { body: { text, id: newId() }, shown: text };
  field.value = "";
  return send(sending);
}

async function send(sending) {
  if (busy) return;
  busy = true;
  failed = null;
  say();
  const mine = { from: "you", text: sending.shown };
  const bubble = add(mine);
  const stopWaiting = wait();
  const answer = await ask(sending.body);
  stopWaiting();
  busy = false;
  offline = !answer;
  if (answer && answer.body.ended) return erased();
  if (answer && answer.status < 400 && answer.body.messages) take(answer.body, mine, bubble);
  else refuse(answer, sending, bubble);
}

function take(body, mine, bubble) {
  if (body.masked) {
    mine.masked = true;
    bubble.append(maskedNote(words));
  }
  const answers = fromBalise(body);
  answers.forEach(add);
  keep([mine, ...answers]);
  pin(body.pinned);
  helpAt(body.place);
  bubble.scrollIntoView();
}

/** What was typed goes back to the field; help that came with the refusal is shown. */
function refuse(answer, sending, bubble) {
  bubble.remove();
  const typed = sending.body.text;
  if (typed) field.value = field.value.trim() ? `${typed}\n${field.value}` : typed;
  const body = answer ? answer.body : {};
  const help = fromBalise(body);
  help.map(add).forEach((shown) => shown.scrollIntoView());
  keep(help);
  if (body.pinned) pin(body.pinned);
  const { error } = body;
  if (error && error.code === "no_conversation") {
    forget();
    return say(error.message, link("way", "/", words.restart));
  }
  failed = sending;
  const sentence = error ? error.message : answer ? words.server_error : words.offline;
  const retry = el("button", { type: "button", class: "retry" }, words.retry);
  retry.addEventListener("click", () => (typed ? sendText() : send(sending)));
  return say(sentence, retry, helpLink());
}

function fromBalise(body) {
  return (body.messages || []).map((one) => ({ from: "balise", ...one }));
}

function add(one) {
  const drawn = message(one, words);
  log.append(drawn);
  return drawn;
}

function keep(messages) {
  said = [...said, ...messages];
  remember(said);
}

/** Show that an answer is coming, then honestly that it is late. Returns the way to stop. */
function wait() {
  const show = (...parts) => {
    waiting.replaceChildren(...parts);
    waiting.scrollIntoView({ block: "nearest" });
  };
  const timers = [
    setTimeout(show, SHOW_TYPING_AFTER, words.typing),
    setTimeout(() => show(words.late, helpLink()), SAY_LATE_AFTER),
  ];
  return () => {
    timers.forEach(clearTimeout);
    waiting.replaceChildren();
  };
}

/** Replace the notice above the field; nothing to say empties it. */
function say(sentence, ...more) {
  notice.replaceChildren(...(sentence ? [el("p", null, sentence), ...more] : []));
  fit();
}

function pin(pinned) {
  at("pinned").hidden = !pinned;
  if (!pinned) return fit();
  at("pinned-title").textContent = pinned.title;
  at("pinned-lines").replaceChildren(...pinned.lines.map(shortLine));
  return fit();
}

/** « J'ai besoin d'aide » leads to the numbers of where the person said to be. */
function helpAt(place) {
  const shown = document.querySelector(".need").href;
  for (const one of document.querySelectorAll('a[href^="/aide"]')) {
    const url = new URL(one.href);
    if (place) url.searchParams.set("ou", place);
    else url.searchParams.delete("ou");
    one.setAttribute("href", url.pathname + url.search);
  }
  if (shown !== document.querySelector(".need").href) keepHelp();
}

async function eraseAll() {
  if (busy) return;
  busy = true;
  const answer = await erase();
  busy = false;
  if (!answer || (answer.status >= 400 && answer.status !== 404)) {
    say(words.server_error);
    return;
  }
  erased();
}

/** Nothing of the conversation stays on the screen or in the tab. */
function erased() {
  forget();
  pin(null);
  const done = el("div", { class: "notice", tabindex: "-1" }, el("p", null, words.erased), link("way", "/", words.restart));
  at("main").replaceChildren(document.querySelector("h1"), done);
  done.focus();
}

/** Keep what is scrolled to, or focused, clear of the bars that stay in sight. */
function fit() {
  const root = document.documentElement.style;
  const bar = at("top").offsetHeight || at("top").firstElementChild.offsetHeight;
  root.scrollPaddingTop = `${bar + 8}px`;
  if (at("composer")) root.scrollPaddingBottom = `${at("composer").offsetHeight + 8}px`;
}
