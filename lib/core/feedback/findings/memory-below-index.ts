import type { Quantity } from '../numbers/quantity';
import { sayBytes } from '../numbers/say-value';
import { quoteOf, type Statement } from '../numbers/statements';
import { wordsAround } from '../numbers/words-around';
import type { Finding, Rule } from './finding';
import { isPlain, mentions } from './stance';

const IS_INDEX = /\b(?:index|ann|hnsw|ivf\w*|faiss|vectors?|embeddings?|embedding table)\b/i;
/** An index that is coded, cut up or on a disk takes less memory than its vectors do. */
const SMALLER =
  /\b(?:pq|ivf-?pq|quanti[sz]\w*|int8|int4|binary|compress\w*|disk\w*|ssd|nvme|mmap\w*|flash|prun\w*|shard\w*|partition\w*|spread|split|fp16|half)\b/i;
const HELD = /\b(?:fits?|held|holds?|kept|keep|lives?|stays?|loaded|in (?:ram|memory))\b/i;
const ONE_MACHINE = /\b(?:machine|node|server|box|host|gpu|card|replica|instance|pod)\b/i;
const TOLERANCE = 1.05;
const MIN_INDEX_BYTES = 1e8;

interface Sized {
  readonly bytes: number;
  readonly statement: Statement;
}

/** Items × dimensions × bytes of a number, when one statement says the three: "100M × 128-d fp32". */
function computed(statement: Statement): Sized | null {
  const of = (unit: Quantity['unit']) => statement.quantities.filter((one) => one.unit === unit);
  const [dimensions] = of('dimensions');
  const [format] = of('bytesPerNumber');
  const vectors = statement.quantities.filter(
    ({ unit, value }) => (unit === 'items' || unit === 'count') && value >= 1e6,
  );
  const [items] = vectors;
  if (
    !dimensions ||
    !format ||
    !items ||
    vectors.length !== 1 ||
    of('dimensions').length !== 1 ||
    of('bytesPerNumber').length !== 1
  )
    return null;
  return { bytes: items.value * dimensions.value * format.value, statement };
}

/** Every size of the index that is stated or follows; the smallest is the one held against the memory. */
function indexSizes(statements: readonly Statement[]): Sized[] {
  return statements.flatMap((statement) => {
    if (statement.field === 'capacity' || !IS_INDEX.test(statement.text)) return [];
    const product = computed(statement);
    const stated = statement.quantities
      .filter((one) => one.unit === 'bytes' && one.value >= MIN_INDEX_BYTES && !isMachineMemory(statement, one))
      .map((one) => ({ bytes: one.value, statement }));
    return product ? [product, ...stated] : stated;
  });
}

/** "a 64 GB machine", "32 GB of RAM", "64 GB each". */
function isMachineMemory(statement: Statement, quantity: Quantity): boolean {
  const around = wordsAround(statement, quantity);
  const after = around.slice(around.indexOf(quantity.text) + quantity.text.length);
  return /^\s*(?:of )?(?:ram|memory|each|machines?|nodes?|servers?|boxe?s?|hosts?|gpus?|cards?|replicas?|instances?|pods?)\b/i.test(
    after,
  );
}

function finding(claim: Statement, room: number, index: Sized): Finding {
  const why = `The index takes ${sayBytes(index.bytes)} by its own figures, and ${sayBytes(room)} of memory is planned to hold it.`;
  return { rule: 'memory-below-index', why, quotes: [quoteOf(claim), quoteOf(index.statement)] };
}

/** A row of the capacity table for the index: its memory, over all replicas. */
function typedRoom(statement: Statement): number | null {
  const { component, replicas, memory } = statement.cells ?? {};
  if (statement.field !== 'capacity' || !component || !IS_INDEX.test(component.text)) return null;
  const bytes = memory?.quantity;
  return bytes?.unit === 'bytes' ? bytes.high * Math.max(1, replicas?.quantity?.high ?? 1) : null;
}

/** A sentence that says the index is held by one machine of a stated memory. */
function claimedRoom(statement: Statement): number | null {
  if (statement.cells || !HELD.test(statement.text) || !ONE_MACHINE.test(statement.text) || !isPlain(statement))
    return null;
  const several = statement.quantities.some(({ unit, high }) => unit === 'instances' && high > 1);
  const rooms = statement.quantities.filter((one) => one.unit === 'bytes' && isMachineMemory(statement, one));
  const [room] = rooms;
  return room && rooms.length === 1 && !several && IS_INDEX.test(statement.text) ? room.high : null;
}

/** The index, by the candidate's own figures, is larger than the memory it is given. */
export const memoryBelowIndex: Rule = ({ statements }) => {
  const sizes = indexSizes(statements);
  const [first] = sizes;
  if (!first) return [];
  const least = sizes.reduce((small, one) => (one.bytes < small.bytes ? one : small), first);
  // A coding that is named without its size could make any index fit.
  const isCoded = mentions(statements, SMALLER);
  if (sizes.length === 1 && isCoded && !SMALLER.test(least.statement.text)) return [];
  for (const statement of statements) {
    const room = typedRoom(statement) ?? (isCoded ? null : claimedRoom(statement));
    if (room !== null && least.bytes > room * TOLERANCE) return [finding(statement, room, least)];
  }
  return [];
};
