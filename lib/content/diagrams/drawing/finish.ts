import { roleColour, roleOfPlaceholder } from '@/lib/core/diagram/roles';
import { STORED_ID } from '../stored-id';
import { numberOf } from './numbers';

/** Around everything that is drawn, in pixels. */
const MARGIN = 6;

/** Removes what paints nothing, and what nothing refers to. */
export function tidy(svg: SVGSVGElement): void {
  for (const shape of svg.querySelectorAll('rect, path, line, circle, polygon, polyline, ellipse')) {
    if (!shape.closest('defs, marker, clipPath, mask') && paintsNothing(shape)) shape.remove();
  }
  for (const text of svg.querySelectorAll('text')) if (!text.textContent?.trim()) text.remove();
  for (let removed = true; removed; ) {
    removed = false;
    const markup = svg.outerHTML;
    const isUsed = (id: string) => [`#${id}"`, `#${id})`, `#${id}&quot;`].some((use) => markup.includes(use));
    for (const element of svg.querySelectorAll(
      'marker, clipPath, linearGradient, radialGradient, filter, mask, pattern, symbol',
    )) {
      if (isUsed(element.id)) continue;
      element.remove();
      removed = true;
    }
    for (const element of svg.querySelectorAll('g, defs')) {
      if (element.children.length > 0) continue;
      element.remove();
      removed = true;
    }
  }
}

function paintsNothing(shape: Element): boolean {
  const fill = shape.getAttribute('fill');
  const stroke = shape.getAttribute('stroke') ?? 'none';
  const isClear = (colour: string | null) =>
    colour === 'none' || colour === 'transparent' || /^rgba\(.*, 0\)$/.test(colour ?? '');
  const noFill = shape.tagName === 'line' || isClear(fill);
  const noSize = shape.tagName === 'rect' && (numberOf(shape, 'width') === 0 || numberOf(shape, 'height') === 0);
  return (
    noSize ||
    (noFill && isClear(stroke)) ||
    shape.getAttribute('opacity') === '0' ||
    shape.getAttribute('visibility') === 'hidden'
  );
}

/** Short ids, only where something refers to them; equal arrowheads become one. */
export function shortenIds(svg: SVGSVGElement): void {
  const renamed = new Map<string, string>();
  const byBody = new Map<string, string>();
  for (const element of svg.querySelectorAll('marker, clipPath, linearGradient, filter, mask')) {
    const body = `${element.tagName}|${element.getAttribute('viewBox')}|${element.getAttribute('refX')}|${element.getAttribute('refY')}|${element.getAttribute('orient')}|${element.innerHTML}`;
    const known = byBody.get(body);
    const id = known ?? `${STORED_ID}-${byBody.size}`;
    renamed.set(element.id, id);
    if (known !== undefined) element.remove();
    else {
      byBody.set(body, id);
      element.setAttribute('id', id);
    }
  }
  const kept = new Set(byBody.values());
  for (const element of svg.querySelectorAll('[id]')) if (!kept.has(element.id)) element.removeAttribute('id');
  for (const element of [svg, ...svg.querySelectorAll('*')]) {
    for (const attribute of [...element.attributes]) {
      const value = attribute.value.replace(
        /url\(["']?[^)#]*#([^)"']+)["']?\)/g,
        (_, id: string) => `url(#${renamed.get(id) ?? `missing-${id}`})`,
      );
      if (value !== attribute.value) element.setAttribute(attribute.name, value);
    }
  }
}

/** Placeholders become variables. Returns the colours that are none of ours, with the element that has each. */
export function nameColours(svg: SVGSVGElement): string[] {
  const foreign = new Set<string>();
  for (const element of [svg, ...svg.querySelectorAll('*')]) {
    for (const name of ['fill', 'stroke']) {
      const value = element.getAttribute(name);
      if (value === null || value === 'none' || value.startsWith('url(#')) continue;
      const role = roleOfPlaceholder(value);
      if (role !== null) element.setAttribute(name, roleColour(role));
      // Markers of an entity diagram are white, whatever the theme says.
      else if (value === 'rgb(255, 255, 255)') element.setAttribute(name, roleColour('bg'));
      else if (value === 'rgba(0, 0, 0, 0)' || value === 'transparent') element.setAttribute(name, 'none');
      else foreign.add(`${value} in <${element.tagName}>`);
    }
  }
  return [...foreign];
}

/** Whole-number view box, a size that reserves the room, and a name and description for those who cannot see it. */
export function nameAndSize(svg: SVGSVGElement): { width: number; height: number; title: string; description: string } {
  // Mermaid leaves unequal margins, a gantt chart's as high as a bar. Strokes and arrowheads reach into ours.
  const { x, y, width: w, height: h } = svg.getBBox();
  const [left, top] = [Math.floor(x - MARGIN), Math.floor(y - MARGIN)];
  const width = Math.ceil(x + w + MARGIN) - left;
  const height = Math.ceil(y + h + MARGIN) - top;
  const title = svg.querySelector(':scope > title');
  const description = svg.querySelector(':scope > desc');
  for (const { name } of [...svg.attributes]) svg.removeAttribute(name);
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    id: STORED_ID,
    viewBox: `${left} ${top} ${width} ${height}`,
    width: String(width),
    height: String(height),
    role: 'img',
    'aria-labelledby': `${STORED_ID}-t ${STORED_ID}-d`,
    'font-family': 'var(--dg-font,Inter Variable,Inter,system-ui,sans-serif)',
  };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  title?.setAttribute('id', `${STORED_ID}-t`);
  description?.setAttribute('id', `${STORED_ID}-d`);
  return {
    width,
    height,
    title: title?.textContent?.trim() ?? '',
    description: description?.textContent?.trim() ?? '',
  };
}
