/** `.nianbao-review.json`: decisions take findings away, are counted, and a file that cannot be used is told and left alone. */
import { describe, expect, it } from 'vitest';
import { parse } from '../../server/src/report/parse';
import { check } from '../../server/src/features/check';
import { identityOf } from '../../server/src/features/finding-identity';
import { run, runJson } from '../kit/command-line';
import { sampleReport } from '../kit/sample';

const wrong = sampleReport({ total: 25 });
const report = parse(wrong);
const decided = (decision: string, at: string) =>
  check(report).map((finding) => ({ unit: '青禾县水利局', year: 2024, code: finding.code, ...identityOf(report, finding), decision, at }));
const memory = (...decisions: object[]) => JSON.stringify({ version: 1, decisions });

describe('decisions of reviewers', () => {
  it('take findings away, also from a renamed file and a new version, and are counted', async () => {
    const files = {
      '.nianbao-review.json': memory(...decided('dismissed', '2025-01-02')),
      'x（修改稿）.txt': `标注一行\n\n${wrong.replace('12 | 2 |', '12 |  2 |')}`,
    };
    const { json, code } = await runJson(['x（修改稿）.txt'], { files });
    expect(json.files[0]?.findings.map(({ code: rule }) => rule)).toEqual([]);
    expect([code, json.summary['errors'], json.summary['silenced']]).toEqual([0, 0, decided('dismissed', '').length]);
  });

  it('count by the latest, of one unit and year only', async () => {
    const other = decided('dismissed', '2025-01-09').map((decision) => ({ ...decision, unit: '东禾县水利局' }));
    const files = {
      '.nianbao-review.json': memory(...decided('dismissed', '2025-01-02'), ...decided('returned', '2025-01-03'), ...other),
      'x.txt': wrong,
    };
    const { json } = await runJson(['x.txt'], { files });
    expect([json.summary['errors'], json.summary['silenced']]).toEqual([
      check(report).filter(({ severity }) => severity === 'error').length,
      0,
    ]);
  });

  it.each([
    ['{ "version": 1, "decisions": [', '读不出来'],
    ['[]', '读不出来'],
    ['{ "version": 2, "decisions": [] }', '较新版本'],
    ['['.repeat(50_000), '读不出来'],
  ])('are told where the file cannot be used, and nothing is written', async (text, words) => {
    const result = await run(['check', 'x.txt', '--fix'], { files: { '.nianbao-review.json': text, 'x.txt': wrong } });
    expect(result.stderr).toContain(`.nianbao-review.json：`);
    expect(result.stderr).toContain(words);
    expect(Object.keys(result.written)).not.toContain('.nianbao-review.json');
    expect(result.code).toBe(1);
  });
});
