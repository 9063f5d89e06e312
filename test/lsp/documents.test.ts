/** Word files that the editor has mended: the copy comes back whole, with changes and remarks as they were asked for. */
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { writeExport } from '../../server/src/documents/writing/write';
import { exportBlocks } from '../../server/src/features/convert';
import type { MendAnswer, MendParams } from '../../server/src/lsp/protocol';
import { parse } from '../../server/src/report/parse';
import { connect } from '../kit/client';
import { clean } from '../kit/figures';
import { type Layout, layouts, prose, report } from '../kit/layouts';

test('a Word file is mended plainly, as tracked changes, and with remarks', async () => {
  const text = report(layouts[0] as Layout, clean(), { four: prose.four.replace('政府信息公开行政复议', '行政复议') });
  const content = Buffer.from(await writeExport(exportBlocks(parse(text)), 'docx', '')).toString('base64');
  const client = await connect();
  const mend = async (how: Pick<MendParams, 'tracked' | 'comments'>) => {
    const answer = await client.request<MendAnswer>('nianbao/mendDocument', { uri: 'file:///报告.docx', content, ...how });
    const parts = unzipSync(new Uint8Array(Buffer.from(answer.content ?? '', 'base64')));
    const main = strFromU8(parts['word/document.xml'] as Uint8Array);
    return { ...answer, main, remarks: strFromU8(parts['word/comments.xml'] ?? new Uint8Array()) };
  };
  try {
    const plain = await mend({});
    expect(plain).toMatchObject({ changes: 1, left: 0, comments: 0, remarks: '' });
    expect(plain.main).not.toMatch(/<w:ins /);
    const tracked = await mend({ tracked: true, comments: true });
    expect(tracked).toMatchObject({ changes: 1, left: 0 });
    expect(tracked.main).toMatch(/<w:ins [^>]*w:author="年报校对"/);
    expect(tracked.comments).toBeGreaterThan(0);
    expect(tracked.remarks.match(/<w:comment /g)).toHaveLength(tracked.comments ?? 0);
  } finally {
    client.dispose();
  }
});
