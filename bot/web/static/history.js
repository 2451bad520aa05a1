// The transcript, kept in this tab only, so that a reload does not lose it.

const KEY = "balise";

/** What was said in this conversation, oldest first; [] where the browser keeps nothing. */
export function recall() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY)) || [];
  } catch {
    return [];
  }
}

export function remember(said) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(said));
  } catch {
    // No room or no right to store: the page works on, a reload shows the welcome only.
  }
}

export function forget() {
  try {
    sessionStorage.clear();
  } catch {
    // Nothing could be stored, so nothing is left.
  }
}
