import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callApart, sharedNames } from './people-names';

const NOW = Date.UTC(2026, 0, 10);
const DAY = 86_400_000;
const video = { slug: 'video-recommendation', title: 'Video recommendation' };
const gone = { slug: 'ad-clicks', title: null };
const gave = (given: typeof video | typeof gone, days: number) => ({
  case: given,
  at: new Date(NOW - days * DAY).toISOString(),
});
const namesOf = (people: Parameters<typeof callApart>[0]) => {
  const called = callApart(people, NOW);
  return people.map(({ id }) => called.get(id));
};

describe('callApart', () => {
  it('leaves a name alone that is one person’s', () => {
    expect(
      namesOf([
        { id: 'a', name: 'Ana Petrović', lastGiven: null },
        { id: 'b', name: 'Ana Petrova', lastGiven: gave(video, 3) },
      ]),
    ).toEqual(['Ana Petrović', 'Ana Petrova']);
  });

  it('tells people of one name by what they gave last', () => {
    expect(
      namesOf([
        { id: 'a', name: 'Ana', lastGiven: gave(video, 3) },
        { id: 'b', name: 'ana ', lastGiven: gave(gone, 3) },
        { id: 'c', name: 'Ａna', lastGiven: gave(video, 5) },
      ]),
    ).toEqual([
      'Ana (Video recommendation, 3 days ago)',
      'ana  (ad-clicks, 3 days ago)',
      'Ａna (Video recommendation, 5 days ago)',
    ]);
  });

  it('counts where that is the same too', () => {
    expect(
      namesOf([
        { id: 'b', name: 'Ana', lastGiven: gave(video, 3) },
        { id: 'a', name: 'Ana', lastGiven: gave(video, 3) },
        { id: 'c', name: 'Ana', lastGiven: null },
      ]),
    ).toEqual([
      'Ana (Video recommendation, 3 days ago, no. 2)',
      'Ana (Video recommendation, 3 days ago)',
      'Ana (no. 1)',
    ]);
  });

  it('never calls two the same', () => {
    const person = fc.record({
      name: fc.constantFrom('Ana', 'ana', 'Ben', ''),
      lastGiven: fc.option(fc.constantFrom(gave(video, 1), gave(video, 2), gave(gone, 2))),
    });
    fc.assert(
      fc.property(fc.array(person, { maxLength: 12 }), (some) => {
        const people = some.map((one, index) => ({ id: `p${index}`, ...one }));
        expect(new Set(callApart(people, NOW).values()).size).toBe(people.length);
        expect(sharedNames(people).every((id) => callApart(people, NOW).get(id)?.endsWith(')'))).toBe(true);
      }),
    );
  });
});
