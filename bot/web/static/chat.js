// The conversation: one message in flight, in order, and nothing lost when the network is.

import { ask, erase, hush, newId } from "./api.js";
import { compose } from "./composer.js";
import { maskedNote, message } from "./draw.js";
import { act, el, link } from "./element.js";
import { forget, forgetForGood, recall, remember, settle } from "./history.js";
import { whenIdle } from "./idle.js";
import { keepHelp, putHelpAway, showKeptHelp } from "./kept_help.js";
import { fit, helpAt, pin, say, tell } from "./strip.js";
import { onTab, tellTabs } from "./tabs.js";
import { wait } from "./waiting.js";

const at = (id) => document.getElementById(id);
const { words, exchange, audience, numbers, longest, mark, carry, minutes } = JSON.parse(at("page").textContent);
const log = at("log");
const helpLink = () => link("way need", document.querySelector(".need").getAttribute("href"), words.help);

settle(mark, minutes);
let said = start();
let busy = false;
let erasing = false;
let inFlight = ""; // the button whose answer is awaited: pressing it again is no other wish
let next = null; // what was sent while an answer was on its way: sent when it is there
let failed = null; // {body, shown}: sent again with its id, so that the gateway answers it once
let offline = false;
let opened = Boolean(mark);
let carried = carry; // signed by the gateway: the help that is open, for a conversation begun again

const composer = compose({ longest, words, send: sendText });
document.addEventListener("click", (event) => {
  const button = event.target.closest('button[name="button"]');
  if (button) {
    event.preventDefault();
    // The second click of a double click is no second wish.
    if (event.detail < 2) send({ body: { button: button.value, id: newId(), audience }, shown: button.textContent.trim() });
  }
  // The notice takes half of a small window: it gives way to the numbers.
  if (showKeptHelp(event, at("composer") ? log.parentElement : at("main")?.lastElementChild, offline || navigator.onLine === false) && at("composer")) say();
  // A thumb goes away with its click: the focus stays beside it.
  if (!event.target.isConnected && document.activeElement === document.body) {
    event.composedPath().find((one) => one.isConnected).querySelector("button")?.focus();
  }
});
// Enter held down on a button is one wish, not one more at each repeat.
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.repeat && event.target.closest("button")) event.preventDefault();
});
at("erase").addEventListener("submit", (event) => {
  event.preventDefault();
  next = null;
  say(words.erase_ask, act(words.erase, eraseAll), act(words.erase_no, keepAll));
  at("notice").querySelector("button").focus({ preventScroll: true });
});
addEventListener("offline", () => { if (!busy) sayOffline(); });
addEventListener("online", () => {
  offline = false;
  if (failed && (!failed.body.text || composer.holds(failed.body.text))) again();
  else tell(words.back_online);
});
onTab("erased", () => erased(words.other_tab));
document.addEventListener("rated", () => remember({ said }));
const here = whenIdle(minutes, {
  warn: () => at("composer") && say(words.ending, act(words.stay, () => say())),
  end: () => at("composer") && !busy && erased(words.ended),
});
fit();
keepHelp();
const { pending } = recall();
if (pending) send(pending); // Reloaded before the answer came: the gateway gives the same one, once.

/** Draw again what this tab remembers; the server shows only the welcome or the last exchange. */
function start() {
  const before = recall().said;
  const all = [...before, ...(before.length && !exchange.some((one) => one.from === "you") ? [] : exchange)];
  log.parentElement.setAttribute("aria-busy", "true");
  log.replaceChildren(...all.map((one, index) => message(one, words, index === 0)));
  log.parentElement.removeAttribute("aria-busy");
  if (before.length) requestAnimationFrame(() => log.lastElementChild.scrollIntoView());
  return all;
}

function sendText(text) {
  if (erasing || (busy && !text)) return undefined; // The second press of two sends nothing.
  if (!text) return say(words.empty);
  if (busy) return later({ body: { text, id: newId(), audience }, shown: text });
  const sending = failed && failed.body.text === text ? failed : { body: { text, id: newId(), audience }, shown: text };
  composer.empty();
  return send(sending);
}

function again() {
  const sending = failed;
  if (erasing || !sending) return undefined;
  if (sending.body.text) composer.take(sending.body.text);
  return send(sending);
}

/** One message in flight: the last one sent meanwhile follows the answer. Typed, it stays in the field until then. */
function later(sending) {
  next = sending;
  tell(words.next);
}

