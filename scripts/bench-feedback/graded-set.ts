import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExpectationState } from '@/lib/core/feedback/match-expectations';
import { STEP_IDS, type StepId } from '@/lib/core/steps';

/** An answer of `tests/graded-answers`, and what two markers said of each expectation of its step. */
export interface MarkedAnswer {
  /** `<case>/<step>-<nn>`. */
  readonly id: string;
  readonly slug: string;
  readonly step: StepId;
  readonly kind: string;
  readonly text: string;
  readonly first: Readonly<Record<string, ExpectationState>>;
  readonly second: Readonly<Record<string, ExpectationState>>;
}

type Marks = Record<string, Record<string, ExpectationState>>;

/** @throws Error when an answer has no marks by both */
export function readGradedSet(folder: string): MarkedAnswer[] {
  const marks = (name: string) => JSON.parse(readFileSync(join(folder, 'marks', name), 'utf8')) as Marks;
  const [first, second] = [marks('first.json'), marks('second.json')];
  return readdirSync(join(folder, 'answers'))
    .sort()
    .flatMap((slug) =>
      readdirSync(join(folder, 'answers', slug))
        .sort()
        .map((file) => ({ slug, file })),
    )
    .map(({ slug, file }) => {
      const id = `${slug}/${file.replace(/\.md$/, '')}`;
      const step = STEP_IDS.find((one) => file.startsWith(`${one}-`));
      const source = readFileSync(join(folder, 'answers', slug, file), 'utf8');
      const [, front = '', text = ''] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(source) ?? [];
      const kind = /^kind:\s*(\S+)/m.exec(front)?.[1] ?? 'unknown';
      const [one, other] = [first[id], second[id]];
      if (step === undefined || one === undefined || other === undefined) throw new Error(`${id} has no marks.`);
      return { id, slug, step, kind, text, first: one, second: other };
    });
}
