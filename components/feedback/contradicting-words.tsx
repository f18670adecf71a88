import type { Contradiction } from '@/lib/core/feedback/feedback-api';

/** Words that cannot both hold with others: the candidate's own under the marker, a fact of the case plain. */
export function ContradictingWords({
  quote,
  className = '',
}: {
  quote: Contradiction['quotes'][number];
  className?: string;
}) {
  return (
    <blockquote className={`own-words ${className}`} dir="auto">
      {'fact' in quote ? (
        quote.text
      ) : (
        <mark className="found-mark" data-tone="contradiction">
          {quote.text}
        </mark>
      )}
    </blockquote>
  );
}
