/**
 * Documents as programs write them, and reports as they were published, read on the command line: what is found in them, and
 * their figures against those that a person read. Skipped where the folder of cases is missing.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDocument, type OpenedDocument } from '../../server/src/documents/open';
import { placeOf } from '../../server/src/documents/place';
import { findingsOfDocument } from '../../server/src/features/document';
import { reportFigures } from '../../server/src/features/figures';
import { check } from '../../server/src/features/check';
import { parse } from '../../server/src/report/parse';
import { format } from '../../server/src/text/message';

const cases = join(import.meta.dirname, '../../../shared/cases');
const hasCases = existsSync(cases);

async function open(path: string): Promise<OpenedDocument> {
  const opened = await openDocument(path, new Uint8Array(readFileSync(join(cases, path))));
  if ('problem' in opened) throw new Error(format(opened.problem));
  return opened;
}

/** Errors and warnings with their places; hints where they are asked for. */
async function found(path: string, hints = false): Promise<string[]> {
  const document = await open(path);
  const report = parse(document.text);
  return findingsOfDocument(document, report, check(report))
    .filter(({ severity }) => hints || severity === 'error' || severity === 'warning')
    .map(
      ({ code, span }) =>
        `${code} @ ${placeOf(document, report, span)
          .map((step) => format(step))
          .join(' · ')}`,
    );
}

/** How the place of a finding ends in each kind of file. */
const kinds = ['docx', 'xlsx', 'html', 'pdf'] as const;

describe.skipIf(!hasCases)('one report in four kinds of file', () => {
  interface Model {
    readonly t2: Record<string, (number | string)[]>;
    readonly t3: number[][];
    readonly t4: number[];
  }

  test.each(kinds)('figures of the .%s are those of the model', async (kind) => {
    const model = JSON.parse(readFileSync(join(cases, 'office/bureau-clean.model.json'), 'utf8')) as Model;
    const { tables } = reportFigures(parse((await open(`office/bureau-clean.${kind}`)).text));
    expect(tables[3]).toEqual(model.t3);
    expect(tables[4]).toEqual(model.t4);
    const numbers = (table: Readonly<Record<string, readonly (number | string | null)[]>>) =>
      Object.fromEntries(Object.entries(table).map(([name, values]) => [name, values.map(Number)]));
    expect(numbers(tables[2])).toEqual(numbers(model.t2));
  });

  test.each(kinds)('the clean .%s is silent', async (kind) => {
    expect(await found(`office/bureau-clean.${kind}`)).toEqual([]);
  });

  test.each(kinds)('the one defect of each .%s is found at its place', async (kind) => {
    const of = async (name: string) =>
      (await found(`office/bureau-${name}.${kind}`)).map((line) => line.replace(/第\d页 · /, '').replace(/ · [A-Z]+\d+$/, ''));
    expect(await of('rowtotal')).toEqual([
      'wrong-row-total @ 表三 · 1.本机关不掌握相关政府信息 · 总计',
      'wrong-result-total @ 表三 · (七)总计 · 总计',
    ]);
    expect(await of('outcome')).toEqual(['wrong-outcome-total @ 表四 · 行政复议 · 总计']);
    expect(await of('norow')).toEqual(['missing-row @ 三、收到和处理政府信息公开申请情况']);
    expect(await of('blank')).toEqual(['blank-cell @ 表三 · 3.危及“三安全一稳定” · 自然人']);
  });

  test('a sheet tells the cell, a PDF the page', async () => {
    expect(await found('office/bureau-blank.xlsx')).toEqual(['blank-cell @ 表三 · 3.危及“三安全一稳定” · 自然人 · D29']);
    expect(await found('office/bureau-blank.pdf')).toEqual(['blank-cell @ 第2页 · 表三 · 3.危及“三安全一稳定” · 自然人']);
  });
});

describe.skipIf(!hasCases)('published reports', () => {
  test.each(['shuyang-2025.docx', 'shuyang-2025-numbered.docx', 'shuyang-2025-revisions.docx', 'shuyang-2025.pdf'])(
    '%s is silent',
    async (name) => {
      expect(await found(`published/office/${name}`)).toEqual([]);
    },
  );

  test('automatic numbers are read, so that the headings are found', async () => {
    const { text } = await open('published/office/shuyang-2025-numbered.docx');
    expect(parse(text).sections.map(({ form }) => form.number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(text).toContain('（一）主动公开');
  });

  test('what was inserted is read, what was deleted or hidden is not, and both are told', async () => {
    const { text, notes } = await open('published/office/shuyang-2025-revisions.docx');
    expect(reportFigures(parse(text)).tables[3][23]?.[6]).toBe(718);
    expect(text).not.toMatch(/717|999/);
    expect(notes.map((note) => format(note)).join('\n')).toMatch(/隐藏的批示999件[^]*修订/);
  });

  test('figures of PDFs are those that a person read', async () => {
    for (const name of ['hongze-2023', 'hongze-2024']) {
      const told = JSON.parse(readFileSync(join(cases, `published/tables/${name}.json`), 'utf8')) as { t4: number[] };
      const { tables } = reportFigures(parse((await open(`published/pdf/${name}.pdf`)).text));
      expect(tables[4], name).toEqual(told.t4);
    }
  });

  test('hongze-2023.pdf: two totals of nothing above parts, and the form of 2019', async () => {
    const lines = await found('published/pdf/hongze-2023.pdf');
    expect(lines.filter((line) => /total/.test(line))).toEqual([
      'wrong-outcome-total @ 第4页 · 表四 · 行政复议 · 总计',
      'wrong-outcome-total @ 第4页 · 表四 · 复议后起诉 · 总计',
    ]);
    expect(lines.filter((line) => line.startsWith('outdated-form'))).toHaveLength(1);
  });

  test('headings over several spans of a web page are read', async () => {
    expect(await found('published/html/shuyang-fgj-2023-article.html', true)).toContain(
      'nonstandard-heading @ 五、存在的主要问题及改进情况',
    );
  });
});
