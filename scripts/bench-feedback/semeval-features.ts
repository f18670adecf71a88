import type { Encoded } from '@/lib/core/feedback/encoder';
import { lexicalFeatures, type ReadText, readText } from '@/lib/core/feedback/lexical-features';
import { meaningOf, questionMeaning, semanticFeatures } from '@/lib/core/feedback/semantic-features';
import type { GradedAnswer } from './semeval';

/** The features of an answer against each of its question's references. */
export interface Measured {
  readonly row: GradedAnswer;
  readonly perReference: readonly Readonly<Record<string, number>>[];
}

/** An empty answer is one that says nothing. */
export const answerText = (row: GradedAnswer) => row.answer || '-';

/** @param vectors null to measure words only */
export function measure(rows: readonly GradedAnswer[], vectors: ((text: string) => Encoded) | null): Measured[] {
  const byQuestion = new Map<string, GradedAnswer[]>();
  for (const row of rows) {
    const key = `${row.split} ${row.questionId}`;
    const known = byQuestion.get(key);
    if (known) known.push(row);
    else byQuestion.set(key, [row]);
  }
  return [...byQuestion.values()].flatMap((answers) => measureQuestion(answers, vectors));
}

function measureQuestion(answers: readonly GradedAnswer[], vectors: ((text: string) => Encoded) | null): Measured[] {
  const [{ question, references }] = answers as [GradedAnswer, ...GradedAnswer[]];
  const read = { question: readText(question), references: references.map(readText) };
  const meaning = vectors && {
    question: questionMeaning(question, vectors(question)),
    references: references.map((text) => meaningOf(vectors(text))),
  };
  return answers.map((row) => {
    const answer = readText(answerText(row));
    const answerMeaning = vectors && meaningOf(vectors(answerText(row)));
    return {
      row,
      perReference: read.references.map((reference: ReadText, index) => {
        const lexical = lexicalFeatures(reference, answer, read.question);
        const other = meaning?.references[index];
        return other && answerMeaning
          ? { ...lexical, ...semanticFeatures(other, answerMeaning, meaning.question) }
          : { ...lexical };
      }),
    };
  });
}
