import type { Quantity } from '../numbers/quantity';
import type { Statement } from '../numbers/statements';
import { vectorMemory } from '../numbers/vector-memory';
import { wordsAround } from '../numbers/words-around';
import { isPlain, mentions } from './stance';

/*
 * How large an index is, by the answer's own figures: stated, or vectors × dimensions × bytes of a number.
 */

export const IS_INDEX = /\b(?:index|ann|hnsw|ivf\w*|faiss|vectors?|embeddings?|embedding table)\b/i;
/** An index that is coded takes less memory than its vectors do. */
const CODED =
  /\b(?:pq|opq|ivf-?pq|scann|diskann|codebooks?|quanti[sz]\w*|int8|int4|8[- ]bit|4[- ]bit|binar\w*|compress\w*|matryoshka|pca)\b/i;
/** And so does one that is cut up, or lies on a disk: these words are said of other things too. */
const CUT_UP =
  /\b(?:codes?|coded|hash\w*|disks?|ssds?|nvme|mmap\w*|flash|prun\w*|shard\w*|partition\w*|spread|split|half|truncat\w*|project\w*|dedup\w*|evict\w*|tier\w*|centroids?|object stor\w*|s3|archive\w*)\b/i;
const isSmaller = (text: string) => CODED.test(text) || CUT_UP.test(text);
/** A statement that is about where vectors lie. */
const isAboutIndex = ({ text, quantities }: Statement) =>
  IS_INDEX.test(text) || /\b(?:memory|ram)\b/i.test(text) || quantities.some(({ unit }) => unit === 'bytes');
/** A size that is not of what is held in memory: as it lies elsewhere, or as it would be. */
const NOT_HELD =
  /\b(?:raw|flat|of (?:the |all )?(?:users?|members?|sellers?|sessions?|queries)|uncompressed|full[- ]precision|on (?:disk|s3)|logs?|logged|train\w*|checkpoint\w*|backup\w*|snapshots?|archive\w*|a (?:day|week|month|year)|per (?:day|week|month|year))\b/i;
const MIN_INDEX_BYTES = 1e8;
/** Fewer than this are no catalogue. */
const MIN_VECTORS = 1e6;

export interface Sized {
  readonly bytes: number;
  /** The bytes of a number that it was reckoned with; null where the size itself is stated. */
  readonly format: number | null;
  readonly statement: Statement;
  /** The sentence beside it that says the rest of the figures. */
  readonly other: Statement | null;
}

const isVectors = ({ unit, value }: Quantity) => (unit === 'items' || unit === 'count') && value >= MIN_VECTORS;

/** The second sentence is about fewer than the first. */
const SOME_OF_THEM = /\b(?:only|some|parts?|subset|of (?:them|these|those)|those|live|active|new)\b/i;

/** The sentence right after another in the same passage; null after the last. */
function nextOf(statements: readonly Statement[], statement: Statement): Statement | null {
  const next = statements[statement.order + 1];
  const isBeside =
    next?.slot === statement.slot && next.path === statement.path && next.cells === null && statement.cells === null;
  return isBeside ? next : null;
}

/** "We index 1B vectors. Each has 512 dims in fp16.": neighbours of which each says a part. */
function computed(statement: Statement, statements: readonly Statement[]): Sized | null {
  const own = vectorMemory(statement.quantities, MIN_VECTORS);
  if (own) return { bytes: own.bytes, format: own.format.value, statement, other: null };
  const next = nextOf(statements, statement);
  if (!next || !statement.quantities.some(isVectors) || vectorMemory(next.quantities, MIN_VECTORS)) return null;
  const isAbout = IS_INDEX.test(statement.text) || /^\s*(?:each|every one|they|all of them|their)\b/i.test(next.text);
  if (!isAbout || !isPlain(statement) || !isPlain(next) || SOME_OF_THEM.test(next.text)) return null;
  const both = vectorMemory([...statement.quantities, ...next.quantities], MIN_VECTORS);
  const isOne = both && [...statement.quantities, ...next.quantities].every(({ unit }) => unit !== 'ratio');
  return isOne ? { bytes: both.bytes, format: both.format.value, statement, other: next } : null;
}

/** "a 64 GB machine", "32 GB of RAM", "64 GB each", "fits in 64 GB". */
export function isMachineMemory(statement: Statement, quantity: Quantity): boolean {
  const around = wordsAround(statement, quantity);
  const at = around.indexOf(quantity.text);
  const after = around.slice(at + quantity.text.length);
  return (
    /^\s*(?:of )?(?:ram|memory|each|machines?|nodes?|servers?|boxe?s?|hosts?|gpus?|cards?|replicas?|instances?|pods?)\b/i.test(
      after,
    ) || /\bfits? (?:\w+ )?(?:in|into|within|on)(?: the| a| one)?\s*$/i.test(around.slice(0, at))
  );
}

/** Every size of the index that is stated or follows, in the order of the attempt. */
export function indexSizes(statements: readonly Statement[]): Sized[] {
  return statements.flatMap((statement): Sized[] => {
    if (statement.field === 'capacity') return [];
    const product = computed(statement, statements);
    const text = product?.other ? `${statement.text} ${product.other.text}` : statement.text;
    if (!IS_INDEX.test(text) || NOT_HELD.test(text)) return [];
    const stated = statement.quantities
      .filter((one) => one.unit === 'bytes' && one.value >= MIN_INDEX_BYTES && !isMachineMemory(statement, one))
      .map((one) => ({ bytes: one.value, format: null, statement, other: null }));
    return product ? [product, ...stated] : stated;
  });
}

/** True when the answer names a coding that may make the index smaller than a size says, unless it says so of that size. */
export function isCodedBelow(size: Sized, statements: readonly Statement[]): boolean {
  const own = `${size.statement.text} ${size.other?.text ?? ''}`;
  const isMentioned = mentions(statements, CODED) || mentions(statements.filter(isAboutIndex), CUT_UP);
  if (isMentioned && !isSmaller(own)) return true;
  const least = size.format ?? Number.POSITIVE_INFINITY;
  return statements.some(
    (one) =>
      one !== size.statement &&
      one !== size.other &&
      one.quantities.some(({ unit, value }) => unit === 'bytesPerNumber' && value < Math.min(least, 4)),
  );
}

/** The size itself is of a coded index. */
export const saysCoded = (size: Sized): boolean => isSmaller(`${size.statement.text} ${size.other?.text ?? ''}`);
