import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pictureProblem, pictureTexts, withIdPrefix } from './picture-grammar';

const wrap = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" id="dg" viewBox="0 0 9 9">${inside}</svg>`;
const GOOD = wrap(
  '<title id="dg-t">A &amp; B</title><desc id="dg-d">C</desc><defs><marker id="dg-0" orient="auto"><path d="M0 0L9 9z"/></marker></defs>' +
    '<g fill="var(--dg-node,#ffffff)" stroke="var(--dg-node-line,#bcb6af)"><rect width="9" height="4.5" rx="6"/></g>' +
    '<path marker-end="url(#dg-0)" d="M0 0v9"/><text x="1"><tspan x="0" y="-1.5">One</tspan><tspan x="0" y="1">two &lt; three</tspan></text>',
);

describe('pictureProblem', () => {
  it('accepts what case:render writes', () => {
    expect(pictureProblem(GOOD)).toBeNull();
  });

  it.each([
    ['a script', '<script>x</script>'],
    ['a link', '<a href="x"><text>x</text></a>'],
    ['HTML', '<foreignObject></foreignObject>'],
    ['an image', '<image href="x"/>'],
    ['a style sheet', '<style>*{}</style>'],
    ['an animation', '<animate/>'],
    ['a second svg', '<svg></svg>'],
    ['an event handler', '<rect onclick="x"/>'],
    ['a style attribute', '<rect style="x"/>'],
    ['a class', '<rect class="x"/>'],
    ['a reference elsewhere', '<path marker-end="url(https://example.org/#a)"/>'],
    ['a colour of its own', '<rect fill="red"/>'],
    ['a colour that fetches', '<rect fill="url(https://example.org)"/>'],
    ['another variable', '<rect fill="var(--color-ink)"/>'],
    ['an attribute of the prototype', '<rect constructor="x"/>'],
    ['an attribute twice', '<rect x="1" x="2"/>'],
    ['an attribute without quotes', '<rect x=1/>'],
    ['a comment', '<!-- x -->'],
    ['an instruction', '<?x?>'],
    ['CDATA', '<text><![CDATA[x]]></text>'],
    ['text outside a label', 'x'],
    ['an element that is not closed', '<g>'],
    ['elements that cross', '<g><text></g></text>'],
    ['an attribute of an end', '<g></g onload="x">'],
    ['upper case', '<SCRIPT></SCRIPT>'],
    ['another name space', '<g xmlns="http://www.w3.org/1999/xhtml"/>'],
    ['an entity in an attribute', '<rect x="&#49;"/>'],
  ])('refuses %s', (_, inside) => {
    expect(pictureProblem(wrap(inside))).not.toBeNull();
  });

  it.each([
    ['nothing', ''],
    ['text', 'x'],
    ['something before', `x${GOOD}`],
    ['something behind', `${GOOD}<script>x</script>`],
    ['a second picture', GOOD + GOOD],
    ['another root', '<g></g>'],
    ['half of it', GOOD.slice(0, 200)],
  ])('refuses %s', (_, svg) => {
    expect(pictureProblem(svg)).not.toBeNull();
  });

  it('never lets more through than the plain elements, however a picture is damaged', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '/',
      '"',
      '<script>',
      ' onload="x"',
      '<a href="x">',
      '</svg>',
      '&',
      'url(x)',
      '=',
    );
    fc.assert(
      fc.property(fc.nat(GOOD.length), fc.nat(20), piece, (at, cut, put) => {
        const damaged = GOOD.slice(0, at) + put + GOOD.slice(at + cut);
        if (pictureProblem(damaged) !== null) return;
        expect(damaged).not.toMatch(/<(?!\/?(svg|title|desc|defs|marker|path|g|rect|text|tspan)\b)/);
        expect(damaged.replace(/>[^<]*</g, '><')).not.toMatch(/script|onload|href/);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('withIdPrefix', () => {
  it('renames every id and reference, and no text', () => {
    const renamed = withIdPrefix(GOOD.replace('One', 'dg-0 id="dg"'), 'dg', 'serve-2');
    expect(renamed).toContain('id="serve-2-t"');
    expect(renamed).toContain('url(#serve-2-0)');
    expect(renamed).toContain('dg-0 id="dg"');
    expect(renamed.match(/<[^>]*dg-\d/)).toBeNull();
    expect(pictureProblem(withIdPrefix(GOOD, 'dg', 'a'))).toBeNull();
  });

  it.each(['', 'A', '1a', 'a b', 'a"'])('does not take %j', (prefix) => {
    expect(() => withIdPrefix(GOOD, 'dg', prefix)).toThrow();
  });
});

describe('pictureTexts', () => {
  it('joins lines and resolves entities', () => {
    expect(pictureTexts(GOOD)).toEqual([' One  two < three ']);
  });
});

const folders = ['content/framework', ...readdirSync('content/cases').map((slug) => `content/cases/${slug}`)];
const pictures = folders.flatMap((folder) => {
  const diagrams = join(folder, 'diagrams');
  return readdirSync(diagrams, { withFileTypes: true })
    .filter((entry) => entry.name.endsWith('.svg'))
    .map((entry) => join(diagrams, entry.name));
});

it('accepts every stored picture, each small and in the colours of the page', () => {
  expect(pictures.length).toBeGreaterThan(40);
  for (const file of pictures) {
    const svg = readFileSync(file, 'utf8').trim();
    expect([file, pictureProblem(svg)]).toEqual([file, null]);
    expect(svg).toContain('role="img"');
    expect(svg.length).toBeLessThan(20_000);
    expect(svg.replace(/var\(--dg-[\w-]+,#[0-9a-f]{6}\)/g, '')).not.toMatch(/#[0-9a-f]{3,6}\b"/);
  }
});
