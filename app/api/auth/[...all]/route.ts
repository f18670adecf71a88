import { adoptGuest } from '@/lib/commands/adopt-guest';
import { authRoute } from '@/lib/http/auth-route';

const answer = authRoute(adoptGuest);

// What is not open over HTTP is not there, whatever the method.
export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
