// The field: Enter sends, nothing typed is lost, and what is too long is said before it is sent.

import { recall, remember } from "./history.js";
import { fit } from "./strip.js";

const SAY_FROM = 0.8; // of the longest, in whole characters, as the gateway counts them
const field = document.getElementById("text"), count = document.getElementById("count"), aloud = document.getElementById("count-aloud");

/** `send(text)` is called with what was typed, trimmed. `words.too_many` says {n}. */
export function compose({ longest, words, send }) {
  const tell = () => {
    const length = [...field.value.trim()].length, over = length - longest;
    count.classList.toggle("over", over > 0);
    count.textContent = over > 0 ? words.too_many.replace("{n}", over) : length > SAY_FROM * longest ? `${length}/${longest}` : "";
    // Said aloud once when it becomes too long, not at each letter.
    if ((aloud.textContent === "") === over > 0) aloud.textContent = over > 0 ? count.textContent : "";
    remember({ draft: field.value });
    fit();
  };
  if (!field.value) field.value = recall().draft;
  if (field.value) tell();
  field.addEventListener("input", tell);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    if (!event.repeat) send(field.value.trim()); // Enter held down sends once.
  });
  document.getElementById("write").addEventListener("submit", (event) => {
    event.preventDefault();
    send(field.value.trim());
  });
  return {
    empty: () => { field.value = ""; tell(); },
    /** Give back what could not be sent, before what was typed since. */
    give: (text) => { field.value = field.value.trim() ? `${text}\n${field.value}` : text; tell(); },
    /** Take back what is sent again; what was typed after it stays. */
    take: (text) => {
      if (field.value.trim() === text) field.value = "";
      else if (field.value.startsWith(`${text}\n`)) field.value = field.value.slice(text.length + 1);
      tell();
    },
    holds: (text) => field.value.trim() === text,
  };
}
