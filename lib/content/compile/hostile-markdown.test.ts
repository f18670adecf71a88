import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../parse/markdown-tree';
import { blocksOf } from '../parse/parsed-case';
import { Report } from '../parse/report';
import { caseLinks } from '../site-links';
import { HtmlWriter } from './html-writer';

/** Compiles without the check, which would refuse most of this: the page must be safe even if a rule had a hole. */
function compile(markdown: string): string {
  const tree = parseMarkdown(new Report({ path: 'hostile.md', text: markdown }));
  const writer = new HtmlWriter('d-hostile', () => null, caseLinks('hostile'));
  return writer.write(blocksOf(tree.children), 'clarify').html;
}

const HOSTILE = [
  '<script>alert(1)</script>',
  'Text <img src=x onerror=alert(1)> text',
  '<div onclick="alert(1)">x</div>',
  '<svg onload=alert(1)><script>alert(1)</script></svg>',
  '<math><mtext><img src=x onerror=alert(1)></mtext></math>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<style>@import "https://evil.example/x.css"</style>',
  '<a href="javascript:alert(1)">x</a>',
  '<form action="https://evil.example"><input name=a></form>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](java\tscript:alert(1))',
  '[x](vbscript:msgbox)',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x][y]\n\n[y]: javascript:alert(1)',
  '<javascript:alert(1)>',
  '![x](javascript:alert(1))',
  '![x](https://evil.example/pixel.png)',
  '![x" onerror="alert(1)](x.png)',
  '\\![x" onerror="alert(1)](x.png)',
  '# <img src=x onerror=alert(1)>',
  '#### x" onmouseover="alert(1)',
  '$\\href{javascript:alert(1)}{x}$',
  '$\\includegraphics{https://evil.example/x.png}$',
  '$\\htmlStyle{background:url(https://evil.example)}{x}$',
  '$\\htmlId{form}{x}$',
  '$\\htmlData{a=b}{x}$',
  '$\\unicode{<script>}$',
  '$\\text{</annotation></semantics></math><script>alert(1)</script>}$',
  '$$\n\\def\\a{\\a\\a}\\a\n$$',
  '$\\color{red;background:url(https://evil.example)}{x}$',
  '```html\n<script>alert(1)</script>\n```',
  '```python" onload="alert(1)\nx = 1\n```',
  '```"><script>alert(1)</script>\nx\n```',
  '```mermaid\nflowchart TB\n  accTitle: "><script>alert(1)</script>\n  A["</pre><img src=x onerror=alert(1)>"]\n```',
  '| a |\n|---|\n| <b onclick=alert(1)>x</b> |',
  '| "><script>alert(1)</script> |\n|---|\n| x |',
  'x[^1]\n\n[^1]: <script>alert(1)</script>',
  '- [ ] <input autofocus onfocus=alert(1)>',
  '[x](https://example.org "title\\" onmouseover=\\"alert(1)")',
  'https://example.org/"onmouseover="alert(1)',
];

const PIECES = [
  '\n',
  '\n\n',
  '> ',
  '- ',
  '```\n',
  '$',
  '$$\n',
  '`',
  '](',
  '[',
  '<',
  '>',
  '"',
  '| ',
  '\\',
  '&quot;',
  '#### ',
];

const ALLOWED_ATTRIBUTES =
  /^(?:href|align|id|class|role|tabindex|aria-label|start|data-language|data-title|display|mathvariant|stretchy|fence|separator|lspace|rspace|minsize|maxsize|accent|accentunder|linethickness|columnalign|columnspacing|rowspacing|scriptlevel|displaystyle|width|height|depth|voffset|notation|symmetric)$/;
const FORBIDDEN_ELEMENTS =
  'script,style,img,iframe,form,input,svg,link,meta,base,object,embed,template,annotation,mglyph';

/** Fails when a page made of this could run, load or restyle anything. */
function expectHarmless(html: string): void {
  const { document } = new JSDOM(html).window;
  expect(document.querySelectorAll(FORBIDDEN_ELEMENTS)).toHaveLength(0);
  for (const element of document.body.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      expect(name).toMatch(ALLOWED_ATTRIBUTES);
      // A bare file name has neither scheme nor host; the check has refused it.
      if (name === 'href') expect(value).toMatch(/^(?:https?:|mailto:|\/cases\/|#|[^:/\\]*$)/i);
    }
  }
}

describe('nothing hostile survives', () => {
  it.each(HOSTILE)('%j', (markdown) => {
    expectHarmless(compile(markdown));
  });

  it('however it is put together', () => {
    const piece = fc.oneof(fc.constantFrom(...HOSTILE), fc.constantFrom(...PIECES), fc.string({ maxLength: 6 }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        expectHarmless(compile(pieces.join('')));
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('keeps the words of a label that looks like markup', () => {
    expect(compile('| "><b>x</b> |\n|---|\n| y |')).toContain('aria-label="Table: &#x22;>x"');
  });
});
