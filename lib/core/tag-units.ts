import type { Tag } from './answer';
import type { StepId } from './steps';
import { type TextUnit, textUnits } from './text-units';

/** The steps that a unit is tagged with: those whose tags share at least one character with it. */
export function stepsOfUnit(unit: TextUnit, tags: readonly Tag[]): StepId[] {
  const steps = tags.filter((tag) => tag.start < unit.end && tag.end > unit.start).map((tag) => tag.step);
  return [...new Set(steps)];
}

/** How many sentences a page has, and how many of them no step. */
export function countUntagged(text: string, tags: readonly Tag[]): { readonly untagged: number; readonly all: number } {
  const units = textUnits(text);
  return { untagged: units.filter((unit) => stepsOfUnit(unit, tags).length === 0).length, all: units.length };
}

/** Cuts a span out of a tag; what is left on either side stays tagged. */
function without(tag: Tag, span: { readonly start: number; readonly end: number }): Tag[] {
  if (tag.end <= span.start || tag.start >= span.end) return [tag];
  return [
    { ...tag, end: span.start },
    { ...tag, start: span.end },
  ].filter((piece) => piece.start < piece.end);
}

/**
 * Gives the units to a step, or to none. Units that touch, apart from white space, become one tag, so that a quoted span
 * reads as it was written.
 *
 * @param text the text that the units and tags are offsets of.
 * @returns tags in the order of the text, none overlapping another.
 */
export function tagUnits(text: string, tags: readonly Tag[], units: readonly TextUnit[], step: StepId | null): Tag[] {
  let result = [...tags];
  for (const unit of units) {
    result = result.flatMap((tag) => without(tag, unit));
    if (step !== null) result.push({ start: unit.start, end: unit.end, step });
  }
  result.sort((a, b) => a.start - b.start);
  const joined: Tag[] = [];
  for (const tag of result) {
    if (text.slice(tag.start, tag.end).trim() === '') continue;
    const last = joined.at(-1);
    if (last && last.step === tag.step && text.slice(last.end, tag.start).trim() === '') {
      joined[joined.length - 1] = { ...last, end: Math.max(last.end, tag.end) };
    } else joined.push(tag);
  }
  return joined;
}
