/**
 * `npm run case:render [-- slug …]`: draws the mermaid diagrams of the cases and of the framework ahead of time.
 * Without a slug, all of them; `framework` stands for the framework's pages.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildDrawingProgram, type Drawer, openDrawer } from '@/lib/content/diagrams/drawing/browser';
import { renderFolder } from '@/lib/content/diagrams/render-folder';
import { disk } from '@/lib/content/disk';
import { type Finding, formatFinding, sortFindings } from '@/lib/content/finding';
import { CHROMIUM_ARGUMENTS, findChromium } from './chromium';

const root = join(import.meta.dirname, '..');
const wanted = process.argv.slice(2);

function folders(): string[] {
  const slugs = (disk.list(join(root, 'content/cases')) ?? [])
    .filter(({ kind, name }) => kind === 'folder' && !name.startsWith('.'))
    .map(({ name }) => name);
  const all = [...slugs.map((slug) => `content/cases/${slug}`), 'content/framework'];
  if (wanted.length === 0) return all;
  return wanted.map((name) => (name === 'framework' ? 'content/framework' : `content/cases/${name}`));
}

let drawer: Promise<Drawer> | undefined;
const findings: Finding[] = [];
try {
  const program = await buildDrawingProgram(root);
  const open = () => {
    drawer ??= openDrawer(program, { executablePath: findChromium(), arguments: CHROMIUM_ARGUMENTS });
    return drawer;
  };
  for (const folder of folders()) {
    if (!existsSync(join(root, folder))) {
      console.error(`There is no ${folder}.`);
      process.exitCode = 1;
      continue;
    }
    const result = await renderFolder(disk, root, folder, program, open);
    findings.push(...result.findings);
    console.log(`${folder}: ${result.drawn} drawn, ${result.kept} unchanged, ${result.removed} removed`);
  }
} finally {
  await (await drawer)?.close();
}
for (const finding of sortFindings(findings)) console.log(formatFinding(finding));
if (findings.length > 0) {
  console.log(`\n${findings.length} ${findings.length === 1 ? 'problem' : 'problems'}.`);
  process.exitCode = 1;
}
