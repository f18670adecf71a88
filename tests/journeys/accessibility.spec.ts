import type { Page } from '@playwright/test';
import type { AttemptDetail } from '@/lib/core/api-types';
import { STEP_LIST } from '@/lib/core/steps';
import { expectAccessible } from './axe';
import { expect, test } from './fixtures';
import { CONFLICT_REPLY, NO_CONNECTION } from './page-guard';
import { OWN_BANDS, test as reviewed } from './received-reviews';
import { CASE } from './seed';
import { filledAttempt } from './whole-answers';
import { Workspace } from './workspace';

// Without motion nothing is caught half faded in.
test.use({ contextOptions: { reducedMotion: 'reduce' } });
reviewed.use({ contextOptions: { reducedMotion: 'reduce' } });

/** The candidate's diagram, once it is drawn. */
const picture = (page: Page) => page.getByRole('img', { name: /diagram: \d boxes/i });

test('axe: the pages that everybody reads', async ({ page, guard }) => {
  test.slow();
  await page.goto('/');
  await expectAccessible(page, 'the home page of a stranger');
  await page.goto('/attempts');
  await expectAccessible(page, 'no attempts yet');
  await page.goto(`/cases/${CASE.slug}`);
  await page.getByText('Read it anyway').click();
  await expectAccessible(page, 'a case');
  for (const address of ['/steps', '/steps/model', '/steps/outlines', '/groups', '/notices']) {
    await page.goto(address);
    await expectAccessible(page, address);
  }
  guard.provokes(/status of 404/);
  await page.goto('/nothing-here');
  await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
  await expectAccessible(page, 'nothing here');
});

test('axe: every worked step of every case', async ({ page }) => {
  test.slow();
  for (const slug of ['video-recommendation', 'visual-search', 'ad-click-prediction']) {
    for (const { id } of STEP_LIST) {
      await page.goto(`/cases/${slug}/${id}`);
      for (const question of await page.getByRole('group').all()) await question.evaluate(openFold);
      await expectAccessible(page, `${slug}, ${id}`);
    }
  }
});

/** Folds hide text from axe as from a reader. */
function openFold(element: Element): void {
  if (element instanceof HTMLDetailsElement) element.open = true;
}

test('axe: the workspace, guided, every step with its form filled', async ({ page, seedAttempt }) => {
  test.slow();
  const empty = await seedAttempt({ answers: [] });
  const workspace = new Workspace(page);
  await workspace.open(empty);
  await expectAccessible(page, 'an empty guided form');
  const id = await seedAttempt();
  for (const step of STEP_LIST) {
    await workspace.open(id, step.id);
    if (step.id === 'model' || step.id === 'serve') await expect(picture(page)).toBeVisible();
    await page.getByRole('button', { name: /^Take (a|the next) hint/ }).click();
    await expect(page.getByText('1 of 3 taken, and recorded')).toBeVisible();
    await expectAccessible(page, `guided, ${step.id}`);
  }
});

