import { readZip } from './zip-file';

/*
 * SemEval-2013 Task 7, "The Joint Student Response Analysis and 8th Recognizing Textual Entailment Challenge" (Dzikovska et
 * al., 2013), CC BY-SA 3.0. The texts stay where they are; only figures and coefficients leave this file.
 */

export const CORPORA = ['sciEntsBank', 'beetle'] as const;
export type Corpus = (typeof CORPORA)[number];

export const SPLITS = ['train', 'unseen-answers', 'unseen-questions', 'unseen-domains'] as const;
export type Split = (typeof SPLITS)[number];

/** One student's answer to one question. */
export interface GradedAnswer {
  readonly corpus: Corpus;
  readonly split: Split;
  readonly questionId: string;
  readonly question: string;
  readonly references: readonly string[];
  readonly answer: string;
  /** Judged correct, and not partly correct, contradictory or beside the point. */
  readonly correct: boolean;
}

export function readSemEval(path: string): GradedAnswer[] {
  const files = [...readZip(path)].filter(([name]) => name.includes('3way/') && name.endsWith('.xml'));
  return files
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, bytes]) => {
      const corpus = CORPORA.find((one) => name.includes(`/${one}/`));
      const split = name.includes('training/') ? 'train' : SPLITS.find((one) => name.includes(`test-${one}/`));
      return corpus && split ? answersOf(bytes.toString('utf8'), corpus, split) : [];
    });
}

function answersOf(xml: string, corpus: Corpus, split: Split): GradedAnswer[] {
  const question = textOf(/<questionText>([\s\S]*?)<\/questionText>/.exec(xml)?.[1] ?? '');
  const references = [...xml.matchAll(/<referenceAnswer\b[^>]*>([\s\S]*?)<\/referenceAnswer>/g)].map((match) =>
    textOf(match[1] ?? ''),
  );
  const questionId = `${corpus}/${/<question\b[^>]*\bid="([^"]*)"/.exec(xml)?.[1] ?? ''}`;
  return [...xml.matchAll(/<studentAnswer\b([^>]*?)(?:\/>|>([\s\S]*?)<\/studentAnswer>)/g)].map((match) => ({
    corpus,
    split,
    questionId,
    question,
    references,
    answer: textOf(match[2] ?? ''),
    correct: /\baccuracy="correct"/.test(match[1] ?? ''),
  }));
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function textOf(xml: string): string {
  return xml
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
      if (decimal) return String.fromCodePoint(Number(decimal));
      return hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : (ENTITIES[name] ?? whole);
    })
    .trim();
}
