/** The bundles that VS Code in the browser loads: they are there, and need nothing that a browser does not have. */
import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json';

it('the manifest names an entry for Node and one for the browser', () => {
  expect(manifest.main).not.toBe(manifest.browser);
  for (const entry of [manifest.main, manifest.browser]) expect(existsSync(entry), entry).toBe(true);
});

describe.each([
  [manifest.browser, ['vscode']],
  ['./dist/web/server.js', []],
  ['./dist/preview.js', []],
])('%s', (path, provided: string[]) => {
  // Comments show how a library is used elsewhere; they ask for nothing.
  const bundle = readFileSync(path, 'utf8').replace(/^\s*\*.*$/gm, '');
  /** Names of modules that are asked for when the bundle runs, in whatever way. */
  const wanted = [...bundle.matchAll(/\b(?:require|import)\(\s*["'`]([^"'`]+)["'`]\s*\)|\bfrom\s*["']([^"'\n]+)["'];/g)].map(
    ([, called, from]) => called ?? from ?? '',
  );

  it('asks for nothing but what VS Code gives it', () => {
    expect([...new Set(wanted)]).toEqual(provided);
  });

  it('has no module of Node', () => {
    expect(wanted.filter((name) => name.startsWith('node:') || builtinModules.includes(name))).toEqual([]);
    expect(bundle).not.toMatch(/["']node:[a-z]/);
  });
});
