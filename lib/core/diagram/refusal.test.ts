import { describe, expect, it } from 'vitest';
import { TEMPLATES } from './palette';
import { refuseDiagram } from './refusal';

describe('refuseDiagram', () => {
  it.each([
    ['an image', 'flowchart TB\n a\n b@{ img: "https://example.org/x.png" }', 3],
    ['an image in several lines', 'flowchart TB\n b@{\n  img: "x" }', 2],
    ['an image hidden in an escape', 'flowchart TB\n b@{ "\\u0069mg": "x" }', 2],
    ['an image behind another shape', 'flowchart TB\n a@{ shape: cyl }\n b@{ label: "}", img: "x" }', 2],
    ['an icon', 'flowchart TB\n b@{ Icon: "fa:user" }', 2],
    ['a style that fetches', 'flowchart TB\n style a fill:url(https://example.org/x)', 2],
    ['a class that leaves its braces', 'flowchart TB\n classDef x fill:red}*{display:none', 2],
    ['a class with an escape', 'flowchart TB\n classDef x background:u\\72l(x)', 2],
    ['a text that is too long', `flowchart TB\n a["${'x'.repeat(20_000)}"]`, null],
    ['a thousand boxes', `flowchart TB\n${Array.from({ length: 1000 }, (_, i) => `n${i}`).join('\n')}`, null],
    [
      'a thousand boxes in one line',
      `flowchart TB\n${Array.from({ length: 1000 }, (_, i) => `n${i}`).join(' & ')}`,
      null,
    ],
  ])('refuses %s', (_, source, line) => {
    const refusal = refuseDiagram(source);
    expect(refusal?.line).toBe(line);
    expect(refusal?.message).toMatch(/\.$/);
  });

  it.each<readonly [string, string]>([
    ...TEMPLATES.map(({ label, source }) => [label, source] as const),
    ['a shape', 'flowchart TB\n a@{ shape: cyl, label: "Store" }'],
    ['a plain style', 'flowchart TB\n a\n style a fill:#eee,stroke:red'],
    ['a label that names an image', 'flowchart TB\n a["image url()"]'],
    ['nothing', ''],
  ])('draws %s', (_, source) => {
    expect(refuseDiagram(source)).toBeNull();
  });
});
