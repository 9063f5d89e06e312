import type { Finding, Fix, Related } from '../../findings/finding';
import type { TextEdit } from '../../text/edit';
import { rangeOf, type LineIndex } from '../../text/lines';
import type { Message } from '../../text/message';
import type { Printer } from './printer';

/** A printer of one JSON value over all files. */
export function jsonPrinter(say: (message: Message) => string): Printer {
  let before = '{"version":1,"files":[\n';
  return {
    file({ path, report: { recognized, lines }, findings }) {
      const text =
        before + JSON.stringify({ path, report: recognized, findings: findings.map((finding) => findingOf(finding, lines, say)) });
      before = ',\n';
      return text;
    },
    end(summary) {
      return `${before === ',\n' ? '\n' : before}],"summary":${JSON.stringify(summary)}}\n`;
    },
  };
}

function findingOf(finding: Finding, lines: LineIndex, say: (message: Message) => string): object {
  const { code, severity, message, span, related, fix } = finding;
  return {
    code,
    severity,
    message: say(message),
    range: rangeOf(lines, span),
    ...(related !== undefined && related.length > 0 && { related: related.map((item) => relatedOf(item, lines, say)) }),
    ...(fix !== undefined && { fix: fixOf(fix, lines, say) }),
  };
}

function relatedOf({ message, span }: Related, lines: LineIndex, say: (message: Message) => string): object {
  return { message: say(message), range: rangeOf(lines, span) };
}

function fixOf({ title, safe, edits }: Fix, lines: LineIndex, say: (message: Message) => string): object {
  return { title: say(title), safe, edits: edits.map(({ span, newText }: TextEdit) => ({ range: rangeOf(lines, span), newText })) };
}
