import { ACCENT_CLASS, mermaidConfig } from '@/lib/core/diagram/mermaid-config';
import { refuseDiagram } from '@/lib/core/diagram/refusal';
import { explainSyntaxError } from '@/lib/core/diagram/syntax-error';

/** A diagram as it can be put into a shadow root: sanitised, in the colours of the page. */
export interface LivePicture {
  /** What it was drawn from. */
  readonly source: string;
  readonly markup: string;
  /** In CSS pixels at full size. */
  readonly width: number;
  readonly height: number;
}
export interface DiagramProblem {
  /** Line of the source, from 1; null for the whole of it. */
  readonly line: number | null;
  readonly message: string;
  /** What to look for, as a sentence; left out when the message says it. */
  readonly fix?: string;
}
export type Drawn = { readonly picture: LivePicture } | { readonly problem: DiagramProblem };

type Engine = (source: string) => Promise<Drawn>;

let engine: Promise<Engine> | null = null;
let lastJob: Promise<unknown> = Promise.resolve();
let pictureNumber = 0;

/** Loads mermaid (200 kB) if it is not there yet, so that the first picture comes sooner. */
export function prepareToDraw(): void {
  loadEngine().catch(() => undefined);
}

/**
 * Draws a diagram. Mermaid can do only one at a time, so calls wait for each other.
 *
 * @returns null when `isWanted` says, once it is this diagram's turn, that nobody waits for it any more
 */
export function drawDiagram(source: string, isWanted: () => boolean = () => true): Promise<Drawn | null> {
  const refusal = refuseDiagram(source);
  if (refusal !== null) return Promise.resolve({ problem: refusal });
  const job = lastJob.then(async () => {
    if (!isWanted()) return null;
    try {
      const draw = await loadEngine();
      return isWanted() ? await draw(source) : null;
    } catch {
      const message = 'The drawing program could not be loaded. Your text is safe; change it to try again.';
      return { problem: { line: null, message } };
    }
  });
  lastJob = job;
  return job;
}

function loadEngine(): Promise<Engine> {
  engine ??= startEngine().catch((error: unknown) => {
    engine = null;
    throw error;
  });
  return engine;
}

/** A build bundles mermaid by itself and says where it is; in development Next does. Bundlers leave out the branches not taken. */
function loadMermaid(): Promise<typeof import('mermaid')> {
  if (typeof window === 'undefined') return Promise.reject(new Error('Diagrams are drawn in a browser.'));
  if (process.env.NODE_ENV !== 'production') return import('mermaid');
  return import(/* turbopackIgnore: true */ process.env.NEXT_PUBLIC_DRAWING_ADDRESS ?? '');
}

async function startEngine(): Promise<Engine> {
  const [{ default: mermaid }, { pictureSanitiser }] = await Promise.all([loadMermaid(), import('./sanitise-picture')]);
  const sanitise = pictureSanitiser(window);
  const fontFamily = getComputedStyle(document.body).fontFamily;
  const initialise = () => mermaid.initialize(mermaidConfig('dagre', fontFamily));
  initialise();
  const workbench = document.createElement('div');
  workbench.setAttribute('aria-hidden', 'true');
  // Out of sight, but with a layout: mermaid measures its text.
  Object.assign(workbench.style, {
    position: 'fixed',
    inset: '0 auto auto 0',
    width: '1200px',
    height: '0',
    overflow: 'hidden',
    visibility: 'hidden',
  });

  return async (source) => {
    await loadFonts(fontFamily, source);
    document.body.append(workbench);
    pictureNumber += 1;
    try {
      const withClass = source.includes(':::accent') ? `${source}\n${ACCENT_CLASS}\n` : source;
      const { svg } = await mermaid.render(`picture-${pictureNumber}`, withClass, workbench);
      const size = sizeOf(svg);
      if (size === null) return { problem: { line: null, message: 'Mermaid drew nothing.' } };
      return { picture: { source, markup: sanitise(svg), ...size } };
    } catch (error) {
      // What a failed diagram leaves behind would spoil the next one.
      initialise();
      return { problem: explainSyntaxError(messageOf(error), lineOf(error), source) };
    } finally {
      workbench.replaceChildren();
      workbench.remove();
    }
  };
}

async function loadFonts(fontFamily: string, text: string): Promise<void> {
  const loads = [400, 600, 700].map((weight) => document.fonts.load(`${weight} 14px ${fontFamily}`, text));
  await Promise.allSettled(loads);
}

function sizeOf(svg: string): { width: number; height: number } | null {
  const box = /viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"/.exec(svg);
  if (box === null) return null;
  return { width: Math.ceil(Number(box[1])), height: Math.ceil(Number(box[2])) };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function lineOf(error: unknown): number | null {
  const hash = (error as { hash?: { line?: number; loc?: { first_line?: number } } } | null)?.hash;
  return hash?.loc?.first_line ?? (hash?.line === undefined ? null : hash.line + 1);
}
