import type { Plugin } from 'esbuild';
import { disk } from '../../disk';

const TIGHT = {
  'spacing.nodeNode': 28,
  'elk.layered.spacing.nodeNodeBetweenLayers': 34,
  'elk.layered.spacing.edgeNodeBetweenLayers': 20,
  'elk.layered.spacing.edgeEdgeBetweenLayers': 14,
};
const WIDE = { 'spacing.nodeNode': 40, 'elk.layered.spacing.edgeNodeBetweenLayers': 34 };

/** Distances that mermaid and its ELK layout have as constants instead of settings. */
const CONSTANTS: readonly { readonly file: RegExp; readonly constant: RegExp; readonly becomes: string }[] = [
  {
    // Room between boxes: without this, flowcharts and states are 7 % higher and 4 % wider, and the crow's feet of
    // entities and the triangles of classes reach into their boxes.
    file: /layout-elk.*render-.*\.mjs$/,
    constant: /\((\w+), ?\w+\) ?\{\s*return ?\{\s*id: ?"root",\s*layoutOptions: ?\{/,
    becomes: `$&...(/er|class/i.test($1.type) ? ${JSON.stringify(WIDE)} : ${JSON.stringify(TIGHT)}),`,
  },
  {
    // States stand closer to their names than boxes of a flowchart do to theirs.
    file: /mermaid\.core.chunk-\w+\.mjs$/,
    constant: /padding: 8,(\s+)rx: 10,\s+ry: 10/,
    becomes: 'padding: 12,$1rx: 10,$1ry: 10',
  },
];

/** An esbuild plugin that changes these constants, and fails when one is not where it was. */
export const spacing: Plugin = {
  name: 'spacing',
  setup(bundler) {
    const found = new Set<RegExp>();
    for (const { file, constant, becomes } of CONSTANTS) {
      bundler.onLoad({ filter: file }, ({ path }) => {
        const text = new TextDecoder().decode(disk.read(path) ?? new Uint8Array());
        if (!constant.test(text)) return undefined;
        found.add(constant);
        return { contents: text.replace(constant, becomes), loader: 'js' };
      });
    }
    bundler.onEnd(() => {
      const missing = CONSTANTS.filter(({ constant }) => !found.has(constant));
      if (missing.length > 0) {
        const constants = missing.map(({ constant }) => constant.source).join(', ');
        throw new Error(
          `The drawing libraries have changed; adapt lib/content/diagrams/drawing/spacing.ts: ${constants}`,
        );
      }
    });
  },
};
