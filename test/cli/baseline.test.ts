/** `check --baseline`, suppressions in SARIF, and the files of several reviewers put together. */
import { describe, expect, it } from 'vitest';
import { check } from '../../server/src/features/check';
import { fingerprints } from '../../server/src/features/silence/fingerprints';
import type { Decision } from '../../server/src/features/silence/review-file';
import { parse } from '../../server/src/report/parse';
import { run, runJson } from '../kit/command-line';
import { sampleReport } from '../kit/sample';

const wrong = sampleReport({ total: 25 });
const report = parse(wrong);
const prints = [...fingerprints(report, check(report)).values()];
const decided = (decision: Decision['decision'], reason?: string): Decision[] =>
  prints.map((known) => ({ ...known, decision, ...(reason !== undefined && { reason }) }));
const memory = (decisions: readonly object[]) => JSON.stringify({ version: 1, decisions });
const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

describe('a baseline', () => {
  it('takes what is found, and from then on only what is new is told', async () => {
    const first = await run(['check', 'x.txt', '--baseline', 'known.json', '--write-baseline'], { files: { 'x.txt': wrong } });
    const known = textOf(first.written['known.json']);
    expect(first.code).toBe(1);
    const files = { 'x.txt': wrong, 'known.json': known };
    const again = await runJson(['x.txt', '--baseline', 'known.json'], { files });
    expect([again.code, again.json.files[0]?.findings, again.json.summary['silenced']]).toEqual([0, [], prints.length]);
    expect(again.written).toEqual({});
    const newer = await runJson(['x.txt', '--baseline', 'known.json'], { files: { ...files, 'x.txt': sampleReport({ total: 26 }) } });
    expect(newer.json.summary['errors']).toBeGreaterThan(0);
  });

  it('tells what was returned all the same, and keeps it so when it is written', async () => {
    const files = { 'x.txt': wrong, 'known.json': memory(decided('return')) };
    const { code, written } = await run(['check', 'x.txt', '--baseline', 'known.json', '--write-baseline'], { files });
    expect(code).toBe(1);
    expect(textOf(written['known.json'])).not.toContain('accept');
  });

  it.each([
    ['is missing', {}, '--write-baseline'],
    ['is damaged', { 'known.json': '{ "version": 1, "decisions": [' }, '没有改动它'],
    ['is of a later version', { 'known.json': '{ "version": 2, "decisions": [] }' }, '没有改动它'],
  ])('stops the run where it %s', async (_, more, words) => {
    const result = await run(['check', 'x.txt', '--baseline', 'known.json'], { files: { 'x.txt': wrong, ...more } });
    expect([result.code, result.written]).toEqual([2, {}]);
    expect(result.stderr).toContain(words);
  });

  it('is told to services as suppressions, with the reason', async () => {
    const files = { 'x.txt': wrong, '.nianbao-review.json': memory(decided('dismiss', '另行说明')) };
    const { stdout } = await run(['check', 'x.txt', '--format', 'sarif'], { files });
    const results = (JSON.parse(stdout) as { runs: { results: { suppressions?: object[] }[] }[] }).runs[0]?.results ?? [];
    expect(results).toHaveLength(prints.length);
    for (const { suppressions } of results)
      expect(suppressions).toEqual([{ kind: 'external', status: 'accepted', justification: '另行说明' }]);
  });
});

describe('merging', () => {
  const [first, second = first] = decided('dismiss', '甲的理由') as [Decision, Decision?];
  const other: Decision = { ...first, decision: 'return', reason: '乙的理由' };
  const more = { fingerprint: 'ffff', rule: 'wrong-sum', decision: 'accept', by: '乙' };

  it('keeps all, the stricter of two, both reasons, and what is not known here', async () => {
    const files = { 'a.json': memory([first, { odd: 1 }]), 'b.json': memory([other, more, { odd: 1 }]) };
    const { code, written, stderr } = await run(['merge', 'a.json', 'b.json', '-o', 'c.json'], { files });
    expect(code).toBe(0);
    const { decisions } = JSON.parse(textOf(written['c.json'])) as { decisions: Record<string, unknown>[] };
    expect(decisions).toHaveLength(3);
    expect(decisions).toContainEqual({ ...other, reason: '乙的理由；甲的理由' });
    expect(decisions).toContainEqual(more);
    expect(stderr).toContain('决定不同');
    const back = await run(['merge', 'b.json', 'a.json'], { files });
    expect(JSON.parse(back.stdout)).toEqual(JSON.parse(textOf(written['c.json'])));
  });

  it('reads both sides of a conflict', async () => {
    const lines = [second, more].map((one) => JSON.stringify(one));
    const text = `{\n  "version": 1,\n  "decisions": [\n<<<<<<< a\n    ${lines[0] ?? ''},\n=======\n    ${lines[1] ?? ''}\n>>>>>>> b\n  ]\n}\n`;
    const { stdout, code } = await run(['merge', 'a.json'], { files: { 'a.json': text } });
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as { decisions: unknown[] }).decisions).toHaveLength(2);
  });

  it('writes nothing where one cannot be read', async () => {
    const files = { 'a.json': memory([first]), 'b.json': '{ "version": 9, "decisions": [] }' };
    const { code, written, stderr } = await run(['merge', 'a.json', 'b.json', '-o', 'a.json'], { files });
    expect([code, written]).toEqual([2, {}]);
    expect(stderr).toContain('b.json');
  });
});
