type Child = Node | string | null | false;

interface Attributes {
  readonly [name: string]: string | number | boolean | null | ((event: Event) => void);
}

/**
 * Makes an element. Text only ever becomes text: nothing that anybody typed is read as HTML. An attribute that is null or false is left
 * out, true stands empty; a function listens to the event of its name.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name, value);
    else if (value !== null && value !== false) made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children.filter((child) => child !== null && child !== false));
  return made;
}

/** The element with that id, which the page is known to have. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found;
}

/** Puts other children into an element. */
export function fill(parent: HTMLElement, ...children: readonly Child[]): void {
  parent.replaceChildren(...children.filter((child) => child !== null && child !== false));
}
