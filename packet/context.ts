import type { Quote } from '@/lib/core/quote';
import type { PacketData } from '@/lib/core/review/packet-data';
import type { Draft } from './draft';

/** What the parts of the page share. */
export interface Context {
  readonly data: PacketData;
  readonly draft: Draft;
  /** The words that are selected, to become a quote. */
  selected: Quote | null;
  /** Something was written: it is kept, and what depends on it is drawn again. */
  changed(): void;
  /** The selection is another one. */
  select(quote: Quote | null): void;
  /** Says something to everybody, those who listen included. */
  say(text: string): void;
}

/** A quote as it is shown in a list: on one line, and not too long. */
export function shortQuote(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return `“${line.length > 140 ? `${[...line].slice(0, 139).join('')}…` : line}”`;
}
