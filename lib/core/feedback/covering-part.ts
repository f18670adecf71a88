import type { CaseStep, Expectation } from '../case-study';
import { contentOf, tokensOf } from './tokens';

/** What one example says beside the statement itself. */
const EXAMPLE_WEIGHT = 0.5;

type Step = Pick<CaseStep, 'workedAnswer' | 'expectations'>;

function stemsOf(text: string): ReadonlyMap<string, number> {
  return new Map(contentOf(tokensOf(text)).map(({ stem, weight }) => [stem, weight]));
}

/**
 * Which part of the worked answer covers each expectation, by ids: the one that shares most with the statement and what counts, each
 * word counting the more the rarer it is in English and among the parts. An author names no part, so this is a guess, good enough to
 * lead a reader there; an expectation that shares nothing with any part is left out.
 */
export function coveringParts(step: Step): ReadonlyMap<string, string> {
  const parts = step.workedAnswer.map(({ id, heading, body }) => ({ id, stems: stemsOf(`${heading}\n${body.text}`) }));
  const rarity = (stem: string) => {
    const having = parts.filter(({ stems }) => stems.has(stem)).length;
    return having === 0 ? 0 : Math.log(1 + parts.length / having);
  };
  const found = step.expectations.flatMap((expectation): [string, string][] => {
    const wanted = wantedStems(expectation);
    const scored = parts.map(({ id, stems }) => {
      let score = 0;
      for (const [stem, weight] of wanted) if (stems.has(stem)) score += weight * rarity(stem);
      return { id, score };
    });
    const best = scored.reduce((one, other) => (other.score > one.score ? other : one), { id: '', score: 0 });
    return best.score > 0 ? [[expectation.id, best.id]] : [];
  });
  return new Map(found);
}

function wantedStems({ statement, counts }: Pick<Expectation, 'statement' | 'counts'>): Map<string, number> {
  const wanted = new Map(stemsOf(statement.text));
  for (const example of counts) {
    for (const [stem, weight] of stemsOf(example)) {
      wanted.set(stem, Math.max(wanted.get(stem) ?? 0, weight * EXAMPLE_WEIGHT));
    }
  }
  return wanted;
}
