import type { DatabaseClient } from '@/lib/db/client';

/** Who does something, when, and where it is kept: the first argument of every command. */
export interface Actor {
  readonly database: DatabaseClient;
  readonly userId: string;
  readonly now: Date;
}
