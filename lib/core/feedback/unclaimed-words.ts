/*
 * Words by which something is said without being claimed: as a question, as a guess, by somebody else, as somebody else's work.
 */

const SAY =
  '(?:say|says|said|claim|claims|claimed|think|thinks|believe|believes|suggest|suggests|argue|argues|propose|proposes|proposed|recommend|recommends|insist|insists|swear by|preach|preaches|advocate|advocates)';
const SOME =
  '(?:some|many|most|several|other|certain|a few|lots of)(?: (?:people|teams|candidates|engineers|books|companies|authors|colleagues|experts|blogs|papers|textbooks))?|people|others|textbooks|blogs|everybody|everyone|folks|they|(?:the|my|our|a) (?:boss|colleague|friend|predecessor|blog|textbook|consultant|vendor|professor|teacher)';
const NAIVE =
  '(?:an?|any|only an?|just an?|only) (?:beginner|novice|junior|fool|amateur|newcomer|student|dilettante|naive \\w+)s?';

/** Whose saying it is: all that follows. */
export const OTHERS_SAY = [
  `(?:${SOME})(?: (?:often|sometimes|always|usually|may|might|would|will|like to|tend to|still|just))? ${SAY}`,
  `(?:${NAIVE}) (?:would|might|could|will|writes?|says?|thinks?|does|believes?)`,
  "(?:it is|it's|is) (?:often|sometimes|commonly|widely|usually|frequently) (?:said|claimed|believed|argued|recommended|assumed|suggested)",
  'supposedly|allegedly|reportedly|purportedly|so-called|rumou?r has it|legend has it',
  '(?:one|you) (?:could|might|may) (?:say|argue|think|claim|be tempted|believe|suggest|object|expect)',
  'according to (?:some|others|many|people|textbooks|a blog|my (?:boss|colleague|friend|professor))',
  'why (?:on earth |in the world |the hell )?(?:would|should) (?:anybody|anyone|somebody|someone|i|we|you|one)',
].join('|');

/** Whose work it is. */
export const OTHERS_DO =
  "(?:somebody|someone|anybody|anyone|everybody|everyone) (?:else )?(?:should|could|might|may|will|can|has to|must|would|ought to|needs to)|(?:other people|others|another (?:team|person|engineer|colleague)|a colleague|my (?:colleague|boss|manager|team ?mate)s?|the intern|an intern) (?:should|could|might|may|can|has to|have to|must|would|ought to|needs? to|will)|not my (?:job|problem|area|task|business)|somebody else's (?:job|problem)|someone else's (?:job|problem)";

/** Not knowing: all that follows. */
export const NOT_KNOWING =
  "(?:i'm |i am |we are |we're )?(?:not (?:so |quite |really |entirely |at all )?sure|unsure|uncertain|undecided|clueless)(?: (?:if|whether|about|what|how|that|which|why))?|(?:no|not the slightest|not the faintest|haven't an?y?) (?:idea|clue)|(?:i|we)(?: have)? (?:forgot|forget|forgotten)|(?:i |we )?(?:do not|don't|dont|cannot|can't|cant|couldn't|could not) (?:really |quite |exactly )?(?:know|remember|recall|say|tell|decide)|dunno|idk|(?:i|we) (?:wonder|would have to (?:look|check|google|ask|read|think)|'d have to (?:look|check|google|ask|read|think))|todo|to-do|fixme|tbd|tba|to be (?:decided|determined|discussed|clarified|seen)|hard to say|who knows|god knows|heaven knows|open question|need to (?:look up|read up|google)";

/** Guessing: what follows in its clause. */
export const GUESSING =
  'maybe|perhaps|possibly|conceivably|(?:it )?(?:could|might|may) (?:well )?be that|(?:i|we) (?:suppose|presume)|my guess|just a guess|(?:might|may|could) or (?:might|may|could) not|something like that|or something|or whatever|or not';
