/** Decisions beside the text: what a finding is known by, what the file looks like, what is taken away. */
import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fingerprints, review } from '../../server/src/features/silence/fingerprints';
import { type Decision, readReviewFile, withDecision } from '../../server/src/features/silence/review-file';
import { checkUnsilenced } from '../../server/src/features/silence/silence';
import { parse } from '../../server/src/report/parse';
import { connect } from '../kit/client';
import { runJson } from '../kit/command-line';
import { sampleReport } from '../kit/sample';

const wrong = sampleReport({ total: 25 });

function decisionOn(text: string, code = 'wrong-row-total'): Decision {
  const report = parse(text);
  const findings = checkUnsilenced(report);
  const finding = findings.find((one) => one.code === code);
  const known = finding && fingerprints(report, findings).get(finding);
  if (!known) throw new Error(`no ${code}`);
  return { ...known, decision: 'silence', reason: '另有说明' };
}

function codesAfter(text: string, ...decisions: Decision[]): string[] {
  const report = parse(text);
  return review(report, checkUnsilenced(report), decisions).findings.map(({ code }) => code);
}

describe('a decision', () => {
  const decision = decisionOn(wrong);

  it('takes its finding away and no other', () => {
    const before = codesAfter(wrong);
    const after = codesAfter(wrong, decision);
    expect(after).toHaveLength(before.length - 1);
    expect(after).not.toContain('wrong-row-total');
    expect(codesAfter(wrong, { ...decision, decision: 'dismiss' })).toEqual(after);
    for (const kept of ['accept', 'return'] as const) expect(codesAfter(wrong, { ...decision, decision: kept })).toEqual(before);
  });

  it('holds in a later version: paragraphs added and moved, other line ends', () => {
    const lines = wrong.split('\n');
    const moved = [...lines.slice(0, 2), '', '本机关现公布如下。', ...lines.slice(2)].join('\n');
    for (const text of [moved, wrong.replaceAll('\n', '\r\n'), `${wrong}\n附件另行公布。\n`])
      expect(codesAfter(text, decision)).not.toContain('wrong-row-total');
  });

  it('holds no longer where the figure is another one, nor in the report of another year or unit', () => {
    expect(codesAfter(sampleReport({ total: 26 }), decision)).toContain('wrong-row-total');
    expect(codesAfter(wrong.replaceAll('2024', '2023'), decision)).toContain('wrong-row-total');
    expect(codesAfter(wrong.replaceAll('青禾县水利局', '青禾县林业局'), decision)).toContain('wrong-row-total');
  });
});

describe('the file', () => {
  const decision = decisionOn(wrong);
  const schema = JSON.parse(readFileSync('syntaxes/nianbao-review.schema.json', 'utf8')) as object;

  it('has one decision a line, in one order, and keeps what is not known', () => {
    const other: Decision = { ...decision, fingerprint: '0000000000000000', rule: 'a-rule' };
    const one = withDecision(withDecision(undefined, decision), other);
    const two = withDecision(withDecision(undefined, other), decision);
    expect(one).toBe(two);
    expect(one?.split('\n').filter((line) => line.includes('"fingerprint"'))).toHaveLength(2);
    expect(new Ajv({ strict: false }).validate(schema, JSON.parse(one ?? ''))).toBe(true);
    expect(readReviewFile(one ?? '')).toEqual([other, decision]);
    expect(withDecision(one, { ...decision, reason: '改了' })?.match(/"fingerprint"/g)).toHaveLength(2);
    expect(withDecision('{"version":1,"decisions":[{"later":1}]}', decision)).toContain('{"later":1}');
  });

  it('is never written over where it cannot be read', () => {
    for (const text of ['{', '[]', 'null', '{"decisions":1}']) {
      expect(withDecision(text, decision)).toBeUndefined();
      expect(readReviewFile(text)).toBeUndefined();
    }
  });

  it('counts for the editor, and again when it changes', async () => {
    const files: Record<string, string | undefined> = { 'file:///w/.nianbao-review.json': withDecision(undefined, decision) };
    const client = await connect({ pull: true, files, watches: true, folders: ['file:///w'], initializationOptions: { status: true } });
    const uri = 'file:///w/a/draft.txt';
    await client.open(uri, wrong);
    const codes = async () => ((await client.pull(uri)) as unknown as { items: { code: string }[] }).items.map(({ code }) => code);
    expect(await codes()).not.toContain('wrong-row-total');
    expect(client.statuses.at(-1)).toMatchObject({ silenced: 1 });
    files['file:///w/.nianbao-review.json'] = undefined;
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: 'file:///w/.nianbao-review.json', type: 3 }] });
    expect(await codes()).toContain('wrong-row-total');
    const asked = { uri, rule: 'wrong-row-total', turn: 0, reason: '另有说明' };
    const answer = await client.request<{ file: { uri: string; text: string }; comments: unknown[] }>('nianbao/silencing', asked);
    expect(answer.file).toEqual({ uri: 'file:///w/a/.nianbao-review.json', text: withDecision(undefined, decision) });
    expect(answer.comments).toHaveLength(2);
    client.dispose();
  });

  it('counts on the command line', async () => {
    const files = { 'a/draft.txt': wrong, '.nianbao-review.json': withDecision(undefined, decision) ?? '' };
    const { json } = await runJson(['a/draft.txt'], { files });
    expect(json.files[0]?.findings.map(({ code }) => code)).not.toContain('wrong-row-total');
    expect(json.summary).toMatchObject({ silenced: 1 });
    const broken = await runJson(['a/draft.txt'], { files: { ...files, '.nianbao-review.json': '{' } });
    expect(broken.json.summary).toMatchObject({ silenced: 0 });
    expect(broken.stderr).toContain('.nianbao-review.json');
  });
});
