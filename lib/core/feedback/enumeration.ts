import type { Token } from './tokens';

/*
 * Which words of a text are only listed. Names in a row claim nothing, whether commas stand between them or "and", or "the" and
 * "of the": what tells a list is that the same thing stands between all of them.
 */

/** Names of a list have so many content words at most. */
const LONGEST_NAME = 3;

/** One or more content words next to each other, with what stands before them. */
interface Name {
  readonly tokens: Token[];
  readonly glue: string;
}

/**
 * What stands between two names, without what changes nothing: articles beside something else, and numbers of a list. Marks
 * and "and" all make a list; arrows and signs relate one thing to another.
 */
function glueOf(between: string): string {
  // "half-precision", "p99", "10 %".
  if (!/[\s,;|]/.test(between)) return '';
  const plain = between
    .toLowerCase()
    .replace(/(?<=[\s,;])\(?\d{1,2}[.)](?=\s)/g, ',')
    .replace(/[*_`~"'“”‘’]/g, '')
    .trim();
  if (plain === '') return /\n/.test(between) ? ',' : '';
  const words = plain.replace(/\b(?:a|an|the|also|then|plus|etc|both|some|any|my|our|your|their|its)\b/g, ' ').trim();
  if (words === '') return 'the';
  return /^(?:[\s,;/|•·&\n.]|\band\b|\bor\b)*$/.test(words) ? ',' : words.replace(/[\s,;]+/g, ' ');
}

function namesOf(text: string, tokens: readonly Token[]): Name[] {
  const names: Name[] = [];
  let end = 0;
  for (const token of tokens.filter(({ weight }) => weight > 0)) {
    const between = text.slice(end, token.start);
    const glue = names.length === 0 ? 'start' : glueOf(between);
    end = token.end;
    const last = names.at(-1);
    if (glue === '' && last !== undefined) last.tokens.push(token);
    else names.push({ tokens: [token], glue });
  }
  return names;
}

const isNumber = ({ word }: Token) => /^\d/.test(word);

/** What makes a list of names in a row. */
interface ListKind {
  /** So many names without a number. */
  readonly fewest: number;
  /** So many words a name has on average, at most. */
  readonly mean: number;
  /** Whether names with a number count: otherwise they say how much, and are no list. */
  readonly withNumbers: boolean;
}

/**
 * An author's own enumeration is one sooner than an answer's: what is a list there may be one in an answer. Many single words in a
 * row are a heap of keywords, whatever the author has.
 */
export const LIST_KINDS = {
  reference: { fewest: 3, mean: 2, withNumbers: true },
  answer: { fewest: 4, mean: 2, withNumbers: false },
  heap: { fewest: 7, mean: 1.25, withNumbers: false },
} as const satisfies Record<string, ListKind>;

/** The words of a text that only stand in a list. */
export function listedIn(text: string, tokens: readonly Token[], kind: ListKind): ReadonlySet<Token> {
  const names = namesOf(text, tokens);
  const isName = ({ tokens: own }: Name) =>
    own.length <= LONGEST_NAME && (kind.withNumbers || own.every(isNumber) || !own.some(isNumber));
  const listed = new Set<Token>();
  let from = 0;
  for (let index = 1; index <= names.length; index += 1) {
    const name = names[index];
    if (name && isName(name) && (index === from + 1 || name.glue === names[from + 1]?.glue)) continue;
    const row = names.slice(from, index);
    const named = row.filter(({ tokens: own }) => kind.withNumbers || !own.every(isNumber));
    const words = named.reduce((sum, { tokens: own }) => sum + own.length, 0);
    if (named.length >= kind.fewest && words <= kind.mean * named.length) {
      // The first may be the end of what leads to the list.
      for (const [place, { tokens: own }] of row.entries()) {
        for (const token of place === 0 ? own.slice(-1) : own) listed.add(token);
      }
    }
    // The last name of a row may be the first of the next, before another kind of glue.
    from = name && isName(name) && isName(names[index - 1] as Name) ? index - 1 : index;
  }
  return listed;
}
