import type { Answer } from '../answer';
import { isSameAnswer } from './same-answer';

/** What the server holds for a slot. Revision 0 with the empty answer means that nothing was saved yet. */
export interface StoredAnswer {
  readonly revision: number;
  readonly answer: Answer;
  /** ISO time of the save; null at revision 0. */
  readonly savedAt: string | null;
}

/** A save on its way: it carries the revision it was based on. */
export interface SaveRequest {
  readonly baseRevision: number;
  readonly answer: Answer;
}

/** Why a save was refused for good: sending the same again would not help. */
export interface SaveProblem {
  readonly kind: 'frozen' | 'gone' | 'signed-out' | 'too-large' | 'invalid';
  readonly message: string;
}

/**
 * One slot of an attempt as one tab sees it. The screen shows `draft`; `acknowledged` is what the server is known to hold.
 * Text is lost only if it is neither here nor in the server's history: no transition may allow that.
 */
export interface DraftState {
  readonly acknowledged: StoredAnswer;
  readonly draft: Answer;
  readonly inFlight: SaveRequest | null;
  /** Sent since the last reply. Any of them may have been stored without our hearing of it. */
  readonly unanswered: readonly Answer[];
  /** The text that the person decided against: it goes to the server first, so that the history has it. */
  readonly setAside: Answer | null;
  /** Saved by somebody else (another tab, another device) since this tab last knew. */
  readonly conflict: StoredAnswer | null;
  readonly unreachable: boolean;
  readonly problem: SaveProblem | null;
}

export type DraftEvent =
  | { readonly type: 'edited'; readonly answer: Answer }
  | { readonly type: 'sent'; readonly request: SaveRequest }
  | { readonly type: 'accepted'; readonly revision: number; readonly savedAt: string }
  | { readonly type: 'refused-as-stale'; readonly current: StoredAnswer }
  | { readonly type: 'unreachable' }
  | { readonly type: 'refused'; readonly problem: SaveProblem }
  /** The server's state seen in passing, say when the tab is shown again. */
  | { readonly type: 'observed'; readonly current: StoredAnswer }
  /** A draft that an earlier tab left on this device. */
  | { readonly type: 'recovered'; readonly draft: RecoveredDraft }
  | { readonly type: 'chose'; readonly choice: 'mine' | 'theirs' }
  | { readonly type: 'retried' };

export interface RecoveredDraft {
  readonly baseRevision: number;
  readonly answer: Answer;
  /** What that tab had sent and not heard back of. */
  readonly unanswered: readonly Answer[];
  /** A text decided against that had not reached the history yet. */
  readonly setAside: Answer | null;
}

/** Enough to recognise a save whose reply got lost; more would only fill the device's storage. */
const MAX_UNANSWERED = 20;

export function initialDraftState(stored: StoredAnswer): DraftState {
  return {
    acknowledged: stored,
    draft: stored.answer,
    inFlight: null,
    unanswered: [],
    setAside: null,
    conflict: null,
    unreachable: false,
    problem: null,
  };
}

/** True when this tab holds something that the server has not acknowledged. */
export function hasUnsavedText(state: DraftState): boolean {
  return state.setAside !== null || !isSameAnswer(state.draft, state.acknowledged.answer);
}

/** The request that should be sent now, or null when there is nothing to send or something must happen first. */
export function nextRequest(state: DraftState): SaveRequest | null {
  if (state.inFlight || state.conflict || state.problem || !hasUnsavedText(state)) return null;
  return { baseRevision: state.acknowledged.revision, answer: state.setAside ?? state.draft };
}

/**
 * Takes in what the server holds. If it is what this tab sent (the reply got lost), or if this tab has nothing of its own,
 * it becomes the new base without a word; otherwise the person chooses.
 */
function meet(state: DraftState, current: StoredAnswer): DraftState {
  const base = { ...state, inFlight: null, unreachable: false };
  const settled = { ...base, acknowledged: current, unanswered: [], conflict: null };
  if (!hasUnsavedText(state)) return { ...settled, draft: current.answer };
  const isStored = (answer: Answer) => isSameAnswer(answer, current.answer);
  if (state.setAside !== null && isStored(state.setAside)) return { ...settled, setAside: null };
  if (state.unanswered.some(isStored) || isStored(state.draft)) return settled;
  return { ...base, conflict: current };
}

function withUnanswered(answers: readonly Answer[], answer: Answer): readonly Answer[] {
  return answers.some((one) => isSameAnswer(one, answer)) ? answers : [...answers, answer].slice(-MAX_UNANSWERED);
}

export function reduceDraft(state: DraftState, event: DraftEvent): DraftState {
  switch (event.type) {
    case 'edited': {
      // An over-long or malformed answer may be all right again after an edit; a frozen attempt stays frozen.
      const problem = state.problem?.kind === 'too-large' || state.problem?.kind === 'invalid' ? null : state.problem;
      return { ...state, draft: event.answer, problem };
    }
    case 'sent':
      return { ...state, inFlight: event.request, unanswered: withUnanswered(state.unanswered, event.request.answer) };
    case 'accepted': {
      const { inFlight, setAside } = state;
      if (!inFlight) return state;
      const acknowledged = { revision: event.revision, answer: inFlight.answer, savedAt: event.savedAt };
      const stillAside = setAside !== null && isSameAnswer(setAside, inFlight.answer) ? null : setAside;
      return { ...state, acknowledged, inFlight: null, unanswered: [], setAside: stillAside, unreachable: false };
    }
    case 'refused-as-stale':
      return meet(state, event.current);
    case 'unreachable':
      return { ...state, inFlight: null, unreachable: true };
    case 'refused':
      return { ...state, inFlight: null, unreachable: false, problem: event.problem };
    case 'observed':
      if (state.inFlight || state.conflict || event.current.revision <= state.acknowledged.revision) return state;
      return meet(state, event.current);
    case 'recovered': {
      if (hasUnsavedText(state) || state.inFlight || state.conflict) return state;
      const { baseRevision, answer, unanswered, setAside } = event.draft;
      const recovered = { ...state, draft: answer, unanswered, setAside };
      return baseRevision === state.acknowledged.revision ? recovered : meet(recovered, state.acknowledged);
    }
    case 'chose': {
      const { conflict } = state;
      if (!conflict) return state;
      const base = { ...state, acknowledged: conflict, unanswered: [], conflict: null };
      return event.choice === 'mine' ? base : { ...base, setAside: state.draft, draft: conflict.answer };
    }
    case 'retried':
      return { ...state, unreachable: false, problem: state.problem?.kind === 'frozen' ? state.problem : null };
  }
}

export type SaveStatus = 'saved' | 'saving' | 'device-only' | 'needs-choice' | 'refused';

/** The one word that tells where the text is. */
export function saveStatus(state: DraftState): SaveStatus {
  if (state.conflict) return 'needs-choice';
  if (!hasUnsavedText(state) && !state.inFlight) return 'saved';
  if (state.problem) return 'refused';
  return state.unreachable ? 'device-only' : 'saving';
}

/** True when editing makes no sense: a choice is waiting, or the attempt takes no more words. */
export function isLocked(state: DraftState): boolean {
  return state.conflict !== null || state.problem?.kind === 'frozen' || state.problem?.kind === 'gone';
}
