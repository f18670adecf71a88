import type { GroupDetail, MadeGroup } from '@/lib/core/review/group-api';
import { openDatabase } from '@/lib/db/client';
import { readSettings } from '@/lib/settings';
import { expectAccessible } from './axe';
import { expect } from './fixtures';
import { type Actor, type Member, newAddress, PASSWORD, test } from './members';
import { shareByLink, submitAnswer } from './review-seed';
import { CASE } from './seed';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const ASSIGNED = { caseSlug: CASE.slug, mode: 'unaided', level: 'senior' } as const;
const NAME = 'Tuesdays يوم 👩‍👩‍👧';

/** A group of one person's, and the others as members. */
async function groupOf(owner: Member, members: readonly Member[], name = NAME): Promise<MadeGroup> {
  const group = await owner.call<MadeGroup>('POST', '/api/groups', { name });
  for (const member of members) await member.call('POST', '/api/groups/join', { token: group.token });
  return group;
}

/** Lets the time of an assignment be over: one for a time that has passed cannot be made. */
async function makeOverdue(dataDir: string, assignmentId: string): Promise<void> {
  const database = openDatabase(readSettings({ DATA_DIR: dataDir }));
  try {
    await database.assignment.update({
      where: { id: assignmentId },
      data: { dueAt: new Date('2001-01-01T10:00:00Z') },
    });
  } finally {
    await database.$disconnect();
  }
}

const read = (member: Member, id: string) => member.call<GroupDetail>('GET', `/api/groups/${id}`);

