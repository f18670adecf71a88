import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from './sentences';

const texts = (text: string) => sentencesOf(text).map((sentence) => sentence.text);

describe('sentences', () => {
  it.each<[string, string, string[]]>([
    ['two', 'We cache it. It stays for an hour.', ['We cache it.', 'It stays for an hour.']],
    ['without capitals', 'we cache it. it stays', ['we cache it.', 'it stays']],
    ['decimals', 'Recall is 0.95 at 1.5 s. Fine.', ['Recall is 0.95 at 1.5 s.', 'Fine.']],
    [
      'abbreviations',
      'Use a proxy, e.g. clicks, vs. Purchases etc. as labels. Done.',
      ['Use a proxy, e.g. clicks, vs. Purchases etc. as labels.', 'Done.'],
    ],
    ['initials', 'As J. Dean says. Yes.', ['As J. Dean says.', 'Yes.']],
    ['questions and cries', 'Why? Because! Ok', ['Why?', 'Because!', 'Ok']],
    ['dots in the middle', 'Well... maybe so. Then… no', ['Well... maybe so.', 'Then… no']],
    ['closing marks', 'He said "stop." (Really.) **Bold.** End', ['He said "stop."', '(Really.)', '**Bold.**', 'End']],
    ['bullets', '- one thing\n* another thing\n• third', ['one thing', 'another thing', 'third']],
    ['numbered items', '1. First thing\n2) second thing\n(c) third', ['First thing', 'second thing', 'third']],
    ['boxes', '- [x] done thing', ['done thing']],
    ['quotations', '> as they say\n> in two lines', ['as they say', 'in two lines']],
    ['a heading', '# Serving\nWe precompute.', ['Serving', 'We precompute.']],
    [
      'wrapped lines',
      'We keep the last fifty events of each member and the\ntowers read them at request time. Then we rank.',
      ['We keep the last fifty events of each member and the\ntowers read them at request time.', 'Then we rank.'],
    ],
    ['short lines', 'recall at 10\nlatency 50 ms', ['recall at 10', 'latency 50 ms']],
    ['a list item that goes on', '- the first line\n  and its second', ['the first line\n  and its second']],
    ['a table', '| a | b |\n|---|---|\n| 1 x | 2 y |', ['| a | b |', '1 x | 2 y |']],
    ['windows line ends', 'One.\r\nTwo.\r\n', ['One.', 'Two.']],
    ['Chinese', '我们缓存。然后排序。', ['我们缓存。', '然后排序。']],
    ['Arabic', 'هل نخزن؟ نعم نخزن.', ['هل نخزن؟', 'نعم نخزن.']],
    ['emoji', 'Ship it 🚀. Then 👩‍👩‍👧 rest', ['Ship it 🚀.', 'Then 👩‍👩‍👧 rest']],
    ['nothing', ' \n---\n***\n🚀 …\n', []],
    ['a semicolon in a short sentence', 'One; two.', ['One; two.']],
  ])('%s', (_, text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it('marks code, diagrams and headings', () => {
    const text = '## Plan\nText.\n```mermaid\nflowchart TB\n  a --> b\n```\nMore.\n$$\nx = y\n$$';
    expect(sentencesOf(text).map(({ text: one, kind }) => [one, kind])).toEqual([
      ['Plan', 'heading'],
      ['Text.', 'prose'],
      ['flowchart TB', 'code'],
      ['a --> b', 'code'],
      ['More.', 'prose'],
      ['x = y', 'code'],
    ]);
  });

  it('parts what is too long', () => {
    const long = `${'we measure recall on the held out week '.repeat(10)}; ${'then precision '.repeat(60)}`;
    const parts = sentencesOf(long);
    expect(parts.length).toBeGreaterThan(2);
    for (const { text } of parts) expect(text.length).toBeLessThanOrEqual(480);
  });

  const piece = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '. ',
      '.\n',
      '- ',
      '1. ',
      '```\n',
      '| a |\n',
      '# ',
      '\r\n',
      '; ',
      '🚀',
      'e.g. ',
      ' مرحبا ',
      '0.5 s',
      '\ud83d',
    ),
  );
  const anyText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

  it('are slices of the text, in order, without overlap and without space at their ends', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const { start, end, text: one } of sentencesOf(text)) {
          expect(text.slice(start, end)).toBe(one);
          expect(one.trim()).toBe(one);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
      }),
    );
  });

  it('lose no word', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('alpha', 'beta.', 'gamma;', '\n', '- delta', 'e.g.'), { maxLength: 60 }),
        (words) => {
          const text = words.join(' ');
          const count = (of: string) => of.match(/alpha|beta|gamma|delta|e\.g/g)?.length ?? 0;
          expect(count(texts(text).join(' '))).toBe(count(text));
        },
      ),
    );
  });

  it.each([
    ['spaces', ' '.repeat(100_000)],
    ['spaces and a word', `${' '.repeat(100_000)}x`],
    ['dots', '.'.repeat(100_000)],
    ['dashes', `${'- '.repeat(50_000)}x`],
    ['one word', 'x'.repeat(100_000)],
    ['words', 'recall '.repeat(15_000)],
    ['bars', '|'.repeat(100_000)],
    ['quotes', `${'> '.repeat(50_000)}x`],
  ])(
    'come to an end on 100 kB of %s',
    (_, text) => {
      // What is quadratic in the text takes longer than a test may.
      for (const { start, end } of sentencesOf(text)) expect(start).toBeLessThan(end);
    },
    2000,
  );
});
