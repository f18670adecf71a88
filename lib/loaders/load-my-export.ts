import { answerSlots } from '@/lib/core/attempt';
import { EXPORT_VERSION } from '@/lib/core/export-attempt';
import { findHistory } from '@/lib/db/answers';
import { findAttemptsOf } from '@/lib/db/attempts';
import { EXPORT_PARTS, exportRows } from '@/lib/db/export-rows';
import { findSessions } from '@/lib/db/own-account';
import { getOwnAttempt } from '@/lib/db/own-attempt';
import { loadAccount } from './load-account';
import { loadExportedAttempt } from './load-export';
import type { Reader } from './reader';

const HISTORY_PAGE = 100;

/**
 * Everything that is a person's or about them, as the text of one JSON file, piece by piece: it may be longer than fits into
 * memory. The attempts are as in the export of attempts, and each has all its saves.
 */
export async function* loadMyExport(reader: Reader, now: Date): AsyncGenerator<string> {
  const { database, userId } = reader;
  const sessions = await findSessions(database, userId, now);
  const account = {
    ...(await loadAccount(reader, now)),
    sessions: sessions.map(({ token: _token, ...session }) => session),
  };
  yield `{"warmstart":${EXPORT_VERSION},"exportedAt":${JSON.stringify(now)},\n"account":${JSON.stringify(account)}`;
  yield* list('attempts', attempts(reader));
  for (const part of EXPORT_PARTS) yield* list(part.name, exportRows(database, userId, part));
  yield '}\n';
}

async function* list(name: string, items: AsyncIterable<object>): AsyncGenerator<string> {
  yield `,\n${JSON.stringify(name)}:[`;
  let separator = '\n';
  for await (const item of items) {
    yield `${separator}${JSON.stringify(item)}`;
    separator = ',\n';
  }
  yield ']';
}

async function* attempts(reader: Reader): AsyncGenerator<object> {
  const { database, userId } = reader;
  for (const { id } of (await findAttemptsOf(database, userId)).reverse()) {
    const attempt = await getOwnAttempt(database, id, userId);
    const history = [];
    for (const slot of answerSlots(attempt)) {
      let before: number | undefined;
      for (;;) {
        const page = await findHistory(database, attempt, slot, { before, limit: HISTORY_PAGE });
        history.push(...page.map((save) => ({ slot, ...save })));
        before = page.at(-1)?.revision;
        if (page.length < HISTORY_PAGE) break;
      }
    }
    yield { ...(await loadExportedAttempt(reader, id)), history };
  }
}
