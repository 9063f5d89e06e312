/** `.nianbao-review.json`: decisions take findings away, are counted, and a file that cannot be used is told and left alone. */
import { describe, expect, it } from 'vitest';
import { check } from '../../server/src/features/check';
import { fingerprints } from '../../server/src/features/silence/fingerprints';
import type { Decision } from '../../server/src/features/silence/review-file';
import { parse } from '../../server/src/report/parse';
import { run, runJson } from '../kit/command-line';
import { sampleReport } from '../kit/sample';

const wrong = sampleReport({ total: 25 });
const report = parse(wrong);
const findings = check(report);
const decided = (decision: Decision['decision']): Decision[] =>
  [...fingerprints(report, findings).values()].map((known) => ({ ...known, decision }));
const memory = (decisions: readonly object[]) => JSON.stringify({ version: 1, decisions });

describe('decisions of reviewers', () => {
  it('take findings away, also from a renamed file and a new version, and are counted', async () => {
    const files = {
      '.nianbao-review.json': memory(decided('dismiss')),
      'x（修改稿）.txt': wrong.replace('12 | 2 |', '12 |  2 |'),
    };
    const { json, code } = await runJson(['x（修改稿）.txt'], { files });
    expect(json.files[0]?.findings.map(({ code: rule }) => rule)).toEqual([]);
    expect([code, json.summary['errors'], json.summary['silenced']]).toEqual([0, 0, findings.length]);
  });

  it('leave what is accepted or returned, and what is said of another unit', async () => {
    const others = decided('dismiss').map((one) => ({ ...one, fingerprint: `${one.fingerprint}0` }));
    const files = { '.nianbao-review.json': memory([...decided('return'), ...others]), 'x.txt': wrong };
    const { json } = await runJson(['x.txt'], { files });
    expect([json.summary['errors'], json.summary['silenced']]).toEqual([findings.filter(({ severity }) => severity === 'error').length, 0]);
  });

  it.each(['{ "version": 1, "decisions": [', '[]', '{ "version": 2, "decisions": [] }', '['.repeat(50_000)])(
    'are told where the file cannot be used, and nothing is written (%#)',
    async (text) => {
      const result = await run(['check', 'x.txt', '--fix'], { files: { '.nianbao-review.json': text, 'x.txt': wrong } });
      expect(result.stderr).toContain('.nianbao-review.json：读不出校对决定');
      expect(Object.keys(result.written)).not.toContain('.nianbao-review.json');
      expect(result.code).toBe(1);
    },
  );

  it('are not mended either', async () => {
    const slip = wrong.replace('12 | 2 |', '１２ | 2 |');
    const own = parse(slip);
    const safe = check(own).filter(({ fix }) => fix?.safe);
    expect(safe).not.toEqual([]);
    const silenced = [...fingerprints(own, safe).values()].map((known) => ({ ...known, decision: 'dismiss' }));
    const files = { '.nianbao-review.json': memory(silenced), 'x.txt': slip };
    const result = await run(['check', 'x.txt', '--fix', '--format', 'json'], { files });
    expect(result.written).toEqual({});
    expect(JSON.parse(result.stdout)).toMatchObject({ summary: { silenced: silenced.length } });
    expect(Object.keys((await run(['check', 'x.txt', '--fix'], { files: { 'x.txt': slip } })).written)).toEqual(['x.txt']);
  });
});
