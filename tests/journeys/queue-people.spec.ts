import { randomUUID } from 'node:crypto';
import { LISTED_PEOPLE } from '@/lib/core/review/queue-api';
import { openDatabase } from '@/lib/db/client';
import { readSettings } from '@/lib/settings';
import { expectAccessible } from './axe';
import { expect } from './fixtures';
import { test } from './members';
import { CASE } from './seed';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Somebody of each name, with an attempt that they gave to a coach, the first name's the one that waits longest. */
async function queueOf(dataDir: string, coachId: string, names: readonly string[]): Promise<void> {
  const database = openDatabase(readSettings({ DATA_DIR: dataDir }));
  const people = names.map((name, index) => ({
    name,
    userId: randomUUID(),
    attemptId: randomUUID(),
    at: new Date(Date.UTC(2026, 0, 1) + index * 60_000),
  }));
  try {
    await database.user.createMany({
      data: people.map(({ userId, name }) => ({ id: userId, name, email: `${userId}@example.org` })),
    });
    await database.attempt.createMany({
      data: people.map(({ attemptId, userId, at }) => ({
        id: attemptId,
        userId,
        caseSlug: CASE.slug,
        caseHash: 'a'.repeat(64),
        mode: 'unaided' as const,
        level: 'senior' as const,
        updatedAt: at,
        submittedAt: at,
      })),
    });
    await database.reviewRequest.createMany({
      data: people.map(({ attemptId, userId, at }) => ({
        id: randomUUID(),
        attemptId,
        candidateId: userId,
        caseSlug: CASE.slug,
        coachId,
        note: '',
        requestedAt: at,
      })),
    });
  } finally {
    await database.$disconnect();
  }
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `Learner ${index + 1} of many`);

test('everybody in the queue can be chosen, on whatever page they are', async ({ cleo, server }) => {
  const { page, member } = cleo;
  const { id } = await member.call<{ id: string }>('GET', '/api/me');
  await queueOf(server.dataDir, id, [...numbered(35), 'Zoë Last']);
  await page.goto('/review');
  await expect(page.getByRole('link', { name: /Zoë Last/ })).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Person' }).selectOption('Zoë Last');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByRole('link', { name: /Zoë Last/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Learner 1 of many/ })).toHaveCount(0);
});

test('two people of one name in a list are told apart by what they gave', async ({ cleo, server }) => {
  const { page, member } = cleo;
  const { id } = await member.call<{ id: string }>('GET', '/api/me');
  await queueOf(server.dataDir, id, ['Ana Petrović', 'Zoë Last', 'Ana Petrović']);
  await page.goto('/review');
  const people = page.getByRole('combobox', { name: 'Person' });
  const names = await people.getByRole('option').allTextContents();
  expect(new Set(names).size).toBe(4);
  expect(names.filter((name) => name === 'Zoë Last')).toHaveLength(1);
  const anas = names.filter((name) => name.startsWith(`Ana Petrović (${CASE.title}, `));
  expect(anas).toHaveLength(2);
  await people.selectOption(anas[1] ?? '');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByRole('list', { name: 'Attempts to review' }).getByRole('listitem')).toHaveCount(1);
});

test('among many people one is found by a part of the name', async ({ cleo, server }) => {
  const { page, member } = cleo;
  const { id } = await member.call<{ id: string }>('GET', '/api/me');
  await queueOf(server.dataDir, id, [...numbered(LISTED_PEOPLE), 'Élise O’Neil', 'Ana Petrović', 'Ana Petrović']);
  await page.goto('/review');
  const field = page.getByRole('combobox', { name: 'Person' });
  await field.fill('éli');
  await expect(page.locator('datalist option')).toHaveCount(1);
  await expect(page.locator('datalist option')).toHaveAttribute('value', 'Élise O’Neil');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: /Élise O’Neil/ })).toBeVisible();
  await expect(field).toHaveValue('Élise O’Neil');
  await expect(page.getByRole('link', { name: /^Learner 1 of many/ })).toHaveCount(0);
  await expectAccessible(page, 'the queue of one person among many');
  // Two of one name are told apart by choosing.
  await field.fill('ana petrović');
  await page.keyboard.press('Enter');
  const meant = page.getByRole('list', { name: 'People with this name' }).getByRole('link');
  await expect(field).toHaveValue('ana petrović');
  await expect(meant).toHaveCount(2);
  // By what they gave, and never by an address.
  const names = await meant.allTextContents();
  const told = new RegExp(`^Ana Petrović \\(${CASE.title}, \\d+ days ago(, no\\. 2)?\\)$`);
  expect(names.filter((name) => told.test(name))).toHaveLength(2);
  expect(new Set(names).size).toBe(2);
  expect(await page.content()).not.toContain('@example.org');
  await expectAccessible(page, 'the question who is meant');
  await meant.first().click();
  await expect(field).toHaveValue('Ana Petrović');
  await expect(page.getByRole('listitem').filter({ hasText: 'Ana Petrović' })).toHaveCount(1);
  await field.fill('Nobody of this name');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nobody in your queue has “Nobody of this name” in their name.')).toBeVisible();
  await field.fill('');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: /^Learner 1 of many/ })).toBeVisible();
});
