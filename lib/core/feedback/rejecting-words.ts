/*
 * Words by which something is turned down, by what they reach. A list of the language, not of sentences: verbs with their
 * objects, judgements with what is judged, and words that choose one thing over another.
 */

/** All forms of regular verbs: `skip+p` doubles its last letter, `ignor~` has a silent e, `den^` an y. */
function forms(verbs: string): string {
  return verbs
    .trim()
    .split(/\s+/)
    .map((verb) => {
      const [stem = '', double] = verb.split('+');
      if (double !== undefined) return `${stem}(?:s|${double}ed|${double}ing)?`;
      if (verb.endsWith('~')) return `${verb.slice(0, -1)}(?:e|es|ed|ing)`;
      if (verb.endsWith('^')) return `${verb.slice(0, -1)}(?:y|ies|ied|ying)`;
      return `${verb}(?:e?s|ed|ing)?`;
    })
    .join('|');
}

const LEAVE = '(?:leav(?:e|es|ing)|left)';
const KEEP = '(?:keep|keeps|kept|keeping|stay|stays|stayed|staying|steer|steers|steering|walk|shy|back|move|get|run)';
const DO = '(?:do|does|did|done|doing|go|goes|went|gone|going|live|lives|lived|living|work|manage)';
const THROW = '(?:throw|throws|threw|thrown|throwing|cast|casts|toss|tosses|chuck)';
const TURN = '(?:turn|turns|turned|turning|switch|switches|switched|switching)';

/** Verbs with what they turn down between their two words: "leave the hash out", "keep new accounts out of training". */
export const REJECT_BETWEEN = `(?:${LEAVE}|keep|keeps|kept|keeping|hold|holds|held|throws?|threw|put|puts|turns?|turned|switch|switches|switched|gives?|gave|rules?|ruled|cuts?)((?: [\\p{L}\\p{N}'%-]+){1,7}?) (?:out|aside|behind|away|overboard|off|up|for later|for another day|alone|to (?:others|somebody|someone))(?!\\p{L})`;

/** Verbs that turn down what follows them, whoever does it. */
export const REJECT = [
  forms(
    'skip+p omit+t avoid refus~ ignor~ neglect dismiss ditch scrap+p abandon shun+n oppos~ bypass disregard renounc~ exclud~ drop+p',
  ),
  'for(?:e)?go(?:es|ing)?|forget|forgot|lacks?|lacking|fails? to|failed to|free of',
  `${LEAVE} (?:out|off|aside|away|behind|for later|to (?:others|somebody|someone))`,
  `${KEEP} (?:away|clear|out|back) (?:from|of)`,
  `${DO} without|dispens(?:e|es|ed|ing) with|no longer|no use for`,
  `(?:get|gets|got|getting) rid of|(?:give|gives|gave|given|giving) up(?: on)?|(?:throws|threw|tosses) (?:away|overboard)`,
  '(?:rule|rules|ruled|ruling) out|refrain(?:s|ed|ing)? from|abstain(?:s|ed|ing)? from|hold(?:s|ing)? off(?: on)?',
  '(?:be|am|are|is|was|were|decide|decided|decides|argue|argued|vote|voted|advise|advised|advice|speak|opt|opted) against',
  '(?:opt|opts|opted|opting) out of|(?:say|says|said) (?:no|goodbye) to|(?:put|puts|putting) off|to hell with|spare (?:me|us|myself|ourselves)',
  'the (?:opposite|contrary|reverse) of|contrary to|unlike',
].join('|');

/** Verbs that do so when "I" or "we" do it; of rows and requests they only say what happens to them. */
export const REJECT_BY_PERSON = [
  forms(
    'reject postpon~ defer+r delay disabl~ cancel eliminat~ delet~ remov~ declin~ discard oppos~ dislik~ distrust den^ doubt disput~ resist veto ban+n forbid+d sacrific~ waiv~ disapprov~',
  ),
  'stopped|quit|ceased|gave up|cut(?:s|ting)?(?! (?:on|at|by|into|in|off|it|them|each|every))',
  `${THROW}|${TURN} (?:off|down)|wait with|pass on|hate|disagree (?:with|that)|regret`,
].join('|');

/** What is done to what was turned down: "… is left out". */
export const REJECTED =
  'skipped|omitted|left (?:out|aside|off|behind|away|for later)|avoided|ignored|neglected|dropped|discarded|excluded|rejected|refused|abandoned|ruled out|scrapped|forbidden|banned|postponed|deferred|disabled|(?:turned|switched) off|cut|put off|forgotten|left undone|dispensed with|spared|disregarded|dismissed|cancelled|given up|wasted|turned down|done without';

/** Adjectives are judgements where nothing follows that they would describe: "false negatives" are none. */
const SAID_OF_IT =
  '(?=\\s*(?:$|[^\\s\\p{L}\\p{N}]|(?:and|or|to|that|for|here|in|because|since|if|when|as|at|with|now|anyway|by|on|until|unless|but|so|whether|given|compared)(?!\\p{L})))';

