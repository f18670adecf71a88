import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareAnswers } from './compare-answers';
import { compareText, type DiffSegment } from './compare-text';

const joined = (segments: readonly DiffSegment[], without: DiffSegment['kind']) =>
  segments
    .filter((segment) => segment.kind !== without)
    .map((segment) => segment.text)
    .join('');

/** `same -removed- +added+`, to read a comparison at a glance. */
const shown = (segments: readonly DiffSegment[]) =>
  segments.map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `+${text}+` : `-${text}-`)).join('');

describe('compareText', () => {
  it.each([
    ['equal', 'a b', 'a b', 'a b'],
    ['nothing', '', '', ''],
    ['all new', '', 'a b', '+a b+'],
    ['all gone', 'a b', '', '-a b-'],
    ['one word', 'rank by click rate', 'rank by watch rate', 'rank by -click-+watch+ rate'],
    ['one line of three', 'a\nb c d\ne', 'a\nb x d\ne', 'a\nb -c-+x+ d\ne'],
    ['nothing in common', 'alpha beta', 'gamma delta', '-alpha beta-+gamma delta+'],
    ['a script without spaces', '使用点击率', '使用观看率', '使用-点击-+观看+率'],
    ['right to left', 'דירוג לפי קליקים', 'דירוג לפי צפייה', 'דירוג לפי -קליקים-+צפייה+'],
    [
      'words replaced in a row as one stretch',
      'Clicks are rare, so I shuffle the rows, and wait.',
      'Clicks are rare, so I split by time and wait.',
      'Clicks are rare, so I -shuffle the rows,-+split by time+ and wait.',
    ],
    ['words added apart', 'one two three', 'one 1 two 2 three', 'one +1 +two +2 +three'],
    ['a line each', 'a b c\nd e f\n', 'a x c\nd y f\n', 'a -b-+x+ c\nd -e-+y+ f\n'],
    ['emoji stay whole', 'a 😀 b', 'a 😁 b', 'a -😀-+😁+ b'],
  ])('marks %s', (_, before, after, expected) => {
    expect(shown(compareText(before, after))).toBe(expected);
  });

  it('gives both texts back', () => {
    const words = fc.array(fc.constantFrom('a', 'rank', ' ', '\n', '😀', '\uD83D', '漢', '.', '\r\n'), {
      maxLength: 60,
    });
    const text = fc.oneof(
      words.map((all) => all.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const segments = compareText(before, after);
        expect(joined(segments, 'added')).toBe(before);
        expect(joined(segments, 'removed')).toBe(after);
      }),
    );
  });

  it.each([
    [
      'rewritten, many lines',
      (i: number) => `line ${i} of the old text\n`,
      (i: number) => `other ${i * 7} words here\n`,
    ],
    ['rewritten, one line', (i: number) => `alpha${i} beta${i} `, (i: number) => `gamma${i} delta${i * 3} `],
    ['one word in each line', (i: number) => `line ${i} ends here\n`, (i: number) => `line ${i} stops here\n`],
    ['one character over and over', () => 'aaaaaaaaaaaaaaa ', () => 'aaaaaaaaaaaaaaaa '],
  ])('comes to an end for 100 kB, %s', (_, before, after) => {
    const make = (part: (i: number) => string) => {
      let text = '';
      for (let i = 0; text.length < 100_000; i += 1) text += part(i);
      return text;
    };
    const [old, young] = [make(before), make(after)];
    // An unbounded comparison takes minutes, longer than a test may.
    const segments = compareText(old, young);
    expect(joined(segments, 'added')).toBe(old);
    expect(joined(segments, 'removed')).toBe(young);
  });
});

describe('compareAnswers', () => {
  const kinds = (before: string[], after: string[]) =>
    compareAnswers('clarify', { fields: { data_today: before } }, { fields: { data_today: after } }).map((one) => [
      one.kind,
      one.after?.text ?? one.before?.text,
    ]);

  it.each([
    ['an item put first', ['a', 'b'], ['x', 'a', 'b'], ['added x', 'same a', 'same b']],
    ['an item taken out', ['a', 'b', 'c'], ['a', 'c'], ['same a', 'removed b', 'same c']],
    ['an item reworded', ['a', 'b one', 'c'], ['a', 'b two', 'c'], ['same a', 'changed b two', 'same c']],
    ['a blank item', ['a', ''], ['a'], ['same a']],
    ['everything gone', ['a'], [], ['removed a']],
  ])('lines up a list with %s', (_, before, after, expected) => {
    expect(kinds(before, after).map((pair) => pair.join(' '))).toEqual(expected);
  });

  it('compares field by field and names the field', () => {
    const changes = compareAnswers(
      'clarify',
      { fields: { business_goal: 'more watch time', scale: [{ quantity: 'users', value: '1M' }] } },
      { fields: { business_goal: 'more watch time', scale: [{ quantity: 'users', value: '2M' }], surfaces: 'home' } },
    );
    expect(changes.map(({ kind, label }) => `${kind} ${label}`)).toEqual([
      'same Business goal',
      'changed Scale',
      'added Surfaces',
    ]);
    expect(shown(changes[1]?.segments ?? [])).toBe('users · -1M-+2M+');
  });

  it('compares across modes without losing either side', () => {
    const changes = compareAnswers('frame', { text: 'rank videos' }, { fields: { ml_objective: 'rank videos' } });
    expect(changes.map(({ kind }) => kind)).toEqual(['added', 'removed']);
  });

  it('holds every passage of both sides exactly once', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c', 'a b', ''), { maxLength: 8 });
    fc.assert(
      fc.property(list, list, (before, after) => {
        const changes = compareAnswers(
          'clarify',
          { fields: { data_today: before } },
          { fields: { data_today: after } },
        );
        const texts = (side: 'before' | 'after') => changes.flatMap((one) => one[side]?.text ?? []);
        expect(texts('before')).toEqual(before.filter((item) => item !== ''));
        expect(texts('after')).toEqual(after.filter((item) => item !== ''));
      }),
    );
  });
});
