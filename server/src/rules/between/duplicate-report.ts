/** One unit handed in several reports for one year with different figures: which of them counts is said, and why. */
import type { Doubles } from '../../collection/submission';
import { msg, type Message } from '../../text/message';
import type { BetweenObservation, BetweenRule } from '../rule';

export const duplicateReport: BetweenRule = {
  id: 'duplicate-report',
  family: 'between',
  title: '同一单位同一年有几份不同的报告',
  severity: 'warning',
  fixable: false,
  between: ({ doubles }) => doubles.map(observe),
};

function observe({ kept, left }: Doubles): BetweenObservation {
  const [first] = left;
  const names = left.map(({ submission }) => fileName(submission.path));
  const others = names.length > 3 ? [...names.slice(0, 3), '…'] : names;
  return {
    path: kept.path,
    span: kept.digest.head,
    message: wordsOf(first?.reason.by ?? 'path', [left.length + 1, kept.unit, kept.year, others, first?.reason.words ?? '']),
    related: left.map(({ submission }) => ({ span: submission.digest.head, message: msg('另一份报告，不计入'), elsewhere: submission })),
  };
}

function wordsOf(by: Doubles['left'][number]['reason']['by'], values: Message['values']): Message {
  switch (by) {
    case 'name':
      return values.at(-1) === ''
        ? msg('{0} 份「{1}」{2}年的报告数字不同，以本份为准，不用 {3}；请确认，删去多余的', ...values)
        : msg('{0} 份「{1}」{2}年的报告数字不同，按文件名中的「{4}」以本份为准，不用 {3}；请确认，删去多余的', ...values);
    case 'signature':
      return msg('{0} 份「{1}」{2}年的报告数字不同，按落款日期（{4}）以本份为准，不用 {3}；请确认，删去多余的', ...values);
    case 'time':
      return msg('{0} 份「{1}」{2}年的报告数字不同，本份文件时间较晚，以它为准，不用 {3}；请确认，删去多余的', ...values);
    case 'path':
      return msg('{0} 份「{1}」{2}年的报告数字不同，看不出哪份在后，暂以本份为准，不用 {3}；请确认，删去多余的', ...values);
  }
}

function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
