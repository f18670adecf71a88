import { createHash } from 'node:crypto';
import { z } from 'zod';

export const MANIFEST_FILE = 'manifest.json';

const entrySchema = z.object({
  file: z.string().regex(/^[0-9a-f]{12}\.svg$/),
  title: z.string(),
  description: z.string(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});
const manifestSchema = z.object({
  /** Versions of what has drawn the pictures. */
  tools: z.record(z.string(), z.string()),
  /** SHA-256 of the program that drew them, configuration and fonts included. */
  recipe: z.string(),
  /** By the SHA-256 of the trimmed source. */
  entries: z.record(z.string().regex(/^[0-9a-f]{64}$/), entrySchema),
});

export type ManifestEntry = z.infer<typeof entrySchema>;
/** What is prepared in one `diagrams` folder. */
export type Manifest = z.infer<typeof manifestSchema>;

/** Null for a file that is not a manifest. */
export function parseManifest(text: string): Manifest | null {
  try {
    return manifestSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Sorted, so that the same pictures always give the same bytes. */
export function formatManifest({ tools, recipe, entries }: Manifest): string {
  const sorted = <T>(record: Record<string, T>) =>
    Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ tools: sorted(tools), recipe, entries: sorted(entries) }, null, 2)}\n`;
}

/** SHA-256 of a diagram's trimmed source, in hex. */
export function sourceHash(source: string): string {
  return createHash('sha256').update(source.trim()).digest('hex');
}

export function pictureFileName(hash: string): string {
  return `${hash.slice(0, 12)}.svg`;
}
