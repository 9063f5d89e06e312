// Builds all that runs into dist/: the extension, the server, the command line, the tests that need a bundle; and the notices
// of what is bundled.
// Usage: node esbuild.mjs [--watch] [--release]: a release has neither source maps nor what only tests need.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { context } from 'esbuild';

const watch = process.argv.includes('--watch');
const release = process.argv.includes('--release');

rmSync('dist', { recursive: true, force: true });
mkdirSync('dist/rules', { recursive: true });
// Node asks the nearest of these files what a script is: ours is the extension's manifest, which takes a millisecond to read.
writeFileSync('dist/package.json', '{ "type": "commonjs" }\n');
for (const file of readdirSync('server/src/rules', { recursive: true })) {
  if (file.endsWith('.md')) writeFileSync(`dist/rules/${basename(file)}`, pageIn(`server/src/rules/${file}`));
}
cpSync('client/src/preview.css', 'dist/preview.css');
cpSync('l10n/bundle.l10n.en.json', 'dist/messages.en.json');
// Character maps for PDFs that name the characters of a Chinese font without carrying it.
mkdirSync('dist/cmaps');
for (const file of readdirSync('node_modules/pdfjs-dist/cmaps')) {
  if (/^(?:GB|UniGB|Adobe-GB1)|LICENSE/.test(file)) cpSync(`node_modules/pdfjs-dist/cmaps/${file}`, `dist/cmaps/${file}`);
}

/** Libraries that go into files of their own: parse5 is read when a report holds an HTML table, markdown-it for a page to print. */
const librariesApart = {
  name: 'libraries-apart',
  setup(build) {
    build.onResolve({ filter: /^(?:parse5|markdown-it)$/ }, ({ path }) => ({ path: `./${path}.js`, external: true }));
  },
};

/** What reads and writes documents goes into files of its own, each read when the first document of its kind comes. */
const documentsApart = {
  name: 'documents-apart',
  setup(build) {
    const files = { readers: './readers.js', 'pdf/read': './pdf.mjs', docx: './docx.js', workbook: './workbook.js' };
    build.onResolve({ filter: /(?:^\.\.?\/(?:.*\/)?)(?:readers|pdf\/read|docx|workbook)$/ }, ({ path, importer, kind }) => {
      const name = /(?:readers|pdf\/read|docx|workbook)$/.exec(path)[0];
      return kind === 'dynamic-import' && /documents|cli|lsp/.test(importer) ? { path: files[name], external: true } : undefined;
    });
  },
};

/** What reads and judges reports goes into a file of its own: `check --cache` may do without. */
const engineApart = {
  name: 'engine-apart',
  setup(build) {
    build.onResolve({ filter: /^\.\/cli\/engine$/ }, ({ kind }) =>
      kind === 'require-call' ? { path: './engine.js', external: true } : undefined,
    );
  },
};

/** What the programs say in English goes into a file of its own. */
const englishApart = {
  name: 'english-apart',
  setup(build) {
    build.onResolve({ filter: /^\.\.?\/(?:\.\.\/)*english$/ }, () => ({ path: resolve('server/src/english-file.ts') }));
  },
};

/** Node's modules that the protocol's library loads and hardly ever asks for anything are loaded when it does. */
const modulesWhenAsked = {
  name: 'modules-when-asked',
  setup(build) {
    build.onResolve({ filter: /^(?:crypto|child_process)$/ }, ({ path, importer }) =>
      /vscode-(?:jsonrpc|languageserver)/.test(importer) ? { path, namespace: 'when-asked' } : undefined,
    );
    build.onLoad({ filter: /^/, namespace: 'when-asked' }, ({ path }) => ({
      contents: `module.exports = new Proxy({}, { get: (_, name) => require('node:${path}')[name] });`,
    }));
  },
};

/** PDF is read by programs of the desktop only: its library is larger than all the rest. */
const withoutPdf = {
  name: 'without-pdf',
  setup(build) {
    build.onResolve({ filter: /^\.\/pdf\/read$/ }, () => ({ path: resolve('server/src/documents/pdf/unavailable.ts') }));
  },
};

/**
 * Chinese characters as escapes, also in patterns, which the bundler leaves as they are. A single one
 * would make two bytes of every character of a bundle, and reading it at every start three times as long.
 */
const oneByte = {
  name: 'one-byte',
  setup(build) {
    build.onLoad({ filter: /\.[cm]?[jt]s$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/\\[^]|[^\0-\x7f]/g, escaped),
      loader: path.endsWith('ts') ? 'ts' : 'js',
    }));
    build.onEnd(({ metafile }) => {
      for (const file of Object.keys(metafile.outputs))
        if (file.endsWith('.js') && /[^\0-\x7f]/.test(readFileSync(file, 'utf8'))) throw new Error(`${file} is not in one-byte characters`);
    });
  },
};

/**
 * Bundles call for others by `loader`, as long a word as `import`, which code that was kept compiled cannot do (compiled.ts). Whoever
 * loads them in another way gives them none.
 */
const importsByLoader = {
  name: 'imports-by-loader',
  setup(build) {
    build.initialOptions.banner = { js: '"use strict";var loader=loader||(name=>import(name));' };
    build.onEnd(({ metafile }) => {
      for (const file of Object.keys(metafile.outputs))
        if (file.endsWith('.js')) writeFileSync(file, readFileSync(file, 'utf8').replaceAll('import("./', 'loader("./'));
    });
  },
};

/** `unit`, a character or one with a backslash in front that it may do without, as an escape. */
function escaped(unit) {
  const last = unit.at(-1);
  return last > '\x7f' ? `\\u${last.charCodeAt(0).toString(16).padStart(4, '0')}` : unit;
}

