/** One and the same figure stated twice in the sentences of one report, with two values. */
import type { Figure } from '../../report/sentences/figure';
import type { Report } from '../../report/report';
import type { ProseScan } from '../../report/sentences/prose-scan';
import { type ChannelCount, channelCounts, channelWords } from '../../statements/channel-counts';
import { msg } from '../../text/message';
import { type Observation, once } from '../../findings/finding';
import type { Rule } from '../rule';

export const conflictingFigure: Rule = {
  id: 'conflicting-figure',
  family: 'figures',
  title: '正文前后两处数字不同',
  severity: 'warning',
  fixable: false,
  wakes: channelWords,
  check(report, { scan }) {
    // Applicants are told of their total; a row of a table says nothing of it.
    const totals = once(() => new Set(report.figures.filter(({ metric }) => ofAll.has(metric)).map(({ sentence }) => sentence.start)));
    const first = new Map<string, Figure>();
    const observations: Observation[] = [];
    for (const figure of report.figures) {
      if (figure.reserve || figure.said !== 'number' || figure.inner) continue;
      if (figure.form.column !== undefined && !totals().has(figure.sentence.start)) continue;
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
    observations.push(...byChannel(report, scan));
    return observations.sort((a, b) => a.span.start - b.span.start);
  },
};

/** Totals whose applicants are told beside them. */
const ofAll = new Set(['received', 'newlyReceived', 'accepted', 'handled', 'processed', 'fromCitizens']);

/** What one channel made public, told twice with two figures. */
function byChannel(report: Report, scan: ProseScan): Observation[] {
  const counts = channelCounts(report, scan);
  if (counts.length < 2) return [];
  const first = new Map<string, ChannelCount>();
  return counts.flatMap((count) => {
    const before = first.get(count.channel);
    if (!before) first.set(count.channel, count);
    if (!before || before.value === count.value || before.sentence === count.sentence) return [];
    return [
      {
        span: count.span,
        message: msg('这里说{0}公开信息 {1}，前面为 {2}', count.channel, count.value, before.value),
        related: [{ span: before.span, message: msg('{0}：{1}', count.channel, before.value) }],
      },
    ];
  });
}

/** Metrics that count the same. */
const same: Readonly<Record<string, string>> = { newlyReceived: 'received', receivedWithCarried: 'accepted' };
