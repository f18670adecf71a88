import { conceptOf } from '../numbers/concepts';
import { isQualified, type Quantity } from '../numbers/quantity';
import { sayCount, sayNumber } from '../numbers/say-value';
import { quoteOf, type Statement } from '../numbers/statements';
import { wordsAround } from '../numbers/words-around';
import type { Rule } from './finding';
import { isPlain, mentions } from './stance';

/** A component that sees every request, whatever else there is. */
const SEES_ALL = /\b(?:rank\w*|scor\w*|api|gateway|model|predict\w*|inference|retriev\w*|service|encoder|search)\b/i;
const SEES_PART =
  /\b(?:re-?rank\w*|cache\w*|fallback|shadow|canary|train\w*|batch\w*|offline|shard\w*|region\w*|zone\w*|light|second[- ]stage|llm|heavy|index\w*)\b/i;
/** Where some requests are answered before they reach it, nobody can tell how many do. */
const ANSWERED_EARLIER = /\bcach(?:e|ed|es|ing)\b|\bhit rate\b|\bprecomput\w*|\bbatch(?:ed|es|ing)?\b/i;
const EACH =
  /\b(?:each|per (?:replica|machine|server|gpu|instance|pod|node|host|card)|a (?:replica|machine|server|gpu|pod|node|card|instance) (?:handles?|serves?|does|takes|manages))\b/i;
const NOT_SERVING = /\b(?:cores?|shards?|stores?|train\w*|reads?|writes?|ingest\w*|region|zone)\b/i;

/** Counted or rounded down by a twentieth, a plan still covers its traffic. */
const TOLERANCE = 0.95;

interface Traffic {
  readonly value: number;
  readonly statement: Statement;
  readonly peak: boolean;
}

/** The least traffic that the candidate plans for: the smallest peak stated anywhere, or else the smallest average. */
function traffic(statements: readonly Statement[]): Traffic | null {
  const all = statements.flatMap((statement) =>
    statement.quantities.flatMap((quantity): Traffic[] => {
      if (statement.field === 'capacity') return [];
      const concept = conceptOf(quantity, statement.text, wordsAround(statement, quantity));
      if (concept !== 'peak-requests' && concept !== 'average-requests') return [];
      return [{ value: quantity.value, statement, peak: concept === 'peak-requests' }];
    }),
  );
  const peaks = all.filter(({ peak }) => peak);
  return (peaks.length > 0 ? peaks : all).reduce<Traffic | null>(
    (least, one) => (least && least.value <= one.value ? least : one),
    null,
  );
}

interface Fleet {
  readonly instances: number;
  readonly each: number;
  readonly statement: Statement;
}

/** A row of the capacity table. Whether its rate is of one replica or of all is not said, so the greater reading is taken. */
function typedFleet(statement: Statement): Fleet | null {
  const { component, qps, replicas } = statement.cells ?? {};
  if (statement.field !== 'capacity' || !component || !qps?.quantity || !replicas?.quantity) return null;
  if (!SEES_ALL.test(component.text) || SEES_PART.test(component.text)) return null;
  return { instances: Math.max(1, replicas.quantity.high), each: qps.quantity.high, statement };
}

const isRate = (quantity: Quantity) =>
  quantity.unit === 'requestsPerSecond' && !isQualified(quantity, 'peak') && quantity.value >= 1;

/** "20 replicas, each handles 500 QPS". */
function proseFleet(statement: Statement): Fleet | null {
  if (statement.cells || !EACH.test(statement.text) || NOT_SERVING.test(statement.text) || !isPlain(statement))
    return null;
  const machines = statement.quantities.filter(
    ({ unit, noun }) => unit === 'instances' && noun !== 'core' && noun !== 'shard',
  );
  const rates = statement.quantities.filter(isRate);
  // At a stated load, or for a share of the requests, the product is another one.
  if (statement.quantities.some(({ unit }) => unit === 'ratio')) return null;
  const [fleet] = machines;
  const [rate] = rates;
  if (!fleet || !rate || machines.length !== 1 || rates.length !== 1 || fleet.high < 1) return null;
  return { instances: fleet.high, each: rate.high, statement };
}

/** The machines planned cannot take the requests that were reckoned with. */
export const capacityBelowTraffic: Rule = ({ statements }) => {
  const load = traffic(statements);
  if (
    !load ||
    mentions(
      statements.filter(({ text }) => text !== load.statement.text),
      ANSWERED_EARLIER,
    )
  )
    return [];
  for (const statement of statements) {
    const fleet = typedFleet(statement) ?? proseFleet(statement);
    if (!fleet || statement === load.statement) continue;
    const capacity = fleet.instances * fleet.each;
    if (capacity >= load.value * TOLERANCE) continue;
    const why = `${sayNumber(fleet.instances)} at ${sayCount(fleet.each)} requests a second each take ${sayCount(capacity)}, and the ${load.peak ? 'peak' : 'average'} stated is ${sayCount(load.value)}.`;
    return [{ rule: 'capacity-below-traffic', why, quotes: [quoteOf(statement), quoteOf(load.statement)] }];
  }
  return [];
};
