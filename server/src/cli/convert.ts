/**
 * `nianbao convert`: a report as Markdown, plain text, HTML for a website's editor, or a Word file in the layout of official
 * documents. What is read of a document is printed as Markdown, the text in which findings have their places. The source is
 * never written to.
 */
import { resolve } from 'node:path';
import { type ExportKind, exportKinds } from '../documents/writing/export';
import { writeExport } from '../documents/writing/write';
import { exportBlocks } from '../features/convert';
import { parse } from '../report/parse';
import { msg, type Message } from '../text/message';
import { writingProblemOf } from './failure';
import type { Io } from './io';
import type { Options } from './options';
import type { Source } from '../documents/source';
import { readNamed } from './source';
import { visible } from './visible';

/** Runs the command. Gives the exit code: 0 done, 2 could not run. */
export async function convertCommand(options: Options, io: Io, say: (message: Message) => string): Promise<number> {
  const note = (message: Message): void => io.stderr.write(`${visible(say(message))}\n`);
  const { operands, output, convertTo } = options;
  const [path, ...more] = operands;
  const kind = convertTo ?? kindOf(output);
  const refusal = refusalOf(options, kind, more.length);
  if (path === undefined || refusal || kind === undefined) {
    note(
      path === undefined
        ? msg('没有写要转换的文件；写作 nianbao convert 文件 -o 另存的文件')
        : (refusal ?? msg('看不出要写成哪种文件：{0}；请用 {1}', output ?? '', '--to')),
    );
    return 2;
  }
  const name = path === '-' ? '<stdin>' : path;
  const source = await readNamed(path, io);
  if ('problem' in source) {
    note(msg('{0}：{1}', name, say(source.problem)));
    return 2;
  }
  for (const told of source.document?.notes ?? []) note(msg('{0}：{1}', name, say(told)));
  const bytes = await converted(source, kind);
  if (output === undefined) {
    io.stdout.write(new TextDecoder().decode(bytes));
    return 0;
  }
  if (isSource(output, path, source.bytes, io)) {
    note(msg('{0}：和原文件是同一个，不会写回原文件', output));
    return 2;
  }
  try {
    io.writeFile(output, bytes);
  } catch (error) {
    note(msg('{0}：{1}', output, say(writingProblemOf(error))));
    return 2;
  }
  return 0;
}

async function converted({ text, document }: Source, kind: ExportKind): Promise<Uint8Array> {
  if (kind === 'md' && document) return new TextEncoder().encode(text);
  const report = parse(text);
  return writeExport(exportBlocks(report), kind, report.title?.text ?? '');
}

/** The kind by the name of what is written; Markdown for standard output. */
function kindOf(output: string | undefined): ExportKind | undefined {
  if (output === undefined) return 'md';
  const extension = /\.([a-z]+)$/i.exec(output)?.[1]?.toLowerCase() ?? '';
  const names: Readonly<Record<string, ExportKind>> = { markdown: 'md', htm: 'html', text: 'txt' };
  return exportKinds.find((kind) => kind === extension) ?? names[extension];
}

function refusalOf({ output }: Options, kind: ExportKind | undefined, more: number): Message | undefined {
  if (more > 0) return msg('convert 一次只接受一个文件');
  if (kind === 'docx' && output === undefined) return msg('Word 文件不能输出到屏幕，请用 {0} 指定文件名', '-o');
  return undefined;
}

/** Whether what is to be written is the source itself, under this name or another. */
function isSource(output: string, path: string, bytes: Uint8Array, io: Io): boolean {
  if (path !== '-' && resolve(io.currentFolder, output) === resolve(io.currentFolder, path)) return true;
  try {
    return io.sizeOf(output) === bytes.length && Buffer.from(io.readFile(output)).equals(bytes);
  } catch {
    return false;
  }
}