test('a coach makes a group, a stranger joins by its link, works what is assigned, and the coach sees it', async ({
  cleo,
  anotherBrowser,
}) => {
  test.slow();
  const coach = cleo.page;
  await coach.goto('/groups');
  await expectAccessible(coach, 'groups, none yet');
  await coach.getByRole('form', { name: 'Make a group' }).getByLabel('Name').fill(NAME);
  await coach.getByRole('button', { name: 'Make a group' }).click();
  await expect(coach.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
  await expect(coach.getByText('Only you so far.')).toBeVisible();
  await expectAccessible(coach, 'a new group');
  const invite = await coach.getByRole('textbox', { name: 'Invite link' }).inputValue();

  const member = await (await anotherBrowser({ reducedMotion: 'reduce' })).newPage();
  await member.goto(invite);
  await expectAccessible(member, 'an invitation, signed out');
  await member.getByRole('link', { name: 'Sign in or create an account' }).click();
  await member.getByRole('link', { name: 'I am new here' }).click();
  const form = member.getByRole('form', { name: 'Create an account' });
  await form.getByLabel('Name').fill('Ben Ortiz');
  await form.getByLabel('E-mail address').fill(newAddress());
  await form.getByLabel('Password').fill(PASSWORD);
  await form.getByRole('button', { name: 'Create account' }).click();
  await member.waitForURL(invite);
  await member.getByRole('button', { name: 'Join the group' }).click();
  await expect(member.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
  await expect(member.getByText('Nothing yet.')).toBeVisible();
  await expectAccessible(member, 'a group with nothing assigned');

  await coach.getByRole('button', { name: 'Assign a case' }).click();
  const assign = coach.getByRole('form', { name: 'Assign a case' });
  await expect(assign.getByRole('combobox', { name: 'Case' })).toBeFocused();
  await assign.getByRole('combobox', { name: 'Case' }).selectOption(CASE.title);
  await assign.getByRole('combobox', { name: 'Mode' }).selectOption('Unaided');
  await assign.getByRole('combobox', { name: 'Level' }).selectOption('Senior');
  await assign.getByLabel('Due (optional)').fill('2099-03-01T18:00');
  await assign.getByRole('textbox', { name: 'Note (optional)' }).fill('Clarify for ten minutes.');
  await expectAccessible(coach, 'assigning a case');
  await assign.getByRole('button', { name: 'Assign to the group' }).click();
  await expect(coach.getByText(`${CASE.title} is assigned, and the members are told.`)).toBeVisible();
  await expect(coach.getByText('1 not begun')).toBeVisible();

  await member.goto('/');
  await expect(member.getByRole('link', { name: 'Notices 1 unread' })).toBeVisible();
  const assigned = member.getByRole('region', { name: 'Assigned to you' });
  await expect(assigned).toContainText('Due Mar 1, 2099');
  await expect(assigned).toContainText('Clarify for ten minutes.');
  await expectAccessible(member, 'home with something assigned');
  await assigned.getByRole('button', { name: `Start ${CASE.title}` }).click();
  await member.waitForURL(/\/practice\//);
  await member.goto('/');
  await expect(assigned.getByRole('link', { name: `Continue ${CASE.title}` })).toBeVisible();
  await expect(member.getByRole('heading', { name: 'Continue where you left off' })).toHaveCount(0);
  await coach.reload();
  await expect(coach.getByText('1 started')).toBeVisible();
});

test('a coach sees how far each has come, reminds once, and opens what is shared and nothing else', async ({
  cleo,
  person,
  guard,
  server,
}) => {
  test.slow();
  const [ben, dora, eli] = [await person('Ben Ortiz'), await person('Dora Ng'), await person('Eli Vance')];
  const group = await groupOf(cleo.member, [ben.member, dora.member, eli.member]);
  const { id: assignmentId } = await cleo.member.call<{ id: string }>('POST', `/api/groups/${group.id}/assignments`, {
    ...ASSIGNED,
    dueAt: '2099-01-01T10:00:00Z',
  });
  await makeOverdue(server.dataDir, assignmentId);
  await dora.member.call('POST', '/api/attempts', { ...ASSIGNED, assignmentId });
  const submitted = await submitAnswer(eli.member, {}, { assignmentId });

  await eli.page.goto(`/groups/${group.id}`);
  await expect(eli.page.getByText('Submitted, not yet shared with the group')).toBeVisible();
  await expectAccessible(eli.page, 'an assignment to share');
  await eli.page.getByRole('button', { name: `Share with the group: ${CASE.title}` }).click();
  await expect(eli.page.getByText(/waiting for a review/)).toBeVisible();
  await expectAccessible(eli.page, 'what is assigned to a member');

  const { page } = cleo;
  await page.goto(`/groups/${group.id}`);
  await expect(page.getByText('1 to review, 1 started, 1 not begun')).toBeVisible();
  await expect(page.getByText(/Was due/)).toBeVisible();
  const table = page.getByRole('table', { name: `How far each has come with ${CASE.title}` });
  await expect(table.getByRole('row', { name: /Ben Ortiz/ })).toContainText('Not begun');
  await expect(table.getByRole('row', { name: /Dora Ng/ })).toContainText('Started');
  await expect(table.getByRole('link')).toHaveCount(1);
  await expectAccessible(page, 'a group as its coach sees it');
  const remind = table.getByRole('button', { name: 'Remind Ben Ortiz' });
  await remind.click();
  await expect(table.getByRole('button', { name: 'Reminded: Ben Ortiz' })).toBeFocused();
  await page.reload();
  guard.provokes(/status of 429/);
  await remind.click();
  await expect(table.getByRole('alert').filter({ hasText: 'One reminder a day is enough' })).toBeVisible();

  await ben.page.goto('/notices');
  const notices = ben.page.getByRole('main').getByRole('listitem');
  await expect(notices.first()).toContainText(`Cleo Marsh reminds you of ${CASE.title}`);
  await expect(ben.page.getByText('2 unread')).toBeVisible();
  await expectAccessible(ben.page, 'notices');
  await notices.first().getByRole('link').click();
  await ben.page.waitForURL(`**/groups/${group.id}`);
  await ben.page.goto('/notices');
  await expect(ben.page.getByText('1 unread')).toBeVisible();
  await ben.page.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(ben.page.getByText('All are marked as read.')).toBeVisible();
  await expect(ben.page.getByRole('button', { name: 'Mark all as read' })).toHaveCount(0);

  await table.getByRole('link', { name: 'Review the attempt of Eli Vance' }).click();
  await page.waitForURL(`**/review/${submitted}`);
});

test('people: roles, removal, a new invite link, handing over, leaving and deleting, each asked once', async ({
  cleo,
  person,
  guard,
}) => {
  test.slow();
  const [ben, dora] = [await person('Ben Ortiz'), await person('Dora Ng')];
  const group = await groupOf(cleo.member, [ben.member, dora.member]);
  const { page } = cleo;
  await page.goto(`/groups/${group.id}`);
  const role = page.getByRole('combobox', { name: 'Role of Ben Ortiz' });
  await role.selectOption('Coach');
  await expect(page.getByText('Coached by Cleo Marsh and Ben Ortiz')).toBeVisible();
  await expect(role).toHaveValue('coach');

  await page.getByRole('button', { name: 'Remove Dora Ng' }).click();
  const removal = page.getByRole('alertdialog', { name: 'Remove Dora Ng?' });
  await expectAccessible(page, 'the question before removing somebody');
  await removal.getByRole('button', { name: 'Remove from the group' }).click();
  await expect(page.getByRole('button', { name: 'Remove Dora Ng' })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'People' })).toBeFocused();
  guard.provokes(/status of 404/);
  expect((await dora.page.goto(`/groups/${group.id}`))?.status()).toBe(404);

  await page.getByRole('button', { name: 'Make a new link' }).click();
  const renewal = page.getByRole('alertdialog', { name: 'Make a new invite link?' });
  await renewal.getByRole('button', { name: 'Make a new link' }).click();
  await expect(page.getByRole('textbox', { name: 'Invite link' })).not.toHaveValue(group.inviteUrl);
  expect((await dora.page.goto(`/groups/join/${group.token}`))?.status()).toBe(404);
  await expect(dora.page.getByRole('heading', { level: 1, name: 'There is nothing at this address' })).toBeVisible();

  await page.getByRole('form', { name: 'Rename the group' }).getByLabel('Name').fill('Wednesdays');
  await page.getByRole('button', { name: 'Rename' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Wednesdays' })).toBeVisible();

  await page.getByRole('button', { name: 'Hand over' }).click();
  const handing = page.getByRole('alertdialog', { name: 'Hand the group over to Ben Ortiz?' });
  await handing.getByRole('button', { name: 'Hand over' }).click();
  await expect(page.getByRole('button', { name: 'Leave the group' })).toBeVisible();
  expect((await read(ben.member, group.id)).isOwner).toBe(true);
  await page.getByRole('button', { name: 'Leave the group' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Leave the group' }).click();
  await page.waitForURL('**/groups');

  await ben.page.goto(`/groups/${group.id}`);
  await ben.page.getByRole('button', { name: 'Delete the group' }).click();
  const deletion = ben.page.getByRole('alertdialog', { name: 'Delete Wednesdays?' });
  await expect(deletion).toContainText('Its one person leaves it');
  await deletion.getByRole('button', { name: 'Delete the group' }).click();
  await ben.page.waitForURL('**/groups');
  await expect(ben.page.getByRole('list', { name: 'Your groups' })).toHaveCount(0);
});

test('an assignment is deleted after a question, and attempts stay', async ({ cleo, person }) => {
  const ben = await person('Ben Ortiz');
  const group = await groupOf(cleo.member, [ben.member]);
  const address = `/api/groups/${group.id}/assignments`;
  const { id: assignmentId } = await cleo.member.call<{ id: string }>('POST', address, ASSIGNED);
  const attempt = await submitAnswer(ben.member, {}, { assignmentId });
  await cleo.page.goto(`/groups/${group.id}`);
  await cleo.page.getByRole('button', { name: `Delete the assignment of ${CASE.title}` }).click();
  const question = cleo.page.getByRole('alertdialog', { name: 'Delete this assignment?' });
  await question.getByRole('button', { name: 'Delete assignment' }).click();
  await expect(cleo.page.getByText('None yet.')).toBeVisible();
  await expect(cleo.page.getByRole('heading', { name: 'Assignments' })).toBeFocused();
  await ben.page.goto(`/attempts/${attempt}`);
  await expect(ben.page.getByRole('heading', { level: 1, name: CASE.title })).toBeVisible();
});

test('whoever has no account is told what groups and notices are for', async ({ page, seedAttempt }) => {
  for (const address of ['/groups', '/notices']) {
    await page.goto(address);
    await expect(page.getByRole('link', { name: 'Sign in or create an account' })).toBeVisible();
  }
  await seedAttempt({ submitted: true });
  await page.goto('/groups');
  await page.getByRole('link', { name: 'Sign in or create an account' }).click();
  await expect(page.getByText('Your attempt as a guest')).toBeVisible();
});

/** Nothing can be pushed sideways. */
async function expectNarrow({ page }: Actor, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const width = await page.evaluate(() => document.scrollingElement?.scrollWidth);
  expect.soft(width, address).toBe(360);
}

test('on a phone of 360 px nothing scrolls sideways, and the menu has every page', async ({ cleo, person }) => {
  test.slow();
  const viewport = { width: 360, height: 640 };
  await cleo.page.setViewportSize(viewport);
  const long = 'Wörter-ohne-Lücke'.repeat(5);
  const ben = await person(long, { viewport });
  const group = await groupOf(cleo.member, [ben.member], long);
  const address = `/api/groups/${group.id}/assignments`;
  const { id: assignmentId } = await cleo.member.call<{ id: string }>('POST', address, { ...ASSIGNED, note: long });
  const attempt = await submitAnswer(ben.member, {}, { assignmentId });
  const token = await shareByLink(ben.member, attempt, long);
  await ben.member.call('PUT', `/api/attempts/${attempt}/groups/${group.id}`, { note: long });
  for (const one of ['/', '/groups', `/groups/${group.id}`, '/notices', `/attempts/${attempt}`]) {
    await expectNarrow(ben, one);
  }
  for (const one of [`/groups/${group.id}`, '/notices', `/share/${token}`, `/groups/join/${group.token}`]) {
    await expectNarrow(cleo, one);
  }
  const { page } = cleo;
  await page.goto('/');
  const menu = page.getByRole('navigation', { name: 'Main' });
  await expect(menu).toBeHidden();
  await page.getByRole('button', { name: 'Menu' }).press('Enter');
  for (const name of ['Cases', 'The seven steps', 'Your attempts', 'Reviews', 'Groups', 'Notices', 'Account']) {
    // Behind one of them stands how much is unread.
    await expect(menu.getByRole('link', { name: new RegExp(`^${name}( \\d+ unread)?$`) })).toBeVisible();
  }
  await expectAccessible(page, 'the menu on a phone');
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await page.getByRole('button', { name: 'Menu' }).click();
  await menu.getByRole('link', { name: 'Groups' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Groups' })).toBeVisible();
  await expect(menu).toBeHidden();
  await page.goto(`/groups/${group.id}`);
  await expectAccessible(page, 'a group on a phone');
});
