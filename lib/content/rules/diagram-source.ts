import type { Place } from '../finding';

/** One thing wrong in a diagram; `line` counts from 1 at the first line inside the fence. */
export interface DiagramIssue extends Place {
  readonly message: string;
  readonly fix: string;
}

/** Enough for twelve boxes with descriptions several times over. */
const MAX_CHARACTERS = 6000;
const MAX_TITLE_CHARACTERS = 100;
const MAX_DESCRIPTION_CHARACTERS = 700;

const TYPES =
  'flowchart TB, sequenceDiagram, stateDiagram-v2, gantt, erDiagram, classDiagram, pie, quadrantChart or xychart-beta';
const FIRST_LINE =
  /^(?:flowchart (?:TB|TD)|sequenceDiagram|stateDiagram-v2|gantt|erDiagram|classDiagram|pie(?: .*)?|quadrantChart|xychart-beta(?: .*)?)\s*;?$/;

const FORBIDDEN_STATEMENTS: readonly (readonly [RegExp, string, string])[] = [
  [/^%%\{/, '`%%{…}%%` settings are not used.', 'Remove them; all diagrams look alike.'],
  [
    /^(?:click|callback|href|links?|properties|details)\b(?!\s*(?:-|=|:::|\[|\(|\{|@|$))/i,
    'A diagram has no links and no scripts.',
    'Remove this line, or rename what begins with this word.',
  ],
  [
    /^(?:style|linkStyle|classDef|cssClass)\s/,
    'A diagram sets no colours or styles of its own.',
    'Remove this line; emphasise a node with :::accent.',
  ],
];

/**
 * Holds a diagram's source against the rules that mermaid itself does not know: what could load or run something, what
 * would look foreign, and what mermaid drops without a word.
 */
export function checkDiagramSource(source: string): DiagramIssue[] {
  const issues: DiagramIssue[] = [];
  const add = (line: number, column: number, message: string, fix: string) =>
    issues.push({ line, column, message, fix });
  if (source.length > MAX_CHARACTERS) {
    add(
      1,
      1,
      `The diagram is ${source.length} characters long.`,
      `Keep it below ${MAX_CHARACTERS}; two pictures say more than a big one.`,
    );
    return issues;
  }
  const lines = source.split('\n');
  const typeIndex = lines.findIndex((line) => line.trim() !== '' && !/^\s*%%(?!\{)/.test(line));
  const type = lines[typeIndex]?.trim() ?? '';
  if (type === '') {
    add(1, 1, 'The diagram is empty.', `Begin it with its type: ${TYPES}.`);
    return issues;
  }
  if (type === '---') {
    add(
      typeIndex + 1,
      1,
      'A diagram has no front matter.',
      'Remove the lines between "---"; write accTitle: instead of a title.',
    );
    return issues;
  }
  if (!FIRST_LINE.test(type) && !type.startsWith('%%{')) {
    const sideways = /^(?:flowchart|graph)\b/.test(type);
    add(
      typeIndex + 1,
      1 + (lines[typeIndex]?.search(/\S/) ?? 0),
      `\`${type.slice(0, 40)}\` is not a type of diagram that is used here.`,
      sideways ? 'Write "flowchart TB": diagrams are drawn from top to bottom.' : `Begin with ${TYPES}.`,
    );
  }
  checkDescription(lines, typeIndex, add);
  const kind = /^[a-zA-Z]+/.exec(type)?.[0] ?? '';
  lines.forEach((line, index) => {
    if (index !== typeIndex || type.startsWith('%%{')) checkLine(kind, line, index + 1, add);
  });
  return issues;
}

type Add = (line: number, column: number, message: string, fix: string) => void;

/** Title and description that mermaid, and everybody who cannot see the picture, reads. */
export function accessibleText(source: string): { title: string; description: string } {
  const title = /^[ \t]*accTitle[ \t]*:[ \t]*(.*)$/m.exec(source)?.[1]?.trim() ?? '';
  const single = /^[ \t]*accDescr[ \t]*:[ \t]*(.*)$/m.exec(source)?.[1];
  const block = /^[ \t]*accDescr[ \t]*\{([^}]*)\}/m.exec(source)?.[1];
  return { title, description: (single ?? block ?? '').replace(/\s+/g, ' ').trim() };
}

function checkDescription(lines: readonly string[], typeIndex: number, add: Add): void {
  const { title, description } = accessibleText(lines.join('\n'));
  const at = typeIndex + 1;
  if (title === '')
    add(at, 1, 'The diagram has no `accTitle:`.', 'Add "accTitle: …" below its first line; it becomes the caption.');
  else if (title.length > MAX_TITLE_CHARACTERS) {
    add(at, 1, `The \`accTitle:\` is ${title.length} characters long.`, `Say it in ${MAX_TITLE_CHARACTERS}.`);
  }
  if (description === '') {
    add(at, 1, 'The diagram has no `accDescr:`.', 'Add "accDescr: …": what must somebody know who cannot see it?');
  } else if (description.length > MAX_DESCRIPTION_CHARACTERS) {
    add(
      at,
      1,
      `The \`accDescr:\` is ${description.length} characters long.`,
      `Say it in ${MAX_DESCRIPTION_CHARACTERS}.`,
    );
  }
}

const BREAK = /<br\s*\/?>/gi;
const TAG = /(?<!<)<\/?[a-z!?][^<>]*>(?!>)/i;

function checkLine(kind: string, raw: string, line: number, add: Add): void {
  const indent = raw.search(/\S/);
  if (indent === -1) return;
  const text = raw.trim();
  if (/^%%(?!\{)/.test(text)) return;
  const isDescription = /^acc(?:Title|Descr)\b/.test(text);
  const isClickedTask = kind === 'gantt' && /^click/i.test(text);
  if (!isDescription) {
    for (const [pattern, message, fix] of isClickedTask ? [] : FORBIDDEN_STATEMENTS) {
      if (pattern.test(text)) add(line, indent + 1, message, fix);
    }
    const otherClass = [...text.matchAll(/:::\s*([\w-]+)/g)].find(([, name]) => name !== 'accent');
    if (otherClass) {
      add(line, indent + 1 + otherClass.index, `\`${otherClass[0]}\` is not known.`, 'The one emphasis is :::accent.');
    }
    const picture = /@\{[^}]*\b(?:img|icon)\b/i.exec(text);
    if (picture)
      add(line, indent + 1 + picture.index, 'A diagram has no pictures or icons.', 'Use a plain box with a label.');
    if (isClickedTask) {
      add(line, indent + 1, 'A task whose name begins with "Click" is not drawn.', 'Begin its name with another word.');
    }
    if (kind === 'flowchart') {
      const eaten = /(?:---|===|-\.-)[ox][A-Za-z]/.exec(withoutQuotes(text));
      if (eaten) {
        add(
          line,
          indent + 1 + eaten.index,
          'The letter after this line is read as an arrowhead.',
          'Put a space before the name of the node.',
        );
      }
      const end = /(?<=^|[\s>&|])end(?=\s*(?:\[|\(|\{|:::|-->|---|-\.|==))/.exec(withoutQuotes(text));
      if (end) {
        add(
          line,
          indent + 1 + end.index,
          'No node may be called `end`.',
          'Give it another name, such as finish["End"].',
        );
      }
    }
  }
  const tag = TAG.exec(text.replace(BREAK, (found) => ' '.repeat(found.length)));
  if (tag) {
    add(
      line,
      indent + 1 + tag.index,
      `\`${tag[0].slice(0, 40)}\` would not be shown.`,
      'The one tag is <br/>; for < and > write #lt; and #gt;.',
    );
    return;
  }
  if (isDescription) return;
  for (const label of labelsOf(kind, text)) {
    const shown = label.text.replace(BREAK, (found) => ' '.repeat(found.length));
    const bracket = shown.search(/[<>]/);
    if (bracket !== -1) {
      const sign = shown[bracket];
      add(
        line,
        indent + 1 + label.start + bracket,
        `A bare "${sign}" in a label disappears.`,
        `Write ${sign === '>' ? '#gt;' : '#lt;'} instead.`,
      );
    }
    if (label.quoted && shown.includes('**') && !shown.trimStart().startsWith('`')) {
      add(
        line,
        indent + 1 + label.start,
        'The stars of ** would be printed.',
        'Leave them out; emphasise the node with :::accent.',
      );
    }
  }
}

interface Label {
  readonly text: string;
  /** Offset in the line. */
  readonly start: number;
  readonly quoted: boolean;
}

const withoutQuotes = (text: string) =>
  text.replace(/"[^"]*"/g, (found) => `"${' '.repeat(Math.max(0, found.length - 2))}"`);

/** The words of a line that are printed. */
function labelsOf(kind: string, text: string): Label[] {
  const labels: Label[] = [...text.matchAll(/"([^"]*)"/g)].map((match) => ({
    text: match[1] ?? '',
    start: match.index + 1,
    quoted: true,
  }));
  const rest = withoutQuotes(text);
  if (kind === 'flowchart') {
    for (const pattern of [/\|([^|]*)\|/g, /\[([^\]]*)\]/g, /\(([^)]*)\)/g, /\{([^}]*)\}/g]) {
      for (const match of rest.matchAll(pattern)) {
        labels.push({ text: match[1] ?? '', start: match.index + 1, quoted: false });
      }
    }
  } else if (kind === 'sequenceDiagram' || kind === 'stateDiagram' || kind === 'gantt') {
    const colon = rest.search(/:(?!:)\s/);
    if (colon !== -1) labels.push({ text: rest.slice(colon + 1), start: colon + 1, quoted: false });
  }
  return labels;
}
