// Run as a process of its own by database.test.ts: says that it is ready, waits for a line, migrates, and says which
// migrations it applied itself.
import { once } from 'node:events';
import { applyMigrations } from '@/lib/db/migrate';
import { sqlBetween } from '@/lib/db/schema-engine';
import { readSettings } from '@/lib/settings';

// The schema engine takes a while to load. Loaded before the start, the processes meet where it matters.
await sqlBetween('sqlite', null, 'model A {\n  id String @id\n}');
process.stdout.write('ready\n');
await once(process.stdin, 'data');
const applied = await applyMigrations(readSettings(process.env));
// The schema engine leaves a timer behind.
process.stdout.write(JSON.stringify(applied), () => process.exit());
