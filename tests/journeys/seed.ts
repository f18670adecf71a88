import type { APIRequestContext, APIResponse } from '@playwright/test';
import type { Answer } from '@/lib/core/answer';
import type { AnswerHistory, AttemptDetail, ExpectationMark, SavedAnswer, TimeSegment } from '@/lib/core/api-types';
import type { AnswerSlot, Level, StartableMode } from '@/lib/core/attempt';
import type { Quote } from '@/lib/core/quote';
import type { ImportedPacket } from '@/lib/core/review/review-api';
import type { StepId } from '@/lib/core/steps';

export const CASE = { slug: 'video-recommendation', title: 'Video recommendation' } as const;

interface Start {
  readonly caseSlug?: string;
  readonly mode?: StartableMode;
  readonly level?: Level;
}

/**
 * The JSON API as the guest of a browser context: it shares the context's cookies, so what it makes is there for the
 * pages, and what a page has made can be read.
 */
export class Guest {
  readonly #request: APIRequestContext;
  readonly #origin: string;

  constructor(request: APIRequestContext, origin: string) {
    this.#request = request;
    this.#origin = origin;
  }

  /** Starts an attempt and gives its id. The first one makes the guest. */
  async start({ caseSlug = CASE.slug, mode = 'guided', level = 'senior' }: Start = {}): Promise<string> {
    const { id } = await this.#call<AttemptDetail>('POST', '/api/attempts', { caseSlug, mode, level });
    return id;
  }

  read(attemptId: string): Promise<AttemptDetail> {
    return this.#call('GET', `/api/attempts/${attemptId}`);
  }

  /** Saves over whatever is stored. */
  async save(attemptId: string, slot: AnswerSlot, answer: Answer): Promise<SavedAnswer> {
    const baseRevision = (await this.read(attemptId)).answers[slot]?.revision ?? 0;
    return this.#call('PUT', `/api/attempts/${attemptId}/answers/${slot}`, { baseRevision, answer });
  }

  history(attemptId: string, slot: AnswerSlot): Promise<AnswerHistory> {
    return this.#call('GET', `/api/attempts/${attemptId}/answers/${slot}/history`);
  }

  async recordTime(attemptId: string, segments: readonly TimeSegment[]): Promise<void> {
    await this.#call('PUT', `/api/attempts/${attemptId}/time`, { segments });
  }

  async takeHint(attemptId: string, step: StepId, number: number): Promise<void> {
    await this.#call('POST', `/api/attempts/${attemptId}/hints`, { step, number });
  }

  async submit(attemptId: string): Promise<void> {
    await this.#call('POST', `/api/attempts/${attemptId}/submit`);
  }

  async mark(attemptId: string, step: StepId, expectationId: string, quote: Quote | null): Promise<ExpectationMark> {
    const address = `/api/attempts/${attemptId}/marks/${step}/${expectationId}`;
    const { mark } = await this.#call<{ mark: ExpectationMark }>('PUT', address, { found: quote !== null, quote });
    return mark;
  }

  /** The status of a GET; for what must not be there. */
  async statusOf(address: string): Promise<number> {
    return (await this.#request.get(`${this.#origin}${address}`)).status();
  }

  /** What an address answers, as it stands. */
  async textOf(address: string): Promise<string> {
    const response = await this.#request.get(`${this.#origin}${address}`);
    if (!response.ok()) throw new Error(`GET ${address}: ${response.status()}`);
    return response.text();
  }

  importPacket(attemptId: string, packet: unknown): Promise<ImportedPacket> {
    return this.#call('POST', `/api/attempts/${attemptId}/packet`, packet);
  }

  async userId(): Promise<string> {
    const session = await this.#call<{ user: { id: string } }>('GET', '/api/auth/get-session');
    return session.user.id;
  }

  async #call<Reply>(method: string, address: string, data?: unknown): Promise<Reply> {
    const response: APIResponse = await this.#request.fetch(`${this.#origin}${address}`, {
      method,
      headers: { origin: this.#origin, 'content-type': 'application/json' },
      ...(data === undefined ? {} : { data: JSON.stringify(data) }),
    });
    if (!response.ok()) throw new Error(`${method} ${address}: ${response.status()} ${await response.text()}`);
    return (await response.json()) as Reply;
  }
}
