'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { callApi } from '@/components/review/call-api';
import { Button } from '@/components/ui/button';
import { useHydrated } from '@/components/ui/use-hydrated';
import { type ImportedPacket, MAX_REVIEW_BYTES } from '@/lib/core/review/review-api';

type Outcome = ImportedPacket['outcome'];
type Taken = Pick<ImportedPacket, 'outcome' | 'verdictLeftOut'>;

/** What became of the file, by whoever took it in. */
const OUTCOMES: Readonly<Record<'candidate' | 'coach', Readonly<Record<Outcome, string>>>> = {
  candidate: {
    created: 'The review is taken in.',
    merged: 'What is new in it is merged into the review that was here.',
    unchanged: 'There is nothing new in it: this review is here already.',
  },
  coach: {
    created: 'What it says is your review now; look it over, and publish.',
    merged: 'What is new in it is merged into your review; look it over, and publish.',
    unchanged: 'There is nothing new in it: your review says it already.',
  },
};

const NOT_A_REVIEW = 'This file is not a review that was saved in a packet.';

/** The file's content; undefined when it cannot be one that a packet saved. */
async function readJson(file: File): Promise<unknown> {
  if (file.size > MAX_REVIEW_BYTES) return undefined;
  try {
    return JSON.parse(await file.text());
  } catch {
    return undefined;
  }
}

/** Takes in the file that "Save review" in a packet made. */
export function ImportReview({ attemptId, as }: { attemptId: string; as: 'candidate' | 'coach' }) {
  const router = useRouter();
  const hydrated = useHydrated();
  const input = useRef<HTMLInputElement>(null);
  const [working, setWorking] = useState(false);
  const [taken, setTaken] = useState<Taken | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function takeIn(file: File) {
    setWorking(true);
    setTaken(null);
    setProblem(null);
    const packet = await readJson(file);
    const reply =
      packet === undefined
        ? { value: null, problem: NOT_A_REVIEW, status: 422 }
        : await callApi<ImportedPacket>('POST', `/api/attempts/${attemptId}/packet`, packet);
    setWorking(false);
    // Without an answer nobody knows whether it was taken; taking it in again does no harm.
    setProblem(reply.problem && `${file.name}: ${reply.problem}${reply.status === 0 ? '' : ' Nothing was changed.'}`);
    if (!reply.value) return;
    setTaken(reply.value);
    router.refresh();
  }

  return (
    <>
      <Button disabled={!hydrated} busy={working} onClick={() => input.current?.click()}>
        {working ? 'Taking it in' : 'Take in a saved review'}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) void takeIn(file);
          // So that the same file can be chosen again.
          event.target.value = '';
        }}
      />
      <p role="status" className="basis-full empty:hidden">
        {taken && OUTCOMES[as][taken.outcome]}
        {taken?.verdictLeftOut && ` ${taken.verdictLeftOut}`}
        {taken && as === 'candidate' && (
          <>
            {' '}
            <Link href={`/attempts/${attemptId}/reviews`} prefetch={false} className="text-link">
              To the review
            </Link>
          </>
        )}
      </p>
      <p role="alert" className="basis-full text-danger wrap-anywhere empty:hidden">
        {problem}
      </p>
    </>
  );
}
