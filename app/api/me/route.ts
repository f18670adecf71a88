import { endSession, sessionOf } from '@/lib/auth/current-user';
import { proveItIsThem } from '@/lib/auth/passwords';
import { deleteUser } from '@/lib/commands/delete-user';
import { updateAccount } from '@/lib/commands/update-account';
import { deleteAccountRequest, updateAccountRequest } from '@/lib/core/account-api';
import { MAX_BODY_BYTES } from '@/lib/core/api-types';
import { AppError } from '@/lib/core/app-error';
import { checkWith } from '@/lib/core/issues';
import { endpoints } from '@/lib/http/endpoints';
import { readOptionalJson } from '@/lib/http/read-json';
import { route } from '@/lib/http/route';
import { loadAccount } from '@/lib/loaders/load-account';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints({
  GET: route({ access: 'owner', limit: 'read' }, async ({ database, userId, now }) =>
    Response.json(await loadAccount({ database, userId }, now)),
  ),

  PATCH: route(
    { access: 'member', limit: 'write', body: updateAccountRequest },
    async ({ database, userId, body, now }) => {
      await updateAccount({ database, userId }, body);
      return Response.json(await loadAccount({ database, userId }, now));
    },
  ),

  DELETE: route({ access: 'anyone', limit: 'write' }, async ({ database, userId, isGuest, headers, now, request }) => {
    if (userId !== null && !isGuest) {
      // A member who has just signed in sends none.
      const { password } = checkWith(deleteAccountRequest, (await readOptionalJson(request, MAX_BODY_BYTES)) ?? {});
      const session = await sessionOf(headers);
      if (!session) throw new AppError('signed-out');
      await proveItIsThem({ database, userId, now, sessionStartedAt: session.startedAt, password });
    }
    // The cookie last: should deleting fail, the person must still be able to ask again.
    if (userId !== null) await deleteUser({ database, userId });
    const response = new Response(null, { status: 204 });
    for (const cookie of await endSession(headers)) response.headers.append('Set-Cookie', cookie);
    return response;
  }),
});
