// What stays in sight around the transcript: the pinned help, the sentence above the field, the room they take.

import { el } from "./element.js";
import { keepHelp } from "./kept_help.js";
import { shortLine } from "./line.js";

const at = (id) => document.getElementById(id);
const notice = at("notice");

/** Replace the notice above the field, said at once; nothing to say empties it. */
export function say(sentence, ...more) {
  show("alert", sentence, more);
}

/** The same, said when what is being read is over: nothing went wrong. */
export function tell(sentence, ...more) {
  show("status", sentence, more);
}

/** The focus is not lost with what it was on. */
function show(role, sentence, more) {
  const focused = notice.contains(document.activeElement);
  notice.setAttribute("role", role);
  notice.replaceChildren(...(sentence ? [el("p", null, sentence), el("div", { class: "ways" }, more)] : []));
  fit();
  // In a bar that stays in sight, scrolling to it would move the rest of the page under the finger.
  const { top, bottom } = notice.getBoundingClientRect();
  if (sentence && (top < 0 || bottom > innerHeight)) notice.scrollIntoView({ block: "nearest" });
  if (focused) (notice.querySelector("a, button") || document.querySelector(".send")).focus({ preventScroll: true });
}

/** The help of a flagged conversation, from the JSON of `pinned`; null takes it away. */
export function pin(pinned) {
  at("pinned").hidden = !pinned;
  document.body.classList.toggle("helped", Boolean(pinned)); // Who is being helped is asked for no thumb.
  if (pinned) {
    at("pinned-title").textContent = pinned.title;
    at("pinned-lines").replaceChildren(...pinned.lines.map(shortLine));
  }
  fit();
}

/** « J'ai besoin d'aide » leads to the numbers of where the person said to be. */
export function helpAt(place) {
  const need = document.querySelector(".need"), shown = need.href;
  for (const one of document.querySelectorAll('a[href^="/aide"]')) {
    const url = new URL(one.href);
    if (place) url.searchParams.set("ou", place);
    else url.searchParams.delete("ou");
    one.setAttribute("href", url.pathname + url.search);
  }
  if (shown !== need.href) keepHelp();
}

/** Keep what is scrolled to, or focused, clear of the bars that stay in sight. */
export function fit() {
  const root = document.documentElement.style;
  // In a low window the header has no box: its first row stays alone.
  root.scrollPaddingTop = `${(at("top").offsetHeight || at("top").firstElementChild.offsetHeight) + 8}px`;
  if (at("composer")) root.scrollPaddingBottom = `${at("composer").offsetHeight + 8}px`;
}

addEventListener("resize", fit);
