import { sayBytes } from '../numbers/say-value';
import { quoteOf, type Statement } from '../numbers/statements';
import type { Finding, Rule } from './finding';
import { IS_INDEX, indexSizes, isCodedBelow, isMachineMemory, type Sized, saysCoded } from './index-size';
import { isPlain, saysNothingBut, wordSet } from './stance';

const HELD = /\b(?:fits?|held|holds?|kept|keep|lives?|stays?|loaded|in (?:ram|memory))\b/i;
/** All that a sentence may say that gives the whole index its memory: what it says besides may make it a part. */
const SAID_OF_THE_INDEX = wordSet(
  `the whole entire full complete all our an a index of is are be can held hold holds kept keep lives live stays stay fits fit in on into
   within memory ram one single machine node server box host gpu card replica instance pod gb tb gib so then and we it this they that
   these everything comfortably easily just still vectors vector embeddings embedding ann hnsw faiss flat image images photo
   item items product products video videos text title caption user users member members query ad ads visual of loaded there
   with has b m k`,
);
const SAID_OF_A_COMPONENT = wordSet(
  'the whole full index ann hnsw faiss vector vectors embedding embeddings search store service server servers retrieval image item product video ad ads node nodes machine machines replica replicas database db milvus',
);
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
  const isAll = rows.some(({ cells }) => saysNothingBut(cells?.component?.text ?? '', SAID_OF_A_COMPONENT));
  return isAll ? { bytes, rows } : null;
}

/** A sentence that says the index is held by one machine of a stated memory, or fits in so much. */
function claimedRoom(statement: Statement, before: Statement | undefined): number | null {
  if (
    statement.cells ||
    !HELD.test(statement.text) ||
    !isPlain(statement) ||
    !saysNothingBut(statement.text, SAID_OF_THE_INDEX)
  )
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
  // "128 dims in fp32, as PQ 16 bytes each": what was reckoned is not what is held.
  if (least.format !== null && saysCoded(least)) return [];
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
