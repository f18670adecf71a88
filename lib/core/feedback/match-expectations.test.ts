import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Encoded } from './encoder';
import { matchExpectations } from './match-expectations';
import { shownRuns } from './paste';
import { type AnswerPassage, readAnswer, withAnswerMeaning } from './read-answer';
import { type MatchedExpectation, readReferences, withMeaning } from './references';
import { tokensOf } from './tokens';

const text = (one: string) => ({ html: one, text: one });

const EXPECTATIONS: readonly MatchedExpectation[] = [
  {
    id: 'log-at-serving',
    statement: text('Feature values are logged at the moment of serving, and training reads exactly that log.'),
    counts: [
      'We write down the inputs that the model saw when it answered, and train on that record.',
      'Features logged at serve time become the training rows; nothing is recomputed.',
      'Training data is the record of feature values the server used for that request.',
    ],
    doesNotCount: ['Features are computed every night by a batch job.', 'We log every click for training.'],
  },
  {
    id: 'split-by-time',
    statement: text('I split by time: the test week comes after the last day of the training data.'),
    counts: [
      'Train on thirty days, test on the week that follows.',
      'The held-out set lies later in time than every row that was trained on.',
      'Temporal split, so that the future never leaks into training.',
    ],
    doesNotCount: ['I keep twenty per cent of the rows for testing.', 'I shuffle and split the data at random.'],
  },
];
const PROMPT = 'Design a system that predicts whether a member clicks an ad.';
const STEP = readReferences(EXPECTATIONS, PROMPT);
const NOTHING_SHOWN = shownRuns([]);
const STRONG = 'We log feature values at the moment of serving and training reads that log.';

const passage = (answer: string): AnswerPassage => ({ path: 'text', kind: 'text', text: answer });
const match = (answer: string, shown = NOTHING_SHOWN) => matchExpectations(STEP, readAnswer([passage(answer)], shown));
const stateOf = (answer: string, id = 'log-at-serving') => match(answer).find((one) => one.expectation === id)?.state;

describe('an expectation', () => {
  it('is found with the sentence that says it', () => {
    const answer = `First the label.\n\n- ${STRONG}\n- Then we rank.`;
    const [log, split] = match(answer);
    expect(log).toMatchObject({ expectation: 'log-at-serving', state: 'found', quote: { path: 'text', text: STRONG } });
    expect(split).toMatchObject({ expectation: 'split-by-time', state: 'not found', quote: null });
  });

  it('is found in the field that says it', () => {
    const passages: AnswerPassage[] = [
      { path: 'label', kind: 'text', text: 'A click within thirty minutes.' },
      { path: 'sources.1', kind: 'text', text: STRONG },
    ];
    expect(matchExpectations(STEP, readAnswer(passages, NOTHING_SHOWN))[0]?.quote).toEqual({
      path: 'sources.1',
      start: 0,
      end: STRONG.length,
      text: STRONG,
    });
  });

  it('is found only in the part that was given to the step', () => {
    const answer = `${STRONG} Then we rank what is left and show it.`;
    const read = (start: number, end: number) =>
      matchExpectations(STEP, readAnswer([{ ...passage(answer), spans: [{ start, end }] }], NOTHING_SHOWN))[0]?.state;
    expect(read(0, STRONG.length)).toBe('found');
    expect(read(STRONG.length, answer.length)).toBe('not found');
  });

  it.each([
    `The label is next. That would be it. ${STRONG}`,
    `I would not shuffle. ${STRONG}`,
    `Out of scope: payments.\n\n${STRONG}`,
    `## Out of scope\n\n- payments\n\n## Data\n\n${STRONG}`,
    `We lоg feature values at the mom\u00adent of serving and training reads that log.`,
  ])('is found beside what is denied: %s', (answer) => {
    expect(stateOf(answer)).toBe('found');
  });

  it('can be said in two sentences', () => {
    const quote = match('We write down the inputs the model saw. Training reads that log of the moment of serving.')[0]
      ?.quote;
    expect(quote?.text).toContain('Training reads that log');
  });
});

