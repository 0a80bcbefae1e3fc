import { expect, test } from './fixtures.ts';
import { toy } from './toy.ts';

test('a link reproduces the form, edits go into the address, and are undone and redone', async ({
  lab,
  page,
}) => {
  await lab.openSpec(toy({ outerSteps: 7, seed: 42 }));
  await expect(lab.seed).toHaveValue('42');
  await expect(lab.field('Outer steps')).toHaveValue('7');
  await expect(lab.field('Fake users')).toHaveValue('12');

  await lab.field('Outer steps').fill('9');
  await expect(page).not.toHaveURL(new RegExp(`^${page.url().replaceAll(/[.?]/g, '\\$&')}$`));
  const link = page.url();
  await lab.undo.click();
  await expect(lab.field('Outer steps')).toHaveValue('7');
  await lab.redo.click();
  await expect(lab.field('Outer steps')).toHaveValue('9');

  await page.goto('about:blank');
  await page.goto(link);
  await expect(lab.field('Outer steps')).toHaveValue('9');
  await expect(lab.seed).toHaveValue('42');
});

test('a value out of bounds is told at its field, stops the run and loses nothing', async ({ lab }) => {
  await lab.openSpec(toy());
  const field = lab.field('Outer steps');
  await field.fill('-3');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(/at least 0|between 0|from 0/i);
  await expect(lab.problems).toContainText('attack.params.outerSteps');
  await expect(lab.run).toBeDisabled();
  await expect(field).toHaveValue('-3');
  await expect(lab.field('Fake users')).toHaveValue('12');
  await field.fill('3');
  await expect(lab.problems).toBeHidden();
  await expect(lab.run).toBeEnabled();
});

test('an address that cannot be read is told, and the page stays usable', async ({ lab, page }) => {
  await lab.open('spec=1.abc.damaged');
  await expect(lab.problems).toContainText(/url/);
  await page.goto('about:blank');
  await lab.openSpec({ ...toy(), victim: { id: 'no-such-model', params: {} } });
  await expect(lab.problems).toContainText('no-such-model');
  await page.goto('about:blank');
  await lab.openSpec({ ...toy(), version: 99 });
  await expect(lab.problems).toContainText('99');
  await expect(lab.field('Fake users')).toBeVisible();
});

for (const { name, text, message } of [
  {
    name: 'separators that no format has',
    text: 'a|b|c\n1|2|3\n',
    message: /ratings\.csv|separator|column/i,
  },
  { name: 'nothing in it', text: '', message: /empty/i },
]) {
  test(`a file with ${name} is refused with its reason, and the form stays`, async ({ lab, page }) => {
    await lab.openSpec({ ...toy(), dataset: { id: 'file', params: {} } });
    await lab.openStage('1. Data');
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'ratings.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await lab.run.click();
    await expect(page.getByRole('alert')).toContainText('The run stopped');
    await expect(page.getByRole('alert')).toContainText(message);
    await expect(lab.field('Fake users')).toHaveValue('12');
    await expect(lab.run).toBeEnabled();
  });
}
