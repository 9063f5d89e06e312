// Packages the extension and holds what is in it against files.txt: `npm run check-package [-- --counts FILE] [-- --write]`.
// Builds anew for that, and once more afterwards as the other tests need it. Ends with `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tryPackage } from '../vscode/packaged.mjs';
import { findChromium, hasNewest } from '../vscode/setup.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const list = fileURLToPath(new URL('files.txt', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'nianbao-package-'));
process.on('exit', () => {
  rmSync(folder, { recursive: true, force: true });
});
/** The package as users download it, at most. */
const largest = 4000 * 1024;

const tests = {
  'is made without a warning': () => {
    const said = run('npx', ['vsce', 'package', '--no-dependencies', '--out', join(folder, 'nianbao.vsix')]);
    const warnings = said.split('\n').filter((line) => /\bwarn(?:ing)?\b/i.test(line) && !line.startsWith('npm warn'));
    if (warnings.length > 0) throw new Error(warnings.join('\n'));
  },
  'holds these files and no others': () => {
    // One line for all pages: the rules change more often than what is packaged.
    const files = [
      ...new Set(
        run('npx', ['vsce', 'ls', '--no-dependencies'], 'stdout')
          .split('\n')
          .map((name) =>
            name
              .trim()
              .replace(/^dist\/rules\/.*\.md$/, 'dist/rules/*.md')
              .replace(/^dist\/cmaps\/.*/, 'dist/cmaps/*'),
          )
          .filter(Boolean),
      ),
    ].sort();
    if (process.argv.includes('--write')) writeFileSync(list, `${files.join('\n')}\n`);
    const wanted = readFileSync(list, 'utf8').trim().split('\n');
    const surplus = files.filter((name) => !wanted.includes(name));
    const missing = wanted.filter((name) => !files.includes(name));
    if (surplus.length + missing.length > 0)
      throw new Error(`surplus: ${surplus.join(', ')}; missing: ${missing.join(', ')} (to accept: npm run check-package -- --write)`);
  },
  'is no larger than it has to be': () => {
    const { size } = statSync(join(folder, 'nianbao.vsix'));
    console.log(`  ${Math.round(size / 1024)} KB`);
    if (size > largest) throw new Error(`${size} bytes, at most ${largest}`);
  },
  'names the licence of everything that is bundled': () => {
    const notices = readFileSync(join(root, 'dist/NOTICES.txt'), 'utf8');
    for (const name of [
      'parse5',
      'docx',
      'fflate',
      'jsonc-parser',
      'vscode-languageclient',
      'vscode-languageserver',
      'get-east-asian-width',
    ]) {
      if (!new RegExp(`^${name} [\\d.]+ \\(MIT\\)$`, 'm').test(notices)) throw new Error(`${name} is missing`);
    }
  },
  ...inServers(),
};

/** The package as users get it, in the VS Code that runs on every Node and in the newest, where there is a Chromium. */
function inServers() {
  try {
    findChromium();
  } catch (error) {
    console.log(`Not tried in VS Code: ${error.message}`);
    return {};
  }
  const tried = (newest) => () => tryPackage(join(folder, 'nianbao.vsix'), newest);
  return {
    'finds a wrong total in VS Code Server': tried(false),
    ...(hasNewest ? { 'finds a wrong total in the newest VS Code Server': tried(true) } : {}),
  };
}

let passed = 0;
let failed = 0;
for (const [name, test] of Object.entries(tests)) {
  try {
    await test();
    passed++;
    console.log(`  ✓ ${name}`);
  } catch (error) {
    failed++;
    console.log(`  ✗ ${name}\n      ${error instanceof Error ? error.message : error}`);
  }
}
run('node', ['esbuild.mjs']);
const asked = process.argv.indexOf('--counts');
if (asked > 0) writeFileSync(process.argv[asked + 1], JSON.stringify({ passed, failed }));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** What a command says; throws where it fails. */
function run(command, values, part) {
  const { status, stdout, stderr } = spawnSync(command, values, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`${command} ${values.join(' ')}: ${stdout}${stderr}`);
  return part === 'stdout' ? stdout : stdout + stderr;
}
