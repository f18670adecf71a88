import { expect, test } from './fixtures';
import { Workspace } from './workspace';

test('before the scripts have come nothing can be typed that nobody would keep', async ({
  page,
  context,
  guest,
  seedAttempt,
}) => {
  const id = await seedAttempt({ mode: 'unaided', answers: [['clarify', { text: 'Written before. ' }]] });
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await context.route('**/_next/static/**/*.js', async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(`/practice/${id}`, { waitUntil: 'commit' });
  const workspace = new Workspace(page);
  const area = page.getByLabel('Your answer: Clarify requirements');
  // To be read at once; to be written in when somebody listens.
  await expect(area).toHaveValue('Written before. ');
  const box = await area.boundingBox();
  if (!box) throw new Error('The writing area is not on the screen.');
  await page.mouse.click(box.x + box.width / 2, box.y + 20);
  await page.keyboard.type('Typed on a slow line.');
  await expect(area).toHaveValue('Written before. ');

  release();
  await workspace.answerTo('clarify').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('Typed when all was there.');
  await expect(area).toHaveValue('Written before. Typed when all was there.');
  await workspace.expectSaved();
  expect((await guest.read(id)).answers.clarify?.answer).toEqual({ text: 'Written before. Typed when all was there.' });
});
