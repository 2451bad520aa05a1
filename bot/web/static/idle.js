// A screen left alone: warned, then emptied, when the gateway has forgotten the conversation.

const WARNED = 2; // minutes before
const SIGNS = ["keydown", "pointerdown", "click", "input", "wheel", "touchmove", "focusin"];

/** `warn()` once, then `end()`; returns what to call when something else shows that somebody is here. */
export function whenIdle(minutes, { warn, end }) {
  let active = Date.now(), warned = false;
  const here = () => {
    active = Date.now();
    warned = false;
  };
  const look = () => {
    const idle = (Date.now() - active) / 60000;
    if (idle > minutes) end();
    else if (idle > minutes - WARNED && !warned) {
      warned = true;
      warn();
    }
  };
  for (const sign of SIGNS) addEventListener(sign, here, { passive: true });
  setInterval(look, 30000);
  document.addEventListener("visibilitychange", look);
  return here;
}
