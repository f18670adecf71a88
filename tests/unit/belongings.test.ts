import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { EXPORT_PARTS } from '@/lib/db/export-rows';
import { BELONGINGS, ENDS_WITH_GUEST } from '@/lib/db/move-guest';

const source = readFileSync('prisma/models.prisma', 'utf8');
const models = [...source.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, name = '', text = '']) => ({
  name,
  text,
}));

/** Every column that names a person: `Attempt.userId`. */
const personColumns = models.flatMap(({ name, text }) =>
  [...text.matchAll(/^\s+\w+\s+User\??\s+@relation\([^)]*fields: \[(\w+)\]/gm)].map(
    ([, column]) => `${name}.${column}`,
  ),
);

it('finds the models', () => {
  expect(personColumns).toContain('Attempt.userId');
  expect(personColumns.length).toBeGreaterThan(10);
});

it('moves everything that names a person when a guest signs in, or ends it with the guest', () => {
  const known = [...BELONGINGS, ...ENDS_WITH_GUEST].map(({ table, column }) => `${table}.${column}`);
  expect(known.sort(), 'add what is missing to lib/db/move-guest.ts').toEqual([...personColumns].sort());
});

it('exports what every model holds of a person', () => {
  const elsewhere = {
    'in the account': ['User', 'Session', 'Account'],
    'in each attempt': ['Attempt', 'AnswerSave', 'HintTaken', 'TimeSegment', 'ExpectationMark'],
    'keys and counters, no data': ['Verification', 'RateLimit', 'Secret'],
  };
  const known = new Set([...Object.values(elsewhere).flat(), ...EXPORT_PARTS.flatMap((part) => part.models)]);
  expect(
    models.map(({ name }) => name).filter((name) => !known.has(name)),
    'add what is missing to lib/db/export-rows.ts',
  ).toEqual([]);
});
