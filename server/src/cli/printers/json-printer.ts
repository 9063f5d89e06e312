import { fileJson } from '../../features/file-json';
import type { Message } from '../../text/message';
import type { FileResult, Printer } from './printer';

/** A printer of one JSON value over all files. */
export function jsonPrinter(say: (message: Message) => string): Printer {
  let before = '{"version":1,"files":[\n';
  const ofFile = (path: string) => `{"path":${JSON.stringify(path)},`;
  const print = (text: string) => {
    const printed = before + text;
    before = ',\n';
    return printed;
  };
  const whole = ({ told, ...result }: FileResult) =>
    JSON.stringify(fileJson({ ...result, findings: told?.(result.findings) ?? result.findings }, say));
  return {
    file: (result) => print(whole(result)),
    repeating: {
      told: (result) => whole(result).slice(ofFile(result.path).length),
      again: (path, told) => print(ofFile(path) + told),
    },
    end(summary) {
      return `${before === ',\n' ? '\n' : before}],"summary":${JSON.stringify(summary)}}\n`;
    },
  };
}
