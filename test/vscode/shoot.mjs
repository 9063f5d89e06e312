// Opens a report in VS Code with the extension, as a user does, presses keys and takes a screenshot, for us to look at.
//
//   node test/vscode/shoot.mjs OUTDIR [options]
//     --file PATH       what to open (a copy of it); default: the fixture with a wrong 总计. A folder: only the folder opens
//     --keys SCRIPT     steps separated by `;` (write `\;` for the sign itself), see keys.mjs
//     --hover LINE:COL  shows the hover there, from 1
//     --theme NAME      light (default), dark, hc, hc-light
//     --language NAME   display language the extension is told; default zh-cn
//     --settings JSON   further user settings
//     --size WxH        default 1400x900
//     --name NAME       of the picture; default: the file's name and the theme
//     --ready SELECTOR  what to wait for after opening; default: the extension's verdict; `none`: nothing
//     --vsix FILE       the packaged extension instead of the one under development
//     --web             the extension runs in the browser, as on vscode.dev
import { existsSync, mkdirSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { allowClipboard } from './clipboard.mjs';
import { ensureBuilt } from './dist.mjs';
import { press, settle, showHover } from './keys.mjs';
import { withinLimit } from './limit.mjs';
import { pageAddress, startBoth } from './server.mjs';
import { findChromium, root, setUpServer } from './setup.mjs';
import { loadInBrowser, serveExtension } from './web/host.mjs';
import { makeWorkspaceWith } from './workspace.mjs';

const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  hc: 'Default High Contrast',
  'hc-light': 'Default High Contrast Light',
};

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    file: { type: 'string', default: join(root, 'test/vscode/fixtures/wrong-total.txt') },
    keys: { type: 'string', default: '' },
    hover: { type: 'string' },
    theme: { type: 'string', default: 'light' },
    language: { type: 'string', default: 'zh-cn' },
    settings: { type: 'string', default: '{}' },
    size: { type: 'string', default: '1400x900' },
    name: { type: 'string' },
    ready: { type: 'string' },
    vsix: { type: 'string' },
    web: { type: 'boolean', default: false },
  },
});
const folder = positionals[0];
const theme = themes[options.theme];
if (!folder || !theme || !existsSync(options.file)) {
  console.error(
    `Usage: node test/vscode/shoot.mjs OUTDIR [--file PATH] [--theme ${Object.keys(themes).join('|')}] [--keys ...]; see the head of the file`,
  );
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const name = options.name ?? `${basename(options.file, extname(options.file))}-${options.theme}`;
const picture = (suffix) => join(folder, `${name}${suffix ? `-${suffix}` : ''}.png`);

const workspace = makeWorkspaceWith(resolve(options.file));
process.on('exit', () => {
  workspace.remove();
});
try {
  if (!options.vsix) ensureBuilt();
  setUpServer();
  findChromium();
  await withinLimit(5, shoot);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
process.exit();

async function shoot(cleanUp) {
  const settings = {
    'workbench.colorTheme': theme,
    // Pictures of the same thing are the same picture.
    'editor.cursorBlinking': 'solid',
    'workbench.reduceMotion': 'on',
    ...JSON.parse(options.settings),
  };
  const [width, height] = options.size.split('x').map(Number);
  const server = { settings, ...(options.vsix ? { vsix: resolve(options.vsix) } : {}) };
  const [{ authority }, { page }] = await startBoth(server, { width, height, locale: options.language, bypassCSP: options.web }, cleanUp);
  await allowClipboard(page, authority);
  await tellLanguage(page, options.language);

  const address = pageAddress(authority, workspace.folder, {
    ...(options.vsix || options.web ? {} : { extension: root }),
    ...(workspace.file ? { file: workspace.file } : {}),
  });
  if (options.web) await loadInBrowser(page, await serveExtension(root, cleanUp));
  const take = async (shot) => {
    // NAME, or NAME@X,Y,WIDTH,HEIGHT for a part of the window.
    const [suffix, part] = (shot ?? '').split('@');
    const [x, y, wide, high] = part?.split(',').map(Number) ?? [];
    await settle(page);
    await page.screenshot({ path: picture(suffix), ...(part && { clip: { x, y, width: wide, height: high } }) });
    console.log(picture(suffix));
  };
  try {
    await open(page, address);
    if (options.hover) await showHover(page, options.hover);
    await press(page, options.keys, take);
    await take();
  } catch (error) {
    // What it looked like where it went wrong.
    await take('failed');
    throw error;
  }
}

async function open(page, address) {
  page.setDefaultTimeout(15_000);
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator('.monaco-workbench .part.statusbar').waitFor();
  if (!workspace.file) return;
  await page.locator('.editor-instance .view-line').first().waitFor();
  await page.keyboard.press('Control+1');
  if (options.ready === 'none') return;
  try {
    await (options.ready ? page.locator(options.ready).first().waitFor() : page.waitForFunction(verdictShown));
  } catch {
    console.error('The extension has shown no verdict within 15 seconds; the picture shows what there is.');
  }
}

/** In the page: whether the language status tells of the text, and findings it counts have reached the list of problems. */
function verdictShown() {
  const said = (id) => globalThis.document.getElementById(id)?.getAttribute('aria-label') ?? '';
  const verdict = said('status.languageStatus');
  if (!/年报|annual report/i.test(verdict) || /启动|starting/i.test(verdict)) return false;
  return !/错误|警告|errors|warnings/i.test(verdict) || !said('status.problems').startsWith('No Problems');
}

/**
 * Makes the page pass this display language on to the extension host. The texts of VS Code itself stay English: its
 * language packs are on no registry that we use.
 */
async function tellLanguage(page, language) {
  await page.route('**/nls.messages.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}\nglobalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)};` });
  });
  await page.addInitScript((told) => {
    globalThis._VSCODE_NLS_LANGUAGE = told;
  }, language);
}
