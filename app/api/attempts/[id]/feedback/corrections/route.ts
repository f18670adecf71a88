import { findCase } from '@/lib/content/library';
import { correctionExamples } from '@/lib/core/feedback/correction-examples';
import { endpoints } from '@/lib/http/endpoints';
import { readFormat } from '@/lib/http/export-response';
import { route } from '@/lib/http/route';
import { loadCorrections } from '@/lib/loaders/load-feedback';

interface Params {
  id: string;
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints<Params>({
  GET: route({ access: 'owner', limit: 'export' }, async (call) => {
    const format = readFormat(call.query);
    const { caseSlug, corrections } = await loadCorrections(call, call.params.id);
    if (format === 'json') return Response.json({ corrections });
    return new Response(correctionExamples(caseSlug, findCase(caseSlug), corrections), {
      headers: {
        'Content-Type': 'text/markdown; charset=utf-8',
        'Content-Disposition': `attachment; filename="warmstart-examples-${call.now.toISOString().slice(0, 10)}.md"`,
      },
    });
  }),
});
