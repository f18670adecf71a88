import { fromStorable, toStorable } from '@/lib/core/storable-json';

/** A text as a column of text holds it; see docs/decisions/0021. */
export function toStorableText(text: string): string {
  return toStorable(text) as string;
}

/** Gives back what `toStorableText` was given. */
export function fromStorableText(text: string): string {
  return fromStorable(text) as string;
}
