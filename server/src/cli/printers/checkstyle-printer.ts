import type { Severity } from '../../findings/finding';
import { positionAt } from '../../text/lines';
import type { Message } from '../../text/message';
import type { Printer } from './printer';
import { attributes, escaped } from './xml';

/** A printer of one XML document over all files. */
export function checkstylePrinter(say: (message: Message) => string): Printer {
  let before = '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="10.0">\n';
  const withHead = (text: string): string => {
    const whole = before + text;
    before = '';
    return whole;
  };
  return {
    file({ path, report: { lines }, findings, document }) {
      const errors = findings.map(({ span, severity, message, code }) => {
        const { line, character } = positionAt(lines, span.start);
        return error({
          ...(document ? { line: 1 } : { line: line + 1, column: character + 1 }),
          severity: severities[severity],
          message: document ? `${document.placeOf(span)}：${say(message)}` : say(message),
          source: `nianbao.${code}`,
        });
      });
      return withHead(fileOf(path, errors));
    },
    failure: (path, problem) => withHead(fileOf(path, [error({ line: 1, severity: 'error', message: problem, source: 'nianbao' })])),
    end: () => withHead('</checkstyle>\n'),
  };
}

const severities: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'info', hint: 'info' };

function fileOf(path: string, errors: readonly string[]): string {
  return `<file name="${escaped(path)}">\n${errors.join('')}</file>\n`;
}

function error(values: Readonly<Record<string, string | number>>): string {
  return `  <error${attributes(values)}/>\n`;
}
