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
import { type LineIndex, rangeOf } from '../../text/lines';
import type { Span } from '../../text/span';
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

/** How many commands of one level GitHub makes annotations of, for one step. */
const shownOfLevel = 10;

/** A printer of workflow commands: the gravest first, and how many there are where GitHub shows only some. */
export function githubPrinter({ say, currentFolder, workspace }: GithubContext): Printer {
  const commands: Readonly<Record<Level, string[]>> = { error: [], warning: [], notice: [] };
  return {
    file({ path, report: { lines }, findings, document }) {
      const file = fromWorkspace(path, currentFolder, workspace);
      for (const { code, severity, message, span } of findings) {
        const title = titleOf(code, say);
        const level = levels[severity];
        const place = document ? ` ${document.placeOf(span)}：` : placeAndColon(lines, span);
        const where = document ? {} : linesAndColumns(lines, span);
        commands[level].push(command(level, { title, file, ...where }, `${file}${place}${say(message)}`));
      }
      return '';
    },
    failure(path, problem) {
      const file = fromWorkspace(path, currentFolder, workspace);
      commands.error.unshift(command('error', { title: 'nianbao', file }, `${file} ${problem}`));
      return '';
    },
    end({ errors, warnings, information, hints }) {
      const all = Object.values(commands);
      const cut = all.some(({ length }) => length > shownOfLevel);
      const counted = msg(
        '共 {0} 个错误，{1} 个警告，{2} 条信息和提示；GitHub 只显示其中一部分，全部见日志',
        errors,
        warnings,
        information + hints,
      );
      return [...(cut ? [command('notice', { title: 'nianbao' }, say(counted))] : []), ...all.flat()].join('');
    },
  };
}

function placeAndColon(lines: LineIndex, span: Span): string {
  const { line, character } = rangeOf(lines, span).start;
  return `:${line + 1}:${character + 1} `;
}

/** Columns of ranges over several lines are not accepted. */
function linesAndColumns(lines: LineIndex, span: Span): Readonly<Record<string, number>> {
  const { start, end } = rangeOf(lines, span);
  const columns =
    start.line === end.line ? { col: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 } : { endLine: end.line + 1 };
  return { line: start.line + 1, ...columns };
}

type Level = 'error' | 'warning' | 'notice';

const levels: Readonly<Record<Severity, Level>> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

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
