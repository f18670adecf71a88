import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { STEP_LIST } from '@/lib/core/steps';
import { FIXTURE_FOLDER, FIXTURE_SLUG, fixtureFiles, memoryDisk } from '@/tests/fixtures/memory-disk';
import { formatManifest, type ManifestEntry, pictureFileName, sourceHash } from '../diagrams/manifest';
import { formatFinding } from '../finding';
import { openLibrary } from '../library';
import { openDiagramParser } from '../mermaid/diagram-parser';
import { type CompileMode, ContentError, compileContent } from './compile-content';

type Files = Record<string, string>;

const STEP_PARTS = [
  'What the interviewer listens for',
  'What each level shows',
  'How to spend the minutes',
  'Common mistakes',
  'A worked fragment',
  'Probes to practise',
];

function framework(): Files {
  const pages = STEP_LIST.map(({ id, number, title }) => [
    `content/framework/${number}-${id}.md`,
    `---\nsummary: About ${id}.\n---\n\n# ${title}\n\n${STEP_PARTS.map((part) => `## ${part}\n\nText.\n`).join('\n')}`,
  ]);
  const outlines = '---\ntitle: Other outlines\nsummary: S.\n---\n\n# Other outlines\n\nSee [serving](6-serve.md).\n';
  return { ...Object.fromEntries(pages), 'content/framework/outlines.md': outlines };
}

/** Pictures for all diagrams of the files of a case, plain but valid. */
function pictures(files: Files): Files {
  const entries: Record<string, ManifestEntry> = {};
  const svgs: Files = {};
  for (const text of Object.values(files)) {
    for (const [, source = ''] of text.matchAll(/```mermaid\n([\s\S]*?)\n```/g)) {
      const hash = sourceHash(source);
      entries[hash] = { file: pictureFileName(hash), title: 'T', description: 'D', width: 200, height: 100 };
      const labels = [...source.matchAll(/[\w"][^\n:[\]|]*/g)].map(([label]) => label.replace(/["<>&]/g, ''));
      svgs[`${FIXTURE_FOLDER}/diagrams/${pictureFileName(hash)}`] =
        `<svg xmlns="http://www.w3.org/2000/svg" id="dg" width="200" height="100" viewBox="0 0 200 100" role="img" aria-labelledby="dg-t dg-d"><title id="dg-t">T</title><desc id="dg-d">D</desc>${labels.map((label) => `<text>${label}</text>`).join('')}<text>p99 &lt; 1 s</text></svg>`;
    }
  }
  return {
    ...svgs,
    [`${FIXTURE_FOLDER}/diagrams/manifest.json`]: formatManifest({ tools: {}, recipe: 'test', entries }),
  };
}

const CASE = fixtureFiles();
const GOOD: Files = { ...CASE, ...pictures(CASE), ...framework() };

// Loading mermaid takes a second, so all tests ask the same thread.
const parser = openDiagramParser();
afterAll(() => parser.close());

let outDir = '';
beforeEach(() => {
  outDir = mkdtempSync(join(tmpdir(), 'compiled-'));
});
afterEach(() => rmSync(outDir, { recursive: true, force: true }));

const compile = (files: Files, mode: CompileMode = 'production') =>
  compileContent({ contentDir: 'content', outDir, mode, disk: memoryDisk(files), parser });

const copyOf = (slug: string): Files =>
  Object.fromEntries(
    Object.entries(GOOD)
      .filter(([path]) => path.startsWith(FIXTURE_FOLDER))
      .map(([path, text]) => [path.replace(FIXTURE_SLUG, slug), text]),
  );

