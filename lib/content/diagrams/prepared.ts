import { join } from 'node:path';
import { DIAGRAMS_FOLDER } from '../case-folder';
import { type Disk, disk } from '../disk';
import { MANIFEST_FILE, type Manifest, parseManifest, sourceHash } from './manifest';
import { pictureProblem, withIdPrefix } from './picture-grammar';
import { STORED_ID } from './stored-id';

export interface PreparedDiagram {
  /** One `<svg>` element, held against an allow-list, ready to stand in a page. */
  readonly svg: string;
  /** `accTitle`, for the caption. Plain text. */
  readonly title: string;
  /** `accDescr`. Plain text. */
  readonly description: string;
  /** In CSS pixels at full size. */
  readonly width: number;
  readonly height: number;
}

/**
 * The picture that `npm run case:render` has made of a mermaid source; null when there is none, when the source has
 * changed since, or when the file is not what it wrote.
 *
 * @param folder the folder of the markdown (`…/content/cases/visual-search`), which holds `diagrams/`
 * @param idPrefix unique in the page that the picture goes into: lowercase letters, digits and hyphens, letter first
 */
export function findPreparedDiagram(
  folder: string,
  source: string,
  idPrefix: string,
  from: Disk = disk,
): PreparedDiagram | null {
  const pictures = join(folder, DIAGRAMS_FOLDER);
  const entry = readManifest(from, pictures)?.entries[sourceHash(source)];
  if (entry === undefined) return null;
  const svg = readText(from, join(pictures, entry.file))?.trim();
  if (svg === undefined || pictureProblem(svg) !== null) return null;
  const { title, description, width, height } = entry;
  return { svg: withIdPrefix(svg, STORED_ID, idPrefix), title, description, width, height };
}

/** The manifest of a `diagrams` folder; null when there is none or it is broken. */
export function readManifest(from: Disk, pictures: string): Manifest | null {
  const text = readText(from, join(pictures, MANIFEST_FILE));
  return text === undefined ? null : parseManifest(text);
}

export function readText(from: Disk, file: string): string | undefined {
  const bytes = from.read(file);
  return bytes === null ? undefined : new TextDecoder().decode(bytes);
}
