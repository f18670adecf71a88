import { correctMatch } from '@/lib/commands/correct-match';
import { takeBackCorrection } from '@/lib/commands/take-back-correction';
import { correctionRequest } from '@/lib/core/feedback/feedback-api';
import { endpoints } from '@/lib/http/endpoints';
import { stepParam } from '@/lib/http/path-params';
import { route } from '@/lib/http/route';

interface Params {
  id: string;
  step: string;
  expectationId: string;
}

const expectation = ({ id, step, expectationId }: Params) => ({ attemptId: id, step: stepParam(step), expectationId });

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints<Params>({
  PUT: route({ access: 'owner', limit: 'write', body: correctionRequest }, async (call) => {
    const correction = await correctMatch(call, { ...expectation(call.params), ...call.body });
    return Response.json({ correction });
  }),

  DELETE: route({ access: 'owner', limit: 'write' }, async (call) => {
    await takeBackCorrection(call, expectation(call.params));
    return Response.json({});
  }),
});
