import { placeholderColour } from '@/lib/core/diagram/roles';
import { numberOf, oneDecimal } from './numbers';
import type { Part, Parts } from './parts';

/** Inherited properties that are written down, with the value that needs no attribute. */
const INHERITED: Readonly<Record<string, string>> = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  'fill-rule': 'nonzero',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-opacity': '1',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'font-size': '',
  'font-weight': '400',
  'font-style': 'normal',
  'text-anchor': 'start',
  'letter-spacing': 'normal',
  visibility: 'visible',
  'paint-order': 'normal',
  'marker-start': 'none',
  'marker-mid': 'none',
  'marker-end': 'none',
};
const NOT_INHERITED: Readonly<Record<string, string>> = {
  opacity: '1',
  'dominant-baseline': 'auto',
  'alignment-baseline': 'auto',
  'clip-path': 'none',
  mask: 'none',
};
const OF_TEXT = new Set(['paint-order', 'font-size', 'font-weight', 'font-style', 'text-anchor', 'letter-spacing']);
const LINES = new Set(['line', 'path', 'polygon', 'polyline']);
const SHAPES = new Set(['rect', 'circle', 'ellipse', 'line', 'path', 'polygon', 'polyline', 'text', 'tspan']);
const KEPT = new Set(
  (
    'd x y x1 x2 y1 y2 cx cy r rx ry width height points transform dx dy viewBox refX refY markerWidth markerHeight ' +
    'markerUnits orient id xmlns'
  ).split(' '),
);
const DEFINITIONS = 'defs, marker, clipPath, mask';

type Computed = Readonly<Record<string, string>>;

/**
 * Writes every element's computed style into presentation attributes and drops style sheets, classes and inline styles,
 * so that the picture needs no CSS but the colour variables. The SVG must be in the page.
 */
export function flatten(svg: SVGSVGElement, parts: Parts): void {
  const elements = [svg, ...svg.querySelectorAll('*')].filter((element) => element.tagName !== 'style');
  // All styles are read before the first one changes.
  const computed = new Map(elements.map((element) => [element, computedStyle(element)]));
  for (const element of elements) {
    const style = computed.get(element);
    if (style === undefined) continue;
    dropAttributes(element, element === svg);
    if (style.display === 'none' && !element.closest(DEFINITIONS)) element.remove();
    else if (SHAPES.has(element.tagName)) writeShape(element, style, computed);
    else if (['g', 'svg', 'marker'].includes(element.tagName))
      writeChanged(element, style, ['opacity', 'clip-path', 'mask']);
    applyPart(element, parts.get(element));
  }
  for (const element of svg.querySelectorAll('style, script')) element.remove();
  joinWords(svg, computed);
}

function computedStyle(element: Element): Computed {
  const style = getComputedStyle(element);
  const values: Record<string, string> = { display: style.display };
  for (const name of [...Object.keys(INHERITED), ...Object.keys(NOT_INHERITED), 'rx', 'ry']) {
    values[name] = style.getPropertyValue(name).trim();
  }
  values.transform = styleTransform(element, style);
  return values;
}

/** A transform that comes from CSS (gantt milestones), as an attribute. */
function styleTransform(element: Element, style: CSSStyleDeclaration): string {
  if (style.transform === 'none' || element.hasAttribute('transform') || !SHAPES.has(element.tagName)) return '';
  const box = style.transformBox === 'fill-box' ? (element as SVGGraphicsElement).getBBox() : { x: 0, y: 0 };
  const origin = style.transformOrigin.split(' ').map(Number.parseFloat);
  const x = oneDecimal((origin[0] ?? 0) + box.x);
  const y = oneDecimal((origin[1] ?? 0) + box.y);
  return `translate(${x} ${y}) ${style.transform.replace(/, /g, ' ')} translate(${-x} ${-y})`;
}

function dropAttributes(element: Element, isRoot: boolean): void {
  for (const { name } of [...element.attributes]) {
    if (KEPT.has(name) || (isRoot && (name === 'aria-labelledby' || name === 'aria-describedby'))) continue;
    element.removeAttribute(name);
  }
}

