/** Documents there and back: whatever the figures, they are the same after any way through any kind of file. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type OpenedDocument, openDocument } from '../../server/src/documents/open';
import { type ExportCell, exportKinds } from '../../server/src/documents/writing/export';
import { writeExport } from '../../server/src/documents/writing/write';
import { exportBlocks } from '../../server/src/features/convert';
import { reportFigures, type ReportFigures } from '../../server/src/features/figures';
import { writeEdits } from '../../server/src/features/mend-document';
import { parse } from '../../server/src/report/parse';
import { format } from '../../server/src/text/message';
import { documentsOf } from '../kit/documents';
import { clean, type Figures, rowIds, type SeenCell } from '../kit/figures';
import { type Arrange, type Layout, layouts, report as reportIn } from '../kit/layouts';

async function open(name: string, bytes: Uint8Array): Promise<OpenedDocument> {
  const opened = await openDocument(name, bytes);
  if ('problem' in opened) throw new Error(format(opened.problem));
  return opened;
}

const count = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.nat(99) }, fc.nat(999_999));
const counts = (length: number) => fc.array(count.map(String), { minLength: length, maxLength: length });
const figures: fc.Arbitrary<Figures> = fc.record({
  table2: fc.record({
    规章: counts(3),
    规范: counts(3),
    许可: counts(1),
    处罚: counts(1),
    强制: counts(1),
    收费: fc.nat(99_999_999).map((n) => [`${Math.floor(n / 10_000)}.${String(n % 10_000).padStart(4, '0')}`]),
  }),
  table3: fc
    .array(counts(7), { minLength: rowIds.length, maxLength: rowIds.length })
    .map((rows) => Object.fromEntries(rowIds.map((id, i) => [id, rows[i] as string[]]))),
  table4: counts(15),
});

/** What must be read of them. */
function told({ table2, table3, table4 }: Figures): ReportFigures['tables'] {
  const names = { 规章: '规章', 规范: '行政规范性文件', 许可: '行政许可', 处罚: '行政处罚', 强制: '行政强制' };
  return {
    2: {
      ...Object.fromEntries(Object.entries(names).map(([id, name]) => [name, (table2[id] as string[]).map(Number)])),
      行政事业性收费: table2['收费'] as string[],
    },
    3: rowIds.map((id) => (table3[id] as string[]).map(Number)),
    4: table4.map(Number),
  };
}

const kinds = ['docx', 'xlsx', 'html', 'pdf'] as const;

describe.each(kinds)('.%s', (kind) => {
  test('is read with the figures that stand in it', async () => {
    await fc.assert(
      fc.asyncProperty(figures, async (own) => {
        expect(reportFigures(parse((await open(`报告.${kind}`, documentsOf[kind](own))).text)).tables).toEqual(told(own));
      }),
      { numRuns: 15 },
    );
  });

  test('has the same figures after any way there and back', async () => {
    await fc.assert(
      fc.asyncProperty(figures, fc.constantFrom(...exportKinds), async (own, target) => {
        const { text } = await open(`报告.${kind}`, documentsOf[kind](own));
        const report = parse(text);
        const bytes = await writeExport(exportBlocks(report), target, report.title?.text ?? '');
        const back = target === 'docx' || target === 'html' ? (await open(`报告.${target}`, bytes)).text : new TextDecoder().decode(bytes);
        expect(reportFigures(parse(back)), target).toEqual(reportFigures(report));
        expect(reportFigures(report).tables).toEqual(told(own));
      }),
      { numRuns: 12 },
    );
  });
});

