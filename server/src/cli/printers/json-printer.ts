import { fileJson } from '../../features/file-json';
import type { Message } from '../../text/message';
import type { Printer } from './printer';

/** A printer of one JSON value over all files. */
export function jsonPrinter(say: (message: Message) => string): Printer {
  let before = '{"version":1,"files":[\n';
  return {
    file({ told, ...result }) {
      const findings = told?.(result.findings) ?? result.findings;
      const text = before + JSON.stringify(fileJson({ ...result, findings }, say));
      before = ',\n';
      return text;
    },
    end(summary) {
      return `${before === ',\n' ? '\n' : before}],"summary":${JSON.stringify(summary)}}\n`;
    },
  };
}
