/**
 * Findings as workflow commands, which GitHub Actions turns into annotations of the changed files:
 *
 *     ::error title=行总计不等于各类申请人之和 (wrong-row-total),file=drafts/三营镇.txt,line=12,col=5,endLine=12,endColumn=7::…
 *
 * Lines and columns count from 1. The place stands in the message too, because the log shows nothing else of a command and
 * only the first of many become annotations. Information and hints are notices.
 */
import { catalogue } from '../../rules/index';
import type { Severity } from '../../findings/finding';
import { rangeOf } from '../../text/lines';
import { msg, type Message } from '../../text/message';
import type { Printer } from './printer';
import { pathWithin } from '../relative-path';
import { visible } from '../visible';

export interface GithubContext {
  readonly say: (message: Message) => string;
  readonly currentFolder: string;
  /** The checkout, from whose top GitHub counts paths; undefined outside of a workflow. */
  readonly workspace: string | undefined;
}

/** A printer of workflow commands. */
export function githubPrinter({ say, currentFolder, workspace }: GithubContext): Printer {
  return {
    file({ path, report: { lines }, findings, document }) {
      const file = fromWorkspace(path, currentFolder, workspace);
      return findings
        .map(({ code, severity, message, span }) => {
          if (document)
            return command(levels[severity], { title: titleOf(code, say), file }, `${file} ${document.placeOf(span)}：${say(message)}`);
          const { start, end } = rangeOf(lines, span);
          // Columns of ranges over several lines are not accepted.
          const columns =
            start.line === end.line
              ? { col: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 }
              : { endLine: end.line + 1 };
          return command(
            levels[severity],
            { title: titleOf(code, say), file, line: start.line + 1, ...columns },
            `${file}:${start.line + 1}:${start.character + 1} ${say(message)}`,
          );
        })
        .join('');
    },
    failure(path, problem) {
      const file = fromWorkspace(path, currentFolder, workspace);
      return command('error', { title: 'nianbao', file }, `${file} ${problem}`);
    },
    end: () => '',
  };
}

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

function titleOf(code: string, say: (message: Message) => string): string {
  const rule = catalogue.find(({ id }) => id === code);
  return rule ? `${say(msg(rule.title))} (${code})` : code;
}

/** `path` from the top of the workspace; as it is where it lies outside. */
function fromWorkspace(path: string, currentFolder: string, workspace: string | undefined): string {
  return workspace ? (pathWithin(workspace, path, currentFolder) ?? path) : path;
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapedProperty(String(value))}`);
  return `::${name} ${list.join(',')}::${escaped(message)}\n`;
}

/** `text` on one line. Nothing in it begins a command or acts on a terminal. */
function escaped(text: string): string {
  return visible(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
