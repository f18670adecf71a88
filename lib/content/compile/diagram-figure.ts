import { diagramFigureHtml, escapeHtml } from '../diagrams/figure';
import type { PreparedDiagram } from '../diagrams/prepared';
import { accessibleText } from '../rules/diagram-source';

/** Finds the prepared picture of a source; the second argument makes the ids in it unique. */
export type FindPicture = (source: string, idPrefix: string) => PreparedDiagram | null;

/**
 * A diagram as it stands in a page. Without a picture, which only happens while developing, it is the source alone, for
 * the browser to draw.
 */
export function diagramFigure(source: string, idPrefix: string, findPicture: FindPicture): string {
  const picture = findPicture(source, idPrefix);
  if (picture !== null) return diagramFigureHtml(picture, source);
  const { title } = accessibleText(source);
  return `<pre class="mermaid-source" data-title="${escapeHtml(title)}">${escapeHtml(source)}</pre>`;
}
