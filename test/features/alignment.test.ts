/** Room between columns: with it every cell begins where its column does. */
import { describe, expect, it } from 'vitest';
import { gaps } from '../../server/src/features/alignment';
import { parse } from '../../server/src/report/parse';
import { displayWidth } from '../../server/src/text/width';
import { standard } from '../kit/normalizing';
import { clean } from '../kit/figures';
import { sampleReport } from '../kit/sample';

/** Where each mark of a line is seen, with the room and tabs as an editor shows them. */
function seenAt(text: string, mark: string, tabSize: number): number[][] {
  const room = new Map(gaps(parse(text), tabSize).map(({ offset, columns }) => [offset, columns]));
  let offset = 0;
  return text.split('\n').map((line) => {
    const places: number[] = [];
    let [natural, extra] = [0, 0];
    for (const character of line) {
      extra += room.get(offset) ?? 0;
      if (character === mark) places.push(natural + extra);
      natural = character === '\t' ? (Math.floor(natural / tabSize) + 1) * tabSize : natural + displayWidth(character);
      if (character === mark && mark === '\t') places[places.length - 1] = natural + extra + (room.get(offset + 1) ?? 0);
      offset += character.length;
    }
    offset += 1;
    return places;
  });
}

describe('room between columns', () => {
  it('sets tabs and bars of table three below one another', () => {
    const tabbed = standard(clean(), 'tabs');
    const rows = seenAt(tabbed, '\t', 4).filter((places) => places.length > 6);
    expect(rows.length).toBeGreaterThan(20);
    // A few long names run over their column; none of their figures stands left of its own.
    const places = rows.map((row) => row.slice(-6).join());
    const usual = [...new Set(places)].map((place) => places.filter((other) => other === place).length);
    expect(Math.max(...usual)).toBeGreaterThan(rows.length / 2);
  });

  it('is none in a text that is no report, and in a table that is straight already', () => {
    expect(gaps(parse('甲\t1\t2\n乙丙丁\t1\t2\n'), 4)).toEqual([]);
    expect(gaps(parse(sampleReport()), 4).every(({ columns }) => columns > 0)).toBe(true);
  });
});
