{# The button of a school's site, whole: bot/web/widget.py. Comments of this kind are not sent.
   Nothing is asked for before it is pressed. Styles go through the CSSOM alone, which every CSP allows. -#}
(() => {
  const script = document.currentScript;
  const once = Symbol.for("balise");
  if (!script || window[once]) return;
  window[once] = true;

  const words = {{ words | tojson }};
  const ORIGIN = new URL(script.src).origin;
  const { audience, label, side } = script.dataset;
  const EDGE = side === "left" ? "left" : "right";
  const SMALL = matchMedia("(max-width: 39.99em), (max-height: 33.99em)");
  const READY_WITHIN = 8000;
  {# An error page of the browser has loaded too: once something has, « ready » should follow at once. #}
  const LOADED_WITHIN = 3000;
  const PRESSED_WITHIN = 2000;
  const ERASED_WITHIN = 500;
  const [INK, ALARM, GREY] = ["#17586d", "#bf3d0b", "#555"];
  const host = document.createElement("balise-widget");
  const root = host.attachShadow({ mode: "open" });
  const view = visualViewport;
  let button, panel, frame, wait, down, title, timer, open;
  let state = "down";
  let presses = [];

  {# Important, so that the host page's own « * { … !important } » does not win. #}
  const style = (element, rules) => {
    for (const rule of rules.split(";")) {
      const [name, value] = rule.split(":");
      element.style.setProperty(name.trim(), value, "important");
    }
  };

  const make = (parent, name, rules, text) => {
    const made = document.createElement(name);
    style(made, rules);
    made.textContent = text;
    parent.append(made);
    return made;
  };

  {# Lengths are in em of « font-size: medium »: rem would follow the host page, often 62.5 %. #}
  const from = (edge, length) => `${edge}: calc(${length} + env(safe-area-inset-${edge}))`;

  const begin = () => {
    style(host, "all: initial; position: fixed; z-index: 2147483647");
    host.setAttribute("role", "complementary");
    host.setAttribute("aria-label", words.panel);
    button = make(root, "button", `position: fixed; ${from(EDGE, "1em")}; ${from("bottom", "1em")}; z-index: 1;
      max-width: calc(100% - 2em); min-height: 44px; margin: 0; padding: .6em 1.2em; border: 2px solid #fff;
      border-radius: 2em; background: ${INK}; color: #fff; font: 600 1em/1.3 system-ui, sans-serif; cursor: pointer`,
      label || words.button);
    button.setAttribute("aria-haspopup", "dialog");
    button.setAttribute("aria-expanded", false);
    {# White then black: one of the two is seen on any page. #}
    button.onfocus = () => style(button, "outline: 3px solid #fff; box-shadow: 0 0 0 6px #000");
    button.onblur = () => style(button, "outline: none; box-shadow: none");
    button.onclick = () => show(!open);
    {# After the body: last in tab order, and still there when `vanish` empties it. #}
    document.documentElement.append(host);
  };

  const show = (wanted) => {
    open = wanted;
    button.setAttribute("aria-expanded", open);
    if (!panel) draw();
    if (open && state === "down") load();
    fit();
    if (open) enter();
    else button.focus();
  };

  const draw = () => {
    panel = make(root, "div", `position: fixed; box-sizing: border-box; overflow: hidden; background: #fff; color: #222;
      box-shadow: 0 0 2em #0006; outline: 1px solid transparent; font: 1em/1.5 system-ui, sans-serif`, "");
    panel.setAttribute("role", "dialog");
    panel.setAttribute("aria-label", words.panel);
    wait = make(panel, "p", "position: absolute; top: 40%; width: 100%; text-align: center", words.wait);
    wait.setAttribute("role", "status");
    ["resize", "scroll"].forEach((moved) => view.addEventListener(moved, fit));
  };

  {# A new frame each time: changing the address of the old one would add a step to the history. #}
  const load = () => {
    if (frame) frame.remove();
    frame = make(panel, "iframe", "position: relative; width: 100%; height: 100%; border: 0; vertical-align: top", "");
    frame.title = words.frame;
    frame.allow = "clipboard-write";
    frame.referrerPolicy = "no-referrer";
    frame.src = ORIGIN + "/cadre" + (words.audiences.includes(audience) ? "?pour=" + audience : "");
    become("loading");
    failIn(READY_WITHIN);
    frame.onload = () => { if (state === "loading") failIn(LOADED_WITHIN); };
  };

  const failIn = (delay) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!down) tell();
      become("down");
    }, delay);
  };

  const become = (next) => {
    const within = root.activeElement;
    state = next;
    if (state !== "loading") clearTimeout(timer);
    wait.hidden = state !== "loading";
    frame.hidden = state === "down";
    {# Until it is ready, what loads may be an error page of the browser. #}
    frame.style.opacity = state === "ready" ? 1 : 0;
    if (down) down.hidden = !frame.hidden;
    fit();
    if (open && within && within !== button) enter();
  };

  const enter = () => (state === "down" ? title : frame).focus();

  {# Hidden, not removed, when closed: the conversation stays as it was. On a small screen it fills what is seen,
     above the keyboard; the button stays over it until the frame has a way to close of its own. #}
  const fit = () => {
    const full = SMALL.matches;
    panel.setAttribute("aria-modal", full);
    style(panel, full ? `inset: ${view.scale < 1.01 ? view.offsetTop : 0}px 0 auto; width: 100%;
      height: ${view.height * view.scale}px; border-radius: 0`
      : `inset: auto; ${from(EDGE, "1em")}; ${from("bottom", "4.75em")}; width: 25em;
      height: min(42em, 85vh, 100vh - 5.5em); border-radius: 1em`);
    panel.style.visibility = open ? "visible" : "hidden";
    button.hidden = open && full && state !== "loading";
  };

  const tell = () => {
    const act = (parent, name, colour, text) => make(parent, name, `display: block; box-sizing: border-box; width: 100%;
      min-height: 44px; margin: .5em 0; padding: .6em; border: 2px solid; border-radius: 1em; background: ${colour};
      color: #fff; font: inherit; text-align: center; text-decoration: none`, text);
    const call = (parent, colour, line) => {
      const link = act(parent, "a", colour, "");
      make(link, "b", "font-size: 1.2em", line.say);
      make(link, "small", "display: block", line.more);
      link.href = line.to;
    };
    down = make(panel, "div", "box-sizing: border-box; height: 100%; padding: 1em; overflow: auto", "");
    title = make(down, "h2", "margin: 0", words.down.title);
    title.tabIndex = -1;
    make(down, "p", "margin: .5em 0", words.down.text);
    make(down, "h3", "margin: 0; font-size: 1em", words.down.emergency);
    const row = make(down, "div", "display: flex; gap: .5em", "");
    words.emergency.forEach((line) => call(row, ALARM, line));
    words.lines.forEach((line) => call(down, INK, line));
    act(down, "button", GREY, words.close).onclick = () => show(false);
    const tab = act(down, "a", GREY, words.tab);
    tab.href = ORIGIN;
    tab.target = "_blank";
    tab.rel = "noreferrer";
  };

  const vanish = () => {
    document.title = words.neutralTitle;
    style(document.documentElement, "display: none");
    document.body.textContent = "";
  };

  const leave = (to) => location.replace(/^https:\/\//.test(to) ? to : words.neutralSite);

  addEventListener("message", (event) => {
    if (!frame || event.origin !== ORIGIN || event.source !== frame.contentWindow || !event.data) return;
    const { balise, to } = event.data;
    if (balise === "ready") become("ready");
    if (balise === "close" && open) show(false);
    {# Left in another tab: nothing to see here any more; a press begins anew. #}
    if (balise === "gone") {
      if (open) show(false);
      state = "down";
      frame.hidden = true;
    }
    if (balise !== "leave") return;
    vanish();
    leave(to);
  });

  {# Capital letters typed in between start the count again. #}
  addEventListener("keydown", (event) => {
    if (!open) return;
    if (event.key === "Escape") show(false);
    if (event.key !== "Shift") presses = [];
    else if (!event.repeat) presses.push(event.timeStamp);
    presses = presses.filter((at) => event.timeStamp < at + PRESSED_WITHIN);
    if (presses.length < 3) return;
    vanish();
    {# The frame lives a moment more, unseen: it asks for the conversation to be erased, then empties itself. #}
    frame.onload = leave;
    setTimeout(leave, ERASED_WITHIN);
    frame.contentWindow.postMessage({ balise: "leave" }, ORIGIN);
  }, true);

  {# A panel that fills the screen is modal: the page behind it is not seen. #}
  addEventListener("focusin", (event) => {
    if (open && SMALL.matches && event.target !== host) enter();
  });

  if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin);
  else begin();
})();
