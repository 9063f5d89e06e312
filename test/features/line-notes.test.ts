/** The few words behind rows of tables. */
import { describe, expect, it } from 'vitest';
import { lineNotes, noteText } from '../../server/src/features/line-notes';
import { checkUnsilenced } from '../../server/src/features/silence/silence';
import { parse } from '../../server/src/report/parse';
import { lineText } from '../../server/src/text/lines';
import { sampleReport } from '../kit/sample';

function notesIn(text: string): [string, string[]][] {
  const report = parse(text);
  return lineNotes(report, checkUnsilenced(report)).map(({ line, notes }) => [
    lineText(text, report.lines, line).slice(0, 6),
    notes.map((note) => noteText(note)),
  ]);
}

describe('behind a row', () => {
  it('stands what its total should be', () => {
    const notes = notesIn(sampleReport({ total: 25 }));
    expect(notes.length).toBeGreaterThan(0);
    expect(notes.some(([, words]) => words.some((word) => /^应为 \d+$/.test(word)))).toBe(true);
  });

  it('stand the counts of a row whose figures do not fit, and no half of a sentence', () => {
    expect(notesIn(sampleReport().replace('（一）予以公开 | 12 |', '（一）予以公开 | 12 | 0 |'))).toContainEqual([
      expect.stringMatching(/./),
      ['8 个数，应有 7 个'],
    ]);
  });

  it('stands nothing in a report without faults, nor behind sentences', () => {
    expect(notesIn(sampleReport())).toEqual([]);
    expect(notesIn(sampleReport().replace('青禾县', 'XX县'))).toEqual([]);
  });
});
