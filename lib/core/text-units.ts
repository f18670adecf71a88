/** A piece of text small enough to say one thing. Offsets are UTF-16 code units, `end` exclusive. */
export interface TextUnit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentences of a text, never crossing a line; white space at the edges belongs to none. Empty lines give nothing. */
export function textUnits(text: string): TextUnit[] {
  const units: TextUnit[] = [];
  let lineStart = 0;
  for (const line of text.split('\n')) {
    for (const { segment, index } of segmenter.segment(line)) {
      const trimmed = segment.trim();
      if (trimmed === '') continue;
      const start = lineStart + index + segment.indexOf(trimmed);
      units.push({ start, end: start + trimmed.length, text: trimmed });
    }
    lineStart += line.length + 1;
  }
  return units;
}
