// The one way the page makes elements: words become text, never markup.

/** An element with attributes and children; null children and null, false attributes are left out. */
export function el(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value);
  }
  for (const child of children.flat(Infinity)) {
    if (child) made.append(child);
  }
  return made;
}

/** A link; one to another site opens apart and tells it nothing. */
export function link(kind, href, ...children) {
  const apart = href.startsWith("https:") ? { target: "_blank", rel: "noopener noreferrer" } : {};
  return el("a", { class: kind, href, ...apart }, ...children);
}
