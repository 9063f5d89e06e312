/** Laws of links: definitions, references and highlights agree in every layout, and lead nowhere in texts that make no sense. */
import { describe, expect, it } from 'vitest';
import { highlights } from '../../server/src/features/highlights';
import { definition, references } from '../../server/src/features/links';
import { parse } from '../../server/src/report/parse';
import { layouts, prose } from '../kit/layouts';
import { ordinaryText } from '../kit/sample';
import { write, named, cellAt, referencesOf, sentences } from '../kit/links';

describe('definition', () => {
  it.each(layouts)('is the same, and its row holds its cell: $name', (layout) => {
    for (const [sentence, cells] of sentences) {
      const { report, offset } = write(sentence, layout);
      const found = definition(report, offset);
      expect(
        found?.targets.map(({ span }) => named(report, span)),
        sentence,
      ).toEqual(cells);
      for (const { span, extent } of found?.targets ?? []) {
        expect(extent.start).toBeLessThanOrEqual(span.start);
        expect(extent.end).toBeGreaterThanOrEqual(span.end);
      }
    }
  });
});

describe('references', () => {
  const story =
    '收到政府信息公开申请55件，上年结转5件，共计60件，其中自然人申请41件，法人或其他组织申请14件。受理政府信息公开申请60件。全年新收政府信息公开申请五十五件，办结54件。';

  it.each(layouts)('of a cell are the figures that are read as it: $name', (layout) => {
    const { report } = write(story, layout);
    const of = (row: string, column: string, withCells?: boolean) => referencesOf(report, cellAt(report, 3, row, column), withCells);
    expect(of('新收', '总计')).toEqual(['55', '60', '60', '五十五', '3 新收.总计']);
    expect(of('新收', '总计', false)).toEqual(['55', '60', '60', '五十五']);
    expect(of('转入', '总计', false)).toEqual(['5', '60', '60']);
    expect(of('新收', '法律')).toEqual(['14', '3 新收.法律']);
    expect(of('办结', '总计')).toEqual(['54', '3 办结.总计']);
    expect(of('转出', '总计')).toEqual([]);
    expect(of('予以', '自然人')).toEqual([]);
  });
});

describe('highlights', () => {
  it.each(layouts)('go from a figure to its cell and back: $name', (layout) => {
    const { report, offset } = write('收到申请5‸5件，法人或其他组织申请14件。', layout);
    const cell = cellAt(report, 3, '新收', '总计');
    expect(highlights(report, offset).map(({ span, kind }) => `${kind} ${named(report, span)}`)).toEqual([
      'mention 55',
      'total 3 新收.总计',
    ]);
    const back = highlights(report, cell).filter(({ kind }) => kind === 'mention');
    expect(back.map(({ span }) => report.text.slice(span.start, span.end))).toEqual(['55']);
    expect(highlights(report, cellAt(report, 3, '新收', '科研')).filter(({ kind }) => kind === 'mention')).toHaveLength(1);
  });
});

describe('texts that make no sense', () => {
  it('lead nowhere, and never fail', () => {
    const other = parse(ordinaryText);
    for (let at = 0; at <= ordinaryText.length; at++) expect([definition(other, at), references(other, at, true)]).toEqual([undefined, []]);
    const { text } = write('收到申请55件，上年结转5件。').report;
    for (let cut = 0; cut < text.length; cut += 211) {
      const report = parse(text.slice(0, cut));
      for (let at = 0; at <= cut; at += 7) {
        definition(report, at);
        references(report, at, true);
      }
    }
  });

  it('has no figures but those of its sentences', () => {
    const { report } = write('收到申请55件。');
    expect(report.comparisons.map(({ figure }) => report.text.slice(figure.span.start, figure.span.end))).toEqual(['55']);
    expect(prose.one).toContain('新收政府信息公开申请55件');
  });
});
