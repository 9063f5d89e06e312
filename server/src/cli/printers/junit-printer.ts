/**
 * Findings as JUnit's XML, which nearly every build server shows as tests: a suite for each file, a test for each finding.
 * Errors are failures, as for the exit code; other findings pass and say what they are. A file in which nothing is found is
 * one test that passes.
 */
import { positionAt } from '../../text/lines';
import { msg, type Message } from '../../text/message';
import type { FileResult, Printer } from './printer';
import { severityNames } from './severity';
import { attributes, escaped } from './xml';

/** A printer of one XML document over all files. */
export function junitPrinter(say: (message: Message) => string): Printer {
  const suites: string[] = [];
  let tests = 0;
  let failures = 0;
  let errors = 0;
  return {
    file(result) {
      const failed = result.findings.filter(({ severity }) => severity === 'error').length;
      const cases =
        result.findings.length === 0 ? [passed(result.path, say)] : result.findings.map((finding) => caseOf(result, finding, say));
      tests += cases.length;
      failures += failed;
      suites.push(suiteOf(result.path, cases, { failures: failed, errors: 0 }));
      return '';
    },
    failure(path, problem) {
      tests++;
      errors++;
      const body = `<error${attributes({ message: problem })}/>`;
      suites.push(suiteOf(path, [testOf({ name: 'nianbao', classname: path, file: path }, body)], { failures: 0, errors: 1 }));
      return '';
    },
    end: () =>
      `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes({ name: 'nianbao', tests, failures, errors })}>\n${suites.join('')}</testsuites>\n`,
  };
}

function suiteOf(path: string, cases: readonly string[], counts: { readonly failures: number; readonly errors: number }): string {
  return `<testsuite${attributes({ name: path, tests: cases.length, ...counts })}>\n${cases.join('')}</testsuite>\n`;
}

function testOf(names: Readonly<Record<string, string | number>>, body: string): string {
  return `  <testcase${attributes(names)}${body === '' ? '/>' : `>${body}</testcase>`}\n`;
}

function passed(path: string, say: (message: Message) => string): string {
  return testOf({ name: say(msg('没有发现问题')), classname: path, file: path }, '');
}

function caseOf(
  { path, report: { lines }, document }: FileResult,
  { code, severity, message, span }: FileResult['findings'][number],
  say: (message: Message) => string,
): string {
  const { line, character } = positionAt(lines, span.start);
  const place = document ? document.placeOf(span) : `${line + 1}:${character + 1}`;
  const names = { name: `${place} ${code}`, classname: path, file: path, ...(document ? {} : { line: line + 1 }) };
  const text = `${say(severityNames[severity])} ${place} ${say(message)}`;
  return testOf(
    names,
    severity === 'error'
      ? `<failure${attributes({ type: code, message: say(message) })}>${escaped(text)}</failure>`
      : `<system-out>${escaped(text)}</system-out>`,
  );
}
