import { markExpectation } from '@/lib/commands/mark-expectation';
import { unmarkExpectation } from '@/lib/commands/unmark-expectation';
import { type MarkedExpectation, markRequest } from '@/lib/core/api-types';
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
  PUT: route({ access: 'owner', limit: 'write', body: markRequest }, async (call) => {
    const mark = await markExpectation(call, { ...expectation(call.params), ...call.body });
    return Response.json({ mark } satisfies MarkedExpectation);
  }),

  DELETE: route({ access: 'owner', limit: 'write' }, async (call) => {
    await unmarkExpectation(call, expectation(call.params));
    return Response.json({});
  }),
});
