import { canonicalJson } from '../canonical-json';

/** True when two JSON values hold the same content, whatever the order of their keys. */
export function isSameBody(a: unknown, b: unknown): boolean {
  return a === b || canonicalJson(a) === canonicalJson(b);
}
