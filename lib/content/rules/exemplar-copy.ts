import { STEP_LIST } from '@/lib/core/steps';
import type { Finding } from '../finding';
import type { SourceFile } from '../source-file';

/** From how large a share of the strong answer's lines the weak one is a copy of it. */
const COPY_ABOVE = 0.9;

const HEADINGS: ReadonlySet<string> = new Set(STEP_LIST.map(({ title }) => `# ${title}`));

/** The lines that say something: each once, without the headings, which are the same in every answer. */
function linesOf({ text }: SourceFile): Set<string> {
  const lines = text.split('\n').map((line) => line.trim());
  return new Set(lines.filter((line) => line !== '' && !HEADINGS.has(line)));
}

/** A weak answer that says what the strong one says, as when a file was copied to begin with and then forgotten. */
export function checkExemplarCopy(strong: SourceFile, weak: SourceFile): Finding[] {
  const wanted = [...linesOf(strong)];
  const written = linesOf(weak);
  const common = wanted.filter((line) => written.has(line)).length;
  if (common <= wanted.length * COPY_ABOVE) return [];
  return [
    {
      file: weak.path,
      line: 1,
      column: 1,
      message: `The weak answer is the strong one again: ${common} of its ${wanted.length} lines stand here too.`,
      fix: 'Write one that should be found weak: at most 35 % of the weight.',
    },
  ];
}
