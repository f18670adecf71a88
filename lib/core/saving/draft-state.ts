import { isSameBody } from './same-body';

/*
 * How one text that is saved with a revision (an answer, a review) stands between a tab, this device and the server. `Body` is any
 * JSON value; two bodies are the same when their content is.
 */

/** What the server holds. Revision 0 with an empty body means that nothing was saved yet. */
export interface Stored<Body> {
  readonly revision: number;
  readonly body: Body;
  /** ISO time of the save; null at revision 0. */
  readonly savedAt: string | null;
}

/** A save on its way: it carries the revision it was based on. */
export interface SaveRequest<Body> {
  readonly baseRevision: number;
  readonly body: Body;
}

/** Why a save was refused for good: sending the same again would not help. */
export interface SaveProblem {
  readonly kind: 'frozen' | 'gone' | 'signed-out' | 'too-large' | 'invalid';
  readonly message: string;
}

/**
 * One body as one tab sees it. The screen shows `draft`; `acknowledged` is what the server is known to hold.
 * Text is lost only if it is neither here nor in the server's history: no transition may allow that.
 */
export interface DraftState<Body> {
  readonly acknowledged: Stored<Body>;
  readonly draft: Body;
  readonly inFlight: SaveRequest<Body> | null;
  /** Sent since the last reply. Any of them may have been stored without our hearing of it. */
  readonly unanswered: readonly Body[];
  /** The text that the person decided against: it goes to the server first, so that the history has it. */
  readonly setAside: Body | null;
  /** Saved by somebody else (another tab, another device) since this tab last knew. */
  readonly conflict: Stored<Body> | null;
  readonly unreachable: boolean;
  readonly problem: SaveProblem | null;
}

export type DraftEvent<Body> =
  | { readonly type: 'edited'; readonly body: Body }
  | { readonly type: 'sent'; readonly request: SaveRequest<Body> }
  | { readonly type: 'accepted'; readonly revision: number; readonly savedAt: string }
  | { readonly type: 'refused-as-stale'; readonly current: Stored<Body> }
  | { readonly type: 'unreachable' }
  | { readonly type: 'refused'; readonly problem: SaveProblem }
  /** The server's state seen in passing, say when the tab is shown again. */
  | { readonly type: 'observed'; readonly current: Stored<Body> }
  /** A draft that an earlier tab left on this device. */
  | { readonly type: 'recovered'; readonly draft: RecoveredDraft<Body> }
  | { readonly type: 'chose'; readonly choice: 'mine' | 'theirs' }
  | { readonly type: 'retried' };

export interface RecoveredDraft<Body> {
  readonly baseRevision: number;
  readonly body: Body;
  /** What that tab had sent and not heard back of. */
  readonly unanswered: readonly Body[];
  /** A text decided against that had not reached the history yet. */
  readonly setAside: Body | null;
}

/** Enough to recognise a save whose reply got lost; more would only fill the device's storage. */
const MAX_UNANSWERED = 20;

export function initialDraftState<Body>(stored: Stored<Body>): DraftState<Body> {
  return {
    acknowledged: stored,
    draft: stored.body,
    inFlight: null,
    unanswered: [],
    setAside: null,
    conflict: null,
    unreachable: false,
    problem: null,
  };
}

/** True when this tab holds something that the server has not acknowledged. */
export function hasUnsavedText(state: DraftState<unknown>): boolean {
  return state.setAside !== null || !isSameBody(state.draft, state.acknowledged.body);
}

/** The request that should be sent now, or null when there is nothing to send or something must happen first. */
export function nextRequest<Body>(state: DraftState<Body>): SaveRequest<Body> | null {
  if (state.inFlight || state.conflict || state.problem || !hasUnsavedText(state)) return null;
  return { baseRevision: state.acknowledged.revision, body: state.setAside ?? state.draft };
}

/**
 * Takes in what the server holds. If it is what this tab sent (the reply got lost), or if this tab has nothing of its own,
 * it becomes the new base without a word; otherwise the person chooses.
 */
function meet<Body>(state: DraftState<Body>, current: Stored<Body>): DraftState<Body> {
  const base = { ...state, inFlight: null, unreachable: false };
  const settled = { ...base, acknowledged: current, unanswered: [], conflict: null };
  if (!hasUnsavedText(state)) return { ...settled, draft: current.body };
  const isStored = (body: Body) => isSameBody(body, current.body);
  if (state.setAside !== null && isStored(state.setAside)) return { ...settled, setAside: null };
  if (state.unanswered.some(isStored) || isStored(state.draft)) return settled;
  return { ...base, conflict: current };
}

function withUnanswered<Body>(bodies: readonly Body[], body: Body): readonly Body[] {
  return bodies.some((one) => isSameBody(one, body)) ? bodies : [...bodies, body].slice(-MAX_UNANSWERED);
}

export function reduceDraft<Body>(state: DraftState<Body>, event: DraftEvent<Body>): DraftState<Body> {
  switch (event.type) {
    case 'edited': {
      // An over-long or malformed body may be all right again after an edit; what is frozen stays frozen.
      const problem = state.problem?.kind === 'too-large' || state.problem?.kind === 'invalid' ? null : state.problem;
      return { ...state, draft: event.body, problem };
    }
    case 'sent':
      return { ...state, inFlight: event.request, unanswered: withUnanswered(state.unanswered, event.request.body) };
    case 'accepted': {
      const { inFlight, setAside } = state;
      if (!inFlight) return state;
      const acknowledged = { revision: event.revision, body: inFlight.body, savedAt: event.savedAt };
      const stillAside = setAside !== null && isSameBody(setAside, inFlight.body) ? null : setAside;
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
      const { baseRevision, body, unanswered, setAside } = event.draft;
      const recovered = { ...state, draft: body, unanswered, setAside };
      return baseRevision === state.acknowledged.revision ? recovered : meet(recovered, state.acknowledged);
    }
    case 'chose': {
      const { conflict } = state;
      if (!conflict) return state;
      const base = { ...state, acknowledged: conflict, unanswered: [], conflict: null };
      return event.choice === 'mine' ? base : { ...base, setAside: state.draft, draft: conflict.body };
    }
    case 'retried':
      return { ...state, unreachable: false, problem: state.problem?.kind === 'frozen' ? state.problem : null };
  }
}

export type SaveStatus = 'saved' | 'saving' | 'device-only' | 'needs-choice' | 'refused';

/** The one word that tells where the text is. */
export function saveStatus(state: DraftState<unknown>): SaveStatus {
  if (state.conflict) return 'needs-choice';
  if (!hasUnsavedText(state) && !state.inFlight) return 'saved';
  if (state.problem) return 'refused';
  return state.unreachable ? 'device-only' : 'saving';
}

/** True when editing makes no sense: a choice is waiting, or no more words are taken. */
export function isLocked(state: DraftState<unknown>): boolean {
  return state.conflict !== null || state.problem?.kind === 'frozen' || state.problem?.kind === 'gone';
}
