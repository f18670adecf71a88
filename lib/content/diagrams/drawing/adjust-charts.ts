import { placeholderColour } from '@/lib/core/diagram/roles';
import { oneDecimal } from './numbers';

/** A pie is drawn 370 px wide, far larger than the boxes of other diagrams. */
const PIE_SCALE = 0.66;
const LOOP = { width: 30, height: 20, radius: 6 };

/** Corrections for one kind of diagram each; like `adjust`, they need mermaid's classes. */
export function adjustCharts(svg: SVGSVGElement): void {
  shrinkPie(svg);
  calmGantt(svg);
  squareSelfMessages(svg);
  haloMessages(svg);
}

function shrinkPie(svg: SVGSVGElement): void {
  const slices = svg.querySelectorAll('.pieCircle');
  if (slices.length === 0) return;
  for (const outline of svg.querySelectorAll('.pieOuterCircle')) outline.remove();
  for (const slice of slices) slice.setAttribute('transform', `scale(${PIE_SCALE})`);
  const move = (element: Element, change: (x: number, y: number) => readonly [number, number]) => {
    const match = /translate\(([-\d.e]+)[ ,]+([-\d.e]+)\)/.exec(element.getAttribute('transform') ?? '');
    if (match === null) return;
    const [x, y] = change(Number(match[1]), Number(match[2]));
    element.setAttribute('transform', `translate(${oneDecimal(x)},${oneDecimal(y)})`);
  };
  for (const label of svg.querySelectorAll('.slice')) move(label, (x, y) => [x * PIE_SCALE, y * PIE_SCALE]);
  for (const legend of svg.querySelectorAll('.legend')) {
    move(legend, (x, y) => [x - 185 * (1 - PIE_SCALE), y]);
    const key = legend.querySelector('rect');
    for (const [name, value] of Object.entries({ x: 3, y: 3, width: 12, height: 12, rx: 2 })) {
      key?.setAttribute(name, String(value));
    }
  }
  hideCrowdedShares(svg);
  const title = svg.querySelector('.pieTitleText');
  title?.setAttribute('y', String(oneDecimal(-185 * PIE_SCALE - 20)));
}

/** Shares below 4 % have no room in their slices; with `showData` the legend has the numbers. */
function hideCrowdedShares(svg: SVGSVGElement): void {
  const hasNumbers = [...svg.querySelectorAll('.legend text')].every((text) => text.textContent?.endsWith(']'));
  if (!hasNumbers) return;
  for (const share of svg.querySelectorAll('.slice'))
    if (Number.parseInt(share.textContent ?? '', 10) < 4) share.remove();
}

function calmGantt(svg: SVGSVGElement): void {
  // The day of drawing has no business in a picture that is drawn once.
  for (const today of svg.querySelectorAll('.today')) today.remove();
  for (const task of svg.querySelectorAll<SVGElement>('rect.task')) task.style.strokeWidth = '1.25px';
  for (const tick of svg.querySelectorAll<SVGElement>('.grid .tick text')) tick.style.fontSize = '11px';
}

/** The loop of a message to oneself, with the corners of all other lines. */
function squareSelfMessages(svg: SVGSVGElement): void {
  for (const path of svg.querySelectorAll('path.messageLine0, path.messageLine1')) {
    const start = /^M\s*([-\d.]+),([-\d.]+)\s*C/.exec(path.getAttribute('d') ?? '');
    if (start === null) continue;
    const { width, height, radius } = LOOP;
    const corner = (x: number, y: number) => `a${radius} ${radius} 0 0 1 ${x} ${y}`;
    const side = `${corner(radius, radius)}v${height - 2 * radius}${corner(-radius, radius)}`;
    path.setAttribute('d', `M${start[1]},${start[2]}h${width - radius}${side}h${radius - width}`);
  }
}

/** Messages and conditions cross the lifelines of those in between. */
function haloMessages(svg: SVGSVGElement): void {
  for (const text of svg.querySelectorAll<SVGElement>('text.messageText, text.loopText')) {
    text.style.paintOrder = 'stroke';
    text.style.stroke = placeholderColour('bg');
    text.style.strokeWidth = '6px';
    text.style.strokeLinejoin = 'round';
  }
}
