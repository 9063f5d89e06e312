/** What `review` and `total` write: text to standard output or a file, workbooks to a file only. */
import { extname } from 'node:path';
import type { Sheet } from '../documents/writing/sheet';
import { msg, type Message } from '../text/message';
import { writingProblemOf } from './failure';
import type { Folder } from './folder';
import type { Io } from './io';
import type { Command, FolderFormat, Options } from './options';

const formatsByName: Readonly<Record<string, FolderFormat>> = {
  '.xlsx': 'xlsx',
  '.html': 'html',
  '.htm': 'html',
  '.json': 'json',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.txt': 'text',
};

/** What to say where a folder holds no report, with the next step. */
export function noReports(command: Command): Message {
  return msg('没有找到年度报告；写明报告所在的文件夹：nianbao {0} 文件夹', command);
}

/** The format asked for, by its option or by the output's name; a problem where the command does not write it. */
export function chooseFormat<Known extends FolderFormat>(
  { folderFormat, output }: Options,
  known: readonly Known[],
): Known | { readonly problem: Message } {
  const named = output === undefined ? undefined : formatsByName[extname(output).toLowerCase()];
  if (folderFormat === undefined && output !== undefined && named === undefined && extname(output) !== '')
    return { problem: msg('看不出 {0} 是什么格式，请用 {1} 写明', output, `--format ${known.join('|')}`) };
  const format = folderFormat ?? named ?? 'text';
  const found = known.find((one) => one === format);
  if (found === undefined) return { problem: msg('写不出 {0}，可以用的格式是 {1}', output ?? format, known) };
  if (found === 'xlsx' && output === undefined) return { problem: msg('{0} 要用 {1} 写进文件', 'xlsx', '-o') };
  return found;
}

/** Writes text to where it is wanted; a failure is told. */
export function writeText(text: string, { output }: Options, io: Io, folder: Folder): void {
  if (output === undefined) folder.screen.print(text);
  else writeBytes(output, new TextEncoder().encode(text), io, folder);
}

export async function writeSheets(sheets: readonly Sheet[], output: string, io: Io, folder: Folder): Promise<void> {
  const { writeWorkbook } = await import('../documents/writing/workbook');
  writeBytes(output, await writeWorkbook(sheets), io, folder);
}

export function writeBytes(path: string, bytes: Uint8Array, io: Io, { fail }: Folder): void {
  try {
    io.writeFile(path, bytes);
  } catch (error) {
    fail(path, writingProblemOf(error));
  }
}
