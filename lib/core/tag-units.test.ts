import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tag } from './answer';
import { STEP_IDS } from './steps';
import { countUntagged, stepsOfUnit, tagUnits } from './tag-units';
import { textUnits } from './text-units';

const TEXT = 'We need 200 ms. Is it fresh?\n\nRank 1,000 items with a net.';

describe('textUnits', () => {
  it('cuts lines into sentences with exact offsets', () => {
    const units = textUnits(TEXT);
    expect(units.map((unit) => unit.text)).toEqual(['We need 200 ms.', 'Is it fresh?', 'Rank 1,000 items with a net.']);
    for (const unit of units) expect(TEXT.slice(unit.start, unit.end)).toBe(unit.text);
  });

  it('covers everything but white space, once, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const units = textUnits(text);
        expect(units.map((unit) => text.slice(unit.start, unit.end))).toEqual(units.map((unit) => unit.text));
        const covered = units.map((unit) => unit.text.replace(/\s/g, '')).join('');
        expect(covered).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});

describe('tagUnits', () => {
  const [first, second, third] = textUnits(TEXT) as [never, never, never];

  it('joins neighbours of one step into one span, across empty lines too', () => {
    expect(tagUnits(TEXT, [], [first, second], 'clarify')).toEqual([{ start: 0, end: 28, step: 'clarify' }]);
    expect(tagUnits(TEXT, [], [first, second, third], 'clarify')).toHaveLength(1);
  });

  it('cuts a unit out of a longer tag when it goes to another step or to none', () => {
    const all = tagUnits(TEXT, [], [first, second, third], 'clarify');
    expect(tagUnits(TEXT, all, [second], 'data').map((tag) => tag.step)).toEqual(['clarify', 'data', 'clarify']);
    const cleared = tagUnits(TEXT, all, [second], null);
    expect(cleared).toHaveLength(2);
    expect(stepsOfUnit(second, cleared)).toEqual([]);
  });

  it('never overlaps, stays in the text, and gives each unit exactly the step asked for', () => {
    const action = fc.record({ index: fc.nat(10), step: fc.option(fc.constantFrom(...STEP_IDS)) });
    fc.assert(
      fc.property(fc.lorem({ mode: 'sentences', maxCount: 8 }), fc.array(action), (text, actions) => {
        const units = textUnits(text);
        let tags: Tag[] = [];
        for (const { index, step } of actions) {
          const unit = units[index % units.length];
          if (!unit) continue;
          tags = tagUnits(text, tags, [unit], step);
          expect(stepsOfUnit(unit, tags)).toEqual(step === null ? [] : [step]);
          tags.forEach((tag, place) => {
            expect(tag.start).toBeLessThan(tag.end);
            expect(tag.end).toBeLessThanOrEqual(tags[place + 1]?.start ?? text.length);
          });
        }
      }),
    );
  });
});

describe('countUntagged', () => {
  it.each([
    ['none tagged', TEXT, [], { untagged: 3, all: 3 }],
    ['some of them, and words of one', TEXT, [{ start: 3, end: 7, step: 'clarify' }], { untagged: 2, all: 3 }],
    ['all by one tag', TEXT, [{ start: 0, end: TEXT.length, step: 'model' }], { untagged: 0, all: 3 }],
    ['an empty page', ' \n', [], { untagged: 0, all: 0 }],
  ] as const)('counts %s', (_, text, tags, expected) => expect(countUntagged(text, tags)).toEqual(expected));
});
