import { LocalTime } from '@/components/ui/local-time';
import type { ReviewNews } from '@/lib/core/review/review-api';

/** `Ada`, `Ada and Ben`, `Ada, Ben and Cy`. */
export function namesInWords(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** Who has published a review and when: all that is known of it before one's own marks. */
export function ReviewNewsList({ news }: { news: readonly ReviewNews[] }) {
  return (
    <ul aria-label="Published reviews" className="mt-4">
      {news.map(({ id, coachName, publishedAt }) => (
        <li key={id}>
          <span className="font-medium">{coachName}</span>{' '}
          <span className="text-muted">
            published a review <LocalTime iso={publishedAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}
