import { ageText } from './age-text';

/** Somebody in a queue. */
interface Listed {
  readonly id: string;
  readonly name: string;
  /** What they gave last, where another one in the list has the same name. */
  readonly lastGiven: {
    readonly case: { readonly slug: string; readonly title: string | null };
    readonly at: string;
  } | null;
}

/** Two names that look the same are the same: letters that are written in several ways, and spaces, count once. */
const looks = (name: string) => name.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();

/** The ids of those whose name another one of them has too. */
export function sharedNames(people: readonly { readonly id: string; readonly name: string }[]): string[] {
  const counts = new Map<string, number>();
  for (const { name } of people) counts.set(looks(name), (counts.get(looks(name)) ?? 0) + 1);
  return people.filter(({ name }) => (counts.get(looks(name)) ?? 0) > 1).map(({ id }) => id);
}

/**
 * What to call the people of a queue, by id, so that no two are called the same. Where several have one name, each is told by the case that
 * they gave last and how long ago: the coach sees both in the queue anyway, and must not learn an address.
 *
 * @param now in milliseconds since 1970.
 */
export function callApart(people: readonly Listed[], nowMs: number): Map<string, string> {
  const shared = new Set(sharedNames(people));
  const inOrder = [...people].sort((a, b) => {
    const [one, other] = [a.lastGiven?.at ?? '', b.lastGiven?.at ?? ''];
    return one < other ? -1 : one > other ? 1 : a.id < b.id ? -1 : 1;
  });
  const used = new Map<string, number>();
  const called = new Map<string, string>();
  for (const { id, name, lastGiven } of inOrder) {
    if (!shared.has(id)) {
      called.set(id, name);
      continue;
    }
    const given = lastGiven
      ? [lastGiven.case.title ?? lastGiven.case.slug, `${ageText(nowMs - Date.parse(lastGiven.at))} ago`]
      : [];
    const key = [looks(name), ...given].join('\n');
    const number = (used.get(key) ?? 0) + 1;
    used.set(key, number);
    // Given on one day, the same case: nothing that may be said is left but an order.
    called.set(
      id,
      `${name} (${[...given, ...(number > 1 || given.length === 0 ? [`no. ${number}`] : [])].join(', ')})`,
    );
  }
  return called;
}
