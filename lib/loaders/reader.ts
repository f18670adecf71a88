import type { DatabaseClient } from '@/lib/db/client';

/** Who reads, and where from: the first argument of every loader. */
export interface Reader {
  readonly database: DatabaseClient;
  readonly userId: string;
}
