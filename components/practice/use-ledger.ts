'use client';

import { useEffect, useState } from 'react';
import type { AnswerSlot } from '@/lib/core/attempt';
import type { MadeFrom, madeFrom as MadeFromSchema } from '@/lib/core/feedback/numbers/follow-changes';
import type { Ledger } from '@/lib/core/feedback/numbers/ledger';
import type { AnswerSaver } from '../saving/answer-saver';
import { numbersKey } from '../saving/device-keys';

/** After the last key: reading all answers must never stand between a key and its letter. */
const PAUSE_MS = 700;
/** Where the browser is never idle, it is done all the same. */
const LATEST_MS = 3000;

/** What the numbers were made from when they last fitted. In storage, so that a change is still seen after a reload. */
function recall(attemptId: string, schema: typeof MadeFromSchema): MadeFrom[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(numbersKey(attemptId)) ?? '[]');
    return Array.isArray(stored) ? stored.flatMap((one) => schema.safeParse(one).data ?? []) : [];
  } catch {
    return [];
  }
}

function remember(attemptId: string, made: readonly MadeFrom[]): void {
  try {
    if (made.length === 0) localStorage.removeItem(numbersKey(attemptId));
    else localStorage.setItem(numbersKey(attemptId), JSON.stringify(made));
  } catch {
    // Without storage what was changed before is not marked.
  }
}

function whenIdle(work: () => void): () => void {
  // Safari has no such callback.
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(work, 0);
    return () => clearTimeout(timer);
  }
  const handle = window.requestIdleCallback(work, { timeout: LATEST_MS });
  return () => window.cancelIdleCallback(handle);
}

/** The numbers of an attempt as they are typed: read when the hands pause and the browser is idle. Null until the first time. */
export function useLedger(attemptId: string, saver: AnswerSaver, slots: readonly AnswerSlot[]): Ledger | null {
  const [ledger, setLedger] = useState<Ledger | null>(null);
  useEffect(() => {
    let read: readonly unknown[] = [];
    let stop = () => {};
    async function compute() {
      const drafts = slots.map((slot) => saver.stateOf(slot).draft);
      // The saver also tells of what changes no word: that something was sent, or acknowledged.
      if (drafts.every((draft, index) => draft === read[index])) return;
      read = drafts;
      // Without a network its script cannot be had: the next pause asks again.
      const scripts = await Promise.all([
        import('@/lib/core/feedback/numbers/ledger'),
        import('@/lib/core/feedback/numbers/follow-changes'),
      ]).catch(() => null);
      if (scripts === null) {
        read = [];
        return;
      }
      const [{ ledgerOf }, { followChanges, madeFrom }] = scripts;
      const now = ledgerOf(Object.fromEntries(slots.map((slot, index) => [slot, drafts[index]])));
      const followed = followChanges(now, recall(attemptId, madeFrom));
      remember(attemptId, followed.made);
      setLedger(followed.ledger);
    }
    function schedule() {
      stop();
      let cancelIdle = () => {};
      const timer = setTimeout(() => {
        cancelIdle = whenIdle(() => void compute());
      }, PAUSE_MS);
      stop = () => {
        clearTimeout(timer);
        cancelIdle();
      };
    }
    schedule();
    const unsubscribe = saver.subscribe(schedule);
    return () => {
      unsubscribe();
      stop();
    };
  }, [attemptId, saver, slots]);
  return ledger;
}
