import type { Page } from '@playwright/test';
import { expect } from './fixtures';

/** What a text may try, if it were taken for markup anywhere. Each would leave its name in `window.hostile`. */
const attempt = (name: string) => `window.hostile='${name}'`;

/** Typed into fields. One line, so that it fits into a list, a cell and a heading too. */
export const HOSTILE_TEXT = [
  `<script>${attempt('script')}</script>`,
  `<img src=x onerror="${attempt('img')}">`,
  `<svg onload="${attempt('svg')}"></svg>`,
  `<iframe srcdoc="<script>parent.${attempt('iframe')}</script>"></iframe>`,
  `</textarea></script><script>${attempt('breakout')}</script>`,
  `"><input autofocus onfocus="${attempt('attribute')}">`,
  `[link](javascript:${attempt('link')}) ![picture](https://evil.example/pixel.png)`,
  '<style>body{display:none}@import "https://evil.example/x.css"</style>',
  '<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '| a | b | `code` **bold** # heading $\\href{javascript:1}{x}$ {{7*7}} &lt;b&gt; \u202e\u0000',
].join(' ');

/**
 * Typed into diagrams, one for each step. Some are refused, the others are drawn: mermaid must not even be led to parse
 * markup, because the page's policy would report what it finds there.
 */
export const HOSTILE_DIAGRAMS = [
  `flowchart LR\n  a["<img src=x onerror=${attempt('label')}>"] --> b["<script>${attempt('node')}</script>"]`,
  `%%{init: {"securityLevel": "loose", "htmlLabels": true, "themeCSS": "@import url(https://evil.example/x.css); .node{background:url(https://evil.example/y)}"}}%%\nflowchart LR\n  a["#lt;img src=x onerror=${attempt('init')}#gt;"] --> b["#60;script#62;${attempt('number')}#60;/script#62;"]`,
  `---\nconfig:\n  securityLevel: loose\n  flowchart:\n    htmlLabels: true\n  themeVariables:\n    primaryColor: "x;} * {display:none} @import 'https://evil.example/x.css'; .a{background:url(https://evil.example/y)"\n---\nflowchart LR\n  a["\`![x](https://evil.example/pixel.png)\`"] --> b`,
  `flowchart LR\n  a --> b\n  click a "javascript:${attempt('click')}"\n  click b href "https://evil.example/" _blank`,
  `flowchart LR\n  a@{ img: "https://evil.example/pixel.png", label: "x" } --> b\n  style b fill:url(https://evil.example/z)`,
  `sequenceDiagram\n  participant A as #lt;img src=x onerror=${attempt('actor')}#gt;\n  A->>B: #lt;/text#gt;#lt;/svg#gt;#lt;script#gt;${attempt('message')}#lt;/script#gt;`,
  `sequenceDiagram\n  participant A\n  link A: out @ javascript:${attempt('menu')}\n  A->>B: x`,
] as const;

/** Nothing of it has run, loaded or become part of the page, also not inside the shadow roots of pictures. */
export async function expectHarmless(page: Page, screen: string): Promise<void> {
  const found = await page.evaluate(() => {
    const problems: string[] = [];
    const ran = (window as { hostile?: unknown }).hostile;
    if (ran !== undefined) problems.push(`ran: ${String(ran)}`);
    const look = (root: Document | ShadowRoot) => {
      for (const element of root.querySelectorAll('*')) {
        const handlers = element.getAttributeNames().filter((name) => name.startsWith('on'));
        if (handlers.length > 0) problems.push(`handler ${handlers.join()} on ${element.tagName}`);
        if (/^(iframe|object|embed|base|foreignobject)$/i.test(element.tagName)) problems.push(element.tagName);
        if (element.matches('meta[http-equiv="refresh"]')) problems.push('meta refresh');
        for (const name of ['href', 'xlink:href', 'src', 'action']) {
          const target = element.getAttribute(name) ?? '';
          if (/^\s*(javascript|vbscript|data:text)/i.test(target)) problems.push(`${element.tagName} to ${target}`);
          // A link is followed by whoever clicks it; anything else would be loaded.
          if (element.tagName !== 'A' && target.includes('evil.example'))
            problems.push(`${element.tagName} to ${target}`);
        }
        if (element.shadowRoot) look(element.shadowRoot);
      }
    };
    look(document);
    if (getComputedStyle(document.body).display === 'none') problems.push('a style sheet got in');
    return problems;
  });
  expect(found, `hostile text on ${screen}`).toEqual([]);
}
