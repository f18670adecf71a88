import { diagramType } from './diagram-type';
import { MAX_DRAWN_CHARACTERS } from './mermaid-config';

export interface SourceProblem {
  /** Within the source, from 1. */
  readonly line: number;
  readonly column: number;
  /** What is wrong, as a sentence. */
  readonly message: string;
  /** What would be right, as a sentence. */
  readonly fix: string;
}

interface LineRule {
  readonly pattern: RegExp;
  readonly message: string;
  readonly fix: string;
  /** Where the rule does not hold. */
  readonly except?: RegExp;
}

const DESCRIPTIVE = /^\s*acc(Title|Descr)\s*:/;

const NO_LINKS = {
  message: 'A link in a diagram: a picture cannot be followed.',
  fix: 'Delete the line, and say it in the text beside it.',
};

const LINE_RULES: readonly LineRule[] = [
  {
    pattern: /%%\{/,
    message: 'Settings in a diagram (%%{init}%%): colours and layout come from the page.',
    fix: 'Delete the line.',
  },
  { pattern: /^\s*(click|callback|href)\s+\S+\s+("|href|call)/, ...NO_LINKS },
  { pattern: /^\s*links?\s+\S+\s*:/, ...NO_LINKS },
  {
    pattern: /@\{[^}]*\b(img|icon)\s*:/,
    message: 'An image or icon in a diagram.',
    fix: 'Use a box with a word.',
  },
  {
    pattern: /^\s*(style|linkStyle|classDef)\s/,
    message: 'A style of its own: colours come from the page.',
    fix: 'Write :::accent after a node to emphasise it.',
  },
  {
    pattern: /:::(?!accent\b)\w+/,
    message: 'A class that does not exist.',
    fix: 'The only class is accent: :::accent.',
  },
  {
    pattern: /<(?!br\s*\/?>)\/?[a-z][^>]*>/i,
    except: DESCRIPTIVE,
    message: 'HTML in a label.',
    fix: 'Only <br/> is drawn. For a less-than sign write #lt;.',
  },
];

/**
 * What can be said about a diagram's source without drawing it: rules of `docs/case-format.md` that mermaid itself
 * does not hold.
 */
export function checkDiagramSource(source: string): SourceProblem[] {
  const problems: SourceProblem[] = [];
  const report = (line: number, column: number, message: string, fix: string) =>
    problems.push({ line, column, message, fix });
  const lines = source.split('\n');
  const type = diagramType(source);

  if (type === null) {
    report(
      1,
      1,
      'An unknown kind of diagram.',
      'Begin with flowchart TB, sequenceDiagram, stateDiagram-v2, gantt, erDiagram, classDiagram, pie, quadrantChart or ' +
        'xychart-beta.',
    );
  }
  if (source.length > MAX_DRAWN_CHARACTERS) {
    report(
      1,
      1,
      `The diagram's source has ${source.length} characters; at most ${MAX_DRAWN_CHARACTERS} are drawn.`,
      'Make two diagrams of it.',
    );
  }
  for (const [keyword, purpose] of [
    ['accTitle', 'the caption'],
    ['accDescr', 'what a reader who cannot see it must know'],
  ] as const) {
    const pattern = new RegExp(`^\\s*${keyword}\\s*(:\\s*\\S|\\{)`, 'm');
    if (!pattern.test(source)) {
      report(1, 1, `The diagram has no ${keyword}.`, `Write "${keyword}: …" below its first line: ${purpose}.`);
    }
  }
  lines.forEach((line, index) => {
    for (const { pattern, message, fix, except } of LINE_RULES) {
      const match = except?.test(line) ? null : pattern.exec(line);
      if (match !== null) report(index + 1, match.index + 1, message, fix);
    }
    for (const quoted of DESCRIPTIVE.test(line) ? [] : line.matchAll(/"[^"]*"/g)) {
      const bare = quoted[0].replace(/<br ?\/?>/gi, (tag) => ' '.repeat(tag.length)).indexOf('>');
      if (bare === -1) continue;
      report(index + 1, quoted.index + bare + 1, 'A bare > in a label: it disappears without a word.', 'Write #gt;.');
    }
    if (type === 'flowchart') {
      const end = /(?<=^|[\s&>|-])end(?=\s*(-->|---|-\.|==|[[({]|:::|&))/.exec(line);
      if (end !== null) {
        report(index + 1, end.index + 1, 'A node called end: mermaid reads it as the end of a group.', 'Rename it.');
      }
    }
    if (type === 'gantt' && /^\s*click\b/i.test(line)) {
      report(
        index + 1,
        1,
        'A gantt task that begins with "Click": mermaid reads it as a link.',
        'Begin with another word.',
      );
    }
  });
  return dedupe(problems);
}

function dedupe(problems: readonly SourceProblem[]): SourceProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ line, message }) => {
    const key = `${line} ${message}`;
    return seen.has(key) ? false : seen.add(key);
  });
}
