import type { Answer } from '../answer';
import { canonicalJson } from '../canonical-json';

/** True when two answers hold the same content, whatever the order of their keys. */
export function isSameAnswer(a: Answer, b: Answer): boolean {
  return a === b || canonicalJson(a) === canonicalJson(b);
}
