import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { UnreadNotices } from '@/app/unread-notices';
import { BandHistory } from '@/components/progress/band-history';
import { OpenComments } from '@/components/progress/open-comments';
import { buttonClass } from '@/components/ui/button';
import { comparedReviews } from '@/lib/core/review/gap-pivot';
import { loadGaps } from '@/lib/loaders/load-gaps';
import { loadReviewedAttempts } from '@/lib/loaders/load-reviewed-attempts';
import { findPageReader } from '@/lib/loaders/page-reader';
import '../attempts/attempts.css';
import './progress.css';

export const metadata: Metadata = { title: 'Your progress' };

function Nothing() {
  return (
    <>
      <p className="mt-3 max-w-[66ch] font-reading text-reading text-muted">
        There is nothing to show yet. Once a coach has reviewed an attempt of yours and you have marked it yourself,
        this page keeps how your own bands stand to your coaches’, dimension by dimension, and which comments are still
        open.
      </p>
      <p className="mt-6">
        <Link href="/attempts" prefetch={false} className={buttonClass('primary')}>
          Your attempts
        </Link>
      </p>
    </>
  );
}

export default async function ProgressPage() {
  const reader = await findPageReader(await headers());
  const [history, attempts] = reader ? await Promise.all([loadGaps(reader), loadReviewedAttempts(reader)]) : [null, []];
  const reviews = history ? comparedReviews(history) : [];
  return (
    <div className="site-frame py-10 sm:py-14 print:p-0">
      <UnreadNotices />
      <h1 className="font-reading text-display font-semibold tracking-tight">Your progress</h1>
      {attempts.length === 0 ? (
        <Nothing />
      ) : (
        <>
          <section aria-labelledby="open-comments" className="mt-8 max-w-[860px]">
            <h2 id="open-comments" className="mb-3 font-reading text-title font-semibold">
              Comments that are open
            </h2>
            <OpenComments attempts={attempts} />
          </section>
          <section aria-labelledby="bands-over-time" className="mt-14">
            <h2 id="bands-over-time" className="mb-1 font-reading text-title font-semibold">
              Your bands against your coaches’
            </h2>
            {history && reviews.length > 0 ? (
              <BandHistory history={history} reviews={reviews} />
            ) : (
              <p className="max-w-[66ch] text-muted">
                You have marked none of the reviewed attempts yourself, so there is nothing to hold against your
                coaches’ bands yet.
              </p>
            )}
          </section>
        </>
      )}
    </div>
  );
}
