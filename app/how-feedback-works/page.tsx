import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { type Figures, MEASURED, MEASURED_TIME } from '@/lib/core/feedback/measured';

export const metadata: Metadata = {
  title: 'How feedback works',
  description: 'How Warmstart finds expectations in an answer, what that was measured at, and what it cannot see.',
};

const share = ({ hits, all }: { hits: number; all: number }) =>
  all === 0 ? '–' : `${Math.round((hits / all) * 100)} %`;
const between = ({ low, high }: { low: number; high: number }) =>
  `${Math.round(low * 100)} to ${Math.round(high * 100)} %`;

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <>
      <h2 id={id}>{title}</h2>
      {children}
    </>
  );
}

function Row({
  name,
  figures,
  of,
}: {
  name: string;
  figures: Figures;
  of: (level: Figures['sentences']) => ReactNode;
}) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{of(figures.sentences)}</td>
      <td>{of(figures.keywords)}</td>
    </tr>
  );
}

function Share({ of, interval }: { of: { hits: number; all: number }; interval?: { low: number; high: number } }) {
  return (
    <>
      {share(of)}{' '}
      <span className="text-muted">
        ({of.hits} of {of.all}
        {interval && `; ${between(interval)}`})
      </span>
    </>
  );
}

function Measured({ figures }: { figures: Figures }) {
  const { date, answers, cases, marks, kappa, kappaInterval } = figures;
  return (
    <>
      <p>
        {answers} answers of varied quality to {cases} cases were marked twice, neither marker seeing the other’s marks
        or the matcher’s, {marks} marks each. They agreed on found or not with a kappa of {kappa.toFixed(2)} (
        {kappaInterval.low.toFixed(2)} to {kappaInterval.high.toFixed(2)}; 1 would be always, 0 no better than chance).
        Found counts as true when both say so. Each case was counted with the settings chosen on the others. Answers and
        marks were made by a language model, not by candidates and coaches, and are few: take the figures as a first
        bearing.
      </p>
      <div className="table-scroll">
        <table>
          <caption className="sr-only">What was measured, by level</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="sr-only">Figure</span>
              </th>
              <th scope="col">With the sentence encoder</th>
              <th scope="col">Keyword-level</th>
            </tr>
          </thead>
          <tbody>
            <Row
              name="Said found, and it was"
              figures={figures}
              of={({ precision }) => <Share of={precision} interval={precision.interval} />}
            />
            <Row
              name="Was there, and said found"
              figures={figures}
              of={({ recall }) => <Share of={recall} interval={recall.interval} />}
            />
            <Row
              name="Said not found, and it was there"
              figures={figures}
              of={({ overlooked }) => <Share of={overlooked} />}
            />
            <Row
              name="Said found, and it was denied or not claimed in a usual way"
              figures={figures}
              of={({ negations }) => <Share of={negations} />}
            />
            {figures.sentences.denials && (
              <Row
                name="Said found, and it was turned down in words of its own"
                figures={figures}
                of={({ denials }) => denials && <Share of={denials} />}
              />
            )}
          </tbody>
        </table>
      </div>
      <p>
        So when it says found, look at the sentence; when it says unclear or not found, your answer may still have it.{' '}
        {MEASURED_TIME &&
          `An answer of ${MEASURED_TIME.sentences} sentences takes about ${(MEASURED_TIME.medianMs / 1000).toFixed(1)} s. `}
        Measured on {date}, matcher {figures.matcherVersion}. In brackets: counts, and the range in which the true share
        lies with 95 % confidence.
      </p>
    </>
  );
}

