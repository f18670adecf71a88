/** Runs in Chromium, bundled: draws one diagram and makes a plain SVG of it. */
import elkLayouts from '@mermaid-js/layout-elk';
import mermaid from 'mermaid';
import { ACCENT_CLASS, mermaidConfig } from '@/lib/core/diagram/mermaid-config';
import { placeholderColour } from '@/lib/core/diagram/roles';
import { adjust } from './adjust';
import { adjustCharts } from './adjust-charts';
import { nameAndSize, nameColours, shortenIds, tidy } from './finish';
import { flatten } from './flatten';
import { simplifyOutlines } from './outlines';
import { findParts } from './parts';

export interface DrawnInPage {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  /** The text of each label in the picture. */
  readonly texts: readonly string[];
  /** Colours that no role has. */
  readonly foreignColours: readonly string[];
  readonly hasForeignObject: boolean;
}
export interface NotDrawn {
  readonly error: string;
  /** Line of the source, from 1, when mermaid says it. */
  readonly line: number | null;
}

declare global {
  interface Window {
    drawDiagram: (source: string, fontFamily: string) => Promise<DrawnInPage | NotDrawn>;
  }
}

mermaid.registerLayoutLoaders(elkLayouts);

window.drawDiagram = async (source, fontFamily) => {
  for (const weight of [400, 600, 700]) await document.fonts.load(`${weight} 14px ${fontFamily}`, source);
  mermaid.initialize(mermaidConfig('elk', fontFamily));
  const withClass = source.includes(':::accent') ? `${source}\n${ACCENT_CLASS}\n` : source;
  let markup: string;
  try {
    markup = (await mermaid.render('dg', withClass)).svg;
  } catch (error) {
    return { error: messageOf(error), line: lineOf(error) };
  }
  const host = document.createElement('div');
  // Axes are drawn in `currentColor`.
  host.style.color = placeholderColour('group-line');
  host.innerHTML = markup;
  document.body.append(host);
  const svg = host.querySelector('svg');
  if (svg === null) return { error: 'mermaid drew nothing', line: null };
  const hasForeignObject = svg.querySelector('foreignObject') !== null;
  const texts = [...svg.querySelectorAll('text')].map((text) => text.textContent ?? '');
  const parts = findParts(svg);
  adjust(svg, placeholderColour('line'));
  adjustCharts(svg);
  flatten(svg, parts);
  tidy(svg);
  simplifyOutlines(svg);
  const size = nameAndSize(svg);
  shortenIdsKeepingNames(svg);
  const foreignColours = nameColours(svg);
  const drawn = { svg: new XMLSerializer().serializeToString(svg), ...size, texts, foreignColours, hasForeignObject };
  host.remove();
  return drawn;
};

function shortenIdsKeepingNames(svg: SVGSVGElement): void {
  const named = [svg, ...svg.querySelectorAll(':scope > title, :scope > desc')].map((e) => [e, e.id] as const);
  shortenIds(svg);
  for (const [element, id] of named) if (id !== '') element.setAttribute('id', id);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function lineOf(error: unknown): number | null {
  const hash = (error as { hash?: { line?: number; loc?: { first_line?: number } } } | null)?.hash;
  return hash?.loc?.first_line ?? (hash?.line === undefined ? null : hash.line + 1);
}
