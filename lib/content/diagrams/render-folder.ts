import { join } from 'node:path';
import { explainSyntaxError } from '@/lib/core/diagram/syntax-error';
import { type Disk, removeEmptyFolder, removeFile, writeFile } from '../disk';
import type { Finding } from '../finding';
import { type DiagramBlock, inFence, readDiagrams } from '../parse/diagram-blocks';
import { parseMarkdown } from '../parse/markdown-tree';
import { Report } from '../parse/report';
import { decodeSource } from '../source-file';
import type { Drawer, DrawingProgram } from './drawing/browser';
import { judgeCharacters, judgePicture } from './judge-picture';
import {
  formatManifest,
  MANIFEST_FILE,
  type Manifest,
  type ManifestEntry,
  pictureFileName,
  sourceHash,
} from './manifest';
import { pictureProblem } from './picture-grammar';
import { readManifest, readText } from './prepared';
import { slim } from './slim';

export interface RenderResult {
  readonly findings: readonly Finding[];
  readonly drawn: number;
  readonly kept: number;
  readonly removed: number;
}

/**
 * Draws what is new or changed in the diagrams of one folder of markdown, and removes pictures that nothing shows any more.
 *
 * @param folder from the root of the project, as findings print it
 * @param openDrawer called only if there is something to draw
 */
export async function renderFolder(
  disk: Disk,
  root: string,
  folder: string,
  program: Pick<DrawingProgram, 'recipe' | 'tools'>,
  openDrawer: () => Promise<Drawer>,
): Promise<RenderResult> {
  const findings: Finding[] = [];
  const blocks = readBlocks(disk, root, folder, findings);
  const pictures = join(root, folder, 'diagrams');
  const old = readManifest(disk, pictures);
  const usable = old !== null && old.recipe === program.recipe ? old.entries : {};
  const entries: Record<string, ManifestEntry> = {};
  const fresh = new Map<string, string>();
  let kept = 0;

  for (const block of blocks) {
    const hash = sourceHash(block.source);
    const at = placeIn(block);
    findings.push(...judgeCharacters(block));
    if (!block.sound || entries[hash] !== undefined) continue;

    const known = usable[hash];
    let svg = known && readText(disk, join(pictures, known.file))?.trim();
    if (known !== undefined && svg && pictureProblem(svg) === null) {
      entries[hash] = known;
      kept += 1;
    } else {
      const drawn = await drawBlock(await openDrawer(), block, at, findings);
      if (drawn === null) continue;
      svg = drawn.svg;
      fresh.set(hash, svg);
      const { title, description, width, height } = drawn;
      entries[hash] = { file: pictureFileName(hash), title, description, width, height };
    }
    findings.push(...judgePicture(block, entries[hash], svg));
  }

  const removed = write(disk, pictures, { tools: { ...program.tools }, recipe: program.recipe, entries }, fresh, old);
  return { findings, drawn: fresh.size, kept, removed };
}

type Place = (line: number, column?: number) => Pick<Finding, 'file' | 'line' | 'column'>;

function placeIn({ report, fence }: DiagramBlock): Place {
  return (line, column = 1) => ({ file: report.file.path, ...inFence(fence, { line, column }) });
}

async function drawBlock(drawer: Drawer, block: DiagramBlock, at: Place, findings: Finding[]) {
  const drawn = await drawer.draw(block.source);
  if ('error' in drawn) {
    const { line, message, fix } = explainSyntaxError(drawn.error, drawn.line, block.source);
    findings.push({ ...at(line ?? 1), message, fix });
    return null;
  }
  if (drawn.foreignColours.length > 0) {
    const colours = drawn.foreignColours.join(', ');
    findings.push({
      ...at(1),
      message: `The picture has colours of its own: ${colours}.`,
      fix: 'Delete style and classDef lines; write :::accent to emphasise.',
    });
    return null;
  }
  const svg = slim(drawn.svg);
  const problem = drawn.hasForeignObject ? 'HTML' : pictureProblem(svg);
  if (problem !== null) {
    findings.push({
      ...at(1),
      message: `The picture holds something that a page may not show: ${problem}.`,
      fix: 'Write the diagram more plainly: boxes, words and lines.',
    });
    return null;
  }
  return { ...drawn, svg };
}

function readBlocks(disk: Disk, root: string, folder: string, findings: Finding[]): DiagramBlock[] {
  const files = (inside: string): string[] =>
    (disk.list(join(root, inside)) ?? []).flatMap(({ name, kind }) => {
      if (name.startsWith('.')) return [];
      if (kind === 'folder') return files(`${inside}/${name}`);
      return kind === 'file' && name.endsWith('.md') ? [`${inside}/${name}`] : [];
    });
  return files(folder).flatMap((path) => {
    const decoded = decodeSource(path, disk.read(join(root, path)) ?? new Uint8Array());
    if (decoded.finding !== undefined) {
      findings.push(decoded.finding);
      return [];
    }
    const report = new Report(decoded.file);
    const blocks = readDiagrams(report, parseMarkdown(report));
    findings.push(...report.findings);
    return blocks;
  });
}

/** Returns how many pictures were removed. */
function write(
  disk: Disk,
  pictures: string,
  manifest: Manifest,
  fresh: ReadonlyMap<string, string>,
  old: Manifest | null,
): number {
  const wanted = new Set(Object.values(manifest.entries).map(({ file }) => file));
  const present = (disk.list(pictures) ?? []).map(({ name }) => name);
  const stale = present.filter((name) => name.endsWith('.svg') && !wanted.has(name));
  for (const name of stale) removeFile(join(pictures, name));
  if (wanted.size === 0) {
    removeFile(join(pictures, MANIFEST_FILE));
    if (present.length > 0 && (disk.list(pictures) ?? []).length === 0) removeEmptyFolder(pictures);
    return stale.length;
  }
  for (const [hash, svg] of fresh) writeFile(join(pictures, pictureFileName(hash)), `${svg}\n`);
  const text = formatManifest(manifest);
  if (old === null || formatManifest(old) !== text) writeFile(join(pictures, MANIFEST_FILE), text);
  return stale.length;
}
