// Builds dist/nianbao.html: the whole program in one file that works by double click, without a network or a server. The
// engine stands in it as text, of which a worker is made; only the page's own script runs at once. `npm run page`.
import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const read = (name) => readFileSync(here(name), 'utf8');

/** What reads tables of HTML, and what reads and writes documents, are functions that are run when first asked for. */
const parts = { parse5: 'parse5', readers: 'server/src/documents/readers.ts', docx: 'server/src/documents/writing/docx.ts' };

const partsApart = {
  name: 'parts-apart',
  setup(builder) {
    const part = (name) => ({ path: name, namespace: 'part' });
    builder.onResolve({ filter: /^parse5$/ }, ({ kind }) => (kind === 'entry-point' ? undefined : part('parse5')));
    builder.onResolve({ filter: /\/(?:readers|docx)$/ }, ({ path, kind, importer }) =>
      kind === 'dynamic-import' && importer.includes('documents') ? part(/[^/]+$/.exec(path)[0]) : undefined,
    );
    builder.onLoad({ filter: /.*/, namespace: 'part' }, ({ path }) => ({
      contents: `module.exports = globalThis.nianbaoPart(${JSON.stringify(path)});`,
    }));
  },
};

/** PDF is read by programs of the desktop only: its library is larger than all the rest. */
const withoutPdf = {
  name: 'without-pdf',
  setup(builder) {
    builder.onResolve({ filter: /^\.\/pdf\/read$/ }, () => ({ path: here('../documents/pdf/unavailable.ts') }));
  },
};

/** Of the English words the page's own script needs only those that it says. */
const ownWords = {
  name: 'own-words',
  setup(builder) {
    const said = ['page.html', ...readdirSync(here('ui')).filter((name) => name.endsWith('.ts'))]
      .map((name) => read(`ui/${name}`))
      .join('\n');
    builder.onLoad({ filter: /bundle\.l10n\.en\.json$/ }, ({ path }) => ({
      contents: JSON.stringify(
        Object.fromEntries(Object.entries(JSON.parse(readFileSync(path, 'utf8'))).filter(([chinese]) => said.includes(chinese))),
      ),
      loader: 'json',
    }));
  },
};

async function bundle(entry, options = {}) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    charset: 'utf8',
    platform: 'browser',
    format: 'iife',
    target: 'chrome109',
    legalComments: 'none',
    alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
    logLevel: 'warning',
    ...options,
  });
  // In a page nothing may look like the end of its script.
  return outputFiles[0].text.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
}

async function partBundle([name, entry]) {
  const text = await bundle(entry, {
    globalName: 'nianbaoMade',
    plugins: name === 'parse5' ? [] : [partsApart],
  });
  return [name, `(globalThis.nianbaoMakers??={})[${JSON.stringify(name)}]=()=>{${text};return nianbaoMade};`];
}

const main = await bundle('server/src/page/ui/main.ts', { plugins: [ownWords] });
const carried = [
  ...(await Promise.all(Object.entries(parts).map(partBundle))),
  ['engine', await bundle('server/src/page/worker.ts', { plugins: [partsApart, withoutPdf] })],
];
const style = read('ui/page.css')
  .replace(/\/\*[\s\S]*?\*\//g, '')
  .trim();
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policy = [
  "default-src 'none'",
  `script-src ${hash(main)} blob:`,
  'worker-src blob:',
  `style-src ${hash(style)}`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
const scripts = [
  `<script type="text/plain" id="engine">${carried.map(([, text]) => text).join('\n')}</script>`,
  `<script>${main}</script>`,
].join('\n');
const values = { policy, icon: readFileSync(`${root}/icon.png`).toString('base64'), style, scripts };
const page = read('ui/page.html')
  .replace(/<style>\s*\{\{style\}\}\s*<\/style>/, '<style>{{style}}</style>')
  .replace(/\{\{(\w+)\}\}/g, (_, name) => values[name]);
mkdirSync(`${root}/dist`, { recursive: true });
writeFileSync(`${root}/dist/nianbao.html`, page);
const sizes = carried.map(([name, text]) => `${name} ${Math.round(Buffer.byteLength(text) / 1024)} kB`).join(', ');
console.log(`dist/nianbao.html  ${(Buffer.byteLength(page) / 1_048_576).toFixed(2)} MB (${sizes})`);
