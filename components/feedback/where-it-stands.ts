import type { Contradiction } from '@/lib/core/feedback/feedback-api';
import { STEPS } from '@/lib/core/steps';

/** What a side of a contradiction is called. */
export function whereItStands(quote: Contradiction['quotes'][number]): string {
  if ('fact' in quote) return 'What you were told';
  return quote.slot === 'page' ? 'Your page' : STEPS[quote.slot].title;
}
