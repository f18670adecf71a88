import { headers } from 'next/headers';
import { PersonWhoTypes } from '@/components/saving/use-unsent-text';
import { AccountNeeded } from '@/components/sharing/account-needed';
import { AskForReview } from '@/components/sharing/ask-for-review';
import { ImportReview } from '@/components/sharing/import-review';
import { buttonClass } from '@/components/ui/button';
import { Part } from '@/components/ui/part';
import { ownLink } from '@/lib/http/own-link';
import { loadGroups } from '@/lib/loaders/load-groups';
import { loadShares } from '@/lib/loaders/load-shares';
import { findPageReader } from '@/lib/loaders/page-reader';

/** Asking for a review of a submitted attempt of one's own. */
export async function AskSection({ attemptId }: { attemptId: string }) {
  const sent = await headers();
  const reader = await findPageReader(sent);
  if (!reader) return null;
  const now = new Date();
  const [given, { groups }] = reader.isGuest
    ? [null, { groups: [] }]
    : await Promise.all([
        loadShares(reader, attemptId, now, (token) => ownLink(`/share/${token}`, sent)),
        loadGroups(reader),
      ]);
  return (
    <section aria-labelledby="ask-for-review" className="no-print mt-16 max-w-[860px]">
      <h2 id="ask-for-review" className="scroll-mt-20 font-reading text-title font-semibold">
        Ask for a review
      </h2>
      <p className="mt-1 mb-5 max-w-[66ch] text-muted">
        A coach reads your answers as you submitted them and writes beside your own words. Nobody sees this attempt
        unless you give it to them, and you can take it back.
      </p>
      {given ? (
        <PersonWhoTypes id={reader.userId}>
          <AskForReview
            attemptId={attemptId}
            given={given}
            groups={groups.map(({ id, name }) => ({ id, name }))}
            nowMs={now.getTime()}
          />
        </PersonWhoTypes>
      ) : (
        <Part id="needs-account" level="h3" title="By a link or a group">
          <AccountNeeded next={`/attempts/${attemptId}#ask-for-review`}>
            This needs an account: the coach sees your name over the attempt, and you are told when the review is there.
            You come back to this place, and everything you did as a guest comes with you.
          </AccountNeeded>
        </Part>
      )}
      <Part id="by-file" level="h3" title="By a file" text="For a coach without an account here, or without a network.">
        <p className="max-w-[66ch]">
          A packet is one HTML file with your answers, the rubric and a form for comments. It opens in any browser, and
          the coach sends the review back as a file, which you take in here.
        </p>
        <div className="mt-4 flex flex-wrap items-center gap-3">
          <a href={`/api/attempts/${attemptId}/packet`} download className={buttonClass()}>
            Download the packet
          </a>
          <ImportReview attemptId={attemptId} as="candidate" />
        </div>
      </Part>
    </section>
  );
}
