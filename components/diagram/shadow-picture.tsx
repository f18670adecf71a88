'use client';

import { type CSSProperties, useEffect, useMemo, useRef } from 'react';
import { diagramName } from './diagram-outline';
import type { LivePicture } from './mermaid-engine';

/** Shrunk to the pane it stands in (as far as it can be read), to its width only, or not at all. */
export type Fit = 'pane' | 'width' | 'none';

/** Letters of 14 px stay at 9: enough to see the whole while drawing. */
const LEAST_SCALE = 0.62;

/** Mermaid's own style sheet sets the rest; this makes its shapes those of the prepared pictures. */
const STYLE = `
  :host { display: block; }
  svg {
    display: block;
    margin-inline: auto;
    width: auto;
    height: auto;
    max-width: var(--widest);
    max-height: var(--highest);
    color: var(--dg-group-line);
  }
  .node rect.label-container, .node rect.basic, rect.actor { rx: 6px; ry: 6px; }
  .cluster > rect, rect.note { rx: 6px; ry: 6px; }
  /* Stadiums and the like have an outline around their fill too. */
  .node g.label-container > path:first-child { stroke: none !important; }
  .edgeLabel rect { opacity: 1 !important; }
  @media print { svg { max-width: 100%; max-height: 20cm; } }
`;

/**
 * A live picture in a shadow root, so that mermaid's style sheet (part of every picture, and partly written by whoever
 * wrote the source) reaches nothing else on the page.
 */
export function ShadowPicture({ picture, label, fit }: { picture: LivePicture; label: string; fit: Fit }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (host.current === null) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    root.innerHTML = `<style>${STYLE}</style>${picture.markup}`;
  }, [picture]);
  const style = { '--widest': fit === 'none' ? 'none' : '100%', '--highest': highest(picture, fit) };
  const name = useMemo(() => diagramName(picture.source, label), [picture, label]);
  return <div ref={host} role="img" aria-label={name} style={style as CSSProperties} />;
}

function highest({ height }: LivePicture, fit: Fit): string {
  return fit === 'pane' ? `max(100cqh, ${Math.round(LEAST_SCALE * height)}px)` : 'none';
}
