import { expect, it } from 'vitest';
import { choosePerson } from './chosen-person';

const ana = { id: '1', name: 'Ana' };
const other = { id: '2', name: 'Ana' };
const banana = { id: '3', name: 'Banana Joe' };

it.each([
  ['nobody, without words', '', [], null, { person: null, among: [] }],
  ['nobody any more, once the words are taken away', '', [], ana, { person: null, among: [] }],
  ['the only one whose name has them', 'joe', [banana], null, { person: banana, among: [] }],
  [
    'the one who is called so, among others whose names have it',
    'ana',
    [ana, banana],
    null,
    { person: ana, among: [] },
  ],
  ['one of several, by a question', 'Ana', [ana, other, banana], null, { person: null, among: [ana, other, banana] }],
  ['whoever was chosen, as long as the name stays', 'Ana', [ana, other], other, { person: other, among: [] }],
  ['another one, when the name is another', 'joe', [banana], ana, { person: banana, among: [] }],
  ['nobody whom there is not', 'zoe', [], null, { person: null, among: [] }],
])('chooses %s', (_, words, found, chosen, outcome) => {
  expect(choosePerson(words, found, chosen)).toEqual(outcome);
});
