import { expect, it } from 'vitest';
import type { Quote } from '../quote';
import type { CorrectionVerdict } from './feedback-api';
import { showFinding } from './shown-finding';

const quote = (text: string, start = 0): Quote => ({
  slot: 'data',
  path: 'text',
  start,
  end: start + text.length,
  text,
});
const said = quote('We split by time.');
const own = quote('Cut on the date.');
const correct = (verdict: CorrectionVerdict, words = said) => ({ verdict, quote: words });
const found = { state: 'found', quote: said } as const;
const unclear = { state: 'unclear', quote: said } as const;
const missed = { state: 'not found', quote: null } as const;

it.each([
  ['nothing was said', found, null, ['found', 'matcher', said]],
  ['it is confirmed', found, correct('this-is-it'), ['found', 'candidate', said]],
  ['it is refused', found, correct('not-this'), ['not found', 'candidate', null]],
  ['the closest sentence is it', unclear, correct('this-is-it'), ['found', 'candidate', said]],
  ['the closest sentence is not it', unclear, correct('not-this'), ['not found', 'candidate', null]],
  ['other words are it', missed, correct('this-is-it', own), ['found', 'candidate', own]],
  ['words were refused that are not given any more', unclear, correct('not-this', own), ['unclear', 'matcher', said]],
  ['nothing is left to refuse', missed, correct('not-this'), ['not found', 'matcher', null]],
  [
    'the same words stand elsewhere now',
    found,
    correct('not-this', quote(said.text, 40)),
    ['not found', 'candidate', null],
  ],
] as const)('shows, when %s, what follows', (_, finding, correction, [state, by, words]) => {
  expect(showFinding(finding, correction, () => true)).toEqual({ state, by, quote: words });
});

it('lets the matcher speak again when the words that were it are gone', () => {
  expect(showFinding(missed, correct('this-is-it', own), () => false)).toEqual({ ...missed, by: 'matcher' });
});
