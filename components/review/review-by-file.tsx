import { ImportReview } from '@/components/sharing/import-review';
import { buttonClass } from '@/components/ui/button';

/** For a coach who goes where there is no network: the attempt as a file, and the way back into the own review. */
export function ReviewByFile({ attemptId }: { attemptId: string }) {
  return (
    <details className="desk-fold no-print">
      <summary>
        <span className="font-medium">Without a network</span>
        <span className="text-muted max-sm:hidden">review it in a file</span>
      </summary>
      <p className="mt-2 max-w-[66ch] text-muted">
        A packet is one HTML file with the answers, the rubric and a form for comments. Save your review in it and take
        it in here: it is merged into the one on this desk.
      </p>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <a href={`/api/attempts/${attemptId}/packet`} download className={buttonClass()}>
          Download the packet
        </a>
        <ImportReview attemptId={attemptId} as="coach" />
      </div>
    </details>
  );
}