function writeShape(element: Element, style: Computed, computed: ReadonlyMap<Element, Computed>): void {
  const tag = element.tagName;
  const isText = tag === 'text' || tag === 'tspan';
  const parentStyle = element.parentElement === null ? undefined : computed.get(element.parentElement);
  for (const [name, usual] of Object.entries(INHERITED)) {
    const value = style[name] ?? '';
    if (OF_TEXT.has(name) && !isText) continue;
    if (name.startsWith('marker') && !LINES.has(tag)) continue;
    if (name.startsWith('fill') && tag === 'line') continue;
    if (tag === 'tspan' ? parentStyle?.[name] === value : value === usual) continue;
    // A tspan without stroke in a text with one has to say so.
    if (name.startsWith('stroke') && !hasStroke(style) && !(name === 'stroke' && tag === 'tspan')) continue;
    const written = attributeValue(name, value);
    if (written !== null) element.setAttribute(name, written);
  }
  if (isText) writeChanged(element, style, ['dominant-baseline', 'alignment-baseline']);
  writeChanged(element, style, ['opacity', 'clip-path', 'mask']);
  for (const name of ['rx', 'ry']) {
    const radius = Number.parseFloat(style[name] ?? '');
    if (tag === 'rect' && radius > 0) element.setAttribute(name, String(radius));
  }
  if (style.transform) element.setAttribute('transform', style.transform);
}

function attributeValue(name: string, value: string): string | null {
  if (name === 'font-size') return String(Number.parseFloat(value));
  if (name === 'stroke-width') return value === '1px' ? null : String(Number.parseFloat(value));
  if (name !== 'stroke-dasharray') return value;
  const dashes = value.replace(/px/g, '').replace(/,\s*/g, ' ');
  return dashes === '1 0' || /^0( 0)*$/.test(dashes) ? null : dashes;
}

function hasStroke(style: Computed): boolean {
  return style.stroke !== 'none' && Number.parseFloat(style['stroke-width'] ?? '') > 0;
}

function writeChanged(element: Element, style: Computed, names: readonly string[]): void {
  for (const name of names) {
    const value = style[name];
    if (value !== undefined && value !== NOT_INHERITED[name]) element.setAttribute(name, value);
  }
}

function applyPart(element: Element, part: Part | undefined): void {
  const round = (radius: number) => {
    element.setAttribute('rx', String(radius));
    element.removeAttribute('ry');
  };
  if (part === 'node' && numberOf(element, 'rx') === 0) round(6);
  else if (part === 'note') round(4);
  else if (part === 'actor') round(6);
  else if (part === 'group') round(8);
  else if (part === 'lifeline') element.setAttribute('stroke-width', '1.25');
  else if (part === 'group-title' && element.tagName === 'text') element.setAttribute('font-weight', '600');
  else if (part === 'group-title') element.removeAttribute('font-weight');
  else if (part?.startsWith('edge-label') && element.tagName === 'rect' && numberOf(element, 'width') > 0) {
    // Opaque, of the colour behind it and a little wider than the text, so that the line does not touch it.
    element.setAttribute('fill', placeholderColour(part === 'edge-label' ? 'bg' : 'group'));
    element.setAttribute('x', String(oneDecimal(numberOf(element, 'x') - 5)));
    element.setAttribute('width', String(oneDecimal(numberOf(element, 'width') + 10)));
    round(4);
    for (const name of ['stroke', 'stroke-width', 'opacity']) element.removeAttribute(name);
  }
}

/** One tspan per word becomes one per line, and `em` becomes pixels. */
function joinWords(svg: SVGSVGElement, computed: ReadonlyMap<Element, Computed>): void {
  for (const rect of svg.querySelectorAll('rect[opacity="0.5"]')) rect.removeAttribute('opacity');
  for (const span of [...svg.querySelectorAll('tspan')]) {
    if (span.attributes.length === 0 && span.children.length === 0) span.replaceWith(span.textContent ?? '');
  }
  svg.normalize();
  for (const element of svg.querySelectorAll('text, tspan')) {
    const fontSize = Number.parseFloat(computed.get(element)?.['font-size'] ?? '') || 14;
    for (const name of ['x', 'y', 'dx', 'dy']) {
      const value = element.getAttribute(name);
      if (value?.endsWith('em')) element.setAttribute(name, String(oneDecimal(Number.parseFloat(value) * fontSize)));
    }
    if (element.tagName === 'tspan' && element.hasAttribute('y') && element.hasAttribute('dy')) {
      element.setAttribute('y', String(oneDecimal(numberOf(element, 'y') + numberOf(element, 'dy'))));
      element.removeAttribute('dy');
    }
  }
}