/** One page in plain words: how findings come about, how good they are, and what they cannot see. */
export default function HowFeedbackWorksPage() {
  return (
    <div className="site-frame py-10 sm:py-14">
      <h1 className="font-reading text-display font-semibold tracking-tight">How feedback works</h1>
      <div className="reading mt-4">
        <p>
          Each step of a case has expectations: points that a strong answer makes, written by the case’s author.
          Warmstart looks for each of them in your answer and shows you the sentence it found. It gives no score and no
          praise, and it never says that an answer is correct.
        </p>
        <Part id="what-it-does" title="What it does">
          <p>
            Your answer is cut into sentences. Each is compared with the expectation and with the author’s examples of
            what counts: by the words they share, rare words counting more, and by meaning, with a small language
            encoder that runs on this machine. Nothing leaves it. A sentence that is closer to an example of what does
            not count, or nearly as close to another expectation, loses by that. Much is said alike in every design, so
            the matcher also knows what the cases expect that it came with: a sentence that shares more words with what
            another of them expects at this step is unclear at most.
          </p>
          <ul>
            <li>
              <strong>Found</strong>: a sentence of yours says it. The sentence is shown, so that you can check.
            </li>
            <li>
              <strong>Unclear</strong>: something comes close. You see the closest sentence and say whether you meant
              it.
            </li>
            <li>
              <strong>Not found</strong>: nothing comes close. You may have said it in another way.
            </li>
          </ul>
          <p>
            A heading, code, a diagram, a list of keywords, also with a sentence around it, and a sentence in another
            language can be unclear but never found. So can what you turn down (“I would leave this out: …”, “… is
            overkill”, “… over HNSW”, a list below “Out of scope”, a sentence before “That would be a mistake”) and what
            you say without claiming it: a guess, a question, what others say or should do. Where asking is what a step
            is for, questions count. What stands in the prompt, in a fact, in a hint you took or in the worked answer is
            marked as pasted and not counted, also with a word changed here and there; a number of a fact in your own
            words is yours.
          </p>
          <p>
            <strong>Keyword-level matching</strong> is the same without the encoder. It is used where the encoder is not
            installed or does not answer in time, it knows words and not what they mean, and the screen says so. Each
            result is kept with the attempt, and with the versions of the matcher, the encoder and the case that made
            it.
          </p>
        </Part>
        <Part id="your-word" title="Your word counts">
          <p>
            After submitting you mark yourself first, and the findings are shown beside your marks; where they differ,
            both stay. “This is it” and “No, not this” change what is shown, never what is stored. Under “What was
            found” you can save them as example sentences for the author of the case: with each one the next answer is
            read better.
          </p>
        </Part>
        <Part id="contradictions" title="Contradictions and numbers">
          <p>
            Ten rules compare what you wrote with what you wrote elsewhere: stage latencies with the target, machines
            with traffic, memory with the index, a metric with the base rate, and so on. Each shows both passages and
            one sentence why; a sum shows every stage that was added. What may run beside, inside or instead of a stage
            is not added, and a part of the traffic or of the index is not held against the whole. A rule that is not
            sure says nothing, so a clean list does not mean that all is consistent.
          </p>
          <p>
            The list of numbers beside the form reads quantities as you type them and marks those that no longer fit:
            where a calculation or a known formula comes to something else, and where a number was made from another one
            that you have changed since. It sees the second from units and values, only where a single derivation fits,
            and only on the device where you typed both.
          </p>
        </Part>
        <Part id="measured" title="What it was measured at">
          {MEASURED ? (
            <Measured figures={MEASURED} />
          ) : (
            <p>This version has not been measured yet, so take its findings as places to look and no more.</p>
          )}
        </Part>
        <Part id="cannot-see" title="What it cannot see">
          <ul>
            <li>
              <strong>Whether something is right.</strong> A wrong number beside a right one is found.
            </li>
            <li>
              <strong>What has to be inferred.</strong> “A fifth of a second” is not 200 ms to it.
            </li>
            <li>
              <strong>Some denials.</strong> The usual ways to turn something down are seen. Idioms, irony and saying
              the opposite in positive words are overlooked: see “turned down in words of its own” above.
            </li>
            <li>
              <strong>Whose case it is.</strong> Much advice holds for every system: what you wrote for another case may
              be found in this one, most of all when that case is not one of those that Warmstart came with.
            </li>
            <li>
              <strong>Order and reasoning.</strong> It sees which points stand there, not how they hold together. That
              is what a coach is for.
            </li>
            <li>
              <strong>Other languages than English.</strong> They are not found.
            </li>
          </ul>
        </Part>
        <p>
          Practise and look for yourself: <Link href="/">choose a case</Link>.
        </p>
      </div>
    </div>
  );
}
