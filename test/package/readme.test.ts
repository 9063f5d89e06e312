/**
 * The README's tables of rules say what the registry says, in both languages. `npm run docs` writes them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
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

it.each(['zh', 'en'] as const)('README lists the rules (%s)', (language) => {
  const readme = readFileSync('README.md', 'utf8');
  const block = new RegExp(`(<!-- rules:${language} -->\\n)([\\s\\S]*?)(<!-- /rules:${language} -->)`);
  const table = `${tables[language].join('\n')}\n`;
  if (process.env.NIANBAO_WRITE_DOCS)
    writeFileSync(
      'README.md',
      readme.replace(block, (_, open: string, __, close: string) => open + table + close),
    );
  else expect(block.exec(readme)?.[2]).toBe(table);
});

it('every rule has an English title', () => {
  expect(catalogue.filter((rule) => translated[rule.title] === undefined).map((rule) => rule.title)).toEqual([]);
});
