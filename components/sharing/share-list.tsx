'use client';

import { CopyLink } from '@/components/ui/copy-link';
import { LocalTime } from '@/components/ui/local-time';
import type { ShareList as Shares } from '@/lib/core/review/share-api';
import { RevokeShare } from './revoke-share';

export type ListedShare = Shares['shares'][number];
type ShareState = 'open' | 'revoked' | 'ended';

/** `open` while the link opens anything. `nowMs`: when the page was made. */
export function stateOf(share: ListedShare, nowMs: number): ShareState {
  if (share.revokedAt !== null) return 'revoked';
  return share.expiresAt !== null && Date.parse(share.expiresAt) <= nowMs ? 'ended' : 'open';
}

/** Who has accepted it, and when. */
function Opened({ share, isOpen }: { share: ListedShare; isOpen: boolean }) {
  if (share.opened.length === 0) return isOpen ? <p>Nobody has accepted it yet.</p> : null;
  return (
    <ul aria-label="Accepted by">
      {share.opened.map(({ name, at }) => (
        <li key={`${name} ${at}`} className="wrap-anywhere">
          <bdi className="font-medium">{name || 'Somebody whose account is gone'}</bdi>{' '}
          <span className="text-muted">
            accepted it <LocalTime iso={at} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** When it was made, and when it ended or ends. */
function Times({ share, state }: { share: ListedShare; state: ShareState }) {
  const end = state === 'revoked' ? share.revokedAt : share.expiresAt;
  return (
    <p className="text-muted">
      Made <LocalTime iso={share.createdAt} /> ·{' '}
      {end === null ? (
        'does not end by itself'
      ) : (
        <>
          {state === 'open' ? 'ends' : <span className="font-medium text-ink">{state}</span>}{' '}
          <LocalTime iso={end} show={state === 'open' ? 'moment' : 'minute'} />
        </>
      )}
    </p>
  );
}

/** The links of an attempt, those that open it first, the newest first: what each says, who has it, and how to end it. */
export function ShareList({
  shares,
  nowMs,
  freshId,
  onRevoked,
}: {
  shares: readonly ListedShare[];
  nowMs: number;
  /** The link that was made a moment ago: its button takes the focus. */
  freshId: string | null;
  onRevoked: (share: ListedShare) => void;
}) {
  if (shares.length === 0) return null;
  const dead = (share: ListedShare) => Number(stateOf(share, nowMs) !== 'open');
  return (
    <ul aria-label="Links to this attempt" className="mt-6 -mb-6 divide-y divide-rule border-t border-rule">
      {[...shares]
        .sort((a, b) => dead(a) - dead(b))
        .map((share) => {
          const state = stateOf(share, nowMs);
          return (
            <li key={share.id} tabIndex={-1} className="space-y-2 py-4 outline-none">
              {state === 'open' && (
                <CopyLink
                  label="Link to this attempt"
                  url={share.url}
                  {...(share.id === freshId ? { buttonRef: focusOnce } : {})}
                />
              )}
              {share.note !== '' && (
                <p dir="auto" className="border-l-2 border-rule pl-3 whitespace-pre-wrap wrap-anywhere">
                  {share.note}
                </p>
              )}
              <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
                <div className="min-w-0">
                  <Opened share={share} isOpen={state === 'open'} />
                  <Times share={share} state={state} />
                </div>
                <RevokeShare share={share} isOpen={state === 'open'} onRevoked={() => onRevoked(share)} />
              </div>
            </li>
          );
        })}
    </ul>
  );
}

/** The same function at every drawing, so that it is called only when the button comes. */
const focusOnce = (button: HTMLButtonElement | null) => button?.focus();
