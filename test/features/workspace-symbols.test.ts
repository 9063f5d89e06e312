/** Reports and tables by name. */
import { describe, expect, it } from 'vitest';
import { matchesQuery, workspaceSymbols } from '../../server/src/features/workspace-symbols';
import { parse } from '../../server/src/report/parse';
import { slice } from '../../server/src/text/span';
import { ordinaryText, sampleReport } from '../kit/sample';

const sample = sampleReport();

describe('workspace symbols', () => {
  it('name agency, year and table', () => {
    const symbols = workspaceSymbols(parse(sample), 'draft.md');
    expect(symbols.map(({ name }) => name)).toEqual([
      '青禾县水利局 2024',
      '青禾县水利局 2024 表二',
      '青禾县水利局 2024 表三',
      '青禾县水利局 2024 表四',
    ]);
    expect(symbols.map(({ span }) => slice(sample, span).slice(0, 6))).toEqual([
      '青禾县水利局',
      '第二十条第（',
      '（本列数据的',
      '行政复议',
    ]);
  });

  it('use the name of the file where the title names no agency', () => {
    const fragment = sample.slice(sample.indexOf('（本列数据'), sample.indexOf('四、政府信息公开行政复议'));
    expect(workspaceSymbols(parse(fragment), '某镇.txt').map(({ name }) => name)).toEqual(['某镇.txt', '某镇.txt 表三']);
    expect(workspaceSymbols(parse(ordinaryText), 'a.md')).toEqual([]);
  });

  it('match queries word by word, in part', () => {
    const name = '青禾县水利局 2024 表三';
    for (const query of ['', '青禾', '青禾县 表三', '2024', '水利 24', '青水表', '表三 青禾'])
      expect(matchesQuery(name, query), query).toBe(true);
    for (const query of ['表四', '禾青', '2023']) expect(matchesQuery(name, query), query).toBe(false);
    expect(matchesQuery('Draft.md 表三', 'draft')).toBe(true);
  });
});
