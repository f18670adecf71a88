'use client';

import { useIsLit } from '@/components/answers/answer-marks';
import { contradictionMarkId, passagesOfSide } from '@/components/feedback/answer-findings';
import { ContradictingWords } from '@/components/feedback/contradicting-words';
import { whereItStands } from '@/components/feedback/where-it-stands';
import { Button } from '@/components/ui/button';
import type { Contradiction } from '@/lib/core/feedback/feedback-api';
import { contradictionElementId, useBoard } from './board-context';

function Side({ contradiction, index, side }: { contradiction: Contradiction; index: number; side: 0 | 1 }) {
  const { lit, showQuote } = useBoard();
  const quote = contradiction.quotes[side];
  const id = contradictionMarkId(index, side);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer only lights the words; the button leads to them.
    <div className="min-w-0" onMouseEnter={() => lit.light(id)} onMouseLeave={() => lit.light(null)}>
      <p className="label-text">{whereItStands(quote)}</p>
      {passagesOfSide(contradiction, side).map((passage) => (
        <ContradictingWords
          key={'fact' in passage ? passage.fact : `${passage.path} ${passage.start}`}
          quote={passage}
          className="mt-1 line-clamp-4 print:line-clamp-none"
        />
      ))}
      {!('fact' in quote) && (
        <Button
          size="small"
          variant="plain"
          className="no-print -ml-2.5"
          aria-label={`Show in my answer: side ${side + 1} of contradiction ${index + 1}`}
          onClick={() => showQuote(id)}
        >
          Show in my answer
        </Button>
      )}
    </div>
  );
}

function Item({ contradiction, index }: { contradiction: Contradiction; index: number }) {
  const { lit } = useBoard();
  const isLit = useIsLit(
    lit,
    ([0, 1] as const).flatMap((side) =>
      passagesOfSide(contradiction, side).map((_, part) => contradictionMarkId(index, side, part)),
    ),
  );
  return (
    <li id={contradictionElementId(index)} tabIndex={-1} data-lit={isLit} data-verdict="any" className="checklist-item">
      <span aria-hidden="true" className="pt-0.5 text-muted">
        ≠
      </span>
      <div className="min-w-0">
        <p className="font-medium">
          <span className="sr-only">Contradiction {index + 1}: </span>
          {contradiction.why}
        </p>
        <div className="mt-2 grid gap-x-8 gap-y-3 sm:grid-cols-2">
          <Side contradiction={contradiction} index={index} side={0} />
          <Side contradiction={contradiction} index={index} side={1} />
        </div>
      </div>
    </li>
  );
}

/** Where the answers contradict themselves: both passages, and one sentence why. */
export function ContradictionList({ contradictions }: { contradictions: readonly Contradiction[] }) {
  return (
    <section aria-labelledby="contradictions" className="mt-10">
      <h3 id="contradictions" className="board-part-title">
        Contradictions
      </h3>
      {contradictions.length === 0 ? (
        <p className="text-muted">None of the rules found passages that cannot all hold.</p>
      ) : (
        <>
          <p className="text-muted">Passages that cannot all hold. Which of them is wrong is yours to say.</p>
          <ul className="mt-2 divide-y divide-rule border-y border-rule">
            {contradictions.map((one, index) => (
              <Item key={`${one.rule} ${one.why}`} contradiction={one} index={index} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
