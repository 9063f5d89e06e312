// Runs the suite of test/vscode/suite in a real VS Code: `npm run host [-- --web] [-- --counts FILE] [-- --only WORDS]`.
// With @vscode/test-electron where VSCODE_EXECUTABLE names a VS Code or NIANBAO_DOWNLOAD_VSCODE=1 allows a download,
// otherwise in VS Code Server and Chromium. With --web the extension runs in the browser, as it does on vscode.dev, and so
// do the suites that web/index.ts names. Ends with `N passed, N failed`; the exit code is 0 only when all passed.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allowClipboard } from './clipboard.mjs';
import { ensureBuilt } from './dist.mjs';
import { runInElectron } from './electron.mjs';
import { doInPage, pageMark } from './keys.mjs';
import { withinLimit } from './limit.mjs';
import { lookAtPage } from './screen.mjs';
import { pageAddress, startBoth } from './server.mjs';
import { findChromium, root, setUpServer } from './setup.mjs';
import { loadInBrowser, serveExtension } from './web/host.mjs';
import { checkWorkspace, makeWorkspace } from './workspace.mjs';

const minutes = 5;
const downloads = process.env.NIANBAO_DOWNLOAD_VSCODE === '1';
const inBrowser = process.argv.includes('--web');
const valueOf = (option) => (process.argv.includes(option) ? process.argv[process.argv.indexOf(option) + 1] : undefined);
const countsFile = valueOf('--counts');
// Only the tests whose names hold these words; heard in Node, not in the browser.
const only = valueOf('--only');
if (only) process.env.NIANBAO_ONLY = only;

// What VS Code itself says at every start, in the same console.
const chatter =
  /^(Resolv(ing|ed) connection token|Creating a socket|Ignoring fetching additional|Updating additional builtin|ChatSessionStore|\[Service Worker\])/;

const workspace = makeWorkspace();
process.on('exit', () => {
  workspace.remove();
});
const testsEntry = inBrowser ? '/dist/test/web/index.js' : join(root, 'dist/test/vscode/index.js');
// The suite writes here what passed and failed.
const result = join(workspace.folder, 'counts.json');

try {
  ensureBuilt();
  checkWorkspace(workspace);
  const inElectron = !inBrowser && (Boolean(process.env.VSCODE_EXECUTABLE) || downloads);
  if (!inElectron) install();
  const host = inElectron ? runInElectron : runInServer;
  await withinLimit(minutes, (cleanUp) => host({ workspace: workspace.folder, extension: root, tests: testsEntry, cleanUp }));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
conclude();

/** What may have to be installed first, which takes the time it takes. */
function install() {
  setUpServer();
  findChromium();
}

/** Runs the suite in the server's extension host or in that of the browser, in a page that nobody sees. */
async function runInServer({ workspace: folder, extension, tests, cleanUp }) {
  const [server, browser] = await startBoth({}, { width: 1000, height: 1400, bypassCSP: inBrowser }, cleanUp);
  const { page } = browser;

  const ended = new Promise((resolve, reject) => {
    void page.exposeFunction('codeAutomationExit', resolve);
    page.on('crash', () => {
      reject(new Error('The page of VS Code crashed.'));
    });
    page.on('close', () => {
      reject(new Error('The page of VS Code was closed.'));
    });
  });
  ended.catch(() => undefined);
  await allowClipboard(page, server.authority);
  await page.exposeFunction('codeAutomationLog', (type, values) => {
    const [first] = values;
    if (typeof first === 'string' && first.startsWith(pageMark))
      hear(page, folder, first.slice(pageMark.length)).catch((error) => {
        console.error(error);
      });
    else printConsole(type, values);
  });
  if (inBrowser) await loadInBrowser(page, await serveExtension(extension, cleanUp), tests);
  await page.goto(pageAddress(server.authority, folder, inBrowser ? {} : { extension, tests }), { waitUntil: 'commit' });
  const code = await ended;
  if (code !== 0) process.exitCode = 1;
}

/** What the suite asks of the page: to look at it, or to press keys. */
function hear(page, folder, request) {
  return JSON.parse(request).selector === undefined ? doInPage(page, request) : lookAtPage(page, folder, request);
}

/** Prints a line of the extension host's console, warnings and errors marked. */
function printConsole(type, values) {
  const text = values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join(' ');
  if (chatter.test(text)) return;
  console.log(type === 'warn' || type === 'error' ? `[${type}] ${text}` : text);
}

/** Prints the counts and leaves them in the file asked for. A run without counts failed. */
function conclude() {
  const counts = existsSync(result) ? JSON.parse(readFileSync(result, 'utf8')) : { passed: 0, failed: 0 };
  if (!existsSync(result)) console.error('The suite did not come to its end.');
  if (counts.failed > 0 || !existsSync(result)) process.exitCode = 1;
  else if (process.exitCode) console.error('All tests passed, but VS Code did not end well.');
  if (process.exitCode && counts.failed === 0) counts.failed = 1;
  if (countsFile) {
    rmSync(countsFile, { force: true });
    writeFileSync(countsFile, JSON.stringify(counts));
  }
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  process.exit();
}
