// Balise in the frame of a school's page: templates/embed.js is on the other side. Nothing secret is told.

export const framed = window.parent !== window;

export function tellHost(message) {
  if (framed) window.parent.postMessage(message, "*");
  return framed;
}

/** « Quitter vite » pressed on the host's side: it blanks the page, `leave` erases here. */
export function onHostLeaves(leave) {
  addEventListener("message", (event) => {
    if (framed && event.source === window.parent && event.data && event.data.balise === "leave") leave();
  });
}

if (framed) {
  const close = document.getElementById("frame-close");
  close.hidden = false;
  close.addEventListener("click", () => tellHost({ balise: "close" }));
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) tellHost({ balise: "close" });
  });
  tellHost({ balise: "ready" });
}
