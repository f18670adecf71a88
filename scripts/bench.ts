/**
 * `npm run bench [-- part …]`: measures the product against what it is held to, prints tables and writes
 * `.tmp/bench/<part>.json`. `docs/benchmarks.md` says how each number comes about. Exits with 1 when a bar is missed.
 */
import { join, relative } from 'node:path';
import { type Findings, loadNow, printFindings, writeFindings } from './bench/report';

type Measure = (root: string) => Promise<Findings>;

/** Each part is loaded when it is asked for: they bring large packages, and one may not weigh on another. */
const PARTS: Readonly<Record<string, () => Promise<Measure>>> = {
  pages: async () => (await import('./bench/pages')).measurePages,
  lighthouse: async () => (await import('./bench/lighthouse')).measureLighthouse,
  serve: async () => (await import('./bench/serve')).measureServe,
  build: async () => (await import('./bench/build')).measureBuild,
  saves: async () => (await import('./bench/saves')).measureSaves,
  keystroke: async () => (await import('./bench/keystroke')).measureKeystroke,
  memory: async () => (await import('./bench/memory')).measureMemory,
  queue: async () => {
    // It opens the database itself, and so needs the clients before it can be loaded.
    await (await import('./generate-clients')).generateClients();
    return (await import('./bench/queue')).measureQueue;
  },
};

const root = join(import.meta.dirname, '..');
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`There is no part "${unknown[0]}". There are: ${Object.keys(PARTS).join(', ')}.`);
  process.exit(1);
}

let missed = 0;
for (const [name, load] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const measure = await load();
  const before = loadNow();
  const findings = await measure(root);
  const loads = { before, after: loadNow() };
  printFindings(name, findings, loads);
  console.log(`Every value: ${relative(root, writeFindings(join(root, '.tmp/bench'), name, findings, loads))}`);
  missed += findings.bars.filter(({ met }) => !met).length;
}
console.log(missed === 0 ? '\nEvery bar is met.' : `\n${missed} ${missed === 1 ? 'bar is' : 'bars are'} missed.`);
process.exit(missed === 0 ? 0 : 1);
