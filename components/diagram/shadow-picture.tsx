'use client';

import { useEffect, useRef } from 'react';
import type { LivePicture } from './mermaid-engine';

/** Mermaid's own style sheet sets the rest; this makes its shapes those of the prepared pictures. */
const STYLE = `
  :host { display: block; }
  svg {
    display: block;
    margin-inline: auto;
    width: auto;
    height: auto;
    max-width: 100%;
    max-height: var(--picture-max-height, none);
    color: var(--dg-group-line);
  }
  .node rect.label-container, .node rect.basic, rect.actor { rx: 6px; ry: 6px; }
  .cluster > rect, rect.note { rx: 6px; ry: 6px; }
  .edgeLabel rect { opacity: 1 !important; }
  @media print { svg { max-height: 20cm; } }
`;

/**
 * A live picture in a shadow root, so that mermaid's style sheet (part of every picture, and partly written by whoever
 * wrote the source) reaches nothing else on the page.
 */
export function ShadowPicture({ picture, name }: { picture: LivePicture; name: string }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (host.current === null) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    root.innerHTML = `<style>${STYLE}</style>${picture.markup}`;
  }, [picture]);
  return <div ref={host} role="img" aria-label={name} />;
}
