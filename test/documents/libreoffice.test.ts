/** Word files as we write them, opened by LibreOffice and printed to PDF, and read again. Skipped where LibreOffice is missing. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDocument } from '../../server/src/documents/open';
import { writeExport } from '../../server/src/documents/writing/write';
import { exportBlocks } from '../../server/src/features/convert';
import { reportFigures } from '../../server/src/features/figures';
import { parse } from '../../server/src/report/parse';
import { clean } from '../kit/figures';
import { type Layout, layouts, prose, report } from '../kit/layouts';

const isThere = spawnSync('soffice', ['--version']).status === 0;

describe.skipIf(!isThere)('a Word file in the official layout', () => {
  let folder = '';
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'nianbao-office-'))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('is opened and printed: each table on one page, page numbers apart, the same figures', { timeout: 180_000 }, async () => {
    const written = parse(report(layouts[0] as Layout, clean()));
    writeFileSync(join(folder, '报告.docx'), await writeExport(exportBlocks(written), 'docx', written.title?.text ?? ''));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const { status, stderr } = spawnSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '报告.docx'], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 170_000,
    });
    expect([status, existsSync(join(folder, '报告.pdf'))], stderr).toEqual([0, true]);
    const printed = await openDocument('报告.pdf', new Uint8Array(readFileSync(join(folder, '报告.pdf'))));
    if ('problem' in printed) throw new Error(printed.problem.template);
    expect(printed.doubtful).toEqual([]);
    expect(reportFigures(parse(printed.text))).toEqual(reportFigures(written));
    const pages = printed.blocks.flatMap((block) =>
      block.kind === 'table' ? [new Set(block.rows.flat().map(({ origin }) => origin?.page))] : [],
    );
    expect(pages.map(({ size }) => size)).toEqual([1, 1, 1]);
    expect(printed.text).not.toMatch(/—\s*\d+\s*—/);
  });

  test('has no blank page, wherever the tables come to stand', { timeout: 180_000 }, async () => {
    // With 17 more lines table two ends at the end of a page.
    const lines = [15, 16, 17, 18];
    const names = lines.map((count) => `${count}.docx`);
    for (const [i, count] of lines.entries()) {
      const more = Array.from({ length: count }, (_, line) => `一件事情办完又办一件，这是第${line}件。`).join('\n\n');
      const written = parse(report(layouts[0] as Layout, clean(), { one: `${prose.one}\n\n${more}` }));
      writeFileSync(join(folder, names[i] ?? ''), await writeExport(exportBlocks(written), 'docx', ''));
    }
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    spawnSync('soffice', [profile, '--headless', '--convert-to', 'pdf', ...names], { cwd: folder, timeout: 170_000 });
    for (const name of names) {
      const printed = await openDocument('报告.pdf', new Uint8Array(readFileSync(join(folder, name.replace('docx', 'pdf')))));
      if ('problem' in printed) throw new Error(printed.problem.template);
      const pages = [...new Set(printed.pieces.flatMap(({ origin }) => origin.page ?? []))];
      expect(pages, name).toEqual(pages.map((_, i) => i + 1));
    }
  });
});
