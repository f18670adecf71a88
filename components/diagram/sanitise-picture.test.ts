import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { DIAGRAM_ROLES, placeholderColour } from '@/lib/core/diagram/roles';
import { pictureSanitiser, withPageColours } from './sanitise-picture';

const sanitise = pictureSanitiser(new JSDOM('').window);
const draw = (inside: string) => sanitise(`<svg xmlns="http://www.w3.org/2000/svg" id="p">${inside}</svg>`);

describe('pictureSanitiser', () => {
  it('keeps a picture and its style', () => {
    const kept = draw('<style>#p .node{fill:#eee}</style><g class="node"><rect width="9"></rect><text>One</text></g>');
    expect(kept).toContain('<style>#p .node{fill:#eee}</style>');
    expect(kept).toContain('<rect width="9"></rect><text>One</text>');
    expect(draw('<path marker-end="url(#p_arrow)"></path>')).toContain('url(#p_arrow)');
  });

  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['a handler', '<rect onload="alert(1)"></rect>'],
    ['a link', '<a href="https://example.org" xlink:href="javascript:alert(1)"><text>One</text></a>'],
    ['an image', '<image href="https://example.org/x.png"></image>'],
    ['HTML', '<foreignObject><img src="https://example.org/x.png" onerror="alert(1)"></foreignObject>'],
    ['a reuse of something else', '<use href="https://example.org/x.svg#a"></use>'],
    ['an animated link', '<a><animate attributeName="href" values="javascript:alert(1)"></animate></a>'],
    ['a fetched paint', '<rect fill="url(https://example.org/#a)"></rect>'],
    ['a fetched paint in a style', '<rect style="fill:url(\'https://example.org/\')"></rect>'],
    ['a fetched style sheet', '<style>@import "https://example.org/x.css"; .a{fill:red}</style>'],
    ['a fetched background', '<style>.a{background:url( "https://example.org/x" )}</style>'],
    ['a fetched image set', '<style>.a{background:image-set("https://example.org/x" 1x)}</style>'],
    ['an escape that hides one', '<style>.a{background:u\\72l(https://example.org/x)}</style>'],
    ['an end of the picture', '</svg><img src="https://example.org/x" onerror="alert(1)">'],
  ])('takes out %s', (_, inside) => {
    const safe = draw(`<text>Kept</text>${inside}`);
    expect(safe).not.toMatch(/alert|javascript|url\((?!#)|@import|image-set|<a\b|<img|<image|<foreignObject|<use|\\/i);
    expect(safe).toContain('Kept');
  });

  it('keeps the words of a link', () => {
    expect(draw('<a href="https://example.org"><text>One</text></a>')).toContain('<text>One</text>');
  });
});

describe('withPageColours', () => {
  it('turns every placeholder into its variable, in attributes and styles', () => {
    for (const role of DIAGRAM_ROLES) {
      const hex = placeholderColour(role);
      expect(withPageColours(`<rect fill="${hex}"/>`)).toBe(`<rect fill="var(--dg-${role})"/>`);
      expect(withPageColours(`.a{fill:${hex.toUpperCase()};}`)).toBe(`.a{fill:var(--dg-${role});}`);
    }
    expect(withPageColours('stroke: rgb(161, 176, 1)')).toBe('stroke: var(--dg-text)');
  });

  it('leaves other colours alone', () => {
    expect(withPageColours('fill:#a1b0ff;stroke:#a1b0011')).toBe('fill:#a1b0ff;stroke:#a1b0011');
  });
});
