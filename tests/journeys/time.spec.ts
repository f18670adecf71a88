import { startAttempt } from '@/lib/commands/start-attempt';
import { openDatabase } from '@/lib/db/client';
import { readSettings } from '@/lib/settings';
import { expect, test } from './fixtures';
import { CASE } from './seed';
import { Workspace } from './workspace';

const HOUR_MS = 3_600_000;

/** Tells the page that its tab was hidden, or is shown again. */
const setVisibility = (state: 'hidden' | 'visible') => {
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
  document.dispatchEvent(new Event('visibilitychange'));
};

test('time is counted on the step in view, not while the tab is hidden, and drawn at the end', async ({
  page,
  guest,
  server,
}) => {
  // An attempt of two hours ago, and a page whose clock we turn: time worked must lie between its start and now.
  await guest.start();
  const database = openDatabase(readSettings({ DATA_DIR: server.dataDir }));
  const id = await startAttempt(
    { database, userId: await guest.userId(), now: new Date(Date.now() - 2 * HOUR_MS) },
    { caseSlug: CASE.slug, mode: 'unaided', level: 'senior' },
  );
  await database.$disconnect();
  await page.clock.install({ time: Date.now() - HOUR_MS });
  const workspace = new Workspace(page);
  await workspace.open(id);
  const worked = page.getByTitle('Time worked, paused while this tab is hidden');
  await expect(worked).toContainText('0:00');
  await page.clock.pauseAt(Date.now() - HOUR_MS + 60_000);

  const rail = page.getByRole('navigation', { name: 'Steps' });
  const spentOn = (step: string) => rail.getByRole('button', { name: step });
  const start = await guest.read(id);
  const before = start.activeMs;
  await page.clock.runFor('06:11');
  await expect(spentOn('Clarify requirements')).toContainText(/6:1\d/);
  await expect(spentOn('Clarify requirements')).toContainText('over budget');

  await page.evaluate(setVisibility, 'hidden' as const);
  await expect.poll(async () => (await guest.read(id)).activeMs - before).toBeGreaterThanOrEqual(6 * 60_000);
  await page.clock.runFor('20:00');
  await page.evaluate(setVisibility, 'visible' as const);
  // It goes on from where it stood.
  await page.clock.runFor('00:05');
  await expect(spentOn('Clarify requirements')).toContainText(/6:1\d/);

  await spentOn('Frame as an ML task').click();
  await page.clock.runFor('02:00');
  await expect(spentOn('Frame as an ML task')).toContainText(/2:0\d/);
  await page.clock.resume();
  await workspace.submit();

  const pace = page.getByRole('figure').filter({ has: page.getByRole('heading', { name: 'Pace' }) });
  await expect(pace).toContainText(/[89] of 45 min/);
  await pace.getByText('The numbers as a table').click();
  const table = pace.getByRole('table', { name: /Time on each step/ });
  await expect(table.getByRole('row', { name: /^Clarify/ })).toContainText(/6:1\d/);
  await expect(table.getByRole('row', { name: /^Frame/ })).toContainText(/2:0\d/);
  await expect(table.getByRole('row', { name: /^Data/ })).toContainText('0:00');
  const stored = await guest.read(id);
  expect(stored.activeMs).toBeLessThan(10 * 60_000);
});

test('time that the server has not got yet is still shown after a reload, and counted once', async ({
  page,
  guest,
  server,
}) => {
  await guest.start();
  const database = openDatabase(readSettings({ DATA_DIR: server.dataDir }));
  const id = await startAttempt(
    { database, userId: await guest.userId(), now: new Date(Date.now() - 2 * HOUR_MS) },
    { caseSlug: CASE.slug, mode: 'unaided', level: 'senior' },
  );
  await database.$disconnect();
  await page.clock.install({ time: Date.now() - HOUR_MS });
  // The server is slow with the time alone: what is sent stays without an answer.
  await page.route('**/api/attempts/*/time', () => {});
  const workspace = new Workspace(page);
  await workspace.open(id);
  const worked = page.getByTitle('Time worked, paused while this tab is hidden');
  await expect(worked).toContainText('0:00');
  await page.clock.pauseAt(Date.now() - HOUR_MS + 60_000);
  const rail = page.getByRole('navigation', { name: 'Steps' });
  await page.clock.runFor('01:10');
  await expect(worked).toContainText(/1:1\d/);

  await page.reload();
  await expect(worked).toContainText(/1:1\d/);
  await expect(rail.getByRole('button', { name: 'Clarify requirements' })).toContainText(/1:1\d/);

  // Now it arrives, and the next page has it from the server and from this device.
  await page.unroute('**/api/attempts/*/time');
  await page.clock.runFor('00:16');
  await expect.poll(async () => (await guest.read(id)).activeMs).toBeGreaterThanOrEqual(85_000);
  await page.reload();
  await expect(worked).toContainText(/1:[23]\d/);
  expect((await guest.read(id)).activeMs).toBeLessThan(100_000);
});
