// « Quitter vite »: blank at once, forget, leave. The server erases the conversation and redirects.

import { erase, hush } from "./api.js";
import { onHostLeaves, tellHost } from "./frame.js";
import { forget, forgetAll, recall } from "./history.js";
import { onTab, tellTabs } from "./tabs.js";

const PRESSES = 3;
const WITHIN = 2000;
const ERASED_WITHIN = 800; // milliseconds, the page being blank already
const exit = document.querySelector(".leave");
let presses = [], left = false;

exit.addEventListener("click", (event) => {
  event.preventDefault();
  leave();
});

// Shift alone: a capital letter typed in between starts the count again.
addEventListener("keydown", (event) => {
  if (event.key !== "Shift") presses = [];
  if (event.key !== "Shift" || event.repeat) return;
  presses = [...presses, event.timeStamp].filter((at) => event.timeStamp - at < WITHIN);
  if (presses.length >= PRESSES) leave();
});

// A page that the browser kept alive is drawn again, so that « Précédent » shows nothing that was erased.
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

if (!recall().said.length && !recall().pending && !recall().draft) forget(); // Nothing, or older than the gateway remembers.
onTab("left", () => {
  tellHost({ balise: "gone" });
  blank();
});
onTab("erased", forget); // On whichever page this tab is.
onHostLeaves(() => {
  erase({ keepalive: true });
  blank();
});

function leave() {
  if (left) return; // A finger that goes on pressing.
  left = true;
  const { site } = exit.dataset;
  tellTabs("left");
  vanish();
  if (!tellHost({ balise: "leave", to: site })) {
    // Erased, then by the server, which clears more; but never onto a browser's error page with Balise's address.
    Promise.race([erase({ keepalive: true }), new Promise((late) => setTimeout(late, ERASED_WITHIN))])
      .then((answer) => location.replace(answer ? exit.href : site));
    return;
  }
  // In a frame the cookie is another one than in a page of its own: erase from here, while the page goes away.
  erase({ keepalive: true });
  try {
    window.top.location.replace(site);
  } catch {
    location.replace("about:blank"); // The host forbids it: its own script leaves.
  }
}

/** For what is not the tab in use: nothing left to see, and no address that would bring it back. */
function blank() {
  vanish();
  location.replace("about:blank");
}

function vanish() {
  hush({ abort: true });
  if (window.speechSynthesis) speechSynthesis.cancel();
  document.title = exit.dataset.title;
  if (document.body) document.body.remove();
  forgetAll();
}
