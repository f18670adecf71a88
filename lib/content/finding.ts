/** A place in a file; both count from 1, columns in UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** One thing that is wrong with the content, told so that an author who is no programmer can mend it. */
export interface Finding extends Place {
  /** As an author would type it, from the root of the project: `content/cases/visual-search/case.md`. */
  readonly file: string;
  /** What is wrong, as a sentence. */
  readonly message: string;
  /** What would be right, as a sentence. */
  readonly fix: string;
}

/** `file:line:column  what is wrong, and what would be right`, which editors and terminals turn into a link. */
export function formatFinding({ file, line, column, message, fix }: Finding): string {
  return `${file}:${line}:${column}  ${message} ${fix}`;
}

/** `case.md` is read before the steps, and before the digits that their names begin with. */
const readingName = (file: string) => file.replace(/\/case\.md$/, '/');

/**
 * In reading order: by file, then from top to bottom. What is said of one place keeps the order in which it was found, which is
 * that of the parts: all that a file lacks is missing at its end.
 */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const byFile = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...findings].sort(
    (a, b) => byFile(readingName(a.file), readingName(b.file)) || a.line - b.line || a.column - b.column,
  );
}