describe('rows with too few or too many values, and others that are not as they should be', () => {
  const rowOf = (table: SeenCell[][], words: string): SeenCell[] => {
    const row = table.find((cells) => cells.some(({ text }) => text.includes(words)));
    if (!row) throw new Error(words);
    return row;
  };
  const one = (text: string): SeenCell => ({ text, colspan: 1, rowspan: 1 });
  const faults: readonly (readonly [string, Arrange])[] = [
    ['nothing', () => undefined],
    ['a value lost in table three', ([, third]) => rowOf(third, '予以公开').splice(-3, 1)],
    ['two values lost', ([, third]) => rowOf(third, '重复申请').splice(-4, 2)],
    ['the last value lost', ([, third]) => rowOf(third, '重复申请').pop()],
    ['a value too many', ([, third]) => rowOf(third, '属于国家秘密').push(one('1'))],
    ['a value of table four lost', ([, , fourth]) => fourth.at(-1)?.pop()],
    ['a value too many in table four', ([, , fourth]) => fourth.at(-1)?.push(one('3'))],
    ['a value of table two lost', ([second]) => rowOf(second, '规章').pop()],
    ['two values for one', ([second]) => rowOf(second, '行政许可').push(one('7'))],
    ['blank and none', ([, third]) => ['', '/'].forEach((text, i) => ((rowOf(third, '重复申请').at(-3 - i) as SeenCell).text = text))],
    [
      'rows lost, and values',
      ([, third, fourth]) => {
        third.splice(third.indexOf(rowOf(third, '重复申请')), 1);
        rowOf(third, '予以公开').splice(-3, 1);
        fourth.at(-1)?.splice(3, 5);
      },
    ],
    [
      'words and signs among too few values',
      ([, third]) => {
        const row = rowOf(third, '要求提供公开出版物');
        row.splice(-3, 3, one('8件'), one('/'));
      },
    ],
  ];
  /** Where each figure stands, and what nobody can place. */
  const placesIn = (text: string) =>
    parse(text).tables.map(({ form, doubt, ragged, rows, missing, duplicates, unknown }) => ({
      form: form.number,
      doubt,
      ragged: ragged.map((row) => [row.form?.id, row.found, row.values.length]),
      rows: rows.map((row) => [row.form.id, row.cells.map(({ kind, value }) => value ?? kind)]),
      missing: missing.map(({ id }) => id),
      others: [duplicates.length, unknown.length],
    }));
  const written = async (text: string, kind: (typeof exportKinds)[number]) => {
    const bytes = await writeExport(exportBlocks(parse(text)), kind, '');
    return kind === 'docx' || kind === 'html' ? (await open(`报告.${kind}`, bytes)).text : new TextDecoder().decode(bytes);
  };

  test.each(faults)('%s: the same places after any way there and back', async (_, fault) => {
    for (const [i, layout] of layouts.entries()) {
      const text = reportIn(layout, clean(), {}, fault);
      // Word files take longer than the others, and hold the same table.
      const targets = exportKinds.filter((kind) => kind !== 'docx' || i % 4 === 0);
      for (const kind of targets) expect(placesIn(await written(text, kind)), `${layout.name}, ${kind}`).toEqual(placesIn(text));
    }
  });

  test('a row of a Word file or a web page that has too few cells is told as in a text', async () => {
    const text = reportIn(layouts[0] as Layout, clean(), {}, ([, third]) => rowOf(third, '重复申请').pop());
    for (const kind of ['docx', 'html'] as const) {
      const blocks = exportBlocks(parse(text)).map((block) =>
        block.kind === 'table' ? { ...block, rows: block.rows.map((row) => row.flatMap((cell) => apart(cell))) } : block,
      );
      const { text: back } = await open(`报告.${kind}`, await writeExport(blocks, kind, ''));
      expect(placesIn(back)[1]?.ragged, kind).toEqual([['不处理2', 6, 6]]);
    }
  });

  /** The values of such a row each in a cell of its own. */
  function apart(cell: ExportCell): ExportCell[] {
    return cell.isValue && cell.columns > 1 && cell.text.includes(' ')
      ? cell.text.split(' ').map((text) => ({ ...cell, text, columns: 1 }))
      : [cell];
  }
});

test('a blank cell is a blank cell in every kind of file', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...kinds), fc.constantFrom(...rowIds), fc.nat(6), async (kind, row, column) => {
      const own = clean();
      (own.table3[row] as string[])[column] = '';
      const wanted = told(own)[3].map((values, i) =>
        rowIds[i] === row ? values.map((value, k) => (k === column ? null : value)) : values,
      );
      expect(reportFigures(parse((await open(`报告.${kind}`, documentsOf[kind](own))).text)).tables[3]).toEqual(wanted);
    }),
    { numRuns: 40 },
  );
});

test('a PDF is read the same on any paper, broken anywhere, turned any way', async () => {
  const paper = fc.record(
    {
      height: fc.integer({ min: 420, max: 1200 }),
      width: fc.integer({ min: 520, max: 900 }),
      head: fc.constantFrom(undefined, '云川县水务局文件'),
      rotate: fc.constantFrom(0, 90, 180, 270),
      lines: fc.constantFrom('apart' as const, 'dotted' as const),
    },
    { requiredKeys: ['height', 'width'] },
  );
  await fc.assert(
    fc.asyncProperty(figures, paper, async (own, options) => {
      const { text, doubtful } = await open(
        '报告.pdf',
        documentsOf.pdf(own, Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))),
      );
      const read = reportFigures(parse(text)).tables;
      expect(doubtful).toEqual([]);
      expect(read).toEqual(told(own));
    }),
    { numRuns: 25 },
  );
});

test('cells written into a Word file are read back, and nothing else has changed', async () => {
  await fc.assert(
    fc.asyncProperty(
      figures,
      fc.array(fc.tuple(fc.nat(24), fc.nat(6), fc.nat(99_999)), { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      async (own, changes, tracked) => {
        const bytes = documentsOf.docx(own);
        const document = await open('报告.docx', bytes);
        const report = parse(document.text);
        const wanted = told(own)[3].map((row) => [...row]);
        const table = report.tables.find(({ form }) => form.number === 3);
        const edits = new Map(
          changes.map(([row, column, value]) => {
            const cell = table?.rows[row]?.cells[column];
            if (!cell) throw new Error('no such cell');
            (wanted[row] as (number | null)[])[column] = value;
            return [`${row}.${column}`, { span: cell.span, newText: String(value) }] as const;
          }),
        );
        const mended = await writeEdits(
          { document, bytes },
          [...edits.values()],
          tracked ? { track: { author: '年报校对', date: '2025-01-20T08:00:00Z' } } : {},
        );
        if ('problem' in mended) throw new Error(format(mended.problem));
        expect(mended.left).toEqual([]);
        expect(reportFigures(parse(mended.document.text)).tables).toEqual({ ...told(own), 3: wanted });
        const prose = (text: string) => text.split('\n').filter((line) => !line.startsWith('|'));
        expect(prose(mended.document.text)).toEqual(prose(document.text));
      },
    ),
    { numRuns: 15 },
  );
});
