// Run as a process of its own by database.test.ts: migrates, then says which migrations it applied itself.
import { applyMigrations } from '@/lib/db/migrate';
import { readSettings } from '@/lib/settings';

const applied = await applyMigrations(readSettings(process.env));
// The schema engine leaves a timer behind.
process.stdout.write(JSON.stringify(applied), () => process.exit());
