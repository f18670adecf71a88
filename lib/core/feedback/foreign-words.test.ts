import { expect, it } from 'vitest';
import { isForeign } from './foreign-words';
import { tokensOf } from './tokens';

const TERMS = new Set(
  tokensOf('IVF-PQ HNSW vectors duplicate cluster training test time log loss base rate').map(({ stem }) => stem),
);
const foreign = (text: string) => isForeign(tokensOf(text), (stem) => TERMS.has(stem));

it.each([
  'Wir teilen nach time und nach duplicate cluster, damit kein Bild im training und im test ist.',
  'Separamos por time y por duplicate cluster, para que una foto no esté en training y en test.',
  'La log loss est divisée par le base rate, et je préfère le HNSW pour les vectors.',
])('another language around the terms: %s', (text) => expect(foreign(text)).toBe(true));

it.each([
  'I split by time and by duplicate cluster.',
  'IVF-PQ, not HNSW: 72 GB.',
  'nlist ≈ 4√N → 131,072 lists; 64 probed → 488k codes scanned, 31 MB, 3 ms a shard.',
  'becouse the modell is calibratd, we devide the los by the entropie of the base rate',
])('English: %s', (text) => expect(foreign(text)).toBe(false));
