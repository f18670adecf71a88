// Run as a process of its own by database.test.ts: migrates, then says which migrations it applied itself.
import { applyMigrations } from '@/lib/db/migrate';
import { readSettings } from '@/lib/settings';

process.stdout.write(JSON.stringify(await applyMigrations(readSettings(process.env))));
