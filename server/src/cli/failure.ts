/** What went wrong, for people: system errors by their code, anything else as a fault of this program. */
import { msg, type Message } from '../text/message';
import { notFileCode, tooLongCode } from './small-file';
import { changedCode } from './replace-file';

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
  [notFileCode]: msg('不是普通的文件，没有读'),
  [tooLongCode]: msg('超过 1 MB，没有读'),
};

/** The reason in `error`, as thrown while one file was read or checked. */
export function problemOf(error: unknown): Message {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const message = Object.hasOwn(known, code) ? known[code] : undefined;
  if (message) return message;
  const reason = error instanceof Error ? error.message : String(error);
  if (code !== '') return msg('读不了（{0}）', reason);
  return msg('校对时程序出错（{0}），请报告给开发者', reason);
}

const knownInWriting: Readonly<Record<string, Message>> = {
  ENOENT: msg('没有这个文件夹，写不进去'),
  ENOTDIR: msg('没有这个文件夹，写不进去'),
  EACCES: msg('没有写入的权限'),
  EPERM: msg('没有写入的权限'),
  EROFS: msg('所在的磁盘只能读，写不进去'),
  ENOSPC: msg('磁盘满了，写不进去'),
  EBUSY: msg('正被别的程序使用，写不进去'),
  EDQUOT: msg('磁盘满了，写不进去'),
  [changedCode]: msg('读过以后又被改过，没有写入；请再运行一次'),
};

/** The reason in `error`, as thrown while a file was written. */
export function writingProblemOf(error: unknown): Message {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  return knownInWriting[code] ?? msg('写不进去（{0}）', error instanceof Error ? error.message : String(error));
}

/** Whether `error` says that there is no such file. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
