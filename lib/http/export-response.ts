import { z } from 'zod';
import type { ExportFile } from '@/lib/core/export-attempt';
import { exportMarkdown } from '@/lib/core/export-markdown';
import { checkWith } from '@/lib/core/issues';

const formatSchema = z.enum(['json', 'md'], { error: 'Choose json or md.' });

/** @throws AppError `invalid` for another format than those there are. */
export function readFormat(query: URLSearchParams): 'json' | 'md' {
  return checkWith(formatSchema, query.get('format') ?? 'json', ['format']);
}

/**
 * Sends an export as a file to be saved, in the format that the address asks for (`?format=md`, JSON when it asks for none).
 *
 * @param name of the file, without its ending; letters, digits and dashes.
 * @throws AppError `invalid` for another format.
 */
export async function exportResponse(
  query: URLSearchParams,
  name: string,
  load: () => Promise<ExportFile>,
): Promise<Response> {
  const format = readFormat(query);
  const file = await load();
  const day = file.exportedAt.slice(0, 10);
  return new Response(format === 'md' ? exportMarkdown(file) : `${JSON.stringify(file, null, 2)}\n`, {
    headers: {
      'Content-Type': format === 'md' ? 'text/markdown; charset=utf-8' : 'application/json',
      'Content-Disposition': `attachment; filename="${name}-${day}.${format}"`,
    },
  });
}
