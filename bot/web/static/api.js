// The gateway, over HTTP. The same id is sent again on a retry, so that a message is answered once.

const WAITS = [500, 1500];
const GIVE_UP_AFTER = 15000;
const inFlight = new Set();
let over = false;

/** This page says nothing more; with `abort`, it does not wait either for what was said. Erasing goes on. */
export function hush({ abort } = {}) {
  over = true;
  if (abort) inFlight.forEach((one) => one.abort());
}

/** A UUID; crypto.randomUUID is missing on plain http, where some schools serve their site. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** The answer {status, body}, or null when nobody answered three times. */
export async function ask(message) {
  let answer = await once("POST", "/api/messages", message);
  for (const wait of WAITS) {
    if (answer && (answer.status < 500 || answer.body.messages)) return answer;
    await new Promise((resume) => setTimeout(resume, wait));
    if (over) return answer;
    answer = await once("POST", "/api/messages", message);
  }
  return answer;
}

/** The answer {status, body}, or null. `keepalive`: also while the page goes away. */
export function erase(options) {
  return once("DELETE", "/api/conversation", null, options);
}

/** Count a thumb; nobody waits for it. */
export function rate(topic, useful) {
  return once("POST", "/api/feedback", { topic, useful });
}

async function once(method, path, message, more) {
  const stop = new AbortController();
  if (method !== "DELETE") inFlight.add(stop); // Erasing goes on, whatever is hushed.
  const late = setTimeout(() => stop.abort(), GIVE_UP_AFTER);
  const options = { method, signal: stop.signal, headers: { "Content-Type": "application/json" }, ...more };
  if (message) options.body = JSON.stringify(message);
  try {
    const response = await fetch(path, options);
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : {} };
  } catch {
    return null; // No network, too slow, or not our gateway: the caller tries again and says so.
  } finally {
    clearTimeout(late);
    inFlight.delete(stop);
  }
}
