/**
 * `npm run case:check [-- slug …]`: says what is wrong with the cases, and what would be right. Without a slug, all
 * cases and the pages of the framework; `framework` stands for those pages. Exits with 1 when there is any finding.
 */
import { join } from 'node:path';
import { type ContentSource, checkCase, checkPage, FRAMEWORK, frameworkDirectory } from '@/lib/content/check-content';
import { disk } from '@/lib/content/disk';
import { type Finding, formatFinding } from '@/lib/content/finding';
import { readFrameworkFolder } from '@/lib/content/framework-folder';
import { openDiagramParser } from '@/lib/content/mermaid/diagram-parser';
import { frameworkLinks } from '@/lib/content/site-links';

const source: ContentSource = { disk, contentDir: join(import.meta.dirname, '../content'), label: 'content' };
const strictness = { needPictures: true, trustPictures: false };
const parser = openDiagramParser();

const folders = (disk.list(join(source.contentDir, 'cases')) ?? []).map(({ name }) => name);
const all = [...folders.filter((name) => !name.startsWith('.')), FRAMEWORK];
// `content/cases/visual-search/` is what a shell completes to.
const asked = process.argv.slice(2).map((argument) => argument.replace(/\/+$/, '').replace(/^.*\//, ''));

async function checkFramework(): Promise<Finding[]> {
  const pages = readFrameworkFolder(disk, frameworkDirectory(source), `${source.label}/${FRAMEWORK}`);
  const checked = await Promise.all(
    pages.map((page) => checkPage(source, page, frameworkLinks(pages), parser, strictness)),
  );
  return checked.flatMap((page) => page.findings);
}

let problems = 0;
for (const name of asked.length > 0 ? asked : all) {
  if (!all.includes(name)) {
    console.log(`There is no case "${name}". There are: ${all.join(', ')}.`);
    problems += 1;
    continue;
  }
  const findings =
    name === FRAMEWORK ? await checkFramework() : (await checkCase(source, name, parser, strictness)).findings;
  for (const finding of findings) console.log(formatFinding(finding));
  console.log(`${name}: ${findings.length === 0 ? 'no findings' : `${findings.length} to mend`}`);
  problems += findings.length;
}
await parser.close();
process.exitCode = problems > 0 ? 1 : 0;
