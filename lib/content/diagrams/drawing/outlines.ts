import { numberOf, oneDecimal, SVG_NAMESPACE } from './numbers';

type Point = readonly [number, number];
type Segment = readonly [Point, Point];

const CORNER_RADII = [0, 5, 8, 10];

/**
 * Mermaid draws stadiums, hexagons and the like with roughjs, which writes some 30 kB of straight curves for each. They
 * become one `rect` or one short `path`, fill and outline together.
 */
export function simplifyOutlines(svg: SVGSVGElement): void {
  for (const path of [...svg.querySelectorAll('path')]) {
    if (path.closest('defs, marker, clipPath') || path.hasAttribute('marker-end') || path.hasAttribute('marker-start'))
      continue;
    const data = path.getAttribute('d') ?? '';
    // roughjs writes "x y, x y"; nothing else in mermaid does.
    if (!/C[^C]*, /.test(data)) continue;
    const segments = straightSegments(data);
    if (segments === null) continue;
    const chains = joinSegments(segments);
    if (chains.length === 0) {
      path.remove();
      continue;
    }
    const shape = asRect(chains) ?? asPath(chains);
    for (const { name, value } of path.attributes) {
      // A stadium knows its own radius.
      if (name !== 'd' && !shape.hasAttribute(name)) shape.setAttribute(name, value);
    }
    if (shape.tagName === 'path') shape.removeAttribute('rx');
    path.replaceWith(shape);
    mergeWithFill(shape);
  }
}

/** The segments of a path if every curve in it is straight, else null. */
function straightSegments(data: string): Segment[] | null {
  if (/[^MCLZ\d\s.,eE+-]/.test(data)) return null;
  const segments: Segment[] = [];
  let current: Point = [0, 0];
  let start: Point = current;
  for (const [, command, rest] of data.matchAll(/([MCLZ])([^MCLZ]*)/g)) {
    const numbers = (rest?.match(/-?\d*\.?\d+(?:e-?\d+)?/gi) ?? []).map(Number);
    const point = (index: number): Point => [numbers[index] ?? 0, numbers[index + 1] ?? 0];
    if (command === 'M') current = start = point(0);
    else if (command === 'Z') {
      segments.push([current, start]);
      current = start;
    } else if (command === 'L') {
      for (let i = 0; i + 1 < numbers.length; i += 2) {
        segments.push([current, point(i)]);
        current = point(i);
      }
    } else {
      for (let i = 0; i + 5 < numbers.length; i += 6) {
        const to = point(i + 4);
        if (distanceToLine(point(i), current, to) > 0.02 || distanceToLine(point(i + 2), current, to) > 0.02)
          return null;
        segments.push([current, to]);
        current = to;
      }
    }
  }
  return segments;
}

/** Polylines of the segments in their order; doubled ones (roughjs draws each twice) and those without length are left out. */
function joinSegments(segments: readonly Segment[]): Point[][] {
  const seen = new Set<string>();
  const chains: Point[][] = [];
  for (const [from, to] of segments) {
    const [a, b] = [key(from), key(to)];
    const pair = a < b ? `${a}|${b}` : `${b}|${a}`;
    if (a === b || seen.has(pair)) continue;
    seen.add(pair);
    const chain = chains.at(-1);
    const end = chain?.at(-1);
    if (chain !== undefined && end !== undefined && key(end) === a) chain.push(to);
    else chains.push([from, to]);
  }
  return chains;
}

function asRect(chains: readonly Point[][]): SVGElement | null {
  const points = chains.flat();
  const closed = chains.length === 1 && isClosed(chains[0] ?? []);
  if (!closed && points.length <= 12) return null;
  if (chains.length > 1 && points.length <= 20) return null;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - x, Math.max(...ys) - y];
  const radius = [...CORNER_RADII, height / 2].find(
    (candidate) =>
      candidate <= height / 2 + 0.01 &&
      (candidate === 0 || points.length > 12) &&
      points.every((point) => Math.abs(distanceToRoundedRect(point, { x, y, width, height }, candidate)) < 0.75),
  );
  if (radius === undefined) return null;
  const rect = document.createElementNS(SVG_NAMESPACE, 'rect');
  for (const [name, value] of Object.entries({ x, y, width, height }))
    rect.setAttribute(name, String(oneDecimal(value)));
  if (radius > 0) rect.setAttribute('rx', String(oneDecimal(radius)));
  return rect;
}

