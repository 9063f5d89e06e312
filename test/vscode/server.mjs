// Starts and stops VS Code Server and the Chromium page that shows it. Everything started here is stopped again when the
// process ends, however it ends. Knows nothing of tests or screenshots.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium, root, setUpServer } from './setup.mjs';

/** User settings of every run: no dialog and no page of VS Code's own stands before the editor. */
export const quietSettings = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'telemetry.telemetryLevel': 'off',
  // As on the desktop; in the browser VS Code saves by itself, and what a test has changed would be there for the next.
  'files.autoSave': 'off',
  'update.showReleaseNotes': false,
};

/**
 * A server with an empty profile of its own on a free port of this machine.
 * @param {{ settings?: object, vsix?: string, newest?: boolean }} options user settings beyond the quiet ones; a packaged
 *   extension to install; the newest VS Code instead of the one that runs on every Node.
 * @returns its authority (`127.0.0.1:4321`) and `stop()`, which also removes the profile.
 */
export async function startServer({ settings = {}, vsix, newest = false } = {}) {
  const { entry, node } = setUpServer(newest);
  const data = mkdtempSync(join(tmpdir(), 'nianbao-server-'));
  let child;
  const stop = () => {
    process.off('exit', stop);
    if (child) killGroup(child);
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  };
  process.on('exit', stop);
  try {
    mkdirSync(join(data, 'data/User'), { recursive: true });
    writeFileSync(join(data, 'data/User/settings.json'), JSON.stringify({ ...quietSettings, ...settings }));
    // VS Code takes themes inside the folder of the extension under development for that extension's own and shows the
    // first of them; the server lies in that folder. So its extensions get an address outside.
    const builtIn = join(data, 'built-in');
    symlinkSync(join(dirname(entry), '../extensions'), builtIn);
    const options = { env: ownEnvironment(data) };
    if (vsix) install([node, entry], vsix, data, options);
    const parameters = [
      '--host',
      '127.0.0.1',
      '--port',
      '0',
      '--without-connection-token',
      '--accept-server-license-terms',
      '--telemetry-level',
      'off',
      '--enable-remote-auto-shutdown',
      '--builtin-extensions-dir',
      builtIn,
      '--server-data-dir',
      data,
    ];
    // A process group of its own, so that the extension host and the language server end with it.
    child = spawn(node, [entry, ...parameters], { ...options, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    return { authority: await boundTo(child), stop };
  } catch (error) {
    stop();
    throw error;
  }
}

/** Which Chromium is launched, and how. */
export function chromiumOptions() {
  return {
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}

/**
 * A page of a new, invisible Chromium; `close()` ends it.
 * @param {{ locale?: string, width?: number, height?: number, bypassCSP?: boolean }} options the last one: the page heeds
 *   no content security policy
 */
export async function openBrowser({ locale = 'zh-CN', width = 1400, height = 900, bypassCSP = false } = {}) {
  const browser = await chromium.launch({
    ...chromiumOptions(),
    // Our own handlers stop the server as well.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const page = await browser.newPage({ locale, viewport: { width, height }, bypassCSP });
  return { page, close: () => browser.close() };
}

/** Server and page together, each stopped by `cleanUp`, also when the other one cannot be started. */
export async function startBoth(serverOptions, browserOptions, cleanUp) {
  const starts = [startServer(serverOptions), openBrowser(browserOptions)];
  const [server, browser] = await Promise.allSettled(starts);
  if (server.status === 'fulfilled') cleanUp(server.value.stop);
  if (browser.status === 'fulfilled') cleanUp(browser.value.close);
  return Promise.all(starts);
}

/**
 * The address that opens `folder` in the server's VS Code.
 * @param {string} authority of the server
 * @param {string} folder
 * @param {{ extension?: string, tests?: string, file?: string }} paths extension under development, the tests' module,
 *   the file to open.
 */
export function pageAddress(authority, folder, { extension, tests, file } = {}) {
  const remote = (path) => `vscode-remote://${authority}${encodeURI(path)}`;
  const payload = [['skipWelcome', 'true']];
  if (extension) payload.push(['extensionDevelopmentPath', remote(extension)]);
  if (tests) payload.push(['extensionTestsPath', remote(tests)]);
  if (file) payload.push(['openFile', remote(file)]);
  return `http://${authority}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

function install([node, entry], vsix, data, options) {
  const parameters = [entry, '--install-extension', vsix, '--accept-server-license-terms', '--server-data-dir', data];
  const { status, stdout, stderr } = spawnSync(node, parameters, { ...options, cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${vsix} could not be installed:\n${stdout}${stderr}`);
}

/** Waits until the server says where it listens. */
function boundTo(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    const read = (chunk) => {
      said = `${said}${String(chunk)}`.slice(-20_000);
      const match = /Server bound to (127\.0\.0\.1:\d+)/.exec(said);
      if (match) resolve(match[1]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', reject);
    child.on('exit', (code) => {
      reject(new Error(`VS Code Server ended with code ${String(code)}:\n${said}`));
    });
  });
}

function killGroup(child) {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

/** Our environment without what a VS Code terminal around us would tell the server; no gallery, sockets in the profile. */
function ownEnvironment(data) {
  const kept = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_)/.test(name));
  return { ...Object.fromEntries(kept), EXTENSIONS_GALLERY: '{}', TMPDIR: data, XDG_RUNTIME_DIR: data };
}
