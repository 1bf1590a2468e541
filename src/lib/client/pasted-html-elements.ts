/** The element as another one with the same content, in its place. */
export function renamed(element: Element, tag: string): Element {
  const made = document.createElement(tag);
  made.append(...element.childNodes);
  element.replaceWith(made);
  return made;
}
