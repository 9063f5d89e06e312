/** Every rule's page through the worker: each 反例 yields exactly the marked findings, each 正例 none, with LF and CRLF. */
import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../server/src/rules/index';
import { unusedSilencing } from '../../server/src/rules/residue/unused-silencing';
import { indexLines, offsetAt } from '../../server/src/text/lines';
import { type Client, connect } from '../kit/client';
import { onlyRule } from '../kit/fixes';
import { mark, unmark } from '../kit/marks';
import { readPage } from '../kit/pages';

let client: Client;
beforeAll(async () => {
  client = await connect({ pull: true, configuration: settingsFor });
  return () => {
    client.dispose();
  };
});

// What is said of several reports together is the command line's: the server sees one at a time.
for (const { id } of catalogue.filter(({ family }) => family !== 'between')) {
  describe(id, () => {
    const { wrong, right, names } = readPage(id);
    for (const [i, block] of wrong.entries()) {
      for (const [ends, text] of [
        ['LF', block],
        ['CRLF', block.replaceAll('\n', '\r\n')],
      ] as const) {
        it(`finds what is marked in 反例 ${String(i + 1)} (${ends})`, async () => {
          const { text: plain, ranges } = unmark(text);
          expect(await findings(id, plain, names.get(block))).toBe(mark(plain, ranges));
        });
      }
    }
    for (const [i, block] of right.entries()) {
      it(`finds nothing in 正例 ${String(i + 1)}`, async () => {
        expect(await findings(id, block, names.get(block))).toBe(block);
        const crlf = block.replaceAll('\n', '\r\n');
        expect(await findings(id, crlf, names.get(block))).toBe(crlf);
      });
    }
  });
}

/** The text with what the rule `id` finds in it marked. */
async function findings(id: string, text: string, name = 'text.txt'): Promise<string> {
  const uri = `file:///${id}/${encodeURIComponent(name)}`;
  await client.open(uri, text);
  const answer: DocumentDiagnosticReport = await client.pull(uri);
  await client.close(uri);
  const items: readonly Diagnostic[] = answer.kind === 'full' ? answer.items : [];
  const lines = indexLines(text);
  return mark(
    text,
    items.filter(({ code }) => code === id).map(({ range }) => ({ start: offsetAt(lines, range.start), end: offsetAt(lines, range.end) })),
  );
}

/** Only the rule named in the address looks; what silences nothing is known only where all of them do. */
function settingsFor(uri: string): unknown {
  const id = uri.split('/')[3] ?? '';
  return { severities: id === unusedSilencing.id ? {} : onlyRule(id) };
}
