import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'esbuild';
import { disk } from '../../disk';
import type { DrawnInPage, NotDrawn } from './page';
import { spacing } from './spacing';

/**
 * Text is measured in Inter; the few mathematical signs that its subsets lack come from KaTeX's font and not from the
 * machine's, so that every machine draws the same.
 */
const FONT_FAMILY = "'Inter Variable', 'KaTeX_Main'";

export interface Drawer {
  draw(source: string): Promise<DrawnInPage | NotDrawn>;
  close(): Promise<void>;
}

export interface DrawingProgram {
  readonly script: string;
  readonly fontCss: string;
  /** Changes when the same source could be drawn differently. */
  readonly recipe: string;
  readonly tools: Readonly<Record<string, string>>;
}

const require = createRequire(import.meta.url);

/** Bundles mermaid, our drawing code and the fonts for a page that has no network. */
export async function buildDrawingProgram(root: string): Promise<DrawingProgram> {
  const bundle = await build({
    entryPoints: [join(root, 'lib/content/diagrams/drawing/page.ts')],
    bundle: true,
    format: 'iife',
    minify: true,
    write: false,
    target: 'es2022',
    logLevel: 'silent',
    plugins: [spacing],
    absWorkingDir: root,
    legalComments: 'none',
  });
  const script = bundle.outputFiles[0]?.text ?? '';
  const fontCss = `${interFontFaces()}\n${katexFontFaces()}`;
  const tools = Object.fromEntries(
    ['mermaid', '@mermaid-js/layout-elk', 'svgo', '@fontsource-variable/inter'].map((name) => [
      name,
      versionOf(name, root),
    ]),
  );
  const recipe = createHash('sha256').update(script).update(fontCss).update(JSON.stringify(tools)).digest('hex');
  return { script, fontCss, recipe, tools };
}

/** Starts Chromium with a page that can draw. The page is opened anew after an error, which may leave mermaid unusable. */
export async function openDrawer(
  program: DrawingProgram,
  options: { executablePath: string; arguments: readonly string[] },
): Promise<Drawer> {
  const browser = await chromium.launch({ executablePath: options.executablePath, args: [...options.arguments] });
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    offline: true,
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    colorScheme: 'light',
  });
  const openPage = async () => {
    const page = await context.newPage();
    await page.setContent(
      `<!doctype html><html lang="en"><head><style>${program.fontCss} body{margin:0;font-family:${FONT_FAMILY}}</style></head><body></body></html>`,
    );
    await page.addScriptTag({ content: program.script });
    return page;
  };
  let page = await openPage();
  return {
    async draw(source) {
      const result = await page.evaluate(([text, font]) => window.drawDiagram(text, font), [
        source,
        FONT_FAMILY,
      ] as const);
      if ('error' in result) {
        await page.close();
        page = await openPage();
      }
      return result;
    },
    close: () => browser.close(),
  };
}

/** A file of an installed package. */
function bytesOf(file: string): Buffer {
  const bytes = disk.read(file);
  if (bytes === null) throw new Error(`${file} is missing: run npm ci.`);
  return Buffer.from(bytes);
}

function interFontFaces(): string {
  const folder = dirname(require.resolve('@fontsource-variable/inter/package.json'));
  return bytesOf(join(folder, 'index.css'))
    .toString()
    .replace(/url\(\.\/files\/([^)]+)\)/g, (_, file: string) => `url(${dataUrl(join(folder, 'files', file))})`);
}

function katexFontFaces(): string {
  const folder = join(dirname(require.resolve('katex/package.json')), 'dist/fonts');
  return [
    ['Regular', 400],
    ['Bold', 700],
  ]
    .map(
      ([name, weight]) =>
        `@font-face{font-family:KaTeX_Main;font-weight:${weight};src:url(${dataUrl(join(folder, `KaTeX_Main-${name}.woff2`))})}`,
    )
    .join('\n');
}

function dataUrl(file: string): string {
  return `data:font/woff2;base64,${bytesOf(file).toString('base64')}`;
}

function versionOf(packageName: string, root: string): string {
  const file = join(root, 'node_modules', packageName, 'package.json');
  return (JSON.parse(bytesOf(file).toString()) as { version: string }).version;
}
