import { createSessions } from '@/lib/auth/sessions';
import { saveAnswer } from '@/lib/commands/save-answer';
import { startAttempt } from '@/lib/commands/start-attempt';
import { submitAttempt } from '@/lib/commands/submit-attempt';
import { takeHint } from '@/lib/commands/take-hint';
import { findCase, listCases } from '@/lib/content/library';
import type { Answer } from '@/lib/core/answer';
import type { AnswerSlot, StartableMode } from '@/lib/core/attempt';
import type { CaseStudy } from '@/lib/core/case-study';
import { STEP_IDS } from '@/lib/core/steps';
import { database } from '@/lib/db/client';
import { applyMigrations } from '@/lib/db/migrate';
import { settings } from '@/lib/settings';

/*
 * `npm run db:seed`: a guest for development, who has attempts at every case in several states. Prints the line that makes
 * a browser that guest. Each run makes another guest and touches nobody else's work.
 */
const HOUR_MS = 3_600_000;

interface Person {
  readonly userId: string;
  readonly study: CaseStudy;
  readonly startedAt: Date;
}

async function main(): Promise<void> {
  const current = settings();
  await applyMigrations(current);
  const sessions = createSessions({ database: database(), settings: { ...current, guestsPerHour: 1_000_000 } });
  const { user, setCookies } = await sessions.ensureUser(new Headers({ host: 'localhost' }));
  const studies = listCases().flatMap(({ slug }) => findCase(slug) ?? []);
  for (const [index, study] of studies.entries()) {
    // A day for each case, the attempts in the order in which somebody would make them.
    const person = (hour: number): Person => ({
      userId: user.id,
      study,
      startedAt: new Date(Date.now() - ((studies.length - index) * 24 - hour) * HOUR_MS),
    });
    await attempt(person(0), 'unaided', 'weak', { submitted: true });
    await attempt(person(4), 'unaided', 'strong', { submitted: true });
    await attempt(person(8), 'blank', 'weak', { submitted: false });
    await attempt(person(12), 'guided', 'strong', { submitted: false });
  }
  const cookie = setCookies[0]?.split(';')[0];
  console.log(
    `${studies.length * 4} attempts made. To be their owner, open the app in a private window and paste into its console (a guest's\ncookie that is already there cannot be replaced by hand):\n`,
  );
  console.log(`  document.cookie = '${cookie}; path=/; max-age=31536000'\n`);
}

async function attempt(
  { userId, study, startedAt }: Person,
  mode: StartableMode,
  quality: 'weak' | 'strong',
  { submitted }: { submitted: boolean },
): Promise<void> {
  const at = (minute: number) => ({
    database: database(),
    userId,
    now: new Date(startedAt.getTime() + minute * 60_000),
  });
  const level = study.levels[0] ?? 'mid';
  const attemptId = await startAttempt(at(0), { caseSlug: study.slug, mode, level });
  const answers = answersOf(study, mode, quality);
  for (const [index, { slot, answer }] of answers.entries()) {
    await saveAnswer(at(5 + index * 5), { attemptId, slot, baseRevision: 0, answer });
  }
  if (mode === 'guided') await takeHint(at(30), { attemptId, step: 'clarify', number: 1 });
  if (submitted) await submitAttempt(at(44), attemptId);
}

function answersOf(
  study: CaseStudy,
  mode: StartableMode,
  quality: 'weak' | 'strong',
): { slot: AnswerSlot; answer: Answer }[] {
  const texts = study.exemplars[quality];
  switch (mode) {
    case 'blank':
      return [{ slot: 'page', answer: { text: STEP_IDS.map((step) => texts[step]).join('\n\n'), tags: [] } }];
    case 'unaided':
      return STEP_IDS.map((step) => ({ slot: step, answer: { text: texts[step] } }));
    case 'guided':
      return [{ slot: 'clarify', answer: { fields: { business_goal: texts.clarify.slice(0, 280) } } }];
  }
}

main().then(
  // The schema engine leaves a timer behind.
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
