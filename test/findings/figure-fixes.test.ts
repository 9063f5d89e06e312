/**
 * Mending a figure of a sentence that differs from the tables: what is written and in which form, when the cell may be
 * changed instead, and that no way is safe, preferred, made for many at once, or leaves the disagreement where it was.
 */
import { describe, expect, it } from 'vitest';
import { actionById, actionsAt, fixAll } from '../../server/src/features/actions/fixes';
import { format } from '../../server/src/text/message';
import { type Figures } from '../kit/figures';
import { checkFixLaws } from '../kit/fixes';
import { code, write, know, mended, set } from '../kit/figure-fixes';

/** The titles of the fixes on the first figure that differs, without what silences it. */
function titles(text: string): string[] {
  const known = know(text);
  const finding = known.findings.find((found) => found.code === code);
  return finding
    ? actionsAt(known, finding.span, ['quickfix'])
        .filter(({ id }) => id.startsWith('fix/'))
        .map(({ title }) => format(title))
    : [];
}

describe('into the sentence', () => {
  it.each([
    ['收到申请99件。', '收到申请55件。'],
    ['收到申请９９件。', '收到申请５５件。'],
    ['收到申请九十九件。', '收到申请五十五件。'],
    ['收到申请 1,099 件。', '收到申请 55 件。'],
    ['收到申请**99**件。', '收到申请**55**件。'],
    ['收到申请五十五件，其中科研机构申请三件。', '收到申请五十五件，其中科研机构申请一件。'],
    ['收到申请五十五件，其中社会公益组织申请三件。', '收到申请五十五件，其中社会公益组织申请两件。'],
    ['行政许可208件，行政事业性收费18.99万元。', '行政许可208件，行政事业性收费18.871万元。'],
    ['行政许可208件，行政事业性收费189900元。', '行政许可208件，行政事业性收费188710元。'],
  ])('%s → %s', (wrong, right) => {
    expect(mended(write(wrong), '把正文的「')).toBe(write(right));
    expect(know(write(right)).findings.filter((found) => found.code === code)).toEqual([]);
  });

  it('offers each reading by its name', () => {
    expect(titles(write('受理申请99件。'))).toEqual([
      '把正文的「受理申请」99 改为 55，即表三「一、本年新收政府信息公开申请数量」总计',
      '把正文的「受理申请」99 改为 60，即表三「一、本年新收政府信息公开申请数量」＋「二、上年结转政府信息公开申请数量」总计',
    ]);
    expect(mended(write('受理申请99件。'), '把正文的「受理申请」99 改为 60')).toBe(write('受理申请60件。'));
  });

  it('writes nothing where no number stands, or one number says two things', () => {
    expect(titles(write('未收到政府信息公开申请。')).filter((title) => title.startsWith('把正文'))).toEqual([]);
    expect(
      titles(
        write('因政府信息公开引起的行政复议、行政诉讼各7件。', (f) => {
          f.table4[3] = '0';
          f.table4[4] = '3';
        }),
      ),
    ).toEqual([]);
    expect(titles(write('因政府信息公开引起的行政复议、行政诉讼各7件。'))).toContain('把正文的「行政复议」7 改为 4');
  });

  it('does not set words wrong that speak of the same number', () => {
    // Written as 55, 均为自然人 would say 55.
    const text = write('受理申请60件，均为自然人申请。', (f) => {
      f.table3['新收'] = ['60', '0', '0', '0', '0', '0', '60'];
      f.table3['转入'] = ['0', '0', '0', '0', '0', '0', '0'];
    });
    expect(titles(text)).toEqual([]);
    checkFixLaws(code, text.replace('60件，均', '61件，均'));
  });
});

describe('into the cell', () => {
  it('names row, column, old and new figure, and what it would break', () => {
    expect(titles(write('制发规范性文件9件，现行有效12件。'))).toEqual([
      '把正文的「制发规范性文件」9 改为 3',
      '把「行政规范性文件」的「本年制发件数」由 3 改为 9',
    ]);
    expect(titles(write('上年结转申请9件。'))).toEqual([
      '把正文的「上年结转」9 改为 5',
      '把「二、上年结转政府信息公开申请数量」的「总计」由 5 改为 9（会有 2 个等式不再成立，须一并改）',
    ]);
    expect(titles(write('未收到政府信息公开申请。'))).toEqual([
      '把「一、本年新收政府信息公开申请数量」的「总计」由 55 改为 0（会有 2 个等式不再成立，须一并改）',
    ]);
    expect(titles(write('收到申请55件，其中法人或其他组织申请99件。'))).toEqual(['把正文的「法人或其他组织申请」99 改为 14']);
  });

  it('is offered only where all readings say the same of it', () => {
    const none = (f: Figures): void => {
      f.table3['转入']?.fill('0');
    };
    const intoCell = (sentence: string, change?: (figures: Figures) => void) =>
      titles(write(sentence, change)).filter((title) => title.startsWith('把「'));
    expect(intoCell('受理申请99件。')).toEqual([]);
    // Nothing carried in or forward: both readings are the requests received, in a table that adds up.
    expect(
      intoCell('受理申请99件。', (f) => {
        none(f);
        f.table3['转出']?.fill('0');
        f.table3['办结'] = [...(f.table3['新收'] ?? [])];
        f.table3['予以'] = ['20', '3', '0', '1', '2', '0', '26'];
      }),
    ).toEqual([expect.stringContaining('由 55 改为 99')]);
    expect(intoCell('办理申请99件。', none)).toEqual([]);
    expect(intoCell('共计99件。')).toEqual([]);
    expect(intoCell('因政府信息公开引起的行政诉讼9件。')).toEqual([]);
    expect(intoCell('行政许可208件，行政事业性收费约99万元。')).toEqual([]);
  });

  it('is not offered where something else speaks for the cell, or the table contradicts itself there', () => {
    const intoCell = (sentence: string, change?: (figures: Figures) => void) =>
      titles(write(sentence, change)).filter((title) => title.startsWith('把「'));
    expect(intoCell('收到申请99件。全年新收申请55件。')).toEqual([]);
    expect(intoCell('收到申请99件。全年新收申请98件。')).toHaveLength(1);
    expect(intoCell('收到申请99件。', set('新收', 6, '57'))).toEqual([]);
  });
});

describe('both', () => {
  const text = write('收到申请99件，上年结转9件。制发规范性文件9件，现行有效12件。');

  it('are never safe, preferred, or made for many at once', () => {
    const known = know(text);
    const findings = known.findings.filter((found) => found.code === code);
    expect(findings).toHaveLength(3);
    for (const { span, fix, alternatives = [] } of findings) {
      expect([fix, ...alternatives].map((one) => [one?.safe, one?.alone])).toEqual([
        [false, true],
        [false, true],
      ]);
      const actions = actionsAt(known, span).filter(({ id }) => !id.startsWith('silence'));
      expect(actions.filter(({ preferred, safe }) => preferred || safe)).toEqual([]);
      expect(actions.filter(({ id }) => id.startsWith('rule/'))).toEqual([]);
    }
    expect(fixAll(known)).toEqual([]);
  });

  it('are found again by their ids', () => {
    const known = know(text);
    for (const { span } of known.findings.filter((found) => found.code === code)) {
      const actions = actionsAt(known, span, ['quickfix']);
      expect(new Set(actions.map(({ id }) => id)).size).toBe(actions.length);
      for (const { id, title, edits } of actions)
        expect([id, actionById(known, id)?.title, actionById(known, id)?.edits()]).toEqual([id, title, edits()]);
    }
  });
});
