const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  t: 1e12,
  trillion: 1e12,
};

const NUMBER = /^[~≈]?\s*([−-]?\d[\d,\s_]*(?:\.\d+)?|[−-]?\.\d+)(?:e([+-]?\d+))?\s*([a-z]+)?/i;

/**
 * Reads the number that a cell begins with, as people write it: `200M`, `1,500`, `~35k`, `2.5 billion`, `1e6`, `40 ms`.
 * A word that is not a scale is taken for a unit and ignored.
 *
 * @returns the number, or null when the text begins with none.
 */
export function parseNumberText(text: string): number | null {
  const match = NUMBER.exec(text.trim());
  if (!match) return null;
  const [, digits = '', exponent, word] = match;
  const base = Number(digits.replace(/[,\s_]/g, '').replace('−', '-'));
  const scale = word === undefined ? 1 : (SCALES[word.toLowerCase()] ?? 1);
  const value = base * scale * (exponent === undefined ? 1 : 10 ** Number(exponent));
  return Number.isFinite(value) ? value : null;
}
