import type { PreparedDiagram } from './prepared';

/** From this width on, in CSS pixels, a picture scrolls sideways on a phone instead of shrinking further. */
const SIZE_CLASSES: readonly (readonly [number, string])[] = [
  [690, 'diagram-xl'],
  [560, 'diagram-l'],
  [460, 'diagram-m'],
];

/**
 * A prepared diagram as HTML: the picture, its caption, its source to read or copy, and a scroller that the keyboard can
 * reach where it may scroll.
 */
export function diagramFigureHtml({ svg, title, width }: PreparedDiagram, source: string): string {
  const size = SIZE_CLASSES.find(([above]) => width > above)?.[1];
  const name = escapeHtml(title);
  const scroller = size === undefined ? '' : ` tabindex="0" role="group" aria-label="${name}"`;
  return (
    `<figure class="diagram${size === undefined ? '' : ` ${size}`}">` +
    `<div class="diagram-scroll"${scroller}>${svg}</div><figcaption>${name}</figcaption>` +
    `<details><summary>Diagram as text</summary><pre tabindex="0">${escapeHtml(source)}</pre></details></figure>`
  );
}

/** Text as it stands in HTML, in an attribute too. */
export function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
