import { readFileSync, writeFileSync } from 'node:fs';
import { MATCHER_VERSION } from '@/lib/core/feedback/matcher';
import { type Figures, measuredFile, type TimeFigures } from '@/lib/core/feedback/measured';
import type { LatencyResult } from './latency';
import type { OwnResult } from './own-part';
import type { Measurements } from './report';

function levelFigures({
  together,
  precisionInterval,
  recallInterval,
  negations,
  denials,
}: OwnResult): Figures['sentences'] {
  const { rightlyFound, calledFound, trulyFound, wronglyNotFound, calledNotFound } = together;
  return {
    precision: { hits: rightlyFound, all: calledFound, interval: precisionInterval },
    recall: { hits: rightlyFound, all: trulyFound, interval: recallInterval },
    overlooked: { hits: wronglyNotFound, all: calledNotFound },
    negations: { hits: negations.found, all: negations.all },
    denials: { hits: denials.unseen.found, all: denials.unseen.all },
  };
}

/** The figures that the product shows, from the same run as the tables. */
export function figuresOf({ date, agreement, own }: Pick<Measurements, 'date' | 'agreement' | 'own'>): Figures {
  const of = (level: OwnResult['level']) => own.find((one) => one.level === level);
  const [sentences, keywords] = [of('sentences'), of('keywords')];
  if (!sentences || !keywords) throw new Error('Both levels are measured together.');
  return {
    date,
    matcherVersion: MATCHER_VERSION,
    answers: agreement.answers,
    cases: sentences.folds.length,
    marks: agreement.marks,
    kappa: agreement.foundKappa,
    kappaInterval: agreement.foundKappaInterval,
    sentences: levelFigures(sentences),
    keywords: levelFigures(keywords),
  };
}

/** The time that the product shows. */
export const timeFiguresOf = (date: string, { medianMs, sentences }: LatencyResult): TimeFigures => ({
  date,
  medianMs: Math.round(medianMs),
  sentences,
});

/** Puts new figures into the file that the product reads; what was not measured now stays. */
export function writeFigures(file: string, figures: { measured?: Figures; time?: TimeFigures }): void {
  const kept = measuredFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  writeFileSync(file, `${JSON.stringify({ ...kept, ...figures }, null, 2)}\n`);
}
