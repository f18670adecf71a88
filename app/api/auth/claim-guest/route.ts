import { hashPassword } from '@/lib/auth/passwords';
import { clientAddress } from '@/lib/auth/request-origin';
import { limitNewAccount } from '@/lib/auth/sign-in-limits';
import { claimGuest } from '@/lib/commands/claim-guest';
import { createAccountRequest } from '@/lib/core/account-api';
import { AppError } from '@/lib/core/app-error';
import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';
import { settings } from '@/lib/settings';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints({
  POST: route(
    { access: 'anyone', limit: 'write', body: createAccountRequest },
    async ({ database, userId, isGuest, body, headers, now }) => {
      if (userId === null) throw new AppError('signed-out', 'There is no guest here. Create an account instead.');
      if (!isGuest) throw new AppError('not-a-guest');
      await limitNewAccount({ database, now }, clientAddress(headers), settings());
      const { name, email, password } = body;
      await claimGuest({ database, userId }, { name, email, passwordHash: await hashPassword(password) });
      return Response.json({ user: { id: userId, name, email, isGuest: false } });
    },
  ),
});
