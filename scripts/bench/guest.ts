import { z } from 'zod';
import { type AnswerHistory, answerHistory, savedAnswer } from '@/lib/core/api-types';

const started = z.object({ id: z.string() });

/** A guest of the app with one unaided attempt, who writes its first step. */
export class Guest {
  /** Another one after a restart. */
  origin: string;
  readonly cookie: string;
  readonly attemptId: string;

  private constructor(origin: string, cookie: string, attemptId: string) {
    this.origin = origin;
    this.cookie = cookie;
    this.attemptId = attemptId;
  }

  static async start(origin: string): Promise<Guest> {
    const response = await fetch(`${origin}/api/attempts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ caseSlug: 'visual-search', mode: 'unaided', level: 'senior' }),
    });
    if (response.status !== 201) throw new Error(`No attempt was started: ${await response.text()}`);
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    return new Guest(origin, cookie, started.parse(await response.json()).id);
  }

  get answerPath(): string {
    return `/api/attempts/${this.attemptId}/answers/clarify`;
  }

  /** Returns the new revision. Anything but a taken save is an error, as is a server that goes away. */
  async save(baseRevision: number, text: string): Promise<number> {
    const response = await fetch(this.origin + this.answerPath, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', cookie: this.cookie },
      body: JSON.stringify({ baseRevision, answer: { text } }),
    });
    if (response.status !== 200) throw new UnexpectedReply(response.status, await response.text());
    return savedAnswer.parse(await response.json()).revision;
  }

  /** Every save from the newest down to, and without, a revision. */
  async savesAfter(revision: number): Promise<AnswerHistory['history']> {
    const saves: AnswerHistory['history'] = [];
    for (let before: number | null = 999_999_999; before !== null; ) {
      const response: Response = await fetch(`${this.origin}${this.answerPath}/history?before=${before}`, {
        headers: { cookie: this.cookie },
      });
      if (response.status !== 200) throw new UnexpectedReply(response.status, await response.text());
      const page: AnswerHistory = answerHistory.parse(await response.json());
      saves.push(...page.history.filter((save) => save.revision > revision));
      before = page.history.some((save) => save.revision <= revision) ? null : page.nextBefore;
    }
    return saves;
  }
}

/** The server answered, but not as it should. */
export class UnexpectedReply extends Error {
  constructor(status: number, text: string) {
    super(`The server answered ${status}: ${text}`);
  }
}
