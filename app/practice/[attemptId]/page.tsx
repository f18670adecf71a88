import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { UnreadNotices } from '@/app/unread-notices';
import { Workspace } from '@/components/practice/workspace';
import { findCase } from '@/lib/content/library';
import { findOwnAttempt } from '@/lib/loaders/find-own-attempt';
import { loadCarryOver } from '@/lib/loaders/load-carry-over';
import { findPageReader } from '@/lib/loaders/page-reader';

type Props = { params: Promise<{ attemptId: string }> };

export const metadata: Metadata = { title: 'Practise' };

export default async function PracticePage({ params }: Props) {
  const { attemptId } = await params;
  const reader = await findPageReader(await headers());
  const attempt = reader && (await findOwnAttempt(reader, attemptId));
  if (!attempt) notFound();
  if (attempt.submittedAt !== null) redirect(`/attempts/${attempt.id}`);
  const study = findCase(attempt.caseSlug);
  const carryOver = attempt.followsId === null ? null : await loadCarryOver(reader, attempt.id, new Date());
  const openedHints = attempt.hints.flatMap(({ step, number }) => {
    const html = study?.steps[step].hints[number - 1]?.html;
    return html === undefined ? [] : [{ step, number, html }];
  });
  return (
    <>
      <UnreadNotices />
      <Workspace
        attempt={attempt}
        study={{
          slug: attempt.caseSlug,
          title: study?.title ?? attempt.caseSlug,
          // A case can be taken away while somebody works on it; what they wrote stays open to them.
          promptHtml: study?.prompt.html ?? '<p>This case is no longer here. Your answers are.</p>',
        }}
        openedHints={openedHints}
        // A step tried again follows an attempt whether somebody has commented on that or not.
        carryOver={attempt.onlyStep && carryOver?.comments.length === 0 ? null : carryOver}
      />
    </>
  );
}
