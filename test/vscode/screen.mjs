// What tests inside VS Code cannot see for themselves: the page that shows it. They ask by a line on the console, and the
// answer comes as a file of the workspace; see suite/screen.ts.
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Leaves in `folder`, the workspace, what the elements that fit a selector are called and how deep they stand. One of them
 * is clicked on before if the request asks for it.
 */
export async function lookAtPage(page, folder, request) {
  const { id, selector, click } = JSON.parse(request);
  const elements = page.locator(selector);
  if (click !== undefined) await elements.filter({ hasText: click }).first().click();
  const found = await elements.evaluateAll((all) =>
    all.map((one) => ({
      label: one.getAttribute('aria-label') ?? one.textContent ?? '',
      level: Number(one.getAttribute('aria-level') ?? 1),
    })),
  );
  const file = join(folder, `${id}.json`);
  writeFileSync(`${file}.new`, JSON.stringify(found));
  renameSync(`${file}.new`, file);
}
