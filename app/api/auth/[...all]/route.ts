import { handleAuthRequest } from '@/lib/auth/current-user';

export const GET = handleAuthRequest;
export const POST = handleAuthRequest;
