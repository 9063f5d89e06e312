/** Laws of selection ranges: at every offset of every layout they hold it and grow. */
import { describe, expect, it } from 'vitest';
import { selectionRanges } from '../../server/src/features/selection-ranges';
import { parse } from '../../server/src/report/parse';
import { layouts, report as reportIn } from '../kit/layouts';

describe('selection ranges', () => {
  it.each(layouts)('hold the offset and grow strictly: $name', (layout) => {
    const report = parse(reportIn(layout));
    for (let offset = 0; offset <= report.text.length; offset += 13) {
      const ranges = selectionRanges(report, offset);
      expect(ranges.at(-1)).toEqual({ start: 0, end: report.text.length });
      ranges.forEach((range, i) => {
        const inner = ranges[i - 1];
        expect(range.start <= offset && offset <= range.end).toBe(true);
        if (inner)
          expect(range.start <= inner.start && inner.end <= range.end && range.end - range.start > inner.end - inner.start).toBe(true);
      });
    }
    const cell = report.tables[1]?.byId.get('办结')?.cells[0];
    expect(selectionRanges(report, cell?.span.start ?? 0).length).toBeGreaterThanOrEqual(4);
  });
});
