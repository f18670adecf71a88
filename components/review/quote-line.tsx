'use client';

import type { Quote } from '@/lib/core/quote';
import { STEPS, type StepId } from '@/lib/core/steps';
import { useDesk } from './desk-context';

/** Quoted words, with where they stand when that is not plain from the place. */
export function QuoteLine({ quote, step }: { quote: Quote; step: StepId | null }) {
  const { passages } = useDesk();
  const label = passages[quote.slot]?.find((passage) => passage.path === quote.path)?.label;
  const field = label && label !== 'Answer' ? label : null;
  const elsewhere = quote.slot !== step && quote.slot !== 'page' ? STEPS[quote.slot].title : null;
  return (
    <blockquote className="min-w-0 flex-1">
      <p className="own-words line-clamp-3 print:line-clamp-none" dir="auto">
        {quote.text}
      </p>
      {(field || elsewhere) && (
        <p className="text-small text-muted">{[field, elsewhere].filter((part) => part !== null).join(', ')}</p>
      )}
    </blockquote>
  );
}
