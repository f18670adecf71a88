import { findPreparedDiagram } from './diagrams/prepared';
import type { Disk } from './disk';
import type { Finding } from './finding';
import type { DiagramBlock } from './parse/diagram-blocks';

/**
 * Diagrams that have no prepared picture of their present source.
 *
 * @param directory the folder of the markdown, which holds `diagrams/`
 * @param name what `npm run case:render` calls it
 */
export function checkPictures(disk: Disk, directory: string, name: string, blocks: readonly DiagramBlock[]): Finding[] {
  return blocks
    .filter(({ source }) => findPreparedDiagram(directory, source, 'check', disk) === null)
    .map(({ report, fence }) => ({
      file: report.file.path,
      ...fence,
      message: 'The diagram has no picture, or has changed since it was drawn.',
      fix: `Run: npm run case:render -- ${name}`,
    }));
}
