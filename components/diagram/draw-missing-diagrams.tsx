'use client';

import { usePathname } from 'next/navigation';
import { useEffect } from 'react';

/**
 * While an author works, a diagram may have no prepared picture yet; the page then holds its source. This draws those in
 * the browser, and says so. Only rendered in development: a build refuses such a case.
 */
export default function DrawMissingDiagrams() {
  const pathname = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page holds other sources.
  useEffect(() => {
    let isHere = true;
    const sources = [...document.querySelectorAll('pre.mermaid-source')];
    if (sources.length === 0) return undefined;
    const drawAll = async () => {
      const { drawDiagram } = await import('./mermaid-engine');
      for (const source of sources) {
        const drawn = await drawDiagram(source.textContent ?? '', () => isHere && source.isConnected);
        if (drawn !== null) show(source, 'picture' in drawn ? drawn.picture.markup : drawn.problem.message);
      }
    };
    drawAll();
    return () => {
      isHere = false;
    };
  }, [pathname]);
  return null;
}

/** In the place of the source; the page's text is one HTML string to React, so it does not mind. */
function show(source: Element, content: string): void {
  const isPicture = content.startsWith('<svg');
  const figure = document.createElement('figure');
  figure.className = 'diagram';
  const host = document.createElement('div');
  figure.append(host, document.createElement('figcaption'));
  figure.lastElementChild?.append(
    `${source.getAttribute('data-title') ?? ''} (drawn in the browser; npm run case:render prepares it)`,
  );
  if (isPicture) {
    host.attachShadow({
      mode: 'open',
    }).innerHTML = `<style>svg { display: block; margin: auto; max-width: 100%; height: auto }</style>${content}`;
  } else host.textContent = content;
  source.replaceWith(figure);
}
