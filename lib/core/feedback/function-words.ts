/**
 * Words that hold a sentence together and say nothing about its subject. They carry no weight when texts are compared, and
 * their absence is what tells a bare list of keywords from a sentence.
 */
const WORDS = `
a an the this that these those it its itself there here
i me my mine we us our ours you your yours he him his she her hers they them their theirs one ones
is are was were be been being am do does did done doing have has had having
will would shall should can could may might must ought let lets
and or but nor so yet if then else than because since while whereas although though unless until whether
of to in on at by for with from as into onto over under between among through during before after above below up down
out off about against within per via upon toward towards across along around behind beyond
what which who whom whose when where why how
all any both each every few more most much many some such other another same own only just also too very even still
again further once ever already now
`;

export const FUNCTION_WORDS: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/));

/** Words that deny. They weigh nothing themselves; `negation.ts` says what they reach. */
export const NEGATORS: ReadonlySet<string> = new Set(
  'not no never none nothing nobody nowhere neither nor cannot without'.split(' '),
);
