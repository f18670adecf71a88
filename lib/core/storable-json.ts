/**
 * Text that a browser can send and a database cannot hold: PostgreSQL refuses U+0000 in `jsonb` and half of a surrogate
 * pair (what is left of an emoji that a text box cut in two). A save must not fail for an invisible character, nor may it be
 * dropped, so both are stored escaped and come back as they were typed.
 *
 * The escape is U+001A, "substitute": U+001A itself becomes U+001A `s`; any other becomes U+001A and four hex digits.
 */
const ESCAPE = '\u001A';
// With the flag u, a surrogate matches only when it is not half of a pair.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this file is about.
const UNSTORABLE = /[\0\u001A\p{Surrogate}]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above.
const ESCAPED = /\u001A(s|[0-9a-f]{4})/g;

function mapTexts(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === 'string') return map(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, map));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [map(key), mapTexts(item, map)]));
  }
  return value;
}

/** Makes every text in a JSON value fit for both databases. `fromStorable` is its inverse. */
export function toStorable(value: unknown): unknown {
  return mapTexts(value, (text) =>
    text.replace(UNSTORABLE, (one) =>
      one === ESCAPE ? `${ESCAPE}s` : ESCAPE + one.charCodeAt(0).toString(16).padStart(4, '0'),
    ),
  );
}

/** Gives back what `toStorable` was given. */
export function fromStorable(value: unknown): unknown {
  return mapTexts(value, (text) =>
    text.includes(ESCAPE)
      ? text.replace(ESCAPED, (_, code: string) =>
          code === 's' ? ESCAPE : String.fromCharCode(Number.parseInt(code, 16)),
        )
      : text,
  );
}
