/** What went wrong, for people: system errors by their code, anything else as a fault of this program. */
import { msg, type Message } from '../text/message';

const known: Readonly<Record<string, Message>> = {
  ENOENT: msg('没有这个文件或文件夹'),
  ENOTDIR: msg('没有这个文件或文件夹'),
  EACCES: msg('没有读取的权限'),
  EPERM: msg('没有读取的权限'),
  EISDIR: msg('是文件夹，不是文件'),
  ELOOP: msg('链接绕成了圈'),
  EMFILE: msg('打开的文件太多'),
  ENAMETOOLONG: msg('路径太长'),
  ERR_FS_FILE_TOO_LARGE: msg('文件太大，读不进来'),
};

/** The reason in `error`, as thrown while one file was read or checked. */
export function problemOf(error: unknown): Message {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (Object.hasOwn(known, code)) return known[code] as Message;
  const reason = error instanceof Error ? error.message : String(error);
  if (code !== '') return msg('读不了（{0}）', reason);
  return msg('校对时程序出错（{0}），请报告给开发者', reason);
}
