/** `nianbao merge`: the decisions of several reviewers, each in a file of their own, as one file. Exit code 2 where one cannot be read; then nothing is written. */
import { mergeDecisions } from '../features/silence/merge-decisions';
import { msg, type Message } from '../text/message';
import { problemOf, writingProblemOf } from './failure';
import type { Io } from './io';
import type { Options } from './options';
import { visible } from './visible';

/** Runs the command. */
export function mergeCommand({ operands, output }: Options, io: Io, say: (message: Message) => string): number {
  const note = (message: Message): void => io.stderr.write(`${visible(say(message))}\n`);
  const refuse = (message: Message): number => {
    note(message);
    return 2;
  };
  if (operands.length === 0) return refuse(msg('没有写要合并的文件；写作 nianbao merge 甲.json 乙.json -o .nianbao-review.json'));
  const texts: string[] = [];
  for (const path of operands) {
    try {
      texts.push(new TextDecoder().decode(io.readFile(path)));
    } catch (error) {
      return refuse(msg('{0}：{1}', path, say(problemOf(error))));
    }
  }
  const merged = mergeDecisions(texts);
  if ('unread' in merged)
    return refuse(msg('{0}：不是 {1} 那样的文件，或是较新版本写的；没有改动它', operands[merged.unread] ?? '', '.nianbao-review.json'));
  for (const { unit = '', year = '', place = '', rule, decision } of merged.differing)
    note(msg('决定不同：{0} {1} {2} {3}，取 {4}', unit, year, place, rule, decision));
  if (output === undefined) {
    io.stdout.write(merged.text);
    return 0;
  }
  try {
    io.writeFile(output, new TextEncoder().encode(merged.text));
    return 0;
  } catch (error) {
    return refuse(msg('{0}：{1}', output, say(writingProblemOf(error))));
  }
}
