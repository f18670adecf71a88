import { sessionOf } from '@/lib/auth/current-user';
import { proveItIsThem } from '@/lib/auth/passwords';
import { limitEmailChange } from '@/lib/auth/sign-in-limits';
import { askForEmailChange } from '@/lib/commands/ask-for-email-change';
import { changeEmailRequest } from '@/lib/core/account-api';
import { AppError } from '@/lib/core/app-error';
import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints({
  POST: route(
    { access: 'anyone', limit: 'write', body: changeEmailRequest },
    async ({ database, userId, isGuest, body: { newEmail, password }, headers, now }) => {
      if (isGuest) throw new AppError('needs-account');
      const session = await sessionOf(headers);
      if (userId === null || !session) throw new AppError('signed-out');
      await proveItIsThem({ database, userId, now, sessionStartedAt: session.startedAt, password });
      await limitEmailChange({ database, now }, userId, newEmail);
      await askForEmailChange({ database, userId, now }, newEmail);
      return Response.json({ status: true });
    },
  ),
});
