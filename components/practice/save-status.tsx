'use client';

import type { AnswerSlot } from '@/lib/core/attempt';
import type { SaveProblem } from '@/lib/core/saving/draft-state';
import type { AnswerSaver } from '../saving/answer-saver';
import { SaveStatusLine } from '../saving/save-status';

const PROBLEM_TEXTS: Readonly<Record<SaveProblem['kind'], string>> = {
  frozen:
    'This attempt was submitted elsewhere. These words are not part of it; they stay on this device, and its page shows them.',
  gone: 'This attempt is no longer on the server. Copy what you want to keep.',
  'signed-out': 'The session has ended. Sign in in another tab: these words wait here, and are sent then.',
  'too-large': 'This is longer than the 256 kB that an answer may have. Shorten it to save it.',
  invalid: 'The server could not read this.',
};

/** Where an answer is. */
export function AnswerStatusLine({ saver, slot }: { saver: AnswerSaver; slot: AnswerSlot }) {
  return <SaveStatusLine saver={saver} slot={slot} problemTexts={PROBLEM_TEXTS} />;
}
