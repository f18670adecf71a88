import type { Dimension, DimensionId } from '@/lib/core/review/dimensions';
import type { StepId } from '@/lib/core/steps';
import { isStepId } from '@/lib/core/steps';

/** What the keyboard moves between: `comment:…`, `dimension:…`, `expectation:<step>/<id>`, `verdict`, `summary`. */
export type ItemId = `comment:${string}` | `dimension:${DimensionId}` | `expectation:${string}` | 'verdict' | 'summary';

/** The heading above the desk. */
export const DESK_HEADING_ID = 'desk-heading';

/** A part of the desk: a step, or what is about all of them. */
export type DeskSection = StepId | 'whole';

export const commentItem = (id: string): ItemId => `comment:${id}`;
export const dimensionItem = (id: DimensionId): ItemId => `dimension:${id}`;
export const expectationItem = (key: string): ItemId => `expectation:${key}`;

/** The element of an item; ids of items hold colons and slashes, which selectors would need escaped. */
export const itemElementId = (item: ItemId) => `item-${item.replace(/[^A-Za-z0-9_-]/g, '-')}`;

/** What an item is about, taken apart; the id after the colon. */
export function itemKind(item: ItemId | null): { kind: string; id: string } {
  const [kind = '', ...rest] = (item ?? '').split(':');
  return { kind, id: rest.join(':') };
}

/** Where an item stands. */
export function sectionOfItem(
  item: ItemId,
  dimensions: readonly Dimension[],
  stepOfComment: (id: string) => StepId | undefined,
): DeskSection {
  const { kind, id } = itemKind(item);
  if (kind === 'dimension') return dimensions.find((dimension) => dimension.id === id)?.step ?? 'whole';
  if (kind === 'comment') return stepOfComment(id) ?? 'whole';
  const step = id.split('/')[0] ?? '';
  return kind === 'expectation' && isStepId(step) ? step : 'whole';
}
