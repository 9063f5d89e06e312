/** docs/findings.schema.json says what `check --format json` gives: over every planted defect, every layout, and files that fail. */
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { expect, it } from 'vitest';
import { draft, written } from '../kit/drafts';
import { run } from '../kit/command-line';
import { type Layout, layouts } from '../kit/layouts';
import { tableDefects } from '../kit/table-defects';
import { textDefects } from '../kit/text-defects';

const validate = new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync('docs/findings.schema.json', 'utf8')) as object);

const problemsOf = (value: unknown): string => (validate(value) ? '' : JSON.stringify(validate.errors));

it('holds for what is found', async () => {
  const files: Record<string, string> = { 'none.txt': '会议记录' };
  for (const [index, { rule, plant }] of [...tableDefects, ...textDefects].entries()) {
    const wrong = draft('bureau');
    try {
      plant(wrong);
    } catch {
      continue;
    }
    files[`${index}-${rule}.txt`] = written(wrong, layouts[index % layouts.length] as Layout).text;
  }
  const { stdout } = await run(['check', '--format', 'json', 'gone.txt', ...Object.keys(files)], { files });
  const value = JSON.parse(stdout) as { files: { findings: { related?: unknown; fix?: unknown }[] }[] };
  expect(problemsOf(value)).toBe('');
  const found = value.files.flatMap(({ findings }) => findings);
  expect(found.filter(({ related }) => related).length).toBeGreaterThan(10);
  expect(found.filter(({ fix }) => fix).length).toBeGreaterThan(10);
});

it('refuses what is not so', () => {
  expect(problemsOf({ version: 2, files: [], summary: {} })).not.toBe('');
  expect(
    problemsOf({ version: 1, files: [{ path: 'a', report: true, findings: [{ code: 'A', severity: 'bad' }] }], summary: {} }),
  ).not.toBe('');
});
