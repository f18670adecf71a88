'use client';

import type { Excerpt } from '@/lib/core/answer-blocks';
import { highlightRuns } from '@/lib/core/highlight';
import { type AnswerMark, type AnswerMarks, marksIn, useAnswerMarks, useIsLit } from './answer-marks';
import { excerptAttributes } from './selected-quote';

function MarkedRun({ text, marks, answer }: { text: string; marks: readonly AnswerMark[]; answer: AnswerMarks }) {
  const { lit, show } = answer;
  const isLit = useIsLit(
    lit,
    marks.map(({ id }) => id),
  );
  const [first] = marks;
  if (!first) return text;
  const tone = marks.find((mark) => mark.tone !== 'plain')?.tone ?? 'plain';
  return (
    // The margin sign beside it does the same by keyboard.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <mark
      data-tone={tone}
      data-marks={marks.map(({ id }) => id).join(' ')}
      data-lit={isLit}
      onMouseEnter={() => lit.light(first.id)}
      onMouseLeave={() => lit.light(null)}
      onClick={() => {
        if (document.getSelection()?.isCollapsed) show(first.id);
      }}
    >
      {text}
    </mark>
  );
}

/** Words of the answer, as typed. What is quoted is under the marker; the element's text is the excerpt exactly. */
export function QuotedText({ excerpt, className = '' }: { excerpt: Excerpt; className?: string }) {
  const answer = useAnswerMarks();
  // Before submission there is nothing to mark.
  if (!answer) {
    return <span className={`quotable ${className}`}>{excerpt.text}</span>;
  }
  const marks = marksIn(answer, excerpt);
  const runs = highlightRuns(excerpt.text, excerpt.start, marks);
  let offset = excerpt.start;
  return (
    <span {...excerptAttributes(excerpt)} className={`quotable ${className}`}>
      {runs.map(({ text, ids }) => {
        const key = offset;
        offset += text.length;
        if (ids.length === 0) return text;
        return <MarkedRun key={key} text={text} marks={marks.filter(({ id }) => ids.includes(id))} answer={answer} />;
      })}
    </span>
  );
}

function QuoteSign({ mark, answer }: { mark: AnswerMark; answer: AnswerMarks }) {
  const { lit, show } = answer;
  const isLit = useIsLit(lit, [mark.id]);
  const [sign, ...words] = mark.sign.split(' ');
  return (
    <button
      data-sign={mark.id}
      type="button"
      data-lit={isLit}
      className="quote-sign"
      aria-label={mark.name}
      onMouseEnter={() => lit.light(mark.id)}
      onMouseLeave={() => lit.light(null)}
      onFocus={() => lit.light(mark.id)}
      onBlur={() => lit.light(null)}
      onClick={() => show(mark.id)}
    >
      <span aria-hidden="true">{sign}</span> {words.join(' ')}
    </button>
  );
}

/** The sign and the word for every quote that begins in one of the excerpts: what the marker says without its colour. */
export function QuoteSigns({ excerpts }: { excerpts: readonly Excerpt[] }) {
  const answer = useAnswerMarks();
  return (
    <span className="quote-signs">
      {answer &&
        excerpts.flatMap((excerpt) =>
          marksIn(answer, excerpt)
            .filter((mark) => mark.start >= excerpt.start)
            .map((mark) => <QuoteSign key={mark.id} mark={mark} answer={answer} />),
        )}
    </span>
  );
}
