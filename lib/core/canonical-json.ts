function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)]),
  );
}

/** JSON with the keys of every object in order and nothing undefined: equal for equal content, so that it can be hashed. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(canonical(value));
}
