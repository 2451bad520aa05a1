// The one way the page makes elements: words become text, never markup.

const SVG = "http://www.w3.org/2000/svg";
const SPRITE = new URL("pictures.svg", import.meta.url).pathname;

/** An element with attributes and children; null children and null, false attributes are left out. */
export function el(tag, attributes, ...children) {
  return made(document.createElement(tag), attributes, children);
}

/** A link; one to another site opens apart and tells it nothing. */
export function link(kind, href, ...children) {
  const apart = href.startsWith("https:") ? { target: "_blank", rel: "noopener noreferrer" } : {};
  return el("a", { class: kind, href, ...apart }, ...children);
}

/** A button that does something here, without the server. */
export function act(label, doing, attributes) {
  const button = el("button", { type: "button", ...attributes }, label);
  button.addEventListener("click", doing);
  return button;
}

/** A place for short news, and what says them there: `tell(sentence)`, or `tell(sentence, "alert")` for bad ones. */
export function news(attributes) {
  const place = el("span", { ...attributes, role: "status" });
  return [place, (sentence, role = "status") => {
    place.setAttribute("role", role);
    place.textContent = sentence;
  }];
}

/** The beacon in a mood: greets, listens, explains, worries, cheers. templates/_picture.html draws the same thing. */
export function beacon(mood, kind = "avatar") {
  return drawn(kind, 96, "tower", mood);
}

export function picture(name) {
  return drawn("picture", 64, name);
}

export function icon(name) {
  return drawn("icon", 24, `i-${name}`);
}

function drawn(kind, side, ...names) {
  const svg = made(document.createElementNS(SVG, "svg"), {
    class: kind, width: side, height: side, viewBox: `0 0 ${side} ${side}`, "aria-hidden": "true", focusable: "false",
  }, []);
  for (const name of names) svg.append(made(document.createElementNS(SVG, "use"), { href: `${SPRITE}#${name}` }, []));
  return svg;
}

function made(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value);
  }
  for (const child of children.flat(Infinity)) {
    if (child) element.append(child);
  }
  return element;
}
