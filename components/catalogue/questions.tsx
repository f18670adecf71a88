import { ReadingText } from '@/components/ui/reading-text';
import type { QuestionAndAnswer } from '@/lib/core/case-study';

/** Questions to answer aloud before the reply is opened. */
export function Questions({ questions }: { questions: readonly QuestionAndAnswer[] }) {
  return (
    <ul className="mt-2 max-w-[66ch] divide-y divide-rule border-y border-rule">
      {questions.map(({ question, answer }) => (
        <li key={question.text}>
          <details className="group">
            <summary className="flex items-baseline gap-3 py-3">
              <span aria-hidden="true" className="text-muted transition-transform duration-150 group-open:rotate-90">
                ›
              </span>
              <ReadingText html={question.html} className="reading-small" />
            </summary>
            <ReadingText html={answer.html} className="reading-small pb-4 pl-5" />
          </details>
        </li>
      ))}
    </ul>
  );
}
