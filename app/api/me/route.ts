import { endSession } from '@/lib/auth/current-user';
import { deleteUser } from '@/lib/commands/delete-user';
import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints({
  DELETE: route({ access: 'anyone', limit: 'write' }, async ({ database, userId, headers }) => {
    // The cookie last: should deleting fail, the person must still be able to ask again.
    if (userId !== null) await deleteUser({ database, userId });
    const response = new Response(null, { status: 204 });
    for (const cookie of await endSession(headers)) response.headers.append('Set-Cookie', cookie);
    return response;
  }),
});
