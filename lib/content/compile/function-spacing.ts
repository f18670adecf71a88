import type { Element, ElementContent } from 'hast';

/** The sign that MathML puts between a function and its argument; nobody sees it. */
const APPLICATION = '\u2061';
const SCRIPTS = new Set(['msub', 'msup', 'msubsup', 'munder', 'mover', 'munderover']);

const isElement = (node: ElementContent | undefined): node is Element => node?.type === 'element';

function isApplication(node: ElementContent | undefined): boolean {
  const [text] = isElement(node) && node.tagName === 'mo' ? node.children : [];
  return text?.type === 'text' && text.value === APPLICATION;
}

/** `max` with something below it: the sign stands inside. */
function isScriptedFunction(node: ElementContent | undefined): boolean {
  if (!isElement(node) || !SCRIPTS.has(node.tagName)) return false;
  const [base] = node.children;
  return isElement(base) && isApplication(base.children.at(-1));
}

const isOperator = (node: ElementContent) => isElement(node) && ['mo', 'mspace', 'mtext'].includes(node.tagName);

const thinSpace = (): Element => ({
  type: 'element',
  tagName: 'mspace',
  properties: { width: '0.1667em' },
  children: [],
});

/**
 * Sets functions apart from what stands beside them, as TeX does and browsers do not: `6 ln 0.05` and not `6ln0.05`. An
 * argument in brackets stays close.
 */
export function spaceFunctions(node: Element): void {
  const spaced: ElementContent[] = [];
  node.children.forEach((child, index, siblings) => {
    if (isElement(child)) spaceFunctions(child);
    const before = siblings[index - 1];
    const startsFunction = isScriptedFunction(child) || isApplication(siblings[index + 1]);
    if (startsFunction && before && !isOperator(before) && !SCRIPTS.has(node.tagName)) spaced.push(thinSpace());
    spaced.push(child);
    const after = siblings[index + 1];
    if ((isApplication(child) || isScriptedFunction(child)) && after && !isOperator(after)) spaced.push(thinSpace());
  });
  // Scripts and fractions have a fixed number of children; spaces may only stand in a row.
  if (node.tagName === 'mrow' || node.tagName === 'math' || node.tagName === 'mstyle') node.children = spaced;
}
