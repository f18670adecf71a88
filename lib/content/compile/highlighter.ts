import rehypeShikiFromHighlighter from '@shikijs/rehype/core';
import type { Element, Parents, Root } from 'hast';
import { createCssVariablesTheme, createHighlighterCoreSync } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import bash from 'shiki/langs/bash.mjs';
import json from 'shiki/langs/json.mjs';
import python from 'shiki/langs/python.mjs';
import sql from 'shiki/langs/sql.mjs';
import typescript from 'shiki/langs/typescript.mjs';
import yaml from 'shiki/langs/yaml.mjs';
import { visit } from 'unist-util-visit';
import type { HighlightedLanguage } from '../rules/code-languages';

const GRAMMARS: Readonly<Record<Exclude<HighlightedLanguage, 'text'>, typeof bash>> = {
  bash,
  json,
  python,
  sql,
  typescript,
  yaml,
};

/** The plugin's type wants the bundled languages; ours are our own choice. */
type AnyHighlighter = Parameters<typeof rehypeShikiFromHighlighter>[0];

const THEME = 'warmstart';

const highlighter = createHighlighterCoreSync({
  themes: [createCssVariablesTheme({ name: THEME, variablePrefix: '--', fontStyle: false })],
  langs: Object.values(GRAMMARS),
  engine: createJavaScriptRegexEngine(),
});

/** `color:var(--token-keyword)` becomes `class="token-keyword"`: no inline style, and the page's CSS owns the colours. */
function tokenClass(node: Element): void {
  const role = /var\(--(token-[a-z-]+)\)/.exec(String(node.properties.style ?? ''))?.[1];
  node.properties = role === undefined ? {} : { className: [role] };
}

/** Most pieces of code have no colour of their own; they need no element either. */
function unwrapPlainSpan(node: Element, index: number | undefined, parent: Parents | undefined) {
  if (node.tagName !== 'span' || Object.keys(node.properties).length > 0) return;
  parent?.children.splice(index ?? 0, 1, ...node.children);
  return index;
}

/** Colours code blocks by classes. */
export const colourCode: () => (tree: Root) => Root = () => {
  const transform = rehypeShikiFromHighlighter(highlighter as AnyHighlighter, {
    theme: THEME,
    defaultLanguage: 'text',
    fallbackLanguage: 'text',
    addLanguageClass: false,
    transformers: [
      {
        pre(node) {
          node.properties = { className: ['code'], tabIndex: 0, dataLanguage: this.options.lang };
        },
        code(node) {
          node.properties = {};
        },
        line(node) {
          node.properties = {};
        },
        span(node) {
          tokenClass(node);
        },
      },
    ],
  });
  return (tree) => {
    // With all grammars loaded it has nothing to wait for; its type does not know that.
    transform(tree, undefined as never, () => {});
    visit(tree, 'element', unwrapPlainSpan);
    return tree;
  };
};
