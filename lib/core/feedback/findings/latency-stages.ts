import type { Statement } from '../numbers/statements';
import { saysNothingBut, wordSet } from './stance';

/*
 * Which stages of a request are surely waited for one after the other. A budget also names what runs beside a stage, inside it,
 * instead of it, ahead of the request or after its answer, and nothing but its words says so. Everything that may be one of those is
 * left out, so that the sum is never more than the candidate's own.
 */

/** Left over, or done when nobody waits. */
const OFF_PATH =
  /\b(?:slack|reserved?|headroom|spare|buffer|margin|left(?:over)?|rest|remain\w*|async\w*|offline|background|batch\w*|night\w*|pre-?comput\w*|pre-?fetch\w*|pre-?load\w*|warm\w*|ahead|upload\w*|publish\w*|ingest\w*|train\w*|build\w*|logs?|logging|logged|audit\w*|telemetry|metrics|analytics|fire[- ]and[- ]forget|non-?blocking|off the|not (?:on|in|part)|client|browser|render\w*|app|device|after|before|later|defer\w*|laz(?:y|ily)|once|stream\w*|refresh\w*)\b/i;
/** Beside another stage. */
export const OVERLAPS =
  /\b(?:parallel\w*|concurren\w*|simultaneous\w*|same time|same moment|alongside|meanwhile|while|overlap\w*|hid(?:e|es|den)|during|at once|together|fan(?:s|ned)?[- ]?out|scatter\w*|pipelin\w*|races?|hedg(?:e|ed|ing)|side by side|starts? (?:with|at)|as soon as|max\()|∥|\|\|/i;
/** Inside another stage. */
const INSIDE =
  /\b(?:of which|of (?:that|this|it|these|those)|thereof|incl\w*|inside|within|contain\w*|counted|part of|above|sub-?(?:step|stage|total)s?|breakdown|i\.e|namely|itself|alone)\b|^\s*(?:[-–—•↳└>+*([…]|\.\.)/i;
/** Instead of another stage, or only sometimes. */
const INSTEAD =
  /\b(?:or|either|instead|alternativ\w*|option\w*|fall[- ]?backs?|degraded|backup|else|otherwise|if|when|only|case|cold|hot|hits?|miss(?:es|ed)?|cach\w*|retry|retries|timeouts?|deadline|cap|rare\w*|sometimes|shadow|canary|experiment\w*|variant|arm|a\/b|today\w*|current\w*|existing|now|old|legacy|previous\w*|future|targets?|goal|planned|phase|baseline|worst|best|max\w*|min(?:imum)?|for (?:\w+ )?(?:queries|users|requests|pages|members))\b|\d\s?%|\bv\d/i;
/** Another statistic than the target's. */
const STATISTIC = /\bp\s?-?(?:50|75|90|95|99[.]?9+)\b|\b(?:median|mean|average|avg|typical\w*|percentile)\b/i;
/** The sum of the others. */
const SUM =
  /\b(?:total|sum|overall|altogether|end[- ]to[- ]end|e2e|whole|all|everything|entire|budget|slo|sla|limit|measured|observed|actual\w*)\b/i;

/** True when the words beside a time leave a doubt that the request waits for it. */
export const isDoubtful = (words: string): boolean =>
  [OFF_PATH, OVERLAPS, INSIDE, INSTEAD, STATISTIC].some((pattern) => pattern.test(words));

/** The same, or the sum of the other stages. */
export const isNoStage = (words: string): boolean => isDoubtful(words) || SUM.test(words);

/** One time of a budget. */
export interface Stage {
  readonly name: string;
  readonly seconds: number;
  readonly statement: Statement;
}

/** All that the name of a stage may say, of those that every request goes through: what else stands in a budget is left out of the sum. */
export const STAGE_WORDS = wordSet(
  `retrieval retrieve retriever candidate candidates generation gen sourcing ranking ranker rank rerank re pre reranking reranker scoring
   score scorer feature features fetch fetching lookup lookups embedding embeddings embed encode encoder encoding query user item detector
   detect detection decode decoding ann index search knn hnsw network gateway api parse parsing preprocessing postprocessing processing post
   inference model forward pass llm filter filtering filters rules policy business logic cross two tower towers stage step first second
   heavy light final assembly serialisation serialization response auth redis store db database read image text photo crop blending
   diversity mixing video ad ads the a an of and in on with for to by from at fp bf int quantised quantized distilled gpu cpu l b c d e ms s p
   dnn mlp bert transformer hydration request page join`,
);
/** Two stages in one row may be the sum of two others. */
const IS_SEVERAL = /[+&|→>=]/;

/** Words that tell two settings of one stage apart: a request goes through one of them. */
const SETTING =
  /^(?:fp|bf|int|float|uint|quanti[sz]ed|distilled|gpus?|cpus?|tpus?|small|large|big|tiny|light|lightweight|heavy|full|fast|slow|normal|regular|primary|secondary|main|default|web|mobile|tv|ios|android|desktop|eu|us|apac|simple|complex|short|long|first|second|stage|with|without|in|on|at|of|the|a|an|and|for|from|to|by|new)$/;

/** A name that is nothing but a setting or a place: "web", "TV". */
const ONLY_SETTING = '(setting)';

/** What a stage is called, without its setting: the stems of its words. */
function stems(name: string): string[] {
  const words =
    name
      .toLowerCase()
      .replace(/\b(re|pre)-?(?=rank)/g, '$1')
      .match(/\p{L}+/gu) ?? [];
  const own = words.filter((word) => word.length > 1 && !SETTING.test(word));
  if (own.length === 0 && words.some((word) => word.length > 1)) return [ONLY_SETTING];
  return own.map((word) => word.replace(/(?:ings?|ers?|ed|als?|ions?|s)$/, '').replace(/(.)\1$/, '$1'));
}

/**
 * Of stages that go by the same name the request goes through one: the shortest is taken where only a setting tells them apart
 * ("in fp32", "in int8"), and the longest where they may be branches of one fan-out ("text retrieval", "image retrieval").
 */
function oneOfEach(stages: readonly Stage[]): Stage[] {
  const groups: { members: Stage[]; words: Set<string>; isSame: boolean; key: string }[] = [];
  for (const stage of stages) {
    const words = stems(stage.name);
    const key = [...words].sort().join(' ');
    const known = groups.find((group) => group.key === key || words.some((word) => group.words.has(word)));
    if (!known || words.length === 0) groups.push({ members: [stage], words: new Set(words), isSame: true, key });
    else {
      known.members.push(stage);
      known.isSame &&= known.key === key;
      for (const word of words) known.words.add(word);
    }
  }
  return groups.flatMap(({ members, isSame }) => {
    const bySize = [...members].sort((a, b) => a.seconds - b.seconds);
    return (isSame ? bySize[0] : bySize.at(-1)) ?? [];
  });
}

/**
 * The stages that a request surely goes through one after the other, in the order in which they are written.
 *
 * @param hasBranches something else in the design says that stages overlap, and not which: then one of them is all that is sure.
 */
export function sureStages(stages: readonly Stage[], hasBranches: boolean): Stage[] {
  const isSure = ({ name }: Stage) => !isNoStage(name) && !IS_SEVERAL.test(name) && saysNothingBut(name, STAGE_WORDS);
  const sure = oneOfEach(stages.filter(isSure));
  if (!hasBranches) return stages.filter((one) => sure.includes(one));
  const [first, ...others] = sure;
  return first ? [others.reduce((most, one) => (one.seconds > most.seconds ? one : most), first)] : [];
}

/** The rows of the budget table. */
export function typedStages(statements: readonly Statement[]): Stage[] {
  return statements.flatMap((statement) => {
    const { stage, ms } = statement.cells ?? {};
    if (statement.field !== 'latency_budget' || !ms?.quantity || ms.quantity.value <= 0) return [];
    return [{ name: stage?.text ?? '', seconds: ms.quantity.value, statement }];
  });
}

const MARKER = /^\s*(?:[-*•+–]|\d+[.)])\s+/;

/** The stage that an item names with one time; null when it says anything else. */
function itemStage(statement: Statement): Stage | null {
  const times = statement.quantities.filter(({ unit }) => unit === 'seconds');
  const [only, second] = times;
  if (!only || second || only.value <= 0) return null;
  const name = statement.text.replace(MARKER, '').replace(only.text, ' ');
  return { name, seconds: only.value, statement };
}

/**
 * Items under a line that announces a budget, each with one time: "Latency budget:", "- features 40 ms", "- ranking 90 ms". A list
 * with another item, or with items inside items, is left out.
 */
export function listedStages(statements: readonly Statement[], announces: (text: string) => boolean): Stage[][] {
  const lists: Stage[][] = [];
  statements.forEach((head, at) => {
    const { slot, path, text, kind, cells, quantities } = head;
    if (cells !== null || kind === 'item' || kind === 'code' || !announces(text)) return;
    if (!/:\s*$/.test(text) && kind !== 'heading' && quantities.some(({ unit }) => unit === 'seconds')) return;
    const items: Statement[] = [];
    for (let next = statements[at + 1]; next?.kind === 'item'; next = statements[at + 1 + items.length]) {
      if (next.slot !== slot || next.path !== path) break;
      items.push(next);
    }
    const stages = items.map(itemStage);
    // Between items of one depth stand a line's end, the same indent and a mark.
    const gaps = new Set(items.slice(1).map((item, index) => item.start - (items[index]?.end ?? 0)));
    const isFlat = gaps.size <= 1;
    if (isFlat && stages.length > 1 && stages.every((stage) => stage !== null)) lists.push(stages);
  });
  return lists;
}