/** Judgements that speak against what they are said of. */
export const JUDGED_BAD = [
  'overkill|(?:sheer |pure |utter )?(?:nonsense|rubbish|hogwash|humbug|madness|folly|snake oil)|over-?engineer(?:ed|ing)|gold[- ]plat(?:ed|ing)',
  `(?:wasteful|needless|pointless|useless|worthless|fruitless|futile|nonsensical|silly|stupid|foolish|absurd|ridiculous|dumb|superfluous|excessive|overrated|exaggerated|premature|misguided|unwise|unjustified|unwarranted|undesirable|inadvisable|bogus|un(?:necessary|needed|important|interesting|helpful|called for|true|wanted)|irrelevant|immaterial|negligible|incorrect|false|wrong|mistaken|harmless)${SAID_OF_IT}`,
  '(?:an? |the |sheer |pure |such an? )(?:waste|mistake|myth|luxury|distraction|detour|fad|lie|joke|non-issue|red herring|dead end|blind alley|exaggeration|fallacy|delusion|misconception|superstition)(?! (?:rate|model|matrix))',
  '(?:an? )?(?:bad|poor|terrible|horrible|awful|lousy|silly|stupid|crazy|dangerous) (?:idea|choice|plan|practice|advice|habit|move|thing)',
  '(?:an? |only an? |just an? )?(?:minor|small|tiny|marginal|secondary) (?:problem|issue|concern|detail|thing|matter|point|worry)',
  '(?:hardly|barely|scarcely|not) (?:worth|needed|necessary|important|relevant|useful|interesting|helpful)|not worth|no good|no use|of no use|of (?:no|little) (?:value|use|help|interest|importance|benefit|relevance)|worth (?:nothing|little)',
  'out of (?:scope|the question|place)|beyond (?:the |our )?scope|off the table|not in scope|too (?:expensive|costly|much (?:work|effort|trouble|for))|more trouble than|for (?:later|another day|a later (?:version|phase|release))|(?:until|till|in) (?:version (?:two|2|three|3)|v2|v3|phase (?:two|2)|next (?:year|quarter))|beside the point|beyond what (?:i|we|you|anybody) needs?|more than (?:i|we|you|anybody|this|it)(?: \\w+)? (?:needs?|asks?)|(?:far |much |way )?too (?:slow|late|heavy|complicated|complex|clever|fancy|risky) for (?:me|us|this|that)|one (?:\\w+ ){1,3}too many|hair-?splitting|splitting hairs|red tape|(?:a |the |precisely the |exactly the )trap|why bother',
  '(?:an? )?(?:wasted|vain|useless) effort|effort wasted|time wasted|money wasted|lost (?:time|effort)',
].join('|');

/** Predicates that do: "… can wait", "… hardly matters". */
export const SPEAKS_AGAINST = [
  "leaves? (?:me|us) cold|(?:has |have )?never (?:helped|told|taught|paid|brought|given) (?:me|us|anybody|off)|(?:buys?|brings?|gains?|gives?|tells?) (?:me |us )?(?:hardly|next to|barely|almost) (?:anything|nothing)|can wait|may wait|has to wait|must wait|waits? for later|comes? later|(?:hardly|barely|scarcely) (?:matters?|helps?|counts?|pays?)|matters? (?:little|less)|makes? no (?:sense|difference)|does no harm|do no harm|do(?:es)? (?:more )?harm|adds? (?:nothing|little)|brings? (?:nothing|little)|buys? (?:me |us )?(?:nothing|little)|gains? (?:me |us )?(?:nothing|little)|changes? nothing|helps? (?:nobody|no one)|costs? (?:too much|more than)|wastes? \\w+|misses the point|isn't worth|i (?:can|could) (?:easily )?do without|should go|has to go|must go",
].join('|');

/** Judgements of what follows them, of all of it: "little reason to …". */
export const NO_REASON =
  '(?:little|no|hardly any|no good|not much|zero) (?:reason|point|need|sense|value|use|benefit|merit|gain|time|money|interest|appetite|intention|desire|wish|plans?|room|budget|place)(?: in| for| of| to| behind| at all)?|(?:nobody|no one|none of us|no team|no user) (?:needs?|wants?|cares?|asks?|uses?|misses|would|should|will|has)|(?:opposite|contrary|reverse) (?:is true|holds|applies|of (?:this|that))';

/** What a colon follows: "Out: …". */
export const LABELS =
  "out|not|no-?go|non-?goals?|excluded|rejected|avoid|skip|skipped|dropped|never|don't|do not|won't|later|wrong|false|cut|parked|deferred|anti-?patterns?";

/** Verbs by which one thing is chosen; with "over", the other is not. */
export const CHOOSE =
  '(?:prefer(?:red|s|ring)?|choos(?:e|es|ing)|chose|chosen|pick(?:s|ed|ing)?|favou?r(?:s|ed|ing)?|opt(?:s|ed|ing)? for|select(?:s|ed)?|(?:go|went|going) (?:with|for)|settle[sd]? (?:on|for)|decid(?:e|es|ed) (?:on|for)|vot(?:e|es|ed) for)';

/** What is said of the losing side: it follows. */
export const LOSING =
  '(?:rather than|instead of|in place of|as opposed to|in lieu of|in preference to|not to mention|let alone)';
