export const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';

/** An attribute as a number; 0 when it is missing or is none. */
export function numberOf(element: Element, name: string): number {
  return Number.parseFloat(element.getAttribute(name) ?? '') || 0;
}

export function oneDecimal(value: number): number {
  return Number(value.toFixed(1));
}
