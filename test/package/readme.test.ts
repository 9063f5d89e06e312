/**
 * The tables of rules in docs/ say what the registry says, in both languages (`npm run docs` writes them); the README's first lines
 * with `npm` are the two commands, and what it links to is there.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import english from '../../l10n/bundle.l10n.en.json';
import { catalogue } from '../../server/src/rules/index';

const severities = { error: '错误', warning: '警告', information: '信息', hint: '提示' };
const translated: Readonly<Record<string, string>> = english;

const tables = {
  zh: [
    '| 规则 | 级别 | 查什么 | 快速修复 |',
    '|---|---|---|---|',
    ...catalogue.map(
      (rule) =>
        `| \`${rule.id}\` | ${severities[rule.severity]}${rule.optional ? '（默认关）' : ''} | ${rule.title} | ${rule.fixable ? '有' : ''} |`,
    ),
  ],
  en: [
    '| rule | severity | what it finds | fix |',
    '|---|---|---|---|',
    ...catalogue.map(
      (rule) =>
        `| \`${rule.id}\` | ${rule.severity}${rule.optional ? ' (off by default)' : ''} | ${translated[rule.title] ?? rule.title} | ${rule.fixable ? 'yes' : ''} |`,
    ),
  ],
};

it.each(['zh', 'en'] as const)('docs/rules lists the rules (%s; npm run docs)', (language) => {
  const page = language === 'zh' ? 'docs/rules.md' : 'docs/rules.en.md';
  const readme = readFileSync(page, 'utf8');
  const block = new RegExp(`(<!-- rules:${language} -->\\n)([\\s\\S]*?)(<!-- /rules:${language} -->)`);
  const table = `${tables[language].join('\n')}\n`;
  if (process.env.NIANBAO_WRITE_DOCS)
    writeFileSync(
      page,
      readme.replace(block, (_, open: string, __, close: string) => open + table + close),
    );
  else expect(block.exec(readme)?.[2]).toBe(table);
});

it('every rule has an English title', () => {
  expect(catalogue.filter((rule) => translated[rule.title] === undefined).map((rule) => rule.title)).toEqual([]);
});

const documents = ['README.md', 'README.en.md', 'CONTRIBUTING.md', ...readdirSync('docs').map((name) => `docs/${name}`)].filter((name) =>
  name.endsWith('.md'),
);

it.each(['README.md', 'README.en.md'])('%s begins with the two commands: try, test', (name) => {
  const commands = readFileSync(name, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('npm'))
    .map((line) => line.replace(/ +#.*/, ''));
  expect(commands.slice(0, 2)).toEqual(['npm ci && npm start', 'npm ci && npm test']);
});

it.each(documents)('%s links to what is there', (name) => {
  const text = readFileSync(name, 'utf8').replace(/```[\s\S]*?```/g, '');
  const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, link]) => link as string).filter((link) => !link.includes(':'));
  expect(links.filter((link) => !existsSync(join(dirname(name), link)))).toEqual([]);
});

it('every page of docs/ for users is there in both languages, or holds both', () => {
  const both = ['automation.md', 'editors.md', 'measurements.md'];
  const pages = readdirSync('docs').filter((name) => /^[\w-]+\.md$/.test(name) && !both.includes(name));
  expect(pages.length).toBeGreaterThan(0);
  expect(pages.filter((name) => !existsSync(`docs/${name.replace(/\.md$/, '.en.md')}`))).toEqual([]);
});
