import type { Finding, Place } from '../finding';
import { placeAt, type SourceFile } from '../source-file';

/** Anything that markdown's or YAML's parser knows the position of. */
export interface Positioned {
  readonly position?: { readonly start: { readonly line: number; readonly column: number } } | undefined;
}

/** Collects what is wrong with one file. Parsing goes on after a finding, so that an author sees all of them at once. */
export class Report {
  readonly findings: Finding[] = [];
  /** Every id that the file gives to something. */
  readonly ids: { readonly id: string; readonly place: Place }[] = [];

  private unreadable: Place | null = null;

  constructor(readonly file: SourceFile) {}

  add(place: Place, message: string, fix: string): void {
    if (!this.heeds(place)) return;
    this.findings.push({ file: this.file.path, line: place.line, column: place.column, message, fix });
  }

  /** Leaves out whatever is said from now on about this place and what follows: it would only lead astray. */
  ignoreFrom(place: Place): void {
    this.unreadable = place;
  }

  /** Whether what is said about a place is kept. */
  heeds({ line, column }: Place): boolean {
    const from = this.unreadable;
    return from === null || line < from.line || (line === from.line && column < from.column);
  }

  /** Whether a part of the file was not read, so that nothing can be said to be missing. */
  get isCut(): boolean {
    return this.unreadable !== null;
  }

  at(node: Positioned, message: string, fix: string): void {
    this.add(placeOf(node), message, fix);
  }

  atOffset(offset: number, message: string, fix: string): void {
    this.add(placeAt(this.file.text, offset), message, fix);
  }

  /** Where something that is not there would have to be added. */
  get end(): Place {
    return placeAt(this.file.text, this.file.text.trimEnd().length);
  }
}

/** Where a node begins; the top of the file for a node that was made up. */
export function placeOf(node: Positioned): Place {
  return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}
