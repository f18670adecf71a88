import { lostLabels } from '@/lib/core/diagram/labels';
import type { Finding } from '../finding';
import { type DiagramBlock, inFence } from '../parse/diagram-blocks';
import { unknownCharacters } from './glyphs';
import { pictureTexts } from './picture-grammar';

/** Wider prints with letters too small to read on A4, higher does not fit on the page. */
export const MAX_PICTURE = { width: 820, height: 1100 } as const;

type Told = Omit<Finding, 'file' | 'line' | 'column'> & { readonly line: number; readonly column?: number };

const inBlock = ({ report, fence }: DiagramBlock, { line, column = 1, message, fix }: Told): Finding => ({
  file: report.file.path,
  ...inFence(fence, { line, column }),
  message,
  fix,
});

/** Characters that would be drawn in a font of the machine. */
export function judgeCharacters(block: DiagramBlock): Finding[] {
  return unknownCharacters(block.source).map((issue) => inBlock(block, issue));
}

/** What is wrong with a picture that could be drawn. */
export function judgePicture(
  block: DiagramBlock,
  { width, height }: { readonly width: number; readonly height: number },
  svg: string,
): Finding[] {
  const told: Told[] = [];
  if (width > MAX_PICTURE.width) {
    told.push({
      line: 1,
      message: `The picture is ${width} wide; at most ${MAX_PICTURE.width} can be read in print.`,
      fix: 'Draw from top to bottom (TB), put fewer boxes side by side, break long labels with <br/>.',
    });
  }
  if (height > MAX_PICTURE.height) {
    told.push({
      line: 1,
      message: `The picture is ${height} high; at most ${MAX_PICTURE.height} fit on a printed page.`,
      fix: 'Make two diagrams, or put some boxes side by side.',
    });
  }
  for (const { text, line } of lostLabels(block.source, pictureTexts(svg))) {
    told.push({
      line,
      message: `The label "${text}" is not in the picture as it is written.`,
      fix: 'Write #gt; for >, #lt; for <, #quot; for a quotation mark; put labels with punctuation in quotes.',
    });
  }
  return told.map((one) => inBlock(block, one));
}
