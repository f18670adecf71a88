import { z } from 'zod';
import type { AnswerHistory } from '@/lib/core/api-types';
import { checkWith } from '@/lib/core/issues';
import { endpoints } from '@/lib/http/endpoints';
import { slotParam } from '@/lib/http/path-params';
import { route } from '@/lib/http/route';
import { loadAnswerHistory } from '@/lib/loaders/load-answer-history';

interface Params {
  id: string;
  step: string;
}

const beforeSchema = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, 'Give a revision, like 12.')
  .transform(Number)
  .optional();

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints<Params>({
  GET: route({ access: 'owner', limit: 'read' }, async (call) => {
    const before = checkWith(beforeSchema, call.query.get('before') ?? undefined, ['before']);
    const { id, step } = call.params;
    const history: AnswerHistory = await loadAnswerHistory(call, { attemptId: id, slot: slotParam(step), before });
    return Response.json(history);
  }),
});
