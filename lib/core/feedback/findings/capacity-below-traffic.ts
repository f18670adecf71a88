import { conceptOf } from '../numbers/concepts';
import { isQualified, type Quantity } from '../numbers/quantity';
import { sayCount, sayNumber } from '../numbers/say-value';
import { quoteOf, type Statement } from '../numbers/statements';
import { wordsAround } from '../numbers/words-around';
import type { Rule } from './finding';
import { isPlain, mentions } from './stance';

/** A component that sees every request, whatever else there is. */
const SEES_ALL = /\b(?:rank\w*|scor\w*|api|gateway|model|predict\w*|inference|retriev\w*|service|encoder|search)\b/i;
/** What may stand in its name besides: anything else ("for TV", "of the canary", "EU") may be a part of the traffic. */
const PLAIN_NAME =
  /^(?:rank\w*|scor\w*|api|gateway|models?|predict\w*|inference|retriev\w*|services?|encoders?|search|servers?|gpus?|cpus?|online|the|main|fleet|dnn|mlp|dlrm|transformers?|vit|ann|candidates?|query|image|photo|user|video|ads?|ctr|pctr|click|serving|tower|two|towers|neural|deep|machines?|replicas?|pods?|nodes?|on|triton|l4|a10|a100|t4|h100|hosts?|home|page|request|frontend|triton|onnx|pool|dense|item|member|personalised|personalized|recommendations?|feed)$/i;
/** Where some requests are answered before they reach it, or machines come and go, nobody can tell how many it takes. */
const ANSWERED_EARLIER =
  /\bcach(?:e|ed|es|ing)\b|\bhit rate\b|\bprecomput\w*|\bbatch(?:ed|es|ing)?\b|\bcdn\b|\bat the edge\b|\bde-?dup\w*|\bcoalesc\w*|\b(?:load )?shed(?:s|ding)?\b|\bthrottl\w*|\brate[- ]limit\w*|\bauto-?scal\w*|\bscales? (?:out|up|to|with)\b|\bscaled (?:out|up|to)\b|\belastic\w*|\bburst\w*|\bearly exit\b|\bshort[- ]circuit\w*|\bsampled?\b/i;
const EACH =
  /\b(?:each|per (?:replica|machine|server|gpu|instance|pod|node|host|card)|a (?:replica|machine|server|gpu|pod|node|card|instance) (?:handles?|serves?|does|takes|manages))\b/i;
/** Machines that are not there for all requests of the day, or are not all that there are. */
const PART_OF_FLEET =
  /\b(?:cores?|shards?|stores?|train\w*|reads?|writes?|ingest\w*|regions?|zones?|canary|canaries|shadow\w*|arms?|a\/b|experiment\w*|holdout|holdback|treatment|control|add|adds|added|adding|additional\w*|extra|more|another|other|spare|stand-?by|reserve|night\w*|off-?peak|weekends?|quiet|mornings?|start\w*|begin\w*|initial\w*|first|launch\w*|day one|beta|alpha|partitions?|tiers?|countr(?:y|ies)|cities|city|markets?|clusters?|data ?cent(?:re|er)s?|cells?|azs?|edges?|dark|mirror\w*|blue|green|roll\w*|ramp\w*|warm|hot|cold|premium|free|new|guests?|anonymous|dev|staging|tests?|benchmark\w*|minimum|min|floor|fall-?back|degraded|surviv\w*|fail\w*|lose|lost|down|remain\w*|maintenance|deploy\w*|drain\w*|prototype|small|of them|mobile|web|tv|ios|android|internal|admin|merchants?|advertisers?|partners?|share|fraction|quarter|half|third|only|for (?!(?:a|the|our)? ?(?:peak|traffic|load|\d))\w+)\b/i;

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

const wordsOf = (name: string) => name.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
/** The part of a name that says which component it is: "ranker" in "ranker, EU". */
const headOf = (name: string) =>
  /\b(?:rank|scor|api|gateway|model|predict|inference|retriev|service|encoder|search)/i.exec(name)?.[0].toLowerCase() ??
  '';

/** A row of the capacity table. Whether its rate is of one replica or of all is not said, so the greater reading is taken. */
function typedFleet(statement: Statement, rows: readonly Statement[]): Fleet | null {
  const { component, qps, replicas } = statement.cells ?? {};
  if (statement.field !== 'capacity' || !component || !qps?.quantity || !replicas?.quantity) return null;
  const words = wordsOf(component.text);
  if (!SEES_ALL.test(component.text) || !words.every((word) => PLAIN_NAME.test(word))) return null;
  if (!isPlain({ text: component.text }) || isQualified(replicas.quantity, 'atLeast')) return null;
  // Two rows of one component share its traffic, in a way that their names may not say.
  const head = headOf(component.text);
  if (rows.filter((row) => headOf(row.cells?.component?.text ?? '') === head).length > 1) return null;
  return { instances: Math.max(1, replicas.quantity.high), each: qps.quantity.high, statement };
}

const isRate = (quantity: Quantity) =>
  quantity.unit === 'requestsPerSecond' && !isQualified(quantity, 'peak') && quantity.value >= 1;

/** "20 replicas, each handles 500 QPS". */
function proseFleet(statement: Statement): Fleet | null {
  if (statement.cells || !EACH.test(statement.text) || PART_OF_FLEET.test(statement.text) || !isPlain(statement))
    return null;
  if (!['serve', 'monitor', null].includes(statement.step)) return null;
  const machines = statement.quantities.filter(
    ({ unit, noun }) => unit === 'instances' && noun !== 'core' && noun !== 'shard',
  );
  const rates = statement.quantities.filter(isRate);
  // At a stated load, or for a share of the requests, the product is another one.
  if (statement.quantities.some(({ unit }) => unit === 'ratio')) return null;
  const [fleet] = machines;
  const [rate] = rates;
  if (!fleet || !rate || machines.length !== 1 || rates.length !== 1 || fleet.high < 1) return null;
  if (isQualified(fleet, 'atLeast') || isQualified(rate, 'atLeast')) return null;
  return { instances: fleet.high, each: rate.high, statement };
}

/** True when another sentence names machines enough: the fleet in hand is then a part, or a step on the way. */
function isOutgrown(fleet: Fleet, load: number, statements: readonly Statement[]): boolean {
  return statements.some(
    (other) =>
      other !== fleet.statement &&
      other.cells === null &&
      other.quantities.some(({ unit, noun, high }) =>
        (unit === 'instances' && noun !== 'core') || unit === 'count'
          ? high > fleet.instances && high * fleet.each >= load * TOLERANCE && high < load
          : false,
      ),
  );
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
  const rows = statements.filter(({ field }) => field === 'capacity');
  const said = statements.flatMap((one) => proseFleet(one) ?? []);
  // Several fleets may share the requests.
  const together = said.reduce((sum, { instances, each }) => sum + instances * each, 0);
  const fleets = [
    ...rows.flatMap((row) => typedFleet(row, rows) ?? []),
    ...(together < load.value * TOLERANCE ? said : []),
  ];
  for (const fleet of fleets) {
    const { instances, each, statement } = fleet;
    const capacity = instances * each;
    if (statement === load.statement || capacity >= load.value * TOLERANCE) continue;
    if (isOutgrown(fleet, load.value, statements)) continue;
    const why = `${sayNumber(instances)} at ${sayCount(each)} requests a second each take ${sayCount(capacity)}, and the ${load.peak ? 'peak' : 'average'} stated is ${sayCount(load.value)}.`;
    return [{ rule: 'capacity-below-traffic', why, quotes: [quoteOf(statement), quoteOf(load.statement)] }];
  }
  return [];
};