function asPath(chains: readonly Point[][]): SVGElement {
  const path = document.createElementNS(SVG_NAMESPACE, 'path');
  const commands = chains.map((chain) => {
    const points = withoutStraightPoints(chain, 0.06);
    return isClosed(chain) ? `M${points.slice(0, -1).map(key).join('L')}Z` : `M${points.map(key).join('L')}`;
  });
  path.setAttribute('d', commands.join(''));
  return path;
}

/** A shape is drawn as a fill and then an outline of the same form: keep one with both. */
function mergeWithFill(outline: SVGElement): void {
  const fill = outline.previousElementSibling;
  if (fill === null) return;
  const isUnderlay = outline.tagName === 'rect' && isBoxPath(fill, outline);
  if (!isUnderlay) {
    if (fill.tagName !== outline.tagName) return;
    if ((fill.getAttribute('stroke') ?? 'none') !== 'none' || outline.getAttribute('fill') !== 'none') return;
    const same =
      fill.tagName === 'rect'
        ? ['x', 'y', 'width', 'height'].every((name) => Math.abs(numberOf(fill, name) - numberOf(outline, name)) < 0.6)
        : fill.getAttribute('d') === outline.getAttribute('d');
    if (!same) return;
  }
  if (outline.getAttribute('fill') === 'none') {
    const colour = fill.getAttribute('fill');
    if (colour === null) outline.removeAttribute('fill');
    else outline.setAttribute('fill', colour);
  }
  const opacity = fill.getAttribute('opacity');
  if (opacity !== null) outline.setAttribute('opacity', opacity);
  fill.remove();
}

/** The boxes of a class diagram have an outline around their fill too, with corners that are not round. */
function isBoxPath(element: Element, rect: Element): boolean {
  const segments = element.tagName === 'path' ? straightSegments(element.getAttribute('d') ?? '') : null;
  if (segments === null || segments.length < 3) return false;
  const box = {
    x: numberOf(rect, 'x'),
    y: numberOf(rect, 'y'),
    width: numberOf(rect, 'width'),
    height: numberOf(rect, 'height'),
  };
  return segments.flat().every((point) => Math.abs(distanceToRoundedRect(point, box, 0)) < 0.75);
}

/** Ramer, Douglas and Peucker: points closer than `tolerance` to the line of their neighbours are left out. */
function withoutStraightPoints(points: readonly Point[], tolerance: number): readonly Point[] {
  const first = points[0];
  const last = points.at(-1);
  if (points.length < 3 || first === undefined || last === undefined) return points;
  const distances = points.map((point) => distanceToLine(point, first, last));
  const furthest = distances.indexOf(Math.max(...distances));
  if ((distances[furthest] ?? 0) <= tolerance) return [first, last];
  return [
    ...withoutStraightPoints(points.slice(0, furthest + 1), tolerance).slice(0, -1),
    ...withoutStraightPoints(points.slice(furthest), tolerance),
  ];
}

function distanceToLine(point: Point, from: Point, to: Point): number {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  if (length < 1e-6) return Math.hypot(point[0] - from[0], point[1] - from[1]);
  return Math.abs((to[0] - from[0]) * (point[1] - from[1]) - (to[1] - from[1]) * (point[0] - from[0])) / length;
}

/** Negative inside. After Inigo Quilez, "2D distance functions", rounded box. */
function distanceToRoundedRect(
  [px, py]: Point,
  rect: { x: number; y: number; width: number; height: number },
  radius: number,
): number {
  const dx = Math.abs(px - rect.x - rect.width / 2) - rect.width / 2 + radius;
  const dy = Math.abs(py - rect.y - rect.height / 2) - rect.height / 2 + radius;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
}

function isClosed(chain: readonly Point[]): boolean {
  const [first, last] = [chain[0], chain.at(-1)];
  return first !== undefined && last !== undefined && key(first) === key(last);
}

function key([x, y]: Point): string {
  return `${oneDecimal(x)},${oneDecimal(y)}`;
}