test('axe: the workspace, unaided and blank, and its dialogs', async ({ page, seedAttempt }) => {
  test.slow();
  const workspace = new Workspace(page);
  await workspace.open(await seedAttempt({ mode: 'unaided' }), 'serve');
  await expect(picture(page)).toBeVisible();
  await expectAccessible(page, 'unaided');

  await workspace.open(await seedAttempt({ mode: 'blank' }));
  await expect(picture(page)).toBeVisible();
  await expectAccessible(page, 'a blank page');
  await page.getByRole('button', { name: 'Insert a block' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  // The ends of an open menu are marked by Base UI with elements that send the focus on in the moment they get it.
  await expectAccessible(page, 'the palette', { rule: 'aria-hidden-focus', element: 'base-ui-focus-guard' });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Tag with steps' }).click();
  await expectAccessible(page, 'tagging');

  await page.getByRole('button', { name: 'Shortcuts' }).click();
  await expectAccessible(page, 'the shortcuts');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Earlier saves' }).click();
  const saves = page.getByRole('dialog', { name: 'Earlier saves' });
  await expect(saves.getByRole('listitem')).toHaveCount(1);
  await expectAccessible(page, 'the earlier saves');
  await saves.getByRole('listitem').getByRole('button').click();
  await expectAccessible(page, 'an earlier save');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Submit', exact: true }).click();
  await expectAccessible(page, 'the question before submitting');
});

test('axe: a conflict, a dead network, a diagram with a mistake', async ({
  page,
  context,
  guest,
  guard,
  seedAttempt,
}) => {
  test.slow();
  const id = await seedAttempt({ mode: 'unaided', answers: [['clarify', { text: 'Written first.' }]] });
  const workspace = new Workspace(page);
  await workspace.open(id);
  await expect(workspace.answerTo('clarify')).toHaveValue('Written first.');
  await guest.save(id, 'clarify', { text: 'Written on another device.' });
  guard.provokes(CONFLICT_REPLY);
  await workspace.answerTo('clarify').fill('Written here.');
  await expect(workspace.status).toHaveText('Needs your choice');
  await expectAccessible(page, 'a conflict');

  await workspace.goTo('model');
  await page.getByRole('button', { name: 'Add a diagram' }).click();
  await expectAccessible(page, 'an empty diagram');
  await page.getByRole('textbox', { name: 'Diagram' }).fill('flowchart LR\n  a --> b');
  await expect(picture(page)).toBeVisible();
  await page.getByRole('textbox', { name: 'Diagram' }).fill('flowchart LR\n  a --> b -->');
  await expect(page.getByText('The picture is the last one that could be drawn.')).toBeVisible();
  await expectAccessible(page, 'a diagram with a mistake');

  guard.provokes(NO_CONNECTION);
  await context.setOffline(true);
  await workspace.answerTo('model').fill('Written offline.');
  await expect(workspace.status).toHaveText('On this device only');
  await page.getByRole('button', { name: 'Earlier saves' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
  await expectAccessible(page, 'the earlier saves without a network');
});

test('axe: attempts, the comparison in its parts, two compared, the questions before deleting', async ({
  page,
  seedAttempt,
}) => {
  test.slow();
  const id = await seedAttempt({ submitted: true });
  const blank = await seedAttempt({ mode: 'blank', answers: filledAttempt('blank'), submitted: true });
  const open = await seedAttempt({ mode: 'unaided' });
  await page.goto('/');
  await expectAccessible(page, 'the home page with attempts');
  await page.goto(`/cases/${CASE.slug}`);
  await expect(page.getByRole('heading', { name: 'Your attempts' })).toBeVisible();
  await expectAccessible(page, 'a case with attempts');

  await page.goto('/attempts');
  await expectAccessible(page, 'the list of attempts');
  await page.getByRole('button', { name: /^Delete Video recommendation, guided/ }).click();
  await expectAccessible(page, 'the question before deleting one');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await expectAccessible(page, 'the question before deleting everything');
  await page.keyboard.press('Escape');

  await page.goto(`/attempts/${open}`);
  await expect(page.getByText('This attempt is not submitted.')).toBeVisible();
  await expectAccessible(page, 'an attempt that is not submitted');

  await page.goto(`/attempts/${id}`);
  await page.getByRole('button', { name: 'Checklist', exact: true }).click();
  await expectAccessible(page, 'the comparison, checklist');
  await page.getByRole('button', { name: 'Mark as not in my answer' }).first().click();
  await page.getByRole('button', { name: 'Find it in my answer' }).first().click();
  const picker = page.getByRole('dialog', { name: /Which of your words say/ });
  await picker.getByRole('list').getByRole('button').first().click();
  await expectAccessible(page, 'the choice of a quote');
  await picker.getByRole('button', { name: 'Mark as found with this quote' }).click();
  await expect(page.getByRole('blockquote')).toBeVisible();
  await expectAccessible(page, 'a checklist with marks');
  await page.getByRole('button', { name: 'Worked answer', exact: true }).click();
  await page.getByRole('checkbox', { name: 'All steps' }).check();
  await expect(page.getByRole('img').filter({ visible: true }).first()).toBeVisible();
  await expectAccessible(page, 'the comparison, all steps');
  await page.goto(`/attempts/${blank}`);
  await expectAccessible(page, 'the comparison of a blank page');

  await page.goto(`/attempts/compare?a=${id}&b=${open}`);
  await expectAccessible(page, 'two attempts compared');
});

reviewed(
  'axe: reviews of an attempt, own marks, the comments beside the next attempt, progress',
  async ({ page, reviewedAttempt }) => {
    test.slow();
    const closed = await reviewedAttempt();
    await page.goto(`/attempts/${closed.attemptId}`);
    await expectAccessible(page, 'a reviewed attempt');
    await page.goto(`/attempts/${closed.attemptId}/reviews`);
    await page.getByText('Read it without marking yourself').click();
    await expectAccessible(page, 'marking oneself first');
    await page.goto('/progress');
    await expectAccessible(page, 'progress with a review to read');

    const { attemptId, candidate } = await reviewedAttempt({ own: OWN_BANDS });
    await page.goto(`/attempts/${attemptId}/reviews#data`);
    await page.getByText('The numbers as a table').click();
    for (const part of ['Worked answer', 'Marks']) {
      await page.getByRole('button', { name: part, exact: true }).click();
      await expectAccessible(page, `two reviews, ${part}`);
    }
    await page.getByRole('checkbox', { name: 'All steps' }).check();
    await expectAccessible(page, 'two reviews, all steps');
    await page.goto('/progress');
    await page.getByText('The numbers as a table').click();
    await expectAccessible(page, 'progress');
    for (const mode of ['guided', 'blank']) {
      const { id } = await candidate.call<AttemptDetail>('POST', '/api/attempts', {
        caseSlug: CASE.slug,
        mode,
        level: 'senior',
        followsId: attemptId,
      });
      await page.goto(`/practice/${id}`);
      await expect(page.getByRole('heading', { name: 'Comments to answer' })).toBeVisible();
      await expectAccessible(page, `the comments beside a ${mode} attempt`);
    }

    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`/attempts/${attemptId}/reviews#data`);
    for (const part of ['Answer', 'Marks']) {
      await page.getByRole('button', { name: part, exact: true }).click();
      await expectAccessible(page, `two reviews on a phone, ${part}`);
    }
    await page.goto(`/attempts/${closed.attemptId}/reviews`);
    await expectAccessible(page, 'marking oneself on a phone');
  },
);

test('axe: a phone in the hand', async ({ page, seedAttempt }) => {
  test.slow();
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(`/cases/${CASE.slug}/model`);
  await expectAccessible(page, 'a worked step on a phone');
  const workspace = new Workspace(page);
  await workspace.open(await seedAttempt(), 'serve');
  await expect(picture(page)).toBeVisible();
  await expectAccessible(page, 'the workspace on a phone');
  await page.getByRole('button', { name: 'Prompt, hints, findings, numbers' }).click();
  await expectAccessible(page, 'the prompt and hints on a phone');
  await page.goto(`/attempts/${await seedAttempt({ submitted: true })}`);
  for (const part of ['My answer', 'Worked answer', 'Checklist']) {
    await page.getByRole('button', { name: part, exact: true }).click();
    await expectAccessible(page, `${part} on a phone`);
  }
});
