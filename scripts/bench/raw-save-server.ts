import { createServer } from 'node:http';
import Database from 'better-sqlite3';
import { z } from 'zod';

/*
 * The least that a save can be: node:http, zod, and one row written by better-sqlite3 with the same durability as ours.
 * No session, no limits, no history, no framework. `tsx raw-save-server.ts <file>`, PORT from the environment.
 */
const body = z.strictObject({
  baseRevision: z.int().min(0),
  answer: z.strictObject({ text: z.string().max(200_000) }),
});

const database = new Database(process.argv[2]);
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.exec('CREATE TABLE IF NOT EXISTS draft (id TEXT PRIMARY KEY, revision INTEGER, body TEXT, savedAt TEXT)');
const save = database.prepare(
  `INSERT INTO draft VALUES (?, ?, ?, ?)
   ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, body = excluded.body, savedAt = excluded.savedAt`,
);

createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    if (request.method !== 'PUT') {
      response.end();
      return;
    }
    const parsed = body.safeParse(JSON.parse(Buffer.concat(chunks).toString()));
    if (!parsed.success) {
      response.writeHead(422).end();
      return;
    }
    const revision = parsed.data.baseRevision + 1;
    const savedAt = new Date().toISOString();
    save.run(request.url, revision, JSON.stringify(parsed.data.answer), savedAt);
    const reply = JSON.stringify({ revision, savedAt });
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(reply) });
    response.end(reply);
  });
}).listen(Number(process.env.PORT), '127.0.0.1');
