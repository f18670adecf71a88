import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FairQueue } from './fair-queue';

function drain<T>(queue: FairQueue<T>): T[] {
  const taken: T[] = [];
  for (let item = queue.take(); item !== undefined; item = queue.take()) taken.push(item);
  return taken;
}

describe('a fair queue', () => {
  it('takes by turns', () => {
    const queue = new FairQueue<string>();
    for (const item of ['a1', 'a2', 'a3', 'b1', 'c1', 'c2']) queue.add(item.charAt(0), item);
    expect(queue.sizeOf()).toBe(6);
    expect(queue.sizeOf('a')).toBe(3);
    expect(drain(queue)).toEqual(['a1', 'b1', 'c1', 'a2', 'c2', 'a3']);
    expect(queue.sizeOf()).toBe(0);
  });

  it('loses nothing, keeps the order of each, and lets nobody wait for two of another', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 50 }), (users) => {
        const queue = new FairQueue<{ user: string; number: number }>();
        for (const [number, user] of users.entries()) queue.add(user, { user, number });
        const taken = drain(queue);
        expect(taken.map(({ number }) => number).sort((a, b) => a - b)).toEqual(users.map((_, number) => number));
        for (const user of new Set(users)) {
          const own = taken.filter((one) => one.user === user).map(({ number }) => number);
          expect(own).toEqual([...own].sort((a, b) => a - b));
          const before = taken
            .slice(
              0,
              taken.findIndex((one) => one.user === user),
            )
            .map((one) => one.user);
          expect(new Set(before).size).toBe(before.length);
        }
      }),
    );
  });
});
