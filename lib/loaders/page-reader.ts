import { currentUser } from '@/lib/auth/current-user';
import { database } from '@/lib/db/client';
import type { Reader } from './reader';

/** Somebody who opens a page. What needs an account asks whether they are a guest. */
export interface PageReader extends Reader {
  readonly isGuest: boolean;
  readonly name: string;
}

/** Who asks for a page, given the headers of the request; null for someone who has saved nothing yet. */
export async function findPageReader(headers: Headers): Promise<PageReader | null> {
  const user = await currentUser(headers);
  return user && { database: database(), userId: user.id, isGuest: user.isGuest, name: user.name };
}

/** Somebody who opens a link that was handed on: it shows what it is also to those without a session. */
export interface LinkReader {
  readonly database: PageReader['database'];
  readonly userId: string | null;
  /** Has an account. */
  readonly isMember: boolean;
}

/** Who opens a link, given the headers of the request. */
export async function findLinkReader(headers: Headers): Promise<LinkReader> {
  const user = await currentUser(headers);
  return { database: database(), userId: user?.id ?? null, isMember: user !== null && !user.isGuest };
}
