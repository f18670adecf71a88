import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { signInPath } from '@/lib/core/next-path';
import { ACTORS, type Actor } from '../fixtures/actors';
import { expect, test } from './fixtures';
import { type Answer, PAGE_ROWS, type PageRow } from './page-rows';
import { makePageWorld, type PageWorld, SECRETS, type Secret } from './page-world';

/*
 * Everybody asks for every page, as a document and as the payloads that the router asks for. The pages are found on disk, so
 * that a new one that nobody has thought through fails here; what each of them answers to whom is said in page-rows.ts.
 */

const NOTHING = 'There is nothing at this address';

/** What Next's router asks for: a page's payload, and prefetches, whole and in part. */
const PAYLOAD = { rsc: '1' };
const PREFETCHES = [
  { ...PAYLOAD, 'next-router-prefetch': '1' },
  { ...PAYLOAD, 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_full' },
];
/** Who asks for those where nothing is theirs: the others are read the same document. */
const ASK_FOR_PAYLOADS: readonly Actor[] = ['guest', 'wasGroupCoach', 'revokedCoach'];

let world: PageWorld;

// One world for all: the pages are only read.
test.describe.configure({ mode: 'default' });
test.beforeAll(async ({ server, playwright }) => {
  world = await makePageWorld(server, playwright);
});

test('every page has a row', () => {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' });
  const pages = files
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map((file) => `/${file.replace(/\([^)]*\)\//g, '').replace(/\/?page\.tsx$/, '')}`);
  const named = new Set(PAGE_ROWS.map(({ page }) => page));
  expect(
    pages.filter((page) => !named.has(page)),
    'add a row to tests/journeys/page-rows.ts',
  ).toEqual([]);
  expect([...named].filter((page) => !pages.includes(page))).toEqual([]);
});

/** Plain requests: there are hundreds, and a browser has nothing to add to who may read what. */
function ask(actor: Actor, address: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  const { origin, cookies } = world;
  return fetch(origin + address, { redirect: 'manual', headers: { cookie: cookies[actor], ...headers } });
}

/** A payload: the server leads to the address that it has for its headers, so that no cache takes it for the page. */
async function payloadOf(actor: Actor, address: string, headers: Readonly<Record<string, string>>): Promise<string> {
  const first = await ask(actor, `${address}${address.includes('?') ? '&' : '?'}_rsc`, headers);
  const target = first.headers.get('location');
  if (target === null || !target.includes('_rsc')) return first.text();
  await first.body?.cancel();
  return (await ask(actor, target.replace(world.origin, ''), headers)).text();
}

const foundIn = (text: string) =>
  (Object.keys(SECRETS) as Secret[]).filter((secret) => text.includes(SECRETS[secret])).sort();

/** The secrets that somebody finds in a page which is theirs. */
function seenBy(row: PageRow, actor: Actor): Secret[] {
  const sees = Object.entries(row.sees ?? {}) as [Secret, readonly Actor[]][];
  return sees.flatMap(([secret, actors]) => (actors.includes(actor) ? [secret] : [])).sort();
}

/** Where the answer leads, when it does. */
function targetOf(answer: Answer, address: string): string | null {
  if (answer === 'sign-in') return signInPath(address);
  return typeof answer === 'function' ? answer(world) : null;
}

/** What somebody reads at an address of this form with ids and tokens that nobody has. */
const neverWas = new Map<string, Promise<string>>();
function readNeverWas(actor: Actor, address: string): Promise<string> {
  const form = address.replace(/[\w-]{20,}/g, 'x');
  const read = async () =>
    (
      await ask(
        actor,
        address.replace(/[\w-]{20,}/g, () => randomUUID()),
      )
    ).text();
  const known = neverWas.get(`${actor} ${form}`) ?? read();
  neverWas.set(`${actor} ${form}`, known);
  return known;
}

/** What was found, and what should have been, by what was looked at. One comparison for a page: each costs as much as a request. */
type Finding = readonly [what: string, found: unknown, expected: unknown];

async function readDocument(row: PageRow, actor: Actor, answer: Answer): Promise<Finding[]> {
  const address = row.address(world);
  const response = await ask(actor, address);
  const text = await response.text();
  const target = targetOf(answer, address);
  const isTheirs = target === null && answer !== 'missing';
  const ways = [...text.matchAll(/href="\/sign-in\?next=([^"]+)"/g)].map(([, next = '']) => decodeURIComponent(next));
  const found = { status: response.status, leadsTo: response.headers.get('location'), secrets: foundIn(text), ways };
  const expected = {
    status: target !== null ? 307 : answer === 'missing' ? 404 : 200,
    leadsTo: target,
    secrets: isTheirs ? seenBy(row, actor) : [],
    ways: answer === 'asks' ? [new URL(address, 'http://a.example').pathname] : [],
  };
  if (answer !== 'missing') return [[actor, found, expected]];
  const refused = {
    says: text.includes(NOTHING),
    isKept: response.headers.get('cache-control')?.includes('no-store') !== true,
    // The very words of where nothing ever was.
    isTheSame: withoutNonce(text) === withoutNonce(await readNeverWas(actor, address)),
  };
  return [[actor, { ...found, ...refused }, { ...expected, says: true, isKept: false, isTheSame: true }]];
}

const withoutNonce = (text: string) => text.replace(/nonce="[^"]*"/g, '');

/** The payload of a whole page has what the page has. What is fetched ahead has no more of it. */
async function readPayloads(row: PageRow, actor: Actor, answer: Answer): Promise<Finding[]> {
  const address = row.address(world);
  const isTheirs = answer !== 'missing' && targetOf(answer, address) === null;
  const theirs = isTheirs ? seenBy(row, actor) : [];
  const findings: Finding[] = [[`${actor}: payload`, foundIn(await payloadOf(actor, address, PAYLOAD)), theirs]];
  for (const headers of PREFETCHES) {
    const found = foundIn(await payloadOf(actor, address, headers));
    findings.push([`${actor}: ${JSON.stringify(headers)}`, found, found.filter((one) => theirs.includes(one))]);
  }
  return findings;
}

/** Who asks for the payloads of a page: some whose it is not, and the first of those who see the most in it. */
function askForPayloads(row: PageRow): Actor[] {
  if (row.others === 'shown' && row.sees === undefined) return [];
  const most = [...ACTORS].sort((one, other) => seenBy(row, other).length - seenBy(row, one).length)[0];
  return [...new Set([...ASK_FOR_PAYLOADS, ...(most ? [most] : [])])];
}

for (const [at, row] of PAGE_ROWS.entries()) {
  test(`${at} ${row.page}`, async () => {
    const answerTo = (actor: Actor) => row.answers[actor] ?? row.others;
    // Each by themselves, all at once: nobody changes anything.
    const findings = await Promise.all([
      ...ACTORS.map((actor) => readDocument(row, actor, answerTo(actor))),
      ...askForPayloads(row).map((actor) => readPayloads(row, actor, answerTo(actor))),
    ]);
    const by = (which: 1 | 2) => Object.fromEntries(findings.flat().map((finding) => [finding[0], finding[which]]));
    expect(by(1)).toEqual(by(2));
  });
}
