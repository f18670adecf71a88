/*
 * "Requests per user per day", "loads per user and day": a name that says what one person does on a day.
 */

const PERSON = 'users?|members?|person|people|viewers?|visitors?|customers?|shoppers?|riders?|readers?|dau';
/** Visits and sessions are left out: one of them makes more requests than one. */
const DONE = 'requests?|loads?|queries|query|search(?:es)?|page ?(?:loads?|views?)';
const OF_ONE = new RegExp(
  `\\b(?:${DONE})\\b.*(?:\\bper|\\beach|\\bevery|\\ban?|/|\\band)\\s*(?:daily |active )*(?:${PERSON})\\b`,
  'i',
);
const ON_A_DAY = /(?:\b(?:an?|per|and|each|every)|\/)\s*day\b|\bdaily\b/i;

/** True when the words name what one person does on a day. Reads no more than the first 200 characters. */
export function namesRateOfOne(words: string): boolean {
  const read = words.slice(0, 200);
  return OF_ONE.test(read) && ON_A_DAY.test(read);
}
