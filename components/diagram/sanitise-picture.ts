import createDOMPurify, { type Config, type WindowLike } from 'dompurify';
import { roleOfPlaceholder } from '@/lib/core/diagram/roles';

const CONFIG: Config = {
  USE_PROFILES: { svg: true, svgFilters: false },
  // Nothing that links, loads, moves or holds HTML. Their words stay.
  FORBID_TAGS: ['a', 'image', 'foreignObject', 'script', 'use', 'animate', 'animateMotion', 'animateTransform', 'set'],
  FORBID_ATTR: ['href', 'xlink:href', 'tabindex', 'target', 'data-et'],
};
/** Anything in a style or an attribute that is fetched; references into the picture itself are not. */
const FETCHED = /url\(\s*(?!["']?#)[^)]*\)?|@import[^;]*;?|(?:image-set|src|image)\([^)]*\)?|\\/gi;
const PLACEHOLDER = /#a1b0[0-9a-f]{2}\b|rgb\(161, ?176, ?\d{1,3}\)/gi;

/** Makes what mermaid drew safe to show, and its colours those of the page. Made once for a window. */
export function pictureSanitiser(window: WindowLike): (markup: string) => string {
  // An instance of our own: mermaid puts hooks on the shared one.
  const purify = createDOMPurify(window);
  purify.addHook('uponSanitizeAttribute', (_, attribute) => {
    if (attribute.attrValue.search(FETCHED) !== -1) attribute.keepAttr = false;
  });
  purify.addHook('uponSanitizeElement', (node) => {
    if (node.nodeName.toLowerCase() === 'style') node.textContent = (node.textContent ?? '').replace(FETCHED, '');
  });
  return (markup) => withPageColours(purify.sanitize(markup, CONFIG));
}

/** The colours that mermaid was given stand for roles; here they become the page's variables. */
export function withPageColours(markup: string): string {
  return markup.replace(PLACEHOLDER, (colour) => {
    const role = roleOfPlaceholder(colour.toLowerCase());
    return role === null ? colour : `var(--dg-${role})`;
  });
}
