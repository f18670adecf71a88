import { type BrowserContext, type BrowserContextOptions, test as base, expect } from '@playwright/test';
import type { Answer } from '@/lib/core/answer';
import type { AnswerSlot, StartableMode } from '@/lib/core/attempt';
import { AppServer } from './app-server';
import { PageGuard, reportPolicyViolations } from './page-guard';
import { Guest } from './seed';
import { filledAttempt } from './whole-answers';
import { Workspace } from './workspace';

export { expect };

interface SeedOptions {
  readonly mode?: StartableMode;
  readonly caseSlug?: string;
  readonly answers?: readonly (readonly [AnswerSlot, Answer])[];
  readonly submitted?: boolean;
}

/** An unaided attempt, open in the test's page, with a text typed into its first step and saved. */
interface TypedAttempt {
  readonly id: string;
  readonly workspace: Workspace;
  readonly text: string;
  /** What is stored for the first step now. */
  readonly stored: () => Promise<Answer | undefined>;
}

interface TestFixtures {
  /** Fails the test for what no page may do; see there. */
  readonly guard: PageGuard;
  /** The JSON API with the cookies of the test's browser. */
  readonly guest: Guest;
  /** Puts an attempt of the test's guest into the database, all places filled unless told otherwise. Gives its id. */
  readonly seedAttempt: (options?: SeedOptions) => Promise<string>;
  readonly typedAttempt: TypedAttempt;
  /** A browser of its own, watched like the test's. */
  readonly anotherBrowser: (options?: BrowserContextOptions) => Promise<BrowserContext>;
}

interface WorkerFixtures {
  readonly server: AppServer;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the dependencies of a fixture from this pattern.
    async ({}, use) => {
      const server = new AppServer();
      try {
        await server.start();
        await use(server);
      } finally {
        await server.remove();
      }
    },
    { scope: 'worker', timeout: 90_000 },
  ],

  baseURL: async ({ server }, use) => {
    // A test that failed between killing and starting must not fail the next one.
    if (!server.isRunning) await server.start();
    await use(server.origin);
  },

  guard: async ({ server }, use) => {
    const guard = new PageGuard(() => server.origin);
    await use(guard);
    expect(guard.report(), 'what the pages logged, threw or asked for').toEqual([]);
  },

  context: async ({ context, guard }, use) => {
    guard.watch(context);
    await reportPolicyViolations(context);
    await use(context);
  },

  guest: async ({ context, server }, use) => {
    await use(new Guest(context.request, server.origin));
  },

  seedAttempt: async ({ guest }, use) => {
    await use(async ({ mode = 'guided', caseSlug, answers = filledAttempt(mode), submitted = false } = {}) => {
      const id = await guest.start({ mode, ...(caseSlug === undefined ? {} : { caseSlug }) });
      for (const [slot, answer] of answers) await guest.save(id, slot, answer);
      if (submitted) await guest.submit(id);
      return id;
    });
  },

  typedAttempt: async ({ page, guest, seedAttempt }, use) => {
    const id = await seedAttempt({ mode: 'unaided', answers: [] });
    const workspace = new Workspace(page);
    await workspace.open(id);
    await expect(workspace.status).toHaveText('Nothing written yet');
    const text = 'Typed first.';
    await workspace.answerTo('clarify').fill(text);
    await workspace.expectSaved();
    await use({ id, workspace, text, stored: async () => (await guest.read(id)).answers.clarify?.answer });
  },

  anotherBrowser: async ({ browser, baseURL, guard }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({ ...(baseURL === undefined ? {} : { baseURL }), ...options });
      opened.push(context);
      guard.watch(context);
      await reportPolicyViolations(context);
      return context;
    });
    await Promise.all(opened.map((context) => context.close()));
  },
});
