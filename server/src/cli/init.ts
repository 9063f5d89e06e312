/** `nianbao init`: a `.nianbao.json` to begin with, in the current folder or in the one that is named. Never written over. */
import { join } from 'node:path';
import { configName } from '../features/choices/settings';
import { msg, type Message } from '../text/message';
import { problemOf, writingProblemOf } from './failure';
import type { Io } from './io';
import type { Options } from './options';
import { visible } from './visible';

/** Runs the command. Gives the exit code: 0 written, 2 not. */
export function initCommand({ operands }: Options, io: Io, say: (message: Message) => string): number {
  const note = (message: Message): void => io.stderr.write(`${visible(say(message))}\n`);
  const [folder = '.', ...more] = operands;
  if (more.length > 0) {
    note(msg('init 只接受一个文件夹'));
    return 2;
  }
  const path = folder === '.' ? configName : join(folder, configName);
  try {
    if (io.kindOf(folder) !== 'folder') throw Object.assign(new Error(), { code: 'ENOTDIR' });
  } catch (error) {
    note(msg('{0}：{1}', folder, say(problemOf(error))));
    return 2;
  }
  try {
    if (isThere(path, io)) {
      note(msg('{0}：已经有了，没有改动', path));
      return 2;
    }
    io.writeFile(path, new TextEncoder().encode(say(beginning)));
  } catch (error) {
    note(msg('{0}：{1}', path, say(writingProblemOf(error))));
    return 2;
  }
  note(msg('{0}：写好了，照里面的说明改', path));
  return 0;
}

function isThere(path: string, io: Io): boolean {
  try {
    io.kindOf(path);
    return true;
  } catch {
    return false;
  }
}

const beginning = msg(`{
  // 这个文件夹（和下面各层）里的年报按这里的设置检查，编辑器和命令行一样。全部设置见 docs/settings.md。

  // 规则的级别：error、warning、information、hint、off（不检查）。全部规则：nianbao rules
  "severities": {
    // "late-date": "off"
  },

  // 部门（乡镇）、政府公布年报的最后一天
  "dueDepartment": "01-31",
  "dueGovernment": "03-31"

  // 「总体情况」的字数上限，不写就不查
  // , "overviewLimit": 1000
}
`);
