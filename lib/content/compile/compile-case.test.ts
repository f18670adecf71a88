import { describe, expect, it } from 'vitest';
import type { CaseStudy } from '@/lib/core/case-study';
import { FIXTURE_FOLDER, FIXTURE_SLUG, fixtureFiles, memoryDisk } from '@/tests/fixtures/memory-disk';
import { readCaseFolder } from '../case-folder';
import { readCase } from '../parse/case';
import { caseHash } from './case-hash';
import { compileCase } from './compile-case';
import type { FindPicture } from './diagram-figure';

const FILES = fixtureFiles();

const picture: FindPicture = (_, idPrefix) => ({
  svg: `<svg xmlns="http://www.w3.org/2000/svg" id="${idPrefix}" role="img"></svg>`,
  title: 'A & B',
  description: 'What it shows.',
  width: 700,
  height: 300,
});

function compile(files: Readonly<Record<string, string>> = FILES, findPicture: FindPicture = () => null): CaseStudy {
  const folder = readCaseFolder(memoryDisk(files), FIXTURE_FOLDER, FIXTURE_SLUG, FIXTURE_FOLDER);
  const { parsed, findings } = readCase(folder);
  if (parsed === null) throw new Error(JSON.stringify(findings));
  return compileCase(parsed, caseHash(folder.files), findPicture);
}

const allHtml = (study: CaseStudy) =>
  JSON.stringify(study)
    .match(/"html":"(?:[^"\\]|\\.)*"/g)
    ?.map((field) => JSON.parse(`{${field}}`).html as string)
    .join('\n') ?? '';

it('compiles the fixture to what was looked at', async () => {
  const golden = `${import.meta.dirname}/../../../tests/fixtures/queue-length.compiled.golden`;
  await expect(`${JSON.stringify(compile(), null, 2)}\n`).toMatchFileSnapshot(golden);
});

describe('compiled HTML', () => {
  const study = compile(FILES, picture);
  const html = allHtml(study);

  it('has each id once', () => {
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    const partIds = Object.values(study.steps).flatMap((step) => step.workedAnswer.map(({ id }) => id));
    expect(ids.length).toBeGreaterThan(10);
    expect(new Set([...ids, ...partIds]).size).toBe(ids.length + partIds.length);
  });

  it('has each name of a scroll region once', () => {
    const names = [...html.matchAll(/role="region"[^>]*aria-label="([^"]*)"/g)].map(([, name]) => name);
    expect(names).toContain('Table: quantity, value');
    expect(new Set(names).size).toBe(names.length);
  });

  it('leads links between files to their pages', () => {
    expect(html).toContain(`<a href="/cases/${FIXTURE_SLUG}/data">the data</a>`);
    expect(html).toContain('<a href="https://example.org/law">the law</a>');
  });

  it('sets formulas in MathML and nothing else', () => {
    expect(html).toContain('<math><mrow><mn>40</mn><mo>⋅</mo><mn>6</mn>');
    expect(html).toContain('<math display="block">');
    expect(html).not.toMatch(/katex|annotation|<semantics/);
  });

  it('colours code by classes, without inline style', () => {
    expect(html).toContain('<span class="token-keyword">def</span>');
    expect(html).not.toContain('style=');
  });

  it('prints a price as it is written', () => {
    expect(html).toContain('<td align="right">$5</td>');
  });

  it('puts a prepared picture into a figure, with its caption and its source', () => {
    expect(html).toContain(
      '<figure class="diagram diagram-xl"><div class="diagram-scroll" tabindex="0" role="group" aria-label="A &amp; B"><svg xmlns="http://www.w3.org/2000/svg" id="d-queue-length-1" role="img"></svg></div><figcaption>A &amp; B</figcaption><details><summary>Diagram as text</summary>',
    );
    expect(html).toContain('B --&gt;|&quot;p99 #lt; 1 s&quot;| C[&quot;Model&quot;]:::accent');
    expect(html).not.toContain('mermaid-source');
  });

  it('gives the browser the source where there is no picture', () => {
    expect(allHtml(compile())).toContain('<pre class="mermaid-source" data-title="From camera to sign">flowchart TB');
  });

  it('wraps blocks in paragraphs and leaves phrases bare', () => {
    expect(study.prompt.html).toMatch(/^<p>Shoppers .*<em>really<\/em> wait\.<\/p>$/);
    expect(study.steps.clarify.hints[0]?.html).toBe('Look at the door.');
    expect(study.steps.clarify.followUps[1]?.answer.html).toBe(
      '<p>The shop manager, who pays.</p>\n<p>Not the shopper.</p>',
    );
  });

  it('keeps the plain text beside it', () => {
    expect(study.prompt.text).toContain('how long they would really wait.');
    expect(study.steps.clarify.workedAnswer[0]?.body.text).toContain('From camera to sign A camera counts people');
    expect(study.steps.clarify.workedAnswer[1]?.body.text).toContain('shops · 40');
    expect(study.steps.evaluate.workedAnswer[1]?.notes).toEqual(['evaluate-one-or-many']);
    expect(study.steps.evaluate.workedAnswer[0]?.notes).toEqual(['evaluate-early-or-exact', 'evaluate-closed-till']);
  });
});

describe('the hash of a case', () => {
  const { hash } = compile();

  it('is the same for Windows line ends and a byte order mark', () => {
    const windows = Object.fromEntries(
      Object.entries(FILES).map(([path, text]) => [path, `\ufeff${text.replaceAll('\n', '\r\n')}`]),
    );
    expect(compile(windows).hash).toBe(hash);
  });

  it('does not depend on the pictures', () => {
    expect(compile({ ...FILES, [`${FIXTURE_FOLDER}/diagrams/manifest.json`]: '{}' }, picture).hash).toBe(hash);
  });

  it('changes with a letter in any file', () => {
    const path = `${FIXTURE_FOLDER}/exemplars/weak.md`;
    const files = { ...FILES, [path]: (FILES[path] ?? '').replace('It depends.', 'It depended.') };
    expect(compile(files).hash).not.toBe(hash);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });
});
