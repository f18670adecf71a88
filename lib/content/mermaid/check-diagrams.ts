import { explainSyntaxError } from '@/lib/core/diagram/syntax-error';
import type { Finding } from '../finding';
import { type DiagramBlock, inFence } from '../parse/diagram-blocks';
import type { DiagramParser } from './diagram-parser';

/** What mermaid itself cannot read. */
export async function checkDiagrams(
  parser: DiagramParser,
  blocks: readonly DiagramBlock[],
): Promise<{ readonly findings: Finding[]; readonly unreadable: ReadonlySet<DiagramBlock> }> {
  const findings: Finding[] = [];
  const unreadable = new Set<DiagramBlock>();
  const failures = await Promise.all(blocks.map(({ source }) => parser.parse(source)));
  blocks.forEach((block, index) => {
    const failure = failures[index];
    if (!failure) return;
    unreadable.add(block);
    const { line, message, fix } = explainSyntaxError(failure.error, failure.line, block.source);
    findings.push({
      file: block.report.file.path,
      ...inFence(block.fence, { line: line ?? 1, column: 1 }),
      message,
      fix,
    });
  });
  return { findings, unreadable };
}
