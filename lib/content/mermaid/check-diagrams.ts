import { explainSyntaxError } from '@/lib/core/diagram/syntax-error';
import type { Finding } from '../finding';
import { type DiagramBlock, inFence } from '../parse/diagram-blocks';
import type { DiagramParser } from './diagram-parser';

/** What mermaid itself cannot read. Diagrams that break a rule already are left out: one message is enough. */
export async function checkDiagrams(
  parser: DiagramParser,
  blocks: readonly DiagramBlock[],
): Promise<{ readonly findings: Finding[]; readonly readable: DiagramBlock[] }> {
  const findings: Finding[] = [];
  const readable: DiagramBlock[] = [];
  const sound = blocks.filter((block) => block.sound);
  const failures = await Promise.all(sound.map(({ source }) => parser.parse(source)));
  sound.forEach((block, index) => {
    const failure = failures[index];
    if (!failure) {
      readable.push(block);
      return;
    }
    const { line, message, fix } = explainSyntaxError(failure.error, failure.line, block.source);
    findings.push({
      file: block.report.file.path,
      ...inFence(block.fence, { line: line ?? 1, column: 1 }),
      message,
      fix,
    });
  });
  return { findings, readable };
}
