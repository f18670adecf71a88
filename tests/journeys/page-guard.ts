import type { BrowserContext, ConsoleMessage, Page } from '@playwright/test';

/** What the browser logs when a save finds the text changed elsewhere. */
export const CONFLICT_REPLY = /status of 409/;
/** What it logs when a request fails because the network or the server is gone. */
export const NO_CONNECTION =
  /net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED)/;

/**
 * Collects what no page of the product may do: log an error or a warning, throw, break its own Content-Security-Policy,
 * ask another site for anything. What a test provokes on purpose it announces first, and then it must happen.
 */
export class PageGuard {
  readonly #origin: () => string;
  readonly #problems: string[] = [];
  readonly #provoked: { readonly pattern: RegExp; seen: boolean }[] = [];

  constructor(origin: () => string) {
    this.#origin = origin;
  }

  /** Watches every page of a browser context, those opened later too. */
  watch(context: BrowserContext): void {
    context.on('page', (page) => this.#watchPage(page));
    for (const page of context.pages()) this.#watchPage(page);
    context.on('request', (request) => {
      const url = new URL(request.url());
      if (!['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol)) return;
      if (url.origin !== this.#origin()) this.#note(`asked another site: ${request.method()} ${request.url()}`);
    });
  }

  /** Announces a console message that the test is about to provoke. */
  provokes(pattern: RegExp): void {
    this.#provoked.push({ pattern, seen: false });
  }

  /** Everything that was not announced, and everything that was announced and did not happen. */
  report(): string[] {
    const missing = this.#provoked.filter((one) => !one.seen).map((one) => `announced, but never seen: ${one.pattern}`);
    return [...this.#problems, ...missing];
  }

  #watchPage(page: Page): void {
    page.on('console', (message) => this.#readConsole(message));
    page.on('pageerror', (error) => this.#note(`uncaught: ${error.stack ?? error.message}`));
  }

  #readConsole(message: ConsoleMessage): void {
    if (!['error', 'warning', 'assert'].includes(message.type())) return;
    const text = `${message.text()} (${message.location().url})`;
    // Chromium asks for it by itself while a page that failed names no icon yet.
    if (text.endsWith('/favicon.ico)')) return;
    const announced = this.#provoked.find((one) => one.pattern.test(text));
    if (announced) announced.seen = true;
    else this.#note(`console ${message.type()}: ${text}`);
  }

  #note(problem: string): void {
    this.#problems.push(problem);
  }
}

/** Turns violations of the policy into console errors, also those that the browser would report silently. */
export async function reportPolicyViolations(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(
        `policy violation: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}:${event.columnNumber} ${event.sample}`,
      );
    });
  });
}
