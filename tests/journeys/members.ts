import type { BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { test as base } from './fixtures';
import { Member } from './review-seed';

let people = 0;

/** An address that nobody else in these runs has. */
export function newAddress(): string {
  people += 1;
  return `person-${people}-${process.pid}@a.example`;
}

/** Somebody with an account, and a page in their own browser. */
export interface Actor {
  readonly member: Member;
  readonly page: Page;
  readonly context: BrowserContext;
}

interface MemberFixtures {
  /** The member whose browser the test's page is in. */
  readonly cleo: Actor;
  /** Another member, in a browser of their own. */
  readonly person: (name: string, options?: BrowserContextOptions) => Promise<Actor>;
}

export const test = base.extend<MemberFixtures>({
  cleo: async ({ context, page, server }, use) => {
    const member = new Member(context.request, server.origin);
    await member.signUp('Cleo Marsh', newAddress());
    await use({ member, page, context });
  },
  person: async ({ anotherBrowser, server }, use) => {
    await use(async (name, options = {}) => {
      const context = await anotherBrowser({ reducedMotion: 'reduce', ...options });
      const member = new Member(context.request, server.origin);
      await member.signUp(name, newAddress());
      return { member, page: await context.newPage(), context };
    });
  },
});
