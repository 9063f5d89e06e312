import type { Severity } from '../../findings/finding';
import { msg, type Message } from '../../text/message';

export const severityNames: Readonly<Record<Severity, Message>> = {
  error: msg('错误'),
  warning: msg('警告'),
  information: msg('信息'),
  hint: msg('提示'),
};
