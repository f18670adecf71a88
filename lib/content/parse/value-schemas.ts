import { z } from 'zod';
import { LEVELS } from '@/lib/core/attempt';
import { FACT_TOPICS } from '@/lib/core/case-study';
import { oneOf } from '../did-you-mean';

// Each message here says what would be right; `checkValues` puts what was found before it.

export const levelValue = z.enum(LEVELS, { error: `Write ${oneOf(LEVELS)}.` });

export const topicValue = z.enum(FACT_TOPICS, { error: `Write ${oneOf(FACT_TOPICS)}.` });

export const line = (maxCharacters: number, fix: string) =>
  z
    .string({ error: fix })
    .trim()
    .min(1, { error: fix })
    .max(maxCharacters, { error: `Say it in ${maxCharacters} characters.` });

export const wholeNumber = (min: number, max: number) => {
  const error = `Write a whole number from ${min} to ${max}.`;
  return z.int({ error }).min(min, { error }).max(max, { error });
};

/** A whole number as written after an id: `weight 2`. */
export const writtenNumber = (min: number, max: number) =>
  z
    .string({ error: `Write a whole number from ${min} to ${max}.` })
    .refine((text) => /^\d{1,4}$/.test(text) && Number(text) >= min && Number(text) <= max, {
      error: `Write a whole number from ${min} to ${max}.`,
    })
    .transform(Number);
