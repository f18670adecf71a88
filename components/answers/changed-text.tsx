import type { DiffSegment } from '@/lib/core/compare-text';

/** Words added and removed, told apart by underline and strike and said to a screen reader, not by colour alone. */
export function ChangedText({
  segments,
  show,
}: {
  segments: readonly DiffSegment[];
  show: 'both' | 'before' | 'after';
}) {
  return (
    <span className="block whitespace-pre-wrap break-words [unicode-bidi:plaintext]">
      {segments.map((segment, index) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: segments have no identity but their place.
        if (segment.kind === 'same') return <span key={index}>{segment.text}</span>;
        if (segment.kind === 'removed') {
          return show === 'after' ? null : (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above.
            <del key={index} className="text-muted decoration-danger decoration-2">
              <span className="sr-only">[removed: </span>
              {segment.text}
              <span className="sr-only">]</span>
            </del>
          );
        }
        return show === 'before' ? null : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above.
          <ins key={index} className="font-medium decoration-accent decoration-2 underline-offset-3">
            <span className="sr-only">[added: </span>
            {segment.text}
            <span className="sr-only">]</span>
          </ins>
        );
      })}
    </span>
  );
}