describe('compileContent', { timeout: 30_000 }, () => {
  it('writes what the library reads', async () => {
    const { index, compiled, unchanged } = await compile(GOOD);
    expect({ compiled, unchanged }).toEqual({ compiled: 1, unchanged: 0 });
    const library = openLibrary(outDir, false);
    expect(library.listCases()).toEqual(index.cases);
    expect(library.listCases()[0]).toMatchObject({
      slug: FIXTURE_SLUG,
      title: 'Queue length',
      factCount: 14,
      expectationCount: 35,
      diagramCount: 11,
    });
    expect(library.findCase(FIXTURE_SLUG)?.steps.clarify.workedAnswer[0]?.body.html).toContain(
      '<figure class="diagram">',
    );
    expect(library.findCase('no-such-case')).toBeNull();
    expect(library.findCase('../index')).toBeNull();
    expect(library.listFrameworkPages().map(({ slug }) => slug)).toEqual([
      ...STEP_LIST.map(({ id }) => id),
      'outlines',
    ]);
    expect(library.findFrameworkPage('outlines')?.body.html).toBe('<p>See <a href="/steps/serve">serving</a>.</p>');
    expect(library.listBrokenCases()).toEqual([]);
    expect(index.brokenPages).toEqual([]);
  });

  it('does not compile again what has not changed', async () => {
    await compile(GOOD);
    const path = join(outDir, `cases/${FIXTURE_SLUG}.json`);
    const before = statSync(path).mtimeMs;
    const again = await compile({ ...GOOD, ...copyOf('second') });
    expect(again).toMatchObject({ compiled: 1, unchanged: 1, removed: 0 });
    expect(again.index.cases.map(({ slug }) => slug)).toEqual([FIXTURE_SLUG, 'second']);
    expect(statSync(path).mtimeMs).toBe(before);
  });

  it('compiles again when the text, a picture or the mode changes, or the result is gone', async () => {
    const first = await compile(GOOD);
    const changed = {
      ...GOOD,
      [`${FIXTURE_FOLDER}/case.md`]: (CASE[`${FIXTURE_FOLDER}/case.md`] ?? '').replace('Queue length', 'Queues'),
    };
    const second = await compile(changed);
    expect(second).toMatchObject({ compiled: 1 });
    expect(second.index.cases[0]?.title).toBe('Queues');
    expect(second.index.fingerprint).not.toBe(first.index.fingerprint);

    const svg = Object.keys(GOOD).find((path) => path.endsWith('.svg')) ?? '';
    const third = await compile({ ...changed, [svg]: (GOOD[svg] ?? '').replace('<text>', '<text fill="none">') });
    expect(third).toMatchObject({ compiled: 1 });
    expect(third.index.cases[0]?.hash).toBe(second.index.cases[0]?.hash);

    expect(await compile(changed, 'development')).toMatchObject({ compiled: 1 });
    rmSync(join(outDir, 'cases'), { recursive: true });
    expect(await compile(changed, 'development')).toMatchObject({ compiled: 1 });
  });

  it('removes what is gone', async () => {
    await compile({ ...GOOD, ...copyOf('second') });
    expect(await compile(GOOD)).toMatchObject({ removed: 1 });
    expect(readdirSync(join(outDir, 'cases'))).toEqual([`${FIXTURE_SLUG}.json`]);
  });

  it('lists a broken case beside the others in development', async () => {
    const broken = copyOf('broken');
    broken['content/cases/broken/2-frame.md'] = '# Frame\n';
    const { index } = await compile({ ...GOOD, ...broken, 'content/cases/empty/.DS_Store': '' }, 'development');
    expect(index.cases.map(({ slug }) => slug)).toEqual([FIXTURE_SLUG]);
    expect(index.brokenCases.map(({ slug, findings }) => [slug, findings.length > 0])).toEqual([
      ['broken', true],
      ['empty', true],
    ]);
  });

  it('remembers the findings of a broken case that has not changed', async () => {
    const files = { ...GOOD, 'content/cases/empty/.DS_Store': '' };
    const first = await compile(files, 'development');
    const second = await compile(files, 'development');
    expect(second.unchanged).toBe(2);
    expect(second.index).toEqual(first.index);
  });

  it('stops a build at any finding, names all of them, and leaves the last good index', async () => {
    await compile(GOOD);
    const before = readFileSync(join(outDir, 'index.json'), 'utf8');
    const files = { ...GOOD, ...copyOf('Bad name'), 'content/framework/outlines.md': 'x' };
    const error = await compile(files).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ContentError);
    const messages = (error as ContentError).findings.map(formatFinding);
    expect(messages).toEqual([
      expect.stringContaining('content/cases/Bad name:1:1  The folder name `Bad name`'),
      expect.stringContaining('content/framework/outlines.md:1:1  The file does not begin with its data.'),
      expect.stringContaining('content/framework/outlines.md:1:1  The file has no title.'),
    ]);
    for (const message of messages) expect((error as ContentError).message).toContain(message);
    expect(readFileSync(join(outDir, 'index.json'), 'utf8')).toBe(before);
  });

  it('refuses to build a site without cases', async () => {
    const error = await compile(framework()).catch((thrown: unknown) => thrown);
    expect((error as ContentError).findings.map(formatFinding)).toEqual([
      'content/cases:1:1  There is no case. Add a folder with a case; docs/case-format.md shows how.',
    ]);
    expect((await compile(framework(), 'development')).index.cases).toEqual([]);
  });

  it('wants a picture for a build, and draws without one in development', async () => {
    const manifest = `${FIXTURE_FOLDER}/diagrams/manifest.json`;
    const { [manifest]: _, ...files } = GOOD;
    const error = (await compile(files).catch((thrown: unknown) => thrown)) as ContentError;
    expect(error.findings.map(formatFinding)).toContain(
      `${FIXTURE_FOLDER}/1-clarify.md:9:1  The diagram has no picture, or has changed since it was drawn. Run: npm run case:render -- ${FIXTURE_SLUG}`,
    );
    expect(error.findings).toHaveLength(11);
    await compile(files, 'development');
    const study = openLibrary(outDir, false).findCase(FIXTURE_SLUG);
    expect(study?.steps.clarify.workedAnswer[0]?.body.html).toContain('class="mermaid-source"');
  });

  it('refuses pages of the framework that are missing, unknown or not whole', async () => {
    const { 'content/framework/2-frame.md': _, ...files } = GOOD;
    files['content/framework/3-data.md'] = (files['content/framework/3-data.md'] ?? '').replace(
      '## Common mistakes',
      '## Mistakes',
    );
    files['content/framework/Notes.txt'] = 'x';
    const { index } = await compile(files, 'development');
    expect(index.brokenPages.map(({ slug, findings }) => [slug, findings.map(({ message }) => message)])).toEqual([
      ['frame', ['The page is missing.']],
      ['data', ['There is no part "Mistakes" in the page of a step.', 'The part "Common mistakes" is missing.']],
      ['Notes.txt', ['`Notes.txt` is no page of the framework.']],
    ]);
  });
});

describe('the library', { timeout: 30_000 }, () => {
  it('says what to do when nothing has been compiled', () => {
    expect(() => openLibrary(outDir, false).listCases()).toThrow('run npm run content:compile');
  });

  it('reads again what has changed only while developing', async () => {
    await compile(GOOD);
    const watching = openLibrary(outDir, true);
    const steady = openLibrary(outDir, false);
    expect([watching.listCases().length, steady.listCases().length]).toEqual([1, 1]);
    await compile({ ...GOOD, ...copyOf('second') });
    expect([watching.listCases().length, steady.listCases().length]).toEqual([2, 1]);
    expect(watching.findCase('second')?.slug).toBe('second');
    expect(steady.findCase(FIXTURE_SLUG)).toBe(steady.findCase(FIXTURE_SLUG));
  });
});
