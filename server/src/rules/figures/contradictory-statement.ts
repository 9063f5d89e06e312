/** Words that say none, and beside them a number, or requests that were all handled. */
import type { Figure } from '../../report/sentences/figure';
import type { Report } from '../../report/report';
import { msg } from '../../text/message';
import type { Observation } from '../../findings/finding';
import { ReportSign } from '../../statements/report-signs';
import type { Rule } from '../rule';

export const contradictoryStatement: Rule = {
  id: 'contradictory-statement',
  family: 'figures',
  title: '正文前后说法矛盾',
  severity: 'hint',
  fixable: false,
  sleeps: true,
  signs: ReportSign.saidWithoutNumber,
  check(report) {
    const figures = report.figures.filter(({ reserve }) => !reserve);
    if (figures.every(({ said, metric }) => said === 'number' && metric !== 'allDone')) return [];
    const observations: Observation[] = [];
    const some = new Map(
      figures
        .filter(({ said, value }) => said === 'number' && value > 0)
        .reverse()
        .map((figure) => [figure.metric, figure]),
    );
    for (const none of figures.filter(({ said }) => said === 'none')) {
      const counted = [none.metric, ...(matters[none.metric] ?? [])]
        .map((metric) => some.get(metric))
        .find((figure) => figure !== undefined);
      if (counted)
        observations.push({
          span: none.span,
          message: msg('这里说没有，另一处却写{0} {1}', counted.form.name, counted.value),
          related: [{ span: counted.span, message: msg('{0}：{1}', counted.form.name, counted.value) }],
        });
    }
    const none = figures.find(({ metric, said }) => metric === 'received' && said === 'none');
    if (none && !figures.some(isReceived)) observations.push(...handledAll(report.text, none));
    return [...observations, ...doneButOpen(report, figures)];
  },
};

/** What would contradict 未收到 and 未发生. */
const matters: Readonly<Record<string, readonly string[]>> = {
  received: ['newlyReceived', 'receivedWithCarried', 'accepted'],
  案件: ['复议', '诉讼', '案件'],
};

/** 所有申请均已办结, though some are carried forward, in the text or by table three. */
function doneButOpen({ tables }: Report, figures: readonly Figure[]): Observation[] {
  const all = figures.find(({ metric }) => metric === 'allDone');
  if (!all) return [];
  const open = figures.find(({ metric, said, value }) => openMetrics.has(metric) && said === 'number' && value > 0);
  if (open) {
    const related = [{ span: open.span, message: msg('{0}：{1}', open.form.name, open.value) }];
    return [{ span: all.span, message: msg('这里说全部办结，另一处却写{0} {1}', open.form.name, open.value), related }];
  }
  const table = tables.find(({ form }) => form.number === 3);
  const cell = table?.byId.get('转出')?.cells.at(-1);
  if (!cell?.value) return [];
  const related = [{ span: cell.span, message: msg('表三填的是 {0}', cell.value) }];
  return [{ span: all.span, message: msg('这里说全部办结，而表三「结转下年度继续办理」为 {0}', cell.value), related }];
}
const openMetrics = new Set(['carriedOut', 'stillOpen']);

function isReceived({ form, said, value }: Figure): boolean {
  return form.total === true && said === 'number' && value > 0;
}

/** 对全部申请均按规定进行了办理, though none came in. */
function handledAll(text: string, none: Figure): Observation[] {
  const claim =
    /(?:全部|所有)(?:的)?(?:政府信息公开|信息公开|依申请公开|公开)?申请(?:件|事项)?[^。；;，,\d]{0,8}(?:均|全部|都)[^。；;，,\d]{0,14}(?:办理|答复|办结|回复)/g;
  return [...text.matchAll(claim)].map((found) => ({
    span: { start: found.index, end: found.index + found[0].length },
    message: msg('前面说没有收到申请，这里却说申请都已办理'),
    related: [{ span: none.span, message: msg('这里说没有收到申请') }],
  }));
}
