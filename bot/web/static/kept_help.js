// The page of numbers, fetched while there is a network and shown when there is none.

const need = document.querySelector(".need");
let lines = null;

/** Fetch the numbers now, in memory only. */
export async function keepHelp() {
  try {
    const response = await fetch(need.href);
    if (!response.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    lines = document.importNode(page.getElementById("lines"), true);
  } catch {
    // Nothing to keep: the link still leads to the page.
  }
}

/** The network is back: the link leads to the page again. */
export function putHelpAway() {
  if (lines) lines.remove();
}

/** On a click on « J'ai besoin d'aide » without network, show the numbers above the conversation. True if it was. */
export function showKeptHelp(event, place, isOffline) {
  const link = event.target.closest(`a[href="${need.getAttribute("href")}"]`);
  if (!link || !lines || !isOffline) return false;
  event.preventDefault();
  lines.tabIndex = -1;
  place.before(lines);
  lines.focus({ preventScroll: true });
  lines.scrollIntoView();
  return true;
}
