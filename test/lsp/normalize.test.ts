/** Normalizing as the client is told of it; what it does to tables is in normalize.test.ts. */
import type { TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import { parse } from '../../server/src/report/parse';
import { positionAt } from '../../server/src/text/lines';
import { connect } from '../kit/client';
import { type Layout, layouts, report } from '../kit/layouts';

describe('formatting', () => {
  const text = report(layouts[0] as Layout);
  const at = (words: string, draft: string) => positionAt(parse(draft).lines, draft.indexOf(words));

  it('says in the log and the status which row keeps formatting from a table, until the text is changed', async () => {
    const broken = text.replace('2.重复申请 | 2 |', '2.重复申请 | 2 | 0 |');
    const uri = 'file:///reports/a.md';
    const client = await connect({ pull: true, initializationOptions: { status: true } });
    try {
      await client.open(uri, broken, 'markdown');
      await client.pull(uri);
      const options = { tabSize: 4, insertSpaces: true };
      const edits = await client.request<TextEdit[]>('textDocument/formatting', { textDocument: { uri }, options });
      expect(edits).toHaveLength(2);
      await client.settle();
      const reason = '表三没有规范化：「2.重复申请」有 8 个数，应有 7 个，不知道各填在哪一格';
      expect(client.logs.map(({ message }) => message)).toEqual([`${uri}:${at('2.重复申请', broken).line + 1} ${reason}`]);
      expect(client.statuses.map(({ left }) => left)).toEqual([undefined, reason]);
      await client.change(uri, { text: TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, broken), edits) });
      await client.pull(uri);
      expect(client.statuses.at(-1)?.left).toBe(reason);
      await client.change(uri, { text: broken.replace('全年', '本年') });
      await client.pull(uri);
      expect(client.statuses.at(-1)?.left).toBeUndefined();
      await client.request('textDocument/formatting', { textDocument: { uri }, options });
      expect(client.statuses.at(-1)?.left).toBe(reason);
      await client.change(uri, { text });
      await client.request('textDocument/formatting', { textDocument: { uri }, options });
      await client.settle();
      expect(client.statuses.at(-1)?.left).toBeUndefined();
      expect(client.logs).toHaveLength(2);
    } finally {
      client.dispose();
    }
  });
});
