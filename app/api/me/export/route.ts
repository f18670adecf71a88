import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';
import { loadMyExport } from '@/lib/loaders/load-my-export';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints({
  GET: route({ access: 'owner', limit: 'export' }, async ({ database, userId, now }) => {
    const pieces = loadMyExport({ database, userId }, now);
    // The first piece before the status: what fails at once is told as an error and not as half a file.
    const first = await pieces.next();
    const text = new TextEncoder();
    const body = new ReadableStream({
      start: (stream) => stream.enqueue(text.encode(first.value ?? '')),
      async pull(stream) {
        const { value, done } = await pieces.next();
        if (done) stream.close();
        else stream.enqueue(text.encode(value));
      },
      cancel: async () => {
        await pieces.return(undefined);
      },
    });
    return new Response(body, {
      headers: {
        'Content-Type': 'application/json',
        'Content-Disposition': `attachment; filename="warmstart-${now.toISOString().slice(0, 10)}.json"`,
      },
    });
  }),
});
