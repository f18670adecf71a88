import { HtmlWriter } from '@/lib/content/compile/html-writer';
import { parseMarkdown } from '@/lib/content/parse/markdown-tree';
import { blocksOf } from '@/lib/content/parse/parsed-case';
import { Report } from '@/lib/content/parse/report';
import { caseLinks } from '@/lib/content/site-links';
import { expect, test } from './fixtures';
import { expectHarmless, HOSTILE_DIAGRAMS, HOSTILE_TEXT } from './hostile';
import { CASE } from './seed';

const run = (name: string) => `window.hostile='${name}'`;

/** What the author of a case may write. The check of cases refuses most of it; the page must stand without that. */
const MARKDOWN = [
  HOSTILE_TEXT,
  ...HOSTILE_TEXT.split(/ (?=<|\[|")/),
  ...HOSTILE_DIAGRAMS.map((source) => `\`\`\`mermaid\n${source}\n\`\`\``),
  `[x](javascript:${run('link')}) [y](JaVaScRiPt:${run('case')}) [z](&#106;avascript:${run('entity')})`,
  `[x][y]\n\n[y]: javascript:${run('reference')}`,
  `![x" onerror="${run('alt')}](x.png)`,
  `<div onclick="${run('div')}" style="position:fixed;inset:0">cover</div>`,
  `<details open ontoggle="${run('toggle')}"><summary>x</summary></details>`,
  `<math><mtext><img src=x onerror="${run('mathml')}"></mtext></math>`,
  `$\\href{javascript:${run('formula')}}{x}$ $\\includegraphics{https://evil.example/x.png}$`,
  `$\\text{</annotation></semantics></math><img src=x onerror=${run('annotation')}>}$`,
  `| "><img src=x onerror="${run('cell')}"> |\n|---|\n| <b onclick="${run('bold')}">x</b> |`,
  `\`\`\`html\n<script>${run('code')}</script>\n\`\`\``,
  `\`\`\`"><script>${run('language')}</script>\nx\n\`\`\``,
  `#### <img src=x onerror="${run('heading')}">`,
  `<form action="https://evil.example"><button>Continue</button></form>`,
];

function compiled(markdown: string): string {
  const tree = parseMarkdown(new Report({ path: 'hostile.md', text: markdown }));
  return new HtmlWriter('d-hostile', () => null, caseLinks('hostile')).write(blocksOf(tree.children), 'clarify').html;
}

/** Puts compiled text where the page shows compiled text, and waits until everything in it had its chance to run. */
async function show(html: string): Promise<void> {
  const place = document.createElement('article');
  place.innerHTML = html;
  document.body.append(place);
  await Promise.allSettled([...place.querySelectorAll('img')].map((picture) => picture.decode()));
  for (const link of place.querySelectorAll('a')) {
    // Only what would run here: following a link elsewhere is a reader's choice.
    if (!/^https?:/.test(link.protocol)) link.click();
  }
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

test('a hostile case is harmless in a page of the product', async ({ page }) => {
  await page.goto(`/cases/${CASE.slug}`);
  for (const markdown of MARKDOWN) {
    await page.evaluate(show, compiled(markdown));
    await expectHarmless(page, markdown.slice(0, 80));
  }
  expect(new URL(page.url()).pathname).toBe(`/cases/${CASE.slug}`);
});

test('a hostile case is harmless even without the policy: the sanitiser alone holds', async ({ page }) => {
  await page.goto('about:blank');
  for (const markdown of MARKDOWN) {
    await page.evaluate(show, compiled(markdown));
    await expectHarmless(page, markdown.slice(0, 80));
  }
  // The net has no hole of its own: what is not compiled does run here.
  await page.evaluate(show, `<img src="data:," onerror="${run('unsanitised')}">`);
  expect(await page.evaluate(() => (window as { hostile?: unknown }).hostile)).toBe('unsanitised');
});
