import type { PreparedDiagram } from '../diagrams/prepared';
import { accessibleText } from '../rules/diagram-source';

/** Finds the prepared picture of a source; the second argument makes the ids in it unique. */
export type FindPicture = (source: string, idPrefix: string) => PreparedDiagram | null;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);

/**
 * A diagram as it stands in a page: the prepared picture with caption and source. Without a picture, which only happens
 * while developing, the source alone, for the browser to draw.
 */
export function diagramFigure(source: string, idPrefix: string, findPicture: FindPicture): string {
  const picture = findPicture(source, idPrefix);
  if (picture === null) {
    const { title } = accessibleText(source);
    return `<pre class="mermaid-source" data-title="${escapeHtml(title)}">${escapeHtml(source)}</pre>`;
  }
  const title = escapeHtml(picture.title);
  return (
    `<figure class="diagram"><div class="diagram-scroll" role="group" tabindex="0" aria-label="${title}">${picture.svg}</div>` +
    `<figcaption>${title}</figcaption>` +
    `<details><summary>Diagram as text</summary><pre tabindex="0">${escapeHtml(source)}</pre></details></figure>`
  );
}