async function send(sending) {
  if (erasing) return undefined;
  if (busy) return sending.body.button === inFlight ? undefined : later(sending);
  busy = true;
  next = null;
  inFlight = sending.body.button || "";
  failed = null;
  say();
  remember({ pending: sending });
  const mine = { from: "you", text: sending.shown };
  const bubble = add(mine);
  makeRoom(bubble);
  bubble.scrollIntoView();
  const stopWaiting = wait(words, () => {
    offline = true; // As good as none: the numbers that are here are shown, not a page that may not come.
    return helpLink();
  });
  const answer = await ask({ ...sending.body, carry: carried });
  stopWaiting();
  busy = false;
  offline = !answer;
  if (!at("composer")) { // Erased or left meanwhile. A message that came after began a conversation anew: it goes too.
    if (answer && answer.body.renewed) erase({ keepalive: true });
    return undefined;
  }
  remember({ pending: null });
  if (answer && answer.body.ended) return erasedHere();
  if (!answer || answer.status >= 400 || !answer.body.messages) return refuse(answer, sending, bubble);
  take(answer.body, mine, bubble);
  const following = next;
  if (!following || erasing) return undefined;
  if (at("notice").textContent.startsWith(words.next)) say();
  const { text } = following.body;
  if (text && !composer.holds(text)) return undefined; // Changed since: it is a draft again.
  if (text) composer.empty();
  return send(following);
}

/** More than a window of room below what was just said: the answer comes into it, and nothing in sight moves by itself. */
function makeRoom(bubble) {
  const main = at("main");
  main.style.minHeight = `${bubble.offsetTop - main.offsetTop + 1.2 * innerHeight - at("top").offsetHeight}px`;
}

function take(body, mine, bubble) {
  here();
  if (!at("lines") || !at("lines").contains(document.activeElement)) putHelpAway(); // Not from under a finger.
  carried = body.carry || carried;
  if (body.masked) {
    mine.masked = true;
    bubble.append(maskedNote(words));
  }
  const answers = fromBalise(body);
  const [first] = answers.map(add);
  keep([mine, ...answers]);
  remember({ mark: body.mark });
  if (body.pinned) pin(body.pinned); // Help that was given stays, in a new conversation too.
  helpAt(body.place);
  if (body.renewed && opened) tell(words.renewed);
  opened = !body.renewed;
  // With large text the bars leave little room: the answer before the question.
  (first && at("top").offsetHeight > innerHeight / 3 ? first : bubble).scrollIntoView();
}

/** What was typed goes back to the field; help that came with the refusal is shown. */
function refuse(answer, sending, bubble) {
  bubble.remove();
  const body = answer ? answer.body : {};
  if (sending.body.text) composer.give(sending.body.text);
  at("main").style.minHeight = ""; // No answer comes into that room: what was said before comes in sight again.
  const help = fromBalise(body);
  help.map(add).forEach((shown) => shown.scrollIntoView());
  keep(help);
  if (body.pinned) pin(body.pinned);
  const { error } = body;
  if (error && error.code === "no_conversation") {
    forget();
    say(error.message, link("way", "/", words.restart));
    return;
  }
  failed = sending;
  if (answer) say(error ? error.message : words.server_error, act(words.retry, again, { class: "retry" }), helpLink());
  else sayOffline();
  const last = log.lastElementChild;
  if (!help.length && last) last.scrollIntoView();
}

/** Without a network the numbers are here, not one page away. */
function sayOffline() {
  const calls = numbers.map((one) => link("way call", `tel:${one.tel}`, el("span", null, one.call, " ", el("small", null, one.hours))));
  say(failed ? words.offline : words.cut, ...calls, failed && act(words.retry, again, { class: "retry" }), helpLink());
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
  remember({ said });
}

async function eraseAll() {
  if (erasing) return;
  erasing = true;
  const answer = await erase();
  erasing = false;
  if (!answer || (answer.status >= 400 && answer.status !== 404)) {
    say(words.server_error, act(words.retry, eraseAll), helpLink());
    return;
  }
  erasedHere();
}

function keepAll() {
  say();
  at("erase").querySelector("button").focus({ preventScroll: true });
}

function erasedHere() {
  tellTabs("erased");
  erased();
}

/** Nothing of the conversation stays on the screen or in the tab. */
function erased(sentence = words.erased) {
  forgetForGood();
  hush();
  failed = null;
  if (window.speechSynthesis) speechSynthesis.cancel();
  pin(null);
  const done = el("div", { class: "notice", tabindex: "-1" }, el("p", null, sentence), el("p", { class: "ways" }, link("way", "/", words.restart), helpLink()));
  at("main").classList.remove("apart");
  at("main").replaceChildren(document.querySelector("h1"), done);
  done.focus();
}
