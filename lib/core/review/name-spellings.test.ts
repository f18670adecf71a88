import { expect, it } from 'vitest';
import { nameSpellings } from './name-spellings';

it.each([
  ['ada', ['ada', 'ADA', 'Ada']],
  [' élise o’neil ', ['élise o’neil', 'ÉLISE O’NEIL', 'Élise O’Neil']],
  ['анна-мария', ['анна-мария', 'АННА-МАРИЯ', 'Анна-Мария']],
  ['McKay', ['McKay', 'mckay', 'MCKAY', 'Mckay']],
  ['علي', ['علي']],
  ['E\u0301', ['É', 'é']],
  ['100 %_', ['100 %_']],
])('%j is looked for as %j', (words, spellings) => {
  expect(nameSpellings(words)).toEqual(spellings);
});
