import type { Tag } from './answer';

interface Edit {
  readonly start: number;
  readonly endBefore: number;
  readonly endAfter: number;
}

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit < 0xdc00;
const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit < 0xe000;

/** The smallest single replacement that turns one text into the other; it never cuts a character in two. */
function findEdit(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start -= 1;

  let tail = 0;
  const longest = shorter - start;
  while (tail < longest && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) {
    tail += 1;
  }
  if (tail > 0 && isLowSurrogate(before.charCodeAt(before.length - tail))) tail -= 1;
  return { start, endBefore: before.length - tail, endAfter: after.length - tail };
}

const HAS_WORDS = /[\p{L}\p{N}\p{S}]/u;

/**
 * Moves the tags of a blank page along with an edit of its text. Words typed inside a tag, or in place of words of the
 * tag, belong to it; words typed at its edges do not. A tag whose words are all gone goes too, also when the new text
 * happens to end with the same full stop.
 */
export function shiftTags(tags: readonly Tag[], before: string, after: string): Tag[] {
  if (before === after) return [...tags];
  const edit = findEdit(before, after);
  return tags.flatMap((tag) => {
    const [start, end] = shiftSpan(tag, edit);
    const left = after.slice(start, end);
    const isLeft = left !== '' && (HAS_WORDS.test(left) || left === before.slice(tag.start, tag.end));
    return isLeft ? [{ ...tag, start, end }] : [];
  });
}

function shiftSpan({ start, end }: Tag, edit: Edit): [number, number] {
  const growth = edit.endAfter - edit.endBefore;
  if (end <= edit.start) return [start, end];
  if (start >= edit.endBefore) return [start + growth, end + growth];
  const isInside = start <= edit.start && edit.endBefore <= end;
  if (isInside) return [start, end + growth];
  // The edit took words on one side of the tag's edge along with words of the tag.
  return [start < edit.start ? start : edit.endAfter, end > edit.endBefore ? end + growth : edit.start];
}
