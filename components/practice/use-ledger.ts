'use client';

import { useEffect, useState } from 'react';
import type { AnswerSlot } from '@/lib/core/attempt';
import type { Ledger } from '@/lib/core/feedback/numbers/ledger';
import type { AnswerSaver } from '../saving/answer-saver';

/** After the last key: reading all answers must never stand between a key and its letter. */
const PAUSE_MS = 700;
/** Where the browser is never idle, it is done all the same. */
const LATEST_MS = 3000;

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
export function useLedger(saver: AnswerSaver, slots: readonly AnswerSlot[]): Ledger | null {
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
      const script = await import('@/lib/core/feedback/numbers/ledger').catch(() => null);
      if (script === null) {
        read = [];
        return;
      }
      const { ledgerOf } = script;
      setLedger(ledgerOf(Object.fromEntries(slots.map((slot, index) => [slot, drafts[index]]))));
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
  }, [saver, slots]);
  return ledger;
}
