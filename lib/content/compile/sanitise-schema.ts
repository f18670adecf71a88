import type { Schema } from 'hast-util-sanitize';

const MATHML_ELEMENTS = [
  ...['math', 'mrow', 'mi', 'mn', 'mo', 'ms', 'mtext', 'mspace', 'msup', 'msub', 'msubsup', 'mfrac', 'msqrt', 'mroot'],
  ...['mover', 'munder', 'munderover', 'mmultiscripts', 'mprescripts', 'none', 'mtable', 'mtr', 'mtd', 'mstyle'],
  ...['mpadded', 'mphantom', 'menclose'],
];
const MATHML_ATTRIBUTES = [
  ...['accent', 'accentunder', 'columnalign', 'columnspacing', 'depth', 'display', 'displaystyle', 'fence', 'height'],
  ...['linethickness', 'lspace', 'mathvariant', 'maxsize', 'minsize', 'notation', 'rowspacing', 'rspace'],
  ...['scriptlevel', 'separator', 'stretchy', 'symmetric', 'voffset', 'width'],
];

/**
 * All that compiled markdown may consist of. Prepared pictures have an allow-list of their own and are put in after this
 * one has been applied.
 */
export const SANITISE_SCHEMA: Schema = {
  tagNames: [
    ...['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'hr', 'br', 'strong', 'em', 'del', 'a'],
    ...['code', 'pre', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'div', 'span'],
    ...MATHML_ELEMENTS,
  ],
  attributes: {
    ...Object.fromEntries(MATHML_ELEMENTS.map((name) => [name, MATHML_ATTRIBUTES])),
    a: ['href'],
    ol: ['start'],
    ...Object.fromEntries(['th', 'td'].map((name) => [name, [['align', 'left', 'right', 'center']]])),
    ...Object.fromEntries(['h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, ['id']])),
    div: [
      ['className', 'table-scroll', 'formula-scroll'],
      ['role', 'region'],
      ['tabIndex', 0],
      'ariaLabel',
      'dataDiagram',
    ],
    pre: [['className', 'code'], ['tabIndex', 0], 'dataLanguage'],
    span: [['className', /^token-[a-z-]+$/]],
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  // The content of these is dropped with them; of all other foreign elements the text stays.
  strip: ['script', 'style', 'annotation', 'annotation-xml', 'title'],
  // Ids are ours already: a prefix of the page, made unique.
  clobber: [],
  ancestors: {
    li: ['ol', 'ul'],
    thead: ['table'],
    tbody: ['table'],
    tr: ['table'],
    th: ['table'],
    td: ['table'],
  },
};
