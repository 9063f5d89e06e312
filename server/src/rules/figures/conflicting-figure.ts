/** One and the same figure stated twice in the sentences of one report, with two values. */
import type { Figure } from '../../report/sentences/figure';
import { msg } from '../../text/message';
import type { Observation } from '../../findings/finding';
import type { Rule } from '../rule';

export const conflictingFigure: Rule = {
  id: 'conflicting-figure',
  family: 'figures',
  title: '正文前后两处数字不同',
  severity: 'warning',
  fixable: false,
  check(report) {
    const first = new Map<string, Figure>();
    const observations: Observation[] = [];
    for (const figure of report.figures) {
      if (figure.reserve || figure.said !== 'number' || figure.inner) continue;
      const key = same[figure.metric] ?? figure.metric;
      const before = first.get(key);
      if (!before) first.set(key, figure);
      else if (before.value !== figure.value && before.sentence.start !== figure.sentence.start) {
        observations.push({
          span: figure.span,
          message: msg('这里的{0}为 {1}，前面为 {2}', figure.form.name, figure.value, before.value),
          related: [{ span: before.span, message: msg('{0}：{1}', before.form.name, before.value) }],
        });
      }
    }
    return observations;
  },
};

/** Metrics that count the same. */
const same: Readonly<Record<string, string>> = { newlyReceived: 'received', receivedWithCarried: 'accepted' };
