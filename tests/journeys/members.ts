import type { APIRequestContext, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { test as base } from './fixtures';

export const PASSWORD = 'correct horse battery';

let people = 0;

/** An address that nobody else in these runs has. */
export function newAddress(): string {
  people += 1;
  return `person-${people}-${process.pid}@a.example`;
}

/** The JSON API as somebody with an account: it shares the cookies of a browser context. */
export class Member {
  readonly name: string;
  readonly #request: APIRequestContext;
  readonly #origin: string;

  constructor(name: string, request: APIRequestContext, origin: string) {
    this.name = name;
    this.#request = request;
    this.#origin = origin;
  }

  async signUp(): Promise<void> {
    await this.call('POST', '/api/auth/sign-up/email', { name: this.name, email: newAddress(), password: PASSWORD });
  }

  async call<Reply>(method: string, address: string, data?: unknown): Promise<Reply> {
    const response = await this.#request.fetch(`${this.#origin}${address}`, {
      method,
      // The test has a limit of its own, and other tests share the machine.
      timeout: 0,
      headers: { origin: this.#origin, 'content-type': 'application/json' },
      ...(data === undefined ? {} : { data: JSON.stringify(data) }),
    });
    if (!response.ok()) throw new Error(`${method} ${address}: ${response.status()} ${await response.text()}`);
    return (response.status() === 204 ? undefined : await response.json()) as Reply;
  }
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
    const member = new Member('Cleo Marsh', context.request, server.origin);
    await member.signUp();
    await use({ member, page, context });
  },
  person: async ({ anotherBrowser, server }, use) => {
    await use(async (name, options = {}) => {
      const context = await anotherBrowser({ reducedMotion: 'reduce', ...options });
      const member = new Member(name, context.request, server.origin);
      await member.signUp();
      return { member, page: await context.newPage(), context };
    });
  },
});
