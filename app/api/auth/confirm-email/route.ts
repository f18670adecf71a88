import { clientAddress } from '@/lib/auth/request-origin';
import { limitResetToken } from '@/lib/auth/sign-in-limits';
import { confirmEmail } from '@/lib/commands/confirm-email';
import { confirmEmailRequest } from '@/lib/core/account-api';
import { AppError } from '@/lib/core/app-error';
import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints({
  POST: route(
    { access: 'anyone', limit: 'write', body: confirmEmailRequest },
    async ({ database, userId, isGuest, body, headers, now }) => {
      if (isGuest) throw new AppError('needs-account');
      if (userId === null) throw new AppError('signed-out');
      await limitResetToken({ database, now }, clientAddress(headers));
      return Response.json({ email: await confirmEmail({ database, userId, now }, body.token) });
    },
  ),
});
