/** `nianbao check --print-config`: the settings with which a path is checked, as JSON, for who wonders why a rule is silent. */
import { severityOf } from '../features/check';
import { readConfig } from '../features/choices/config';
import { msg, type Message } from '../text/message';
import { catalogue } from '../rules/index';
import { defaultOptions, type MonthDay } from '../rules/rule';
import type { Io } from './io';
import type { Options } from './options';
import { configFileOf, projectSettings } from './project-config';
import { visible } from './visible';

/** Runs the command for the path that is named, else for the current folder. Gives the exit code: 0 printed, 2 settings at fault. */
export function printConfigCommand({ operands, config }: Options, io: Io, say: (message: Message) => string): number {
  const [path = '.', ...more] = operands;
  let code = 0;
  const tell = (name: string, problem: Message, line?: number, column?: number): void => {
    code = 2;
    const place = line === undefined ? '' : `:${line}:${column ?? 1}`;
    io.stderr.write(`${visible(say(msg('{0}：{1}', `${name}${place}`, say(problem))))}\n`);
  };
  if (more.length > 0) {
    io.stderr.write(`${say(msg('{0} 只接受一个路径', '--print-config'))}\n`);
    return 2;
  }
  // A folder's settings are those of what lies in it.
  const inside = isFolder(path, io) ? `${path}/x.txt` : path;
  const { enable, severities, rules } = projectSettings(io, tell, readConfig, config)(inside);
  const { dueDepartment, dueGovernment, overviewLimit, words } = { ...defaultOptions, ...rules };
  const printed = {
    config: config ?? configFileOf(inside, io) ?? null,
    enable,
    severities: Object.fromEntries(catalogue.map((rule) => [rule.id, severityOf(rule, severities) ?? rule.severity])),
    overviewLimit: overviewLimit ?? null,
    dueDepartment: shown(dueDepartment),
    dueGovernment: shown(dueGovernment),
    words: words ?? { allow: [], replace: {} },
  };
  io.stdout.write(`${JSON.stringify(printed, null, 2)}\n`);
  return code;
}

function isFolder(path: string, io: Io): boolean {
  try {
    return io.kindOf(path) === 'folder';
  } catch {
    return false;
  }
}

function shown({ month, day }: MonthDay): string {
  return [month, day].map((number) => String(number).padStart(2, '0')).join('-');
}
