/** `npm test`: everything that must hold before a change is merged. `--only name[,name]` runs some stages. */
import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { countPlaywright, countVitest, type PlaywrightReport, type VitestReport } from './test/reports';
import { openRunFolder } from './test/run-folder';
import { runStage, type Stage, type StageResult } from './test/stage';

const root = resolve(import.meta.dirname, '..');
// Relative, because commands name it, and a checkout may lie in a folder with a space.
const reports = relative(root, openRunFolder(join(root, '.tmp/reports')));

const readReport = <Report>(name: string) => JSON.parse(readFileSync(join(root, reports, name), 'utf8')) as Report;

function vitest(project: string): Stage {
  const report = `${project}.json`;
  return {
    name: project,
    command: `npx vitest run --project ${project} --reporter=dot --reporter=json --outputFile.json=${join(reports, report)}`,
    count: () => countVitest(readReport<VitestReport>(report), root),
  };
}

/** One group after the other; what is in one group runs at once, because the first of them leave a processor free. */
const STAGES: readonly (readonly Stage[])[] = [
  [{ name: 'generate', command: 'npx tsx scripts/generate-clients.ts' }],
  [
    { name: 'format and lint', command: 'npx biome ci --error-on-warnings .' },
    { name: 'types', command: 'npx next typegen && npx tsc --noEmit' },
    { name: 'unused code', command: 'npx knip' },
    { name: 'content', command: 'npx tsx scripts/case-check.ts' },
    vitest('unit'),
  ],
  [vitest('integration')],
  [{ name: 'build', command: 'npm run --silent build' }],
  [
    {
      name: 'journeys',
      command: `npx playwright test --output=${join(reports, 'journeys')}`,
      env: { PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'journeys.json') },
      count: () => countPlaywright(readReport<PlaywrightReport>('journeys.json')),
    },
  ],
];

const onlyAt = process.argv.indexOf('--only');
const only = onlyAt === -1 ? null : (process.argv[onlyAt + 1] ?? '').split(',');
const results: StageResult[] = [];
for (const group of STAGES) {
  const stages = group.filter(({ name }) => !only || only.includes(name));
  results.push(...(await Promise.all(stages.map((stage) => runStage(stage, root, stages.length > 1)))));
}

// Once more at the end: what a runner printed of a failure is thousands of lines above.
for (const { name, failures } of results) {
  for (const failure of failures) console.log(`\nFAILED in ${name}: ${failure}`);
}
console.log('');
for (const { name, ok, seconds, passed, failed } of results) {
  console.log(
    `${ok ? 'ok    ' : 'FAILED'}  ${name.padEnd(16)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed  ${seconds} s`,
  );
}
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || results.some((result) => !result.ok) ? 1 : 0;
