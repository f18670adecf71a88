import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseQueueCursor, queueCursor } from './queue-cursor';
import { parseTimeCursor, timeCursor } from './time-cursor';

const times = fc.date({ min: new Date(1), max: new Date('2100-01-01'), noInvalidDate: true });
const ids = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/);

it('reads the cursors that it writes', () => {
  fc.assert(
    fc.property(fc.option(times), times, ids, (reviewedAt, requestedAt, id) => {
      expect(parseQueueCursor(queueCursor({ reviewedAt, requestedAt, id }))).toEqual({ reviewedAt, requestedAt, id });
      expect(parseTimeCursor(timeCursor({ at: requestedAt, id }))).toEqual({ at: requestedAt, id });
    }),
  );
});

it.each(['', '.', '1', '1.2', '1.2.', 'a.b.c', '1.2.\0', "1.2.' OR 1=1", '-1.2.x', `1.2.${'x'.repeat(65)}`, '1e9.2.x'])(
  'takes %j for none',
  (text) => {
    expect(parseQueueCursor(text)).toBeUndefined();
  },
);

it.each(['', '.', '1', '1.', 'a.b', '1.\0', "1.' OR 1=1", '-1.x', `1.${'x'.repeat(65)}`])(
  'takes %j for no time',
  (text) => {
    expect(parseTimeCursor(text)).toBeUndefined();
  },
);