describe('is not found', () => {
  it.each([
    ['silence', ''],
    ['not knowing', "I don't know."],
    ['nothing about it', 'The system should be fast and scale well. We use a database.'],
    ['a near miss', 'Features are computed every night by a batch job.'],
    ['keywords', 'feature values, logged, moment, serving, training, reads, log'],
    ['keywords without commas', 'feature values logged moment serving training reads exactly log'],
    ['keywords one below the other', '- feature values\n- logged\n- serving\n- training\n- log'],
    ['a heading', `# ${STRONG}`],
    ['code', `\`\`\`\n${STRONG}\n\`\`\``],
    [
      'a diagram',
      '```mermaid\nflowchart TB\n a["feature values logged at serving"] --> b["training reads that log"]\n```',
    ],
    ['a denial', `It is not true that ${STRONG}`],
    ['a denial at the end', `${STRONG.slice(0, -1)} is wrong.`],
    ['what nobody does', 'We never log feature values at the moment of serving and training does not read that log.'],
    ['a judgement', `${STRONG.slice(0, -1)}, which I consider overkill.`],
    ['a label', `Out of scope: ${STRONG}`],
    ['strike-through', `~~${STRONG}~~`],
    ['strike-through over several sentences', `<s>First things first. ${STRONG} And so on.</s>`],
    ['a cross', `❌ ${STRONG}`],
    ['a heading over it', `## Not in this version\n\nFirst things first.\n\n- ${STRONG}`],
    ['a list of what is left out', `I would not do this:\n- ${STRONG}`],
    ['a sentence that takes it back', `${STRONG} I would not do any of that.`],
    ['a sentence before it', `I would not do this. ${STRONG}`],
    ['second thoughts', `${STRONG} Scratch that, training computes them anew.`],
    ["others' opinion", `Some people say that ${STRONG}`],
    ["others' work", `Somebody else should make sure that ${STRONG}`],
    ['a guess', `Maybe ${STRONG.slice(0, -1)}, who knows.`],
    ['a question', `Should we log feature values at the moment of serving and train on that log?`],
    ['a list in a sentence', 'We use feature, values, logged, moment, serving, training, reads, log and so on.'],
    ['"and"', 'I think about feature and values and logged and moment and serving and training and reads and log.'],
    ['letters of another alphabet in a denial', `It is nоt true that ${STRONG}`],
    ['German', 'Wir schreiben die Merkmale beim Ausliefern mit und trainieren auf genau diesem Protokoll.'],
    ['Chinese', '我们在服务时记录特征值，训练读取该日志。'],
    ['markup', '<b></b><script>alert(1)</script> ![](x) [](y)'],
  ])('by %s', (_, answer) => {
    expect(stateOf(answer)).not.toBe('found');
    expect(stateOf(answer, 'split-by-time')).not.toBe('found');
  });

  it('by what was pasted, which is marked', () => {
    const shown = shownRuns([{ source: 'hint', text: STRONG }]);
    const answer = readAnswer([passage(`So: ${STRONG}`)], shown);
    expect(answer.pasted).toEqual([{ source: 'hint', path: 'text', start: 4, end: 3 + STRONG.length }]);
    expect(matchExpectations(STEP, answer)[0]).toMatchObject({ state: 'not found', quote: null });
  });

  it.each(EXPECTATIONS.flatMap(({ id, doesNotCount }) => doesNotCount.map((near) => [near, id])))(
    'by its near miss: %s',
    (near, id) => {
      expect(stateOf(near, id)).not.toBe('found');
    },
  );
});

describe('any answer', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(STRONG, ' ', '\n- ', '. ', '| ', '```\n', 'not ', 'Temporal split. ', '🚀', 'مرحبا ', '\r\n'),
  );
  const answers = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));

  it('is quoted exactly, once for each expectation, and alike every time', () => {
    fc.assert(
      fc.property(answers, (answer) => {
        const results = match(answer);
        expect(results.map(({ expectation }) => expectation)).toEqual(EXPECTATIONS.map(({ id }) => id));
        for (const { state, confidence, quote } of results) {
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
          expect(quote === null).toBe(state === 'not found');
          if (quote) expect(answer.slice(quote.start, quote.end)).toBe(quote.text);
        }
        expect(match(answer)).toEqual(results);
      }),
      { numRuns: 200 },
    );
  });

  it('loses nothing by a sentence about something else', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Then lunch.', 'Costs are low.', '- the team is small'),
        fc.boolean(),
        (other, before) => {
          const answer = before ? `${other}\n\n${STRONG}` : `${STRONG}\n\n${other}`;
          expect(stateOf(answer)).toBe('found');
        },
      ),
    );
  });

  it('of 20,000 words is matched, and its one good sentence found', () => {
    const filler = 'The weather in the mountains changes quickly and people carry several layers of clothes. ';
    const answer = `${filler.repeat(700)}${STRONG} ${filler.repeat(700)}`;
    expect(match(answer)[0]).toMatchObject({ state: 'found', quote: { text: STRONG } });
  });
});

/** Each word has a direction of its own, so that meaning is the words in common. */
function encoded(one: string): Encoded {
  const dimensions = 64;
  const words = tokensOf(one).map(({ word }) => word);
  const vectors = new Float32Array(words.length * dimensions);
  const pooled = new Float32Array(dimensions);
  for (const [index, word] of words.entries()) {
    const place = [...word].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % dimensions, 7);
    vectors[index * dimensions + place] = 1;
    pooled[place] = (pooled[place] ?? 0) + 1;
  }
  const length = Math.hypot(...pooled) || 1;
  return { pooled: pooled.map((value) => value / length), words, vectors };
}

describe('with meaning', () => {
  const step = withMeaning(STEP, STEP.texts.map(encoded));
  const matchMeaning = (answer: string) => {
    const read = readAnswer([passage(answer)], NOTHING_SHOWN);
    const meanings = new Map(read.sentences.map((sentence, index) => [index, encoded(sentence.read.text)]));
    return matchExpectations(step, withAnswerMeaning(read, meanings));
  };

  it('is found by the same rules', () => {
    expect(matchMeaning(STRONG)[0]).toMatchObject({ state: 'found', quote: { text: STRONG } });
    expect(matchMeaning(`It is not true that ${STRONG}`)[0]?.state).toBe('unclear');
    expect(matchMeaning('The office has plants.')[0]?.state).toBe('not found');
  });

  it('needs the vectors of every reference', () => {
    expect(() => withMeaning(STEP, [])).toThrow(RangeError);
  });
});
