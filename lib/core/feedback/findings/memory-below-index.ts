import { sayBytes } from '../numbers/say-value';
import { quoteOf, type Statement } from '../numbers/statements';
import type { Finding, Rule } from './finding';
import { IS_INDEX, indexSizes, isCodedBelow, isMachineMemory, type Sized, saysCoded } from './index-size';
import { isPlain } from './stance';

const HELD = /\b(?:fits?|held|holds?|kept|keep|lives?|stays?|loaded|in (?:ram|memory))\b/i;
/** Not all of the index, or not the index of the items. */
const PART_OF_INDEX =
  /\b(?:hot|warm|cold|recent\w*|fresh\w*|delta|newest|new|latest|last|parts?|portion|slices?|subset|top|heads?|tail|popular\w*|tiers?|shards?|partitions?|segments?|coarse|centroids?|graph|upper|layers?|lists?|caches?|cached|working set|city|cities|countr(?:y|ies)|regions?|languages?|categor(?:y|ies)|tenants?|sampled?|pilot|daily|today\w*|live|incremental|small\w*|side|users?|members?|quer(?:y|ies)|ids?|metadata|codes?|each|every|per|half|third|quarter|\d+ of|tens?|dozen|several|many|ssds?|disks?|nvme|flash|codebooks?|buffer|residual|filter\w*|bloom|bitmaps?|pages?)\b|\d\s?%/i;
const ONE_MACHINE = /\b(?:machine|node|server|box|host|gpu|card|replica|instance|pod)\b/i;
const TOLERANCE = 1.05;

/** What an index may be of, where there are several. */
const KIND =
  /\b(image|photo|picture|visual|text|title|caption|audio|user|member|item|product|query|video|ad|category|session|content|seller|merchant|document|passage|chunk|review|brand)\s+(?:index|embeddings?|vectors?)\b/i;
const kindOfIndex = (text: string): string | null => KIND.exec(text)?.[1]?.toLowerCase() ?? null;

function finding(claims: readonly Statement[], room: number, index: Sized): Finding[] {
  const [first, ...others] = claims;
  if (!first) return [];
  const why = `The index takes ${sayBytes(index.bytes)} by its own figures, and ${sayBytes(room)} of memory is planned to hold it.`;
  const finding: Finding = {
    rule: 'memory-below-index',
    why,
    quotes: [quoteOf(first), quoteOf(index.statement)],
  };
  return [others.length === 0 ? finding : { ...finding, terms: claims.map(quoteOf) }];
}

interface Room {
  readonly bytes: number;
  readonly rows: readonly Statement[];
}

/** The rows of the capacity table for the index: their memory, over all replicas. Null when one of them is not all memory. */
function typedRoom(statements: readonly Statement[]): Room | null {
  const rows = statements.filter(
    ({ field, cells }) => field === 'capacity' && IS_INDEX.test(cells?.component?.text ?? ''),
  );
  let bytes = 0;
  for (const { cells, text } of rows) {
    const memory = cells?.memory?.quantity;
    if (memory?.unit !== 'bytes' || /\b(?:ssds?|disks?|nvme|flash)\b/i.test(text)) return null;
    bytes += memory.high * Math.max(1, cells?.replicas?.quantity?.high ?? 1);
  }
  const isAll = rows.some(({ cells }) => !PART_OF_INDEX.test(cells?.component?.text ?? ''));
  return isAll ? { bytes, rows } : null;
}

/** A sentence that says the index is held by one machine of a stated memory, or fits in so much. */
function claimedRoom(statement: Statement, before: Statement | undefined): number | null {
  if (statement.cells || !HELD.test(statement.text) || !isPlain(statement) || PART_OF_INDEX.test(statement.text))
    return null;
  const several = statement.quantities.some(({ unit, high }) => unit === 'instances' && high > 1);
  const rooms = statement.quantities.filter((one) => one.unit === 'bytes' && isMachineMemory(statement, one));
  const [room] = rooms;
  if (!room || rooms.length !== 1 || several) return null;
  const fits = /\bfits?\b/i.test(statement.text);
  if (!ONE_MACHINE.test(statement.text) && !fits) return null;
  // "It all fits in 64 GB" is about the sentence before.
  const isPronoun = /^\s*(?:so |then |and )*(?:it|they|this|that|these|all of (?:it|this|them)|everything)\b/i.test(
    statement.text,
  );
  const isBeside = before?.path === statement.path && before.slot === statement.slot && IS_INDEX.test(before.text);
  return IS_INDEX.test(statement.text) || (isPronoun && isBeside) ? room.high : null;
}

/** The index, by the candidate's own figures, is larger than the memory it is given. */
export const memoryBelowIndex: Rule = ({ statements }) => {
  const sizes = indexSizes(statements);
  const [first] = sizes;
  if (!first) return [];
  const least = sizes.reduce((small, one) => (one.bytes < small.bytes ? one : small), first);
  // A coding that is named without its size could make any index fit.
  if (isCodedBelow(least, statements)) return [];
  const typed = typedRoom(statements);
  if (typed && least.bytes > typed.bytes * TOLERANCE) return finding(typed.rows, typed.bytes, least);
  if (saysCoded(least)) return [];
  const kinds = new Set(sizes.map(({ statement }) => kindOfIndex(statement.text)));
  for (const [at, statement] of statements.entries()) {
    const room = claimedRoom(statement, statements[at - 1]);
    if (room === null || least.bytes <= room * TOLERANCE) continue;
    // The figures of one index say nothing about another.
    const kind = kindOfIndex(statement.text);
    if (kinds.size > 1 || (kind !== null && !kinds.has(kind))) continue;
    return finding([statement], room, least);
  }
  return [];
};
