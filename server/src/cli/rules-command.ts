/** `nianbao rules`: the list of all rules, or the page of one. */
import { catalogue } from '../rules/index';
import type { RuleInfo } from '../rules/rule';
import { msg, type Message } from '../text/message';
import { displayWidth } from '../text/width';
import type { Io } from './io';
import { chooseLanguage } from './language';
import { nearest } from '../text/nearest';
import type { Options } from './options';
import { severityNames } from './printers/severity';
import { visible } from './visible';
import { pad, widest } from './width';

/** Runs the command. Gives the exit code: 0 printed, 2 no such rule. */
export function rulesCommand({ operands, language }: Options, io: Io, say: (message: Message) => string): number {
  const [id, ...more] = operands;
  if (more.length > 0) return refuse(io, say(msg('rules 只接受一个规则名')));
  if (id === undefined) {
    io.stdout.write(listOf(catalogue, say));
    return 0;
  }
  if (!catalogue.some((rule) => rule.id === id)) {
    const meant = nearest(
      id,
      catalogue.map((rule) => rule.id),
    );
    return refuse(
      io,
      say(meant === undefined ? msg('没有规则 {0}；全部规则见 nianbao rules', id) : msg('没有规则 {0}，是不是 {1}？', id, meant)),
    );
  }
  const page = io.readPage(id, chooseLanguage(language, io.env));
  if (page === undefined) return refuse(io, say(msg('找不到规则 {0} 的说明页', id)));
  io.stdout.write(page.endsWith('\n') ? page : `${page}\n`);
  return 0;
}

function refuse(io: Io, reason: string): number {
  io.stderr.write(`${visible(reason)}\n`);
  return 2;
}

/** One line for each rule: id, severity, whether it can be fixed, title. */
function listOf(all: readonly RuleInfo[], say: (message: Message) => string): string {
  const severity = (rule: RuleInfo) => say(severityNames[rule.severity]);
  const idWidth = widest(all, (rule) => rule.id.length);
  const severityWidth = widest(all, (rule) => displayWidth(severity(rule)));
  const fixable = say(msg('可修正'));
  const fixableWidth = displayWidth(fixable);
  return all
    .map(
      (rule) =>
        `${rule.id.padEnd(idWidth)}  ${pad(severity(rule), severityWidth)}  ${pad(rule.fixable ? fixable : '', fixableWidth)}  ${say(msg(rule.title))}\n`,
    )
    .join('');
}
