import type { Quantity } from './quantity';

/** What a set of vectors takes, and the quantities that it follows from. */
export interface VectorMemory {
  readonly bytes: number;
  readonly items: Quantity;
  readonly dimensions: Quantity;
  /** Its value is the bytes of one number. */
  readonly format: Quantity;
}

/**
 * Items × dimensions × bytes of a number, when the quantities hold one of each and no second: "100M × 128-d fp32". Null otherwise.
 *
 * @param least fewer things than this are not what is put into vectors.
 */
export function vectorMemory(quantities: readonly Quantity[], least: number): VectorMemory | null {
  const [dimensions, moreDimensions] = quantities.filter(({ unit }) => unit === 'dimensions');
  const [format, moreFormats] = quantities.filter(({ unit }) => unit === 'bytesPerNumber');
  const [items, moreItems] = quantities.filter(
    ({ unit, value }) => (unit === 'items' || unit === 'count') && value >= least,
  );
  if (!dimensions || !format || !items || moreDimensions || moreFormats || moreItems) return null;
  return { bytes: items.value * dimensions.value * format.value, items, dimensions, format };
}
