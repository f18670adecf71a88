import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { onceBusy } from './young-generation';

/** How often it calls back for requests at these milliseconds. */
function callsFor(times: readonly number[]): number {
  const server = new EventEmitter();
  let time = 0;
  let calls = 0;
  onceBusy(
    server,
    () => {
      calls += 1;
    },
    () => time,
  );
  for (time of times) server.emit('request');
  return calls;
}

const every = (ms: number, count: number) => Array.from({ length: count }, (_, index) => index * ms);

it('fifty requests within a second are busy, and told once', () => {
  expect(callsFor(every(10, 50))).toBe(1);
  expect(callsFor(every(10, 500))).toBe(1);
});

it('fewer are not, however long they go on', () => {
  expect(callsFor(every(10, 49))).toBe(0);
  expect(callsFor(every(25, 10_000))).toBe(0);
});
