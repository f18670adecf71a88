import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runToEnd } from '../build/run-to-end';

const FILES: Readonly<Record<string, string>> = {
  'package.json': '{"private": true, "type": "module"}\n',
  'next.config.js': `import { join } from 'node:path';
const root = join(import.meta.dirname, '../../..');
export default { turbopack: { root }, outputFileTracingRoot: root };
`,
  'app/layout.js': 'export default ({ children }) => <html><body>{children}</body></html>;\n',
  'app/api/attempts/[id]/answers/[step]/route.js': `import { z } from 'zod';

const body = z.strictObject({ baseRevision: z.int().min(0), answer: z.strictObject({ text: z.string().max(200_000) }) });

export async function PUT(request) {
  const parsed = body.safeParse(await request.json());
  if (!parsed.success) return new Response(null, { status: 422 });
  return Response.json({ revision: parsed.data.baseRevision + 1, savedAt: new Date().toISOString() });
}
`,
};

/**
 * Writes and builds an app that does nothing but show a page of that HTML, and take a save and check it with zod, with the
 * same Next as ours: what the framework alone costs. It lives in a generated folder, so that nothing of it can be in the
 * product.
 *
 * @returns its folder.
 */
export async function buildBareNextApp(root: string, html = '<p>Ready</p>'): Promise<string> {
  const folder = join(root, '.generated/bench/bare-next');
  const page = `export default () => <div dangerouslySetInnerHTML={{ __html: ${JSON.stringify(html)} }} />;\n`;
  for (const [name, text] of Object.entries({ ...FILES, 'app/page.js': page })) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const next = join(root, 'node_modules/next/dist/bin/next');
  const { code, output } = await runToEnd(process.execPath, [next, 'build', folder], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (code !== 0) throw new Error(`The bare Next app could not be built:\n${output}`);
  return folder;
}
