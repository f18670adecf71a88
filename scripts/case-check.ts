import { join } from 'node:path';
import { readCaseFolder } from '@/lib/content/case-folder';
import { disk } from '@/lib/content/disk';
import { formatFinding, sortFindings } from '@/lib/content/finding';
import { readCase } from '@/lib/content/parse/case';

const slugs = process.argv.slice(2);
const root = join(process.cwd(), 'content/cases');
const all = (disk.list(root) ?? []).filter(({ kind }) => kind === 'folder').map(({ name }) => name);
let count = 0;
for (const slug of slugs.length > 0 ? slugs : all) {
  const folder = readCaseFolder(disk, join(root, slug), slug, `content/cases/${slug}`);
  const { findings, diagrams } = readCase(folder);
  for (const finding of sortFindings(findings)) console.log(formatFinding(finding));
  console.log(`${slug}: ${findings.length} findings, ${diagrams.length} diagrams`);
  count += findings.length;
}
process.exitCode = count > 0 ? 1 : 0;
