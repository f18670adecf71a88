/**
 * Writes many cases for measurements: copies of the real ones, each with its own words and its own diagrams, so that
 * nothing that is remembered by content can make a compiler look faster than it is.
 *
 * `tsx scripts/bench/generate-cases.ts <count> <folder>` writes `<folder>/cases/…` and a copy of the framework.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  formatManifest,
  MANIFEST_FILE,
  parseManifest,
  pictureFileName,
  sourceHash,
} from '@/lib/content/diagrams/manifest';

const MERMAID = /(```mermaid\n)([\s\S]*?)(\n[ \t]*```)/g;

/** The name of the n-th generated case, from 0. */
export const generatedSlug = (n: number) => `generated-${String(n + 1).padStart(4, '0')}`;

/**
 * Writes `count` cases below `targetDir/cases`, made from those in `contentDir/cases` in turn, and copies the framework.
 * All of them pass the check when the real ones do.
 */
export function generateCases(contentDir: string, targetDir: string, count: number): void {
  const templates = readdirSync(join(contentDir, 'cases')).filter((name) => !name.startsWith('.'));
  if (templates.length === 0) throw new Error(`There is no case in ${contentDir} to copy.`);
  cpSync(join(contentDir, 'framework'), join(targetDir, 'framework'), { recursive: true });
  for (let n = 0; n < count; n++) {
    const template = join(contentDir, 'cases', templates[n % templates.length] ?? '');
    copyCase(template, join(targetDir, 'cases', generatedSlug(n)), n + 1);
  }
}

function copyCase(from: string, to: string, variant: number): void {
  const pictures = join(from, 'diagrams');
  const manifest = parseManifest(readFileSync(join(pictures, MANIFEST_FILE), 'utf8'));
  if (manifest === null) throw new Error(`${pictures} has no manifest: run npm run case:render.`);
  const entries: typeof manifest.entries = {};
  mkdirSync(join(to, 'exemplars'), { recursive: true });
  mkdirSync(join(to, 'diagrams'), { recursive: true });

  const markdown = readdirSync(from, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  for (const name of markdown) {
    const text = readFileSync(join(from, name), 'utf8')
      .replace(/^title: (.*)$/m, (_, title: string) => `title: ${title} ${variant}`)
      .replace(/^(## Prompt|### .*|# .*)\n\n(?=[A-Z])/gm, (heading) => `${heading}This is variant ${variant}. `)
      .replace(MERMAID, (_, open: string, source: string, close: string) => {
        const varied = `${source}\n%% variant ${variant}`;
        const entry = manifest.entries[sourceHash(source)];
        if (entry === undefined) throw new Error(`${from}/${name} has a diagram without a picture.`);
        const hash = sourceHash(varied);
        entries[hash] = { ...entry, file: pictureFileName(hash) };
        cpSync(join(pictures, entry.file), join(to, 'diagrams', pictureFileName(hash)));
        return `${open}${varied}${close}`;
      });
    writeFileSync(join(to, name), text);
  }
  writeFileSync(join(to, 'diagrams', MANIFEST_FILE), formatManifest({ ...manifest, entries }));
}

if (process.argv[1] === import.meta.filename) {
  const [count, target] = process.argv.slice(2);
  if (!/^\d+$/.test(count ?? '') || target === undefined) {
    console.error('Say how many, and where: tsx scripts/bench/generate-cases.ts 1000 /tmp/content');
    process.exitCode = 1;
  } else {
    generateCases(join(import.meta.dirname, '../../content'), resolve(target), Number(count));
  }
}
