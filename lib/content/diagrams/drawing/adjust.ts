import { numberOf, oneDecimal, SVG_NAMESPACE } from './numbers';

/** Lines of a label stand this many em further apart than mermaid sets them (1.1 em). */
const EXTRA_LEADING_EM = 0.18;
const GROUP_TITLE_INDENT = 14;

/** Corrections that no configuration reaches; they need mermaid's classes, so they come before everything else. */
export function adjust(svg: SVGSVGElement, lineColour: string): void {
  cutLifelines(svg);
  drawSequenceNumbers(svg, lineColour);
  openLines(svg);
  snapEdgeLabels(svg);
  moveGroupTitles(svg);
}

/** Lifelines are drawn 2,000 px long. */
function cutLifelines(svg: SVGSVGElement): void {
  const bottom = Math.floor(svg.viewBox.baseVal.y + svg.viewBox.baseVal.height);
  for (const line of svg.querySelectorAll('line')) {
    if (numberOf(line, 'y2') > bottom) line.setAttribute('y2', String(bottom));
  }
}

/** `autonumber` is a marker on a line without length, which some printers leave out. */
function drawSequenceNumbers(svg: SVGSVGElement, lineColour: string): void {
  for (const line of svg.querySelectorAll('line[marker-start*="sequencenumber"]')) {
    const circle = document.createElementNS(SVG_NAMESPACE, 'circle');
    circle.setAttribute('cx', line.getAttribute('x1') ?? '0');
    circle.setAttribute('cy', line.getAttribute('y1') ?? '0');
    circle.setAttribute('r', '9');
    circle.style.fill = lineColour;
    circle.style.stroke = 'none';
    line.replaceWith(circle);
  }
}

function openLines(svg: SVGSVGElement): void {
  for (const text of svg.querySelectorAll('text')) {
    const lines = [...text.children].filter(
      (child) => child.tagName === 'tspan' && isEm(child.getAttribute('y')) && isEm(child.getAttribute('dy')),
    );
    if (lines.length < 2) continue;
    lines.forEach((line, index) => {
      const extra = (index - (lines.length - 1) / 2) * EXTRA_LEADING_EM;
      line.setAttribute('y', `${(Number.parseFloat(line.getAttribute('y') ?? '0') + extra).toFixed(3)}em`);
    });
  }
}

/** ELK sets SVG labels some pixels beside their line: move each to the nearest point of it. */
function snapEdgeLabels(svg: SVGSVGElement): void {
  for (const label of svg.querySelectorAll('.edgeLabel .label[data-id]')) {
    const group = label.closest('.edgeLabel');
    const path = svg.querySelector<SVGPathElement>(
      `path[data-id="${CSS.escape(label.getAttribute('data-id') ?? '')}"]`,
    );
    const at = translation(group);
    if (group === null || path === null || at === null) continue;
    const nearest = nearestPoint(path, at);
    if (nearest.distance > 0.6 && nearest.distance < 24) {
      group.setAttribute('transform', `translate(${oneDecimal(nearest.x)}, ${oneDecimal(nearest.y)})`);
    }
  }
}

function nearestPoint(path: SVGPathElement, at: { x: number; y: number }) {
  const best = { distance: Number.POSITIVE_INFINITY, x: 0, y: 0 };
  const length = path.getTotalLength();
  for (let along = 0; along <= length; along += 0.5) {
    const point = path.getPointAtLength(along);
    const distance = Math.hypot(point.x - at.x, point.y - at.y);
    if (distance < best.distance) Object.assign(best, { distance, x: point.x, y: point.y });
  }
  return best;
}

/** Top left, where fewer lines cross them than in the middle. */
function moveGroupTitles(svg: SVGSVGElement): void {
  for (const cluster of svg.querySelectorAll('.cluster:not(.statediagram-cluster)')) {
    const box = cluster.querySelector(':scope > rect');
    const label = cluster.querySelector<SVGGElement>(':scope > .cluster-label');
    const at = translation(label);
    if (box === null || label === null || at === null || label.querySelector('text') === null) continue;
    const x = numberOf(box, 'x') + GROUP_TITLE_INDENT - label.getBBox().x;
    label.setAttribute('transform', `translate(${oneDecimal(x)}, ${at.y})`);
  }
}

function translation(element: Element | null): { x: number; y: number } | null {
  const match = /translate\(([-\d.]+),\s*([-\d.]+)\)/.exec(element?.getAttribute('transform') ?? '');
  return match === null ? null : { x: Number(match[1]), y: Number(match[2]) };
}

function isEm(value: string | null): boolean {
  return value?.endsWith('em') ?? false;
}
