import { judgeCharacters, judgePicture } from './diagrams/judge-picture';
import { findPreparedDiagram } from './diagrams/prepared';
import type { Disk } from './disk';
import type { Finding } from './finding';
import type { DiagramBlock } from './parse/diagram-blocks';

/**
 * Diagrams that have no prepared picture of their present source, or one that cannot be read well.
 *
 * @param directory the folder of the markdown, which holds `diagrams/`
 * @param name what `npm run case:render` calls it
 */
export function checkPictures(disk: Disk, directory: string, name: string, blocks: readonly DiagramBlock[]): Finding[] {
  return blocks.flatMap((block) => {
    const strange = judgeCharacters(block);
    const picture = findPreparedDiagram(directory, block.source, 'check', disk);
    if (picture !== null) return [...strange, ...judgePicture(block, picture, picture.svg)];
    // Once the characters are mended it has to be drawn anew anyway.
    if (strange.length > 0) return strange;
    return {
      file: block.report.file.path,
      ...block.fence,
      message: 'The diagram has no picture, or has changed since it was drawn.',
      fix: `Run: npm run case:render -- ${name}`,
    };
  });
}
