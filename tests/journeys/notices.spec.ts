import type { Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { expect } from './fixtures';
import { type Member, test } from './members';
import { FIRST_REVIEW, giveTo, publishReview, submitAnswer } from './review-seed';
import { CASE } from './seed';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** One notice for somebody: a member of theirs joins a group. */
async function joinOf(owner: Member, other: Member, name: string): Promise<string> {
  const { id, token } = await owner.call<{ id: string; token: string }>('POST', '/api/groups', { name });
  await other.call('POST', '/api/groups/join', { token });
  return id;
}

const inHeader = (page: Page) => page.getByRole('navigation', { name: 'Main' });

test('every page of one’s own says in the header how many notices are unread, and no public page does', async ({
  cleo,
  person,
}) => {
  test.slow();
  const ben = await person('Ben Ortiz');
  const { page, member } = cleo;
  const groupId = await joinOf(member, ben.member, 'Tuesdays');
  await joinOf(member, ben.member, 'Thursdays');
  const own = await submitAnswer(member);
  const begun = await member.call<{ id: string }>('POST', '/api/attempts', {
    caseSlug: CASE.slug,
    mode: 'unaided',
    level: 'senior',
  });
  const given = await submitAnswer(ben.member);
  await giveTo(member, ben.member, given);
  for (const address of [
    '/',
    '/attempts',
    `/attempts/${own}`,
    `/attempts/${own}/reviews`,
    `/attempts/compare?a=${own}&b=${begun.id}`,
    `/practice/${begun.id}`,
    '/progress',
    '/review',
    '/review/notes',
    `/review/${given}`,
    '/groups',
    `/groups/${groupId}`,
    '/notices',
    '/settings',
  ]) {
    await page.goto(address);
    await expect(inHeader(page).getByRole('link', { name: 'Notices 2 unread' }), address).toBeVisible();
  }
  await page.goto('/');
  await expect(page.getByRole('link', { name: /^Start practising/ })).toBeVisible();
  await expect(page.getByText('No account needed.')).toHaveCount(0);
  for (const address of [`/cases/${CASE.slug}`, '/steps']) {
    await page.goto(address);
    await expect(inHeader(page).getByRole('link', { name: 'Notices', exact: true }), address).toBeVisible();
  }
  // Without a new document, too.
  await page.getByRole('link', { name: 'Groups', exact: true }).click();
  await expect(inHeader(page).getByRole('link', { name: 'Notices 2 unread' })).toBeVisible();
  await expectAccessible(page, 'a header with unread notices');
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(page.getByRole('button', { name: 'Menu 2 unread notices' })).toBeVisible();
  await page.goto('/notices');
  await page.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(page.getByText('All are marked as read.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Menu', exact: true })).toBeVisible();
});

test('a notice whose attempt or group is gone says so, and leads nowhere', async ({ cleo, person }) => {
  const ben = await person('Ben Ortiz');
  const { page, member } = cleo;
  const groupId = await joinOf(member, ben.member, 'Tuesdays');
  const gone = await submitAnswer(member);
  await giveTo(ben.member, member, gone);
  await publishReview(ben.member, gone, FIRST_REVIEW);
  await member.call('DELETE', `/api/attempts/${gone}`);
  await page.goto('/notices');
  const notices = page.getByRole('main').getByRole('listitem');
  const reviewed = notices.filter({ hasText: 'Ben Ortiz has reviewed your attempt' });
  await expect(reviewed).toContainText('What this was about is no longer there for you.');
  await expect(reviewed.getByRole('link')).toHaveCount(0);
  const joined = notices.filter({ hasText: 'Ben Ortiz joined Tuesdays.' });
  await expect(joined.getByRole('link')).toHaveAttribute('href', `/groups/${groupId}`);
  await expectAccessible(page, 'a notice that leads nowhere');
  await page.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(page.getByText('All are marked as read.')).toBeVisible();
});
