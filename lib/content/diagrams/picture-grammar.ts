/**
 * The only SVG that a prepared picture may consist of. A file is not repaired: what is not in this list makes the whole
 * picture invalid, so that what is put into a page is exactly what was looked at.
 */
const ELEMENTS = new Set(
  'svg title desc g defs marker path rect circle ellipse line polygon polyline text tspan'.split(' '),
);

const NUMBER = /^-?(\d+\.?\d*|\.\d+)(e-?\d+)?$/;
const NUMBERS = /^[-\d.,\se]*$/;
const WORD = /^[a-z-]+$/;
const ID = /^[a-z][a-z0-9-]*$/;
const REFERENCE = /^url\(#[a-z][a-z0-9-]*\)$/;
const COLOUR = /^(none|#[0-9a-f]{3}|#[0-9a-f]{6}|var\(--dg-[a-z0-9-]+,#[0-9a-f]{3,6}\))$/;

const ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  'alignment-baseline': WORD,
  'aria-labelledby': /^[a-z][a-z0-9-]*( [a-z][a-z0-9-]*)*$/,
  cx: NUMBER,
  cy: NUMBER,
  d: /^[MmLlHhVvCcSsQqTtAaZz\d.,\s-]*$/,
  'dominant-baseline': WORD,
  dx: NUMBER,
  dy: NUMBER,
  fill: COLOUR,
  'fill-opacity': NUMBER,
  'fill-rule': WORD,
  'font-family': /^[\w\s,()-]+$/,
  'font-size': /^[\d.]+(px)?$/,
  'font-style': WORD,
  'font-weight': /^(\d{3}|[a-z]+)$/,
  height: NUMBER,
  id: ID,
  'letter-spacing': /^-?[\d.]+(px)?$/,
  'marker-end': REFERENCE,
  'marker-mid': REFERENCE,
  'marker-start': REFERENCE,
  markerHeight: NUMBER,
  markerUnits: /^[a-zA-Z]+$/,
  markerWidth: NUMBER,
  opacity: NUMBER,
  orient: /^(auto|auto-start-reverse|-?[\d.]+)$/,
  'paint-order': /^stroke$/,
  points: NUMBERS,
  r: NUMBER,
  refX: NUMBER,
  refY: NUMBER,
  role: /^img$/,
  rx: NUMBER,
  ry: NUMBER,
  stroke: COLOUR,
  'stroke-dasharray': NUMBERS,
  'stroke-linecap': WORD,
  'stroke-linejoin': WORD,
  'stroke-opacity': NUMBER,
  'stroke-width': /^[\d.]+(px)?$/,
  'text-anchor': WORD,
  transform: /^((translate|scale|rotate|matrix|skewX|skewY)\([-\d.,\se]*\)\s*)+$/,
  viewBox: /^-?\d+ -?\d+ \d+ \d+$/,
  width: NUMBER,
  x: NUMBER,
  x1: NUMBER,
  x2: NUMBER,
  xmlns: /^http:\/\/www\.w3\.org\/2000\/svg$/,
  y: NUMBER,
  y1: NUMBER,
  y2: NUMBER,
};

const TOKEN = /<(\/?)([a-zA-Z]+)((?:\s+[a-zA-Z][a-zA-Z0-9-]*="[^"<>]*")*)\s*(\/?)>|([^<>]+)/y;
const ATTRIBUTE = /([a-zA-Z][a-zA-Z0-9-]*)="([^"<>]*)"/g;
const TEXT_ELEMENTS = new Set(['title', 'desc', 'text', 'tspan']);

/** Why a picture may not go into a page, or null when it may. */
export function pictureProblem(svg: string): string | null {
  const open: string[] = [];
  let position = 0;
  while (position < svg.length) {
    TOKEN.lastIndex = position;
    const token = TOKEN.exec(svg);
    if (token === null) return `unreadable markup at character ${position}`;
    position = TOKEN.lastIndex;
    const [, closing, name, attributes, selfClosing, text] = token;
    if (text !== undefined) {
      if (text.trim() !== '' && !TEXT_ELEMENTS.has(open.at(-1) ?? '')) return 'text outside a label';
      continue;
    }
    if (name === undefined || !ELEMENTS.has(name)) return `the element <${name}>`;
    if (open.length === 0 && (name !== 'svg' || closing !== '' || position !== token[0].length)) return 'not one <svg>';
    if (open.length > 0 && name === 'svg' && closing === '') return 'an <svg> in an <svg>';
    if (closing !== '') {
      if (open.pop() !== name || attributes !== '' || selfClosing !== '') return `a </${name}> too many`;
      continue;
    }
    const problem = attributesProblem(name, attributes ?? '');
    if (problem !== null) return problem;
    if (selfClosing === '') open.push(name);
  }
  return open.length > 0 || position === 0 ? 'an element that is not closed' : null;
}

function attributesProblem(element: string, attributes: string): string | null {
  const seen = new Set<string>();
  for (const [, name = '', value = ''] of attributes.matchAll(ATTRIBUTE)) {
    const allowed = Object.hasOwn(ATTRIBUTES, name) ? ATTRIBUTES[name] : undefined;
    if (allowed === undefined) return `the attribute ${name} of <${element}>`;
    if (!allowed.test(value)) return `${name}="${value.slice(0, 60)}" of <${element}>`;
    if (seen.has(name)) return `${name} twice in one <${element}>`;
    seen.add(name);
  }
  return null;
}

/** Puts `prefix` in the place of the stored id, in ids and in what refers to them, so that many pictures share a page. */
export function withIdPrefix(svg: string, storedId: string, prefix: string): string {
  if (!ID.test(prefix)) throw new Error(`"${prefix}" cannot be the start of an id`);
  const start = new RegExp(`^${storedId}(?=$|-)`);
  const rename = (id: string) => id.replace(start, prefix);
  return svg.replace(/<[a-zA-Z]+[^<>]*>/g, (tag) =>
    tag
      .replace(/ id="([^"]*)"/, (_, id: string) => ` id="${rename(id)}"`)
      .replace(
        / aria-labelledby="([^"]*)"/,
        (_, ids: string) => ` aria-labelledby="${ids.split(' ').map(rename).join(' ')}"`,
      )
      .replace(/url\(#([^)]*)\)/g, (_, id: string) => `url(#${rename(id)})`),
  );
}

/** The text of each label of a picture. */
export function pictureTexts(svg: string): string[] {
  return [...svg.matchAll(/<text[^<>]*>(.*?)<\/text>/gs)].map(([, body = '']) =>
    unescapeText(body.replace(/<[^<>]*>/g, ' ')),
  );
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeText(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return ENTITIES[name ?? ''] ?? whole;
  });
}
