import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { AcceptShare } from '@/components/sharing/accept-share';
import { AccountNeeded } from '@/components/sharing/account-needed';
import { buttonClass } from '@/components/ui/button';
import { LocalTime } from '@/components/ui/local-time';
import { LEVEL_NAMES, MODE_NAMES } from '@/lib/core/attempt';
import type { SharePreview } from '@/lib/core/review/share-api';
import { STEPS } from '@/lib/core/steps';
import { loadSharePreview } from '@/lib/loaders/load-share-preview';
import { findLinkReader } from '@/lib/loaders/page-reader';

type Props = { params: Promise<{ token: string }> };

/** Once for the title and the page. */
const findPreview = cache(async (token: string) => {
  const reader = await findLinkReader(await headers());
  return { isMember: reader.isMember, preview: await loadSharePreview({ ...reader, now: new Date() }, token) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { preview } = await findPreview((await params).token);
  return {
    title: preview ? `Review of ${preview.caseTitle ?? preview.caseSlug}` : 'Nothing here',
    // Whoever has the address has the link.
    robots: { index: false },
    referrer: 'no-referrer',
  };
}

/** What can be done with it, by whoever opened the link. */
function WayOn({ preview, token, isMember }: { preview: SharePreview; token: string; isMember: boolean }) {
  const { state, attemptId, candidateName } = preview;
  if (state === 'own') {
    return (
      <>
        <p>This is your own attempt, as your coach sees it here. Send them the address of this page.</p>
        <p className="mt-4">
          <Link href={`/attempts/${attemptId}#ask-for-review`} prefetch={false} className={buttonClass('primary')}>
            Back to your attempt
          </Link>
        </p>
      </>
    );
  }
  if (state === 'accepted') {
    return (
      <>
        <p>You have accepted it: it is in your queue.</p>
        <p className="mt-4">
          <Link href={`/review/${attemptId}`} prefetch={false} className={buttonClass('primary')}>
            Open the attempt
          </Link>
        </p>
      </>
    );
  }
  if (isMember) return <AcceptShare token={token} candidateName={candidateName} />;
  return (
    <AccountNeeded next={`/share/${token}`}>
      Reviewing needs an account, so that <bdi>{candidateName || 'the candidate'}</bdi> knows whose words they read. You
      come back to this page.
    </AccountNeeded>
  );
}

export default async function SharePage({ params }: Props) {
  const { token } = await params;
  const { isMember, preview } = await findPreview(token);
  if (!preview) notFound();
  const { candidateName, mode, level, onlyStep, note, expiresAt } = preview;
  return (
    <div className="mx-auto w-full max-w-[68ch] px-4 py-10 sm:px-6 sm:py-14">
      <p className="text-large text-muted wrap-anywhere">
        <bdi className="font-medium text-ink">{candidateName || 'Somebody'}</bdi> asks for your review
      </p>
      <h1 className="mt-1 font-reading text-display font-semibold tracking-tight text-balance">
        {preview.caseTitle ?? preview.caseSlug}
      </h1>
      <p className="mt-1 text-muted tabular-nums">
        {MODE_NAMES[mode]}, {LEVEL_NAMES[level].toLowerCase()}
        {onlyStep && `, only ${STEPS[onlyStep].title}`} · submitted{' '}
        <LocalTime iso={preview.submittedAt} show="moment" />
      </p>
      {expiresAt !== null && (
        <p className="text-muted">
          The link ends <LocalTime iso={expiresAt} show="moment" />
        </p>
      )}
      {note !== '' && (
        <figure className="mt-6">
          <figcaption className="label-text">What to look at</figcaption>
          <blockquote
            dir="auto"
            className="mt-1 border-l-2 border-rule pl-4 font-reading text-reading whitespace-pre-wrap wrap-anywhere"
          >
            {note}
          </blockquote>
        </figure>
      )}
      <div className="mt-8 border-t border-rule pt-6">
        <WayOn preview={preview} token={token} isMember={isMember} />
      </div>
    </div>
  );
}
