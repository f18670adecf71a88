import { ReadingText } from '@/components/ui/reading-text';
import { LEVEL_NAMES, LEVELS } from '@/lib/core/attempt';
import type { Expectation } from '@/lib/core/case-study';

/** What a strong answer contains, by the level that is expected to say it. */
export function ExpectationList({ expectations }: { expectations: readonly Expectation[] }) {
  return LEVELS.map((level) => {
    const own = expectations.filter((expectation) => expectation.level === level);
    if (own.length === 0) return null;
    return (
      <div key={level} className="mt-5">
        <h3 className="label-text">{LEVEL_NAMES[level]}</h3>
        <ul className="mt-1 divide-y divide-rule border-y border-rule">
          {own.map((expectation) => (
            <li key={expectation.id} className="py-2.5">
              <ReadingText html={expectation.statement.html} className="reading-small" />
            </li>
          ))}
        </ul>
      </div>
    );
  });
}
