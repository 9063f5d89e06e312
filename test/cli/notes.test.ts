/** Return notes: written anew as long as nobody has written into them, and never over a reviewer's words. */
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { run } from '../kit/command-line';
import { sampleReport } from '../kit/sample';

const wrong = sampleReport({ total: 25 });
const argv = ['review', 'a.txt', '--notes', '退回'];
const world = (files: Readonly<Record<string, string | Uint8Array>> = {}) => ({ files: { 'a.txt': wrong, ...files } });

async function written(): Promise<Record<string, Uint8Array>> {
  return { ...(await run(argv, world())).written };
}

function named(files: Readonly<Record<string, Uint8Array>>, extension: string): [string, Uint8Array] {
  const found = Object.entries(files).find(([path]) => path.endsWith(extension));
  if (!found) throw new Error(`no ${extension} among ${Object.keys(files).join()}`);
  return found;
}

describe('return notes', () => {
  it('are written over as they were written', async () => {
    const first = await written();
    expect(Object.keys(first)).toHaveLength(2);
    const again = await run(argv, world(first));
    expect(Object.keys(again.written).sort()).toEqual(Object.keys(first).sort());
    expect(again.stderr).not.toContain('有人写过意见');
  });

  it('are kept where a reviewer has written into the text, and the new one goes beside', async () => {
    const first = await written();
    const [path, bytes] = named(first, '.txt');
    const own = new TextDecoder().decode(bytes).replace('审核人的其他意见：', '审核人的其他意见：请补公章。');
    const again = await run(argv, world({ ...first, [path]: own }));
    expect(Object.keys(again.written)).not.toContain(path);
    expect(Object.keys(again.written)).toContain(path.replace('.txt', '（2）.txt'));
    expect(again.stderr).toContain('有人写过意见，没有覆盖');
  });

  it.each([
    ['words', (xml: string) => xml.replace('审核人的其他意见', '审核人的其他意见请补公章')],
    ['a point taken out', (xml: string) => xml.replace(/<w:t[^>]*>1\.[^<]*<\/w:t>/, '<w:t></w:t>')],
  ])('are kept where a reviewer has changed the Word file: %s', async (_, change) => {
    const first = await written();
    const [path, bytes] = named(first, '.docx');
    const parts = unzipSync(bytes);
    const xml = new TextDecoder().decode(parts['word/document.xml']);
    expect(change(xml)).not.toBe(xml);
    const own = zipSync({ ...parts, 'word/document.xml': strToU8(change(xml)) });
    const again = await run(argv, world({ ...first, [path]: own }));
    expect(Object.keys(again.written)).not.toContain(path);
  });

  it('are kept where a Word file has remarks, and where the file is none of ours', async () => {
    const first = await written();
    const [path, bytes] = named(first, '.docx');
    const [textPath] = named(first, '.txt');
    const own = zipSync({ ...unzipSync(bytes), 'word/comments.xml': strToU8('<w:comments/>') });
    const again = await run(argv, world({ [path]: own, [textPath]: '我自己写的' }));
    expect(Object.keys(again.written).sort()).toEqual([path.replace('.docx', '（2）.docx'), textPath.replace('.txt', '（2）.txt')].sort());
  });
});
