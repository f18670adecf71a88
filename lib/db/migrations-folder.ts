import { join } from 'node:path';
import type { Engine } from '@/lib/settings';

/** Where the migrations of an engine are kept. */
export function migrationsFolder(engine: Engine): string {
  return join(process.cwd(), 'prisma', engine, 'migrations');
}
