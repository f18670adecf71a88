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

  constructor(readonly file: SourceFile) {}

  add(place: Place, message: string, fix: string): void {
    this.findings.push({ file: this.file.path, line: place.line, column: place.column, message, fix });
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
