/**
 * Rows with too few or too many values to be placed in the form's columns. Which one is missing is not guessed; one that
 * shows as a blank cell between delimiters is blank-cell's business.
 */
import { msg } from '../../text/message';
import type { Observation } from '../../findings/finding';
import type { Rule } from '../rule';

export const raggedRow: Rule = {
  id: 'ragged-row',
  family: 'tables',
  title: '一行的数多了或少了',
  severity: 'error',
  fixable: false,
  check: (report) => {
    let observations: Observation[] | undefined;
    for (const { ragged } of report.tables) {
      for (const { form, name, span, expected, found } of ragged) {
        const shown = form ? `「${name}」` : name;
        const message =
          found < expected
            ? msg('{0}应有 {1} 个数，现有 {2} 个，无法确定哪一格缺失', shown, expected, found)
            : msg('{0}应有 {1} 个数，现有 {2} 个，无法确定哪一格多余', shown, expected, found);
        (observations ??= []).push({ span, message });
      }
    }
    return observations ?? nothing;
  },
};

const nothing: readonly Observation[] = [];
