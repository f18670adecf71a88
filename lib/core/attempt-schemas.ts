import { z } from 'zod';
import { ANSWER_SLOTS, LEVELS, STARTABLE_MODES } from './attempt';

// Apart from the words themselves: a page that only names a mode should not load a validator.
export const answerSlotSchema = z.enum(ANSWER_SLOTS);
export const levelSchema = z.enum(LEVELS);
export const startableModeSchema = z.enum(STARTABLE_MODES, {
  error: 'Choose guided, unaided or blank.',
});
