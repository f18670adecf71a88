import type { ExpectationResult } from '@/lib/core/feedback/match-expectations';
import type { MatchingLevel } from '@/lib/core/feedback/matcher';
import type { ShownText } from '@/lib/core/feedback/paste';
import type { AnswerPassage, PastedSpan } from '@/lib/core/feedback/read-answer';
import type { MatchedExpectation } from '@/lib/core/feedback/references';
import type { StepId } from '@/lib/core/steps';

/** An answer to one step, and what it is looked through for. */
export interface MatchingTask {
  readonly step: StepId;
  readonly expectations: readonly MatchedExpectation[];
  /** The prompt of the case, as text: every answer shares its words. */
  readonly prompt: string;
  /** What the candidate was shown and may have copied: the prompt, hints taken, the worked answer when it was opened. */
  readonly shown: readonly ShownText[];
  readonly passages: readonly AnswerPassage[];
  /** False to match by keywords although there is an encoder. */
  readonly useEncoder: boolean;
}

/** What was found, and by what. */
export interface MatchingOutcome {
  readonly results: readonly ExpectationResult[];
  /** The stretches of the answer that were copied and are not counted. */
  readonly pasted: readonly PastedSpan[];
  readonly level: MatchingLevel;
  readonly matcherVersion: string;
  /** The id of the encoder; null at the level of keywords. */
  readonly encoder: string | null;
}

export interface WorkerRequest {
  readonly id: number;
  readonly task: MatchingTask;
}

/** What an answer took of the machine. */
export interface WorkerUsage {
  /** Processor time of the worker, all its threads. */
  readonly cpuMs: number;
  /** Resident memory of the worker after it, in MB of 2^20 bytes. */
  readonly residentMb: number;
}

export type WorkerReply =
  | {
      readonly id: number;
      readonly outcome: MatchingOutcome;
      readonly withoutEncoder?: string;
      readonly usage?: WorkerUsage;
    }
  | { readonly id: number; readonly error: string };

/** What a worker is started with. */
export interface WorkerSettings {
  /** Where vectors of references are kept; null to keep them in memory only. */
  readonly cacheFolder: string | null;
  /** Where the package with the weights is; null when it is not installed. Left out, it is looked for. */
  readonly weightsFolder?: string | null;
}
