import { type LexicalFeatures, lexicalFeatures, type ReadText } from './lexical-features';
import {
  type Alignment,
  type MeaningText,
  type QuestionMeaning,
  type SemanticFeatures,
  semanticFeatures,
} from './semantic-features';

/** A text that can be compared: by its words always, by its meaning when there is an encoder. */
export interface ComparedText {
  readonly read: ReadText;
  readonly meaning: MeaningText | null;
}

export interface ComparedQuestion {
  readonly read: ReadText;
  readonly meaning: QuestionMeaning | null;
}

export type PairFeatures = LexicalFeatures & Partial<SemanticFeatures>;

/** @param alignment of the two, when it is known already */
export function pairFeatures(
  reference: ComparedText,
  answer: ComparedText,
  question: ComparedQuestion | null,
  alignment?: Alignment,
): PairFeatures {
  const lexical = lexicalFeatures(reference.read, answer.read, question?.read ?? null);
  if (reference.meaning === null || answer.meaning === null) return lexical;
  return { ...lexical, ...semanticFeatures(reference.meaning, answer.meaning, question?.meaning ?? null, alignment) };
}
