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

/** In reading order: by file, then from top to bottom. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      a.line - b.line ||
      a.column - b.column ||
      (a.message < b.message ? -1 : 1),
  );
}
