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
    ['a tag in a label', 'flowchart TB\n a["<img src=x onerror=y>"]', 2],
    ['an end tag', 'sequenceDiagram\n A->>B: </text>', 2],
    ['a declaration', 'flowchart TB\n a["<!doctype html>"]', 2],
    ['a tag in capitals, not closed', 'flowchart TB\n a\n b["<SCRIPT "]', 3],
    ['a break with an attribute', 'flowchart TB\n a["<br onclick=y>"]', 2],
    ['a tag inside a break', 'flowchart TB\n a["<<br>img src=x>"]\n b["<br<img src=x>/>"]', 3],
    ['a tag in the marks of an annotation', 'classDiagram\n <<img src=x onerror=y>> A', 2],
    ['a tag in a comment', 'flowchart TB\n %% <b>', 2],
    ['a tag hidden in the escape of a string', 'pie\n "<\\img src=x>": 1', 2],
    ['a tag hidden in the end of a style', 'flowchart TB\n a["style :# <;img src=x>"]', 2],
    ['a tag hidden by settings', 'flowchart TB\n a["<%%{init: {}}%%img src=x>"]', 2],
    ['an image hidden by settings', 'flowchart TB\n a@%%{init: {}}%%{ img: "x" }', 2],
    ['an escape in front matter', '---\ntitle: "\\u003cimg>"\n---\nflowchart TB\n a', 2],
    ['an escape behind a line like its end', '---\ntitle: |\n  ---\nx: "\\u003c"\n---\nflowchart TB\n a', 4],
    ['a link of a participant', 'sequenceDiagram\n A->>B: x\n link A: out @ https://example.org', 3],
    ['links in a row of statements', 'sequenceDiagram\n A->>B: x; LINKS A: {"out": "x"}', 2],
    ['links on the first line', 'sequenceDiagram links A: {"out": "x"}', 1],
    ['properties of a participant', 'sequenceDiagram\r  properties A: {"a": "x"}', 1],
    ['details of a participant', '%%{init: {}}%%\nsequenceDiagram\n%%{init: {}}%%details A: x', 3],
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

  it('says what to write instead of a tag', () => {
    expect(refuseDiagram('flowchart TB\n a["<b>x</b>"]')?.message).toBe(
      'Tags are not drawn. Write <br/> for a new line in a label, and #lt; and #gt; for < and >.',
    );
  });

  it.each(['\n', '<', '%%{', '<br', '<<', '---\n', 'sequenceDiagram links ', ' \t'])(
    'reads 20,000 characters of %j to the end',
    (piece) => {
      // What reads them again and again takes longer than a test may.
      const text = `---\n${piece.repeat(20_000 / piece.length - 4)}`;
      expect(() => refuseDiagram(text)).not.toThrow();
    },
    1000,
  );

  it.each<readonly [string, string]>([
    ...TEMPLATES.map(({ label, source }) => [label, source] as const),
    ['a shape', 'flowchart TB\n a@{ shape: cyl, label: "Store" }'],
    ['a plain style', 'flowchart TB\n a\n style a fill:#eee,stroke:red'],
    ['breaks in a label', 'flowchart TB\n a["x<br/>y<br>z<br />"]'],
    ['signs that begin no tag', 'flowchart TB\n a["x < y #lt;b#gt; <- 3 <3"] <--> b'],
    ['arrows that point back', 'sequenceDiagram\n A<<->>B: x\n A<<-->>B: y'],
    ['the annotations and arrows of a class', 'classDiagram\n <<interface>> A\n A <|-- B\n C <.. D\n E <--* F'],
    ['a fork of states', 'stateDiagram-v2\n state a <<fork>>'],
    ['settings on a line of their own', '%%{init: {"theme": "dark"}}%%\nflowchart TB\n  %%{init: {}}%%\n a'],
    ['front matter', '---\ntitle: "A"\n---\nflowchart TB\n a[/x\\]'],
    ['a message that speaks of links', 'sequenceDiagram\n A->>B: links and details\n Note over A: link'],
    ['a box named link', 'flowchart TB\n links["Links"]:::accent --> details'],
    ['a label that names an image', 'flowchart TB\n a["image url()"]'],
    ['nothing', ''],
  ])('draws %s', (_, source) => {
    expect(refuseDiagram(source)).toBeNull();
  });
});
