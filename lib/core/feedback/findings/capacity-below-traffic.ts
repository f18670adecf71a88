import { conceptOf } from '../numbers/concepts';
import { isQualified, type Quantity } from '../numbers/quantity';
import { sayCount, sayNumber } from '../numbers/say-value';
import { quoteOf, type Statement } from '../numbers/statements';
import { wordsAround } from '../numbers/words-around';
import type { Rule } from './finding';
import { isPlain, mentions, saysNothingBut, wordSet } from './stance';

/** A component that sees every request, whatever else there is. */
const SEES_ALL = /\b(?:rank\w*|scor\w*|api|gateway|model|predict\w*|inference|retriev\w*|service|encoder|search)\b/i;
/** All that its name may say: anything else ("for TV", "of the canary", "EU") may be a part of the traffic. */
const SAID_OF_A_COMPONENT = wordSet(
  `ranker rankers ranking scorer scoring api gateway model models predictor prediction predictions inference retrieval service services
   encoder encoders search server servers serving gpu gpus cpu cpus online the main fleet pool dnn mlp dlrm transformer vit ann
   candidate candidates query image photo user video ad ads ctr pctr click tower two towers neural deep dense machine machines replica
   replicas pod pods node nodes host hosts on triton onnx l a t h home page request frontend item member personalised personalized
   recommendation recommendations feed`,
);
/** Where some requests are answered before they reach it, or machines come and go, nobody can tell how many it takes. */
const ANSWERED_EARLIER =
  /\bcach(?:e|ed|es|ing)\b|\bhit rate\b|\bprecomput\w*|\bbatch(?:ed|es|ing)?\b|\bcdn\b|\bat the edge\b|\bde-?dup\w*|\bcoalesc\w*|\b(?:load )?shed(?:s|ding)?\b|\bthrottl\w*|\brate[- ]limit\w*|\bauto-?scal\w*|\bscales? (?:out|up|to|with)\b|\bscaled (?:out|up|to)\b|\belastic\w*|\bburst\w*|\bearly exit\b|\bshort[- ]circuit\w*|\bsampled?\b/i;
const EACH =
  /\b(?:each|per (?:replica|machine|server|gpu|instance|pod|node|host|card)|a (?:replica|machine|server|gpu|pod|node|card|instance) (?:handles?|serves?|does|takes|manages))\b/i;
/**
 * All that a sentence on a fleet may say. Fleets are for a canary, for a night, for a region, in reserve: what it says besides may be
 * one of those.
 */
const SAID_OF_A_FLEET = wordSet(
  `we i run runs have has use uses plan deploy need needs with on the a an our is are made up of at that which so then and each every per
   all total in serving serve serves handles handle takes take does do manages can requests request queries query qps rps second s
   replicas replica machines machine servers server gpus gpu pods pod nodes node hosts host instances instance cards card ranker rankers
   ranking scorer scoring api gateway model models prediction inference retrieval service encoder search fleet main online
   peak traffic load for k`,
);

/** Counted or rounded down by a twentieth, a plan still covers its traffic. */
const TOLERANCE = 0.95;

/** All that may be said of a traffic that is surely that of the system in hand, and of all of it. */
const SAID_OF_TRAFFIC = wordSet(
  `we i plan plans for expect peak peaks at qps rps queries query per second requests request of is are the a an in total about roughly and on
   average so with load loads traffic means k m s our system service must handle handles reach reaches evening to times time daily dau users
   user each makes make rate all size sized reckon have has gives comes come that which mean then it max maximum serving day day a page pages
   home x factor of`,
);

interface Traffic {
  readonly isSure: boolean;
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
      const said = statement.cells?.quantity?.text ?? wordsAround(statement, quantity);
      const isSure = isPlain({ text: said }) && saysNothingBut(said, SAID_OF_TRAFFIC);
      return [{ isSure, value: quantity.value, statement, peak: concept === 'peak-requests' }];
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

/** The part of a name that says which component it is: "ranker" in "ranker, EU". */
const headOf = (name: string) =>
  /\b(?:rank|scor|api|gateway|model|predict|inference|retriev|service|encoder|search)/i.exec(name)?.[0].toLowerCase() ??
  '';

/** A row of the capacity table. Whether its rate is of one replica or of all is not said, so the greater reading is taken. */
function typedFleet(statement: Statement, rows: readonly Statement[]): Fleet | null {
  const { component, qps, replicas } = statement.cells ?? {};
  if (statement.field !== 'capacity' || !component || !qps?.quantity || !replicas?.quantity) return null;
  if (!SEES_ALL.test(component.text) || !saysNothingBut(component.text, SAID_OF_A_COMPONENT)) return null;
  if (!isPlain({ text: component.text }) || isQualified(replicas.quantity, 'atLeast') || /[+~≥>]/.test(replicas.text))
    return null;
  // Two rows of one component share its traffic, in a way that their names may not say.
  const head = headOf(component.text);
  if (rows.filter((row) => headOf(row.cells?.component?.text ?? '') === head).length > 1) return null;
  return { instances: Math.max(1, replicas.quantity.high), each: qps.quantity.high, statement };
}

const isRate = (quantity: Quantity) =>
  quantity.unit === 'requestsPerSecond' && !isQualified(quantity, 'peak') && quantity.value >= 1;

/** "20 replicas, each handles 500 QPS". */
function proseFleet(statement: Statement): Fleet | null {
  if (
    statement.cells ||
    !EACH.test(statement.text) ||
    !saysNothingBut(statement.text, SAID_OF_A_FLEET) ||
    !isPlain(statement)
  )
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
    !load?.isSure ||
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