/** The suites for VS Code in the browser: mocha and Node's assertions as there are for browsers. */
const mochaForBrowser = {
  name: 'mocha-for-browser',
  setup(build) {
    const beside = (name) => () => ({ path: resolve('test/vscode/web', name) });
    build.onResolve({ filter: /^mocha$/ }, beside('mocha.ts'));
    build.onResolve({ filter: /^node:assert\/strict$/ }, beside('assert.ts'));
    // It would put itself in the place of the suite's own exports.
    build.onLoad({ filter: /mocha[\\/]mocha\.js$/ }, ({ path }) => ({
      contents: `var exports, module, define;\n${readFileSync(path, 'utf8')}`,
      loader: 'js',
    }));
  },
};

const shared = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // What Node would load of it by itself cannot be bundled.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
  sourcemap: !release,
  // What is loaded at every start is short.
  minify: true,
  logLevel: 'info',
};
/** For the browser: what needs one of Node's own modules cannot be built. */
const web = { ...shared, platform: 'browser', target: 'es2022', charset: 'utf8' };
const builds = [
  { ...shared, entryPoints: { extension: 'client/src/extension.ts' }, outdir: 'dist', external: ['vscode'] },
  { ...shared, entryPoints: { server: 'server/src/server.ts' }, outdir: 'dist' },
  { ...shared, entryPoints: { cli: 'server/src/cli.ts' }, outdir: 'dist', banner: { js: '#!/usr/bin/env node' } },
  {
    ...shared,
    entryPoints: {
      'server-process': 'server/src/server-process.ts',
      command: 'server/src/command.ts',
      engine: 'server/src/cli/engine.ts',
    },
    outdir: 'dist',
    plugins: [engineApart, librariesApart, documentsApart, englishApart, modulesWhenAsked, importsByLoader, oneByte],
  },
  { ...shared, entryPoints: { parse5: 'parse5', 'markdown-it': 'markdown-it' }, outdir: 'dist' },
  { ...shared, entryPoints: { readers: 'server/src/documents/readers.ts' }, outdir: 'dist', plugins: [librariesApart] },
  { ...shared, entryPoints: { docx: 'server/src/documents/writing/docx.ts' }, outdir: 'dist' },
  { ...shared, entryPoints: { workbook: 'server/src/documents/writing/workbook.ts' }, outdir: 'dist' },
  // The library finds itself by its address, which only modules have.
  {
    ...shared,
    entryPoints: { pdf: 'server/src/documents/pdf/read.ts' },
    inject: ['server/src/documents/pdf/inflate.ts'],
    outdir: 'dist',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
  },
  { ...web, entryPoints: { extension: 'client/src/web-extension.ts' }, outdir: 'dist/web', external: ['vscode'] },
  // Loaded in Node and in the browser alike.
  { ...web, entryPoints: { preview: 'server/src/preview.ts' }, outdir: 'dist' },
  { ...web, entryPoints: { server: 'server/src/worker.ts' }, outdir: 'dist/web', format: 'iife', plugins: [withoutPdf] },
];
if (!release) {
  builds.push(
    {
      ...shared,
      entryPoints: {
        bench: 'test/bench/bench.ts',
        echo: 'test/bench/echo.ts',
        'read-only': 'test/bench/read-only.ts',
        fuzz: 'test/fuzz/fuzz.ts',
      },
      outdir: 'dist/test',
    },
    { ...shared, entryPoints: { index: 'test/vscode/index.ts' }, outdir: 'dist/test/vscode', external: ['vscode', 'mocha'] },
    {
      ...web,
      entryPoints: { index: 'test/vscode/web/index.ts' },
      outdir: 'dist/test/web',
      external: ['vscode'],
      plugins: [mochaForBrowser],
    },
  );
}

const bundled = new Set();
for (const options of builds) {
  const build = await context({ ...options, metafile: true });
  if (watch) await build.watch();
  else {
    const { metafile } = await build.rebuild();
    for (const file of Object.keys(metafile.inputs)) {
      const found = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file);
      if (found && !options.outdir.startsWith('dist/test')) bundled.add(found[0]);
    }
    await build.dispose();
  }
}
if (!watch) writeFileSync('dist/NOTICES.txt', noticesOf([...bundled].sort()));

/** The licences of the packages in `folders`, which are part of what was built. */
function noticesOf(folders) {
  const notices = folders.map((folder) => {
    const { name, version, license, author } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e(?:[.-].*)?$/i.test(entry));
    const holder = typeof author === 'string' ? author : author?.name;
    const text = file ? readFileSync(`${folder}/${file}`, 'utf8').trim() : mitText(holder ?? `the authors of ${name}`, license);
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  return `The programs in this folder contain the following packages.\n\n${notices.join(`\n${'-'.repeat(72)}\n\n`)}`;
}

/** The whole of the MIT licence for a package that comes without its text; any other licence has to bring it. */
function mitText(holder, license) {
  if (license !== 'MIT') throw new Error(`${holder}: the text of the licence ${license} is missing`);
  return readFileSync('LICENSE', 'utf8')
    .trim()
    .replace(/^Copyright.*$/m, `Copyright (c) ${holder}`);
}

/** The page of a rule in `file`; the examples are those of the Chinese page in every language. */
function pageIn(file) {
  const page = readFileSync(file, 'utf8');
  if (!file.endsWith('.en.md')) return page;
  const chinese = readFileSync(file.replace(/\.en\.md$/, '.md'), 'utf8');
  const examples = chinese.slice(chinese.indexOf('\n## 反例\n'));
  return page + examples.replace('\n## 反例\n', '\n## Wrong\n').replace('\n## 正例\n', '\n## Right\n');
}
