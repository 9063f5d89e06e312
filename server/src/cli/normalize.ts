/**
 * `nianbao normalize`: prints one report with its tables in the standard form, or writes it back. A table that would lose
 * something stays as it is and is told on standard error with the row because of which; the others are written all the
 * same. A file is written only in the encoding that it had, and only if something changed.
 */
import { tableName } from '../report/names';
import { normalize } from '../features/normalize/normalize';
import { targetForName } from '../report/writing/table-format';
import { parse } from '../report/parse';
import { applyEdits } from '../text/edit';
import { positionAt } from '../text/lines';
import { msg, type Message } from '../text/message';
import { reencode } from '../text/encoding/encode';
import { writingProblemOf } from './failure';
import type { Io } from './io';
import type { Options } from './options';
import { readNamed } from './source';
import { visible } from './visible';

/** Runs the command. Gives the exit code: 0 done, 1 a table was left as it is, 2 could not run. */
export async function normalizeCommand({ operands, to, write }: Options, io: Io, say: (message: Message) => string): Promise<number> {
  const note = (message: Message): void => io.stderr.write(`${visible(say(message))}\n`);
  const fail = (message: Message): number => {
    note(message);
    return 2;
  };
  const [path, ...more] = operands;
  if (path === undefined) return fail(msg('没有写要规范化的文件；写作 nianbao normalize 文件，写回再加 --write'));
  if (more.length > 0) return fail(msg('normalize 一次只接受一个文件'));
  const name = path === '-' ? '<stdin>' : path;
  if (write && path === '-') return fail(msg('标准输入不能写回，请不要用 {0}', '--write'));

  const source = await readNamed(path, io);
  if ('problem' in source) return fail(msg('{0}：{1}', name, say(source.problem)));
  const { bytes, text, encoding, document } = source;
  if (write && document) return fail(msg('{0}：不能写回这种文件；请用 nianbao convert 另存一份', name));
  const report = parse(text);
  if (!report.recognized) return fail(msg('{0}：不像年度报告，没有规范化', name));
  const { edits, refused } = normalize(report, { target: to ?? (document ? 'markdown' : targetForName(path)) });
  for (const { table, span, message } of refused) {
    const { line, character } = positionAt(report.lines, span.start);
    note(msg('{0}:{1}:{2}：{3}没有规范化：{4}', name, line + 1, character + 1, tableName(table.form), say(message)));
  }
  const code = refused.length > 0 ? 1 : 0;
  const result = applyEdits(text, edits);
  if (!write) {
    io.stdout.write(result);
    return code;
  }
  if (edits.length === 0) {
    if (code === 0) note(msg('{0}：表格已经规范，没有改动', name));
    return code;
  }
  const written = reencode(bytes, encoding, text, result);
  if ('problem' in written) return fail(msg('{0}：{1}', name, say(written.problem)));
  try {
    io.writeFile(path, written.bytes, bytes);
  } catch (error) {
    return fail(msg('{0}：{1}', name, say(writingProblemOf(error))));
  }
  note(msg('{0}：规范化了 {1} 张表', name, edits.length));
  return code;
}
