import type { CaseStudy } from '@/lib/core/case-study';
import { tokensOf } from '@/lib/core/feedback/tokens';
import { STEP_IDS } from '@/lib/core/steps';
import type { OwnText } from './own-scores';

/** What somebody hands in who wants to be told *found* without having said anything. */
export interface Attack extends OwnText {
  readonly name: string;
}

/** The words of a text that tell something, each once. */
export const contentWords = (text: string) => [
  ...new Set(
    tokensOf(text)
      .filter(({ weight }) => weight > 0)
      .map(({ word }) => word),
  ),
];

/** Keywords with a sentence around them. */
export const STUFFED: readonly (readonly [string, (words: readonly string[]) => string])[] = [
  ['commas in a sentence', (words) => `For this step we look at ${words.join(', ')} and more.`],
  ['"and"', (words) => `It is all about ${words.join(' and ')}.`],
  ['"with the"', (words) => `A system with the ${words.join(' with the ')}.`],
];

const everyNth = (text: string, n: number, change: (word: string) => string) =>
  text
    .split(/\s+/)
    .map((word, index) => (index % n === n - 1 ? change(word) : word))
    .join(' ');

/** What was copied, changed so that it is not quite the same. */
export const REWORDED: readonly (readonly [string, (text: string) => string])[] = [
  ['a word put in after every five', (text) => everyNth(text, 5, (word) => `${word} basically`)],
  ['every fifth word left out', (text) => everyNth(text, 5, () => '')],
  ['every fifth word replaced', (text) => everyNth(text, 5, () => 'stuff')],
  ['tags', (text) => everyNth(text, 3, (word) => `<em>${word}</em>`)],
  ['letters of another alphabet', (text) => text.replace(/e/g, '\u0435').replace(/o/g, '\u043e')],
  ['soft hyphens', (text) => text.replace(/([a-z])([a-z])/g, '$1\u00ad$2')],
];

/** All of them, for every expectation and every step of a case. */
export function attacksOn(study: CaseStudy): Attack[] {
  return STEP_IDS.flatMap((step) => {
    const { expectations, workedAnswer } = study.steps[step];
    const copied = [
      workedAnswer.map(({ body }) => body.text).join('\n\n'),
      study.facts.map(({ answer }) => answer.text).join('\n'),
    ];
    return [
      ...STUFFED.flatMap(([name, written]) =>
        expectations.map(({ statement }) => ({
          name: `keywords by ${name}`,
          study,
          step,
          text: written(contentWords(statement.text)),
        })),
      ),
      ...REWORDED.flatMap(([name, reworded]) =>
        copied.map((text) => ({
          name: `worked answer and facts pasted, with ${name}`,
          study,
          step,
          text: reworded(text),
        })),
      ),
    ];
  });
}
