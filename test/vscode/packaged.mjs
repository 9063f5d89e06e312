// Tries a packaged extension as its users get it: installed into VS Code Server, a draft with one wrong total opened in it.
// Knows only what stands in the page; the suites of test/vscode/suite try the extension under development.
import { join } from 'node:path';
import { withinLimit } from './limit.mjs';
import { pageAddress, startBoth } from './server.mjs';
import { root } from './setup.mjs';
import { makeWorkspaceWith } from './workspace.mjs';

/** Throws unless the extension in `vsix` tells of the wrong total; `newest`: in the newest VS Code. */
export async function tryPackage(vsix, newest) {
  const workspace = makeWorkspaceWith(join(root, 'test/vscode/fixtures/wrong-total.txt'));
  try {
    await withinLimit(4, async (cleanUp) => {
      const [{ authority }, { page }] = await startBoth({ vsix, newest }, {}, cleanUp);
      page.setDefaultTimeout(60_000);
      await page.goto(pageAddress(authority, workspace.folder, { file: workspace.file }), { waitUntil: 'commit' });
      try {
        await page.locator('.squiggly-error').first().waitFor();
      } catch (error) {
        await page.screenshot({ path: join(root, '.vscode-test', `packaged-${newest ? 'newest' : 'server'}-failed.png`) });
        throw error;
      }
      await page.keyboard.press('Control+Shift+M');
      await page.locator('.markers-panel').getByText('wrong-row-total').first().waitFor();
      if (process.env.NIANBAO_PICTURES) await page.screenshot({ path: join(process.env.NIANBAO_PICTURES, `packaged-${newest}.png`) });
    });
  } finally {
    workspace.remove();
  }
}
