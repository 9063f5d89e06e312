/** `nianbao total`: the three tables added up over the units of one year, each once. Exit code 2 where something could not be read. */
import { latestYear } from '../features/folder/review';
import { total, type Total } from '../features/folder/total';
import { totalSheets } from '../features/folder/total-sheets';
import { notes, totalMarkdown, totalText } from '../features/folder/total-text';
import type { Message } from '../text/message';
import { readFolder } from './folder';
import { chooseFormat, noReports, writeSheets, writeText } from './folder-output';
import type { Io } from './io';
import { type Options, totalFormats } from './options';
import { visible } from './visible';

/** Runs the command. */
export async function totalCommand(options: Options, io: Io, say: (message: Message) => string): Promise<number> {
  const format = chooseFormat(options, totalFormats);
  if (typeof format === 'object') {
    io.stderr.write(`${say(format.problem)}\n`);
    return 2;
  }
  const folder = await readFolder(options, io, say);
  const year = options.year ?? latestYear(folder.collection, folder.unreadable);
  if (year === undefined) {
    folder.screen.note(say(noReports('total')));
    if (format === 'text' && options.output === undefined) {
      folder.screen.close();
      return folder.failed() ? 2 : 0;
    }
  }
  const sum = total(folder.collection, year ?? 0, folder.unreadable);
  switch (format) {
    case 'json':
      writeText(`${JSON.stringify(jsonOf(sum, say))}\n`, options, io, folder);
      break;
    case 'markdown':
      writeText(totalMarkdown(sum), options, io, folder);
      for (const note of notes(sum, say)) folder.screen.note(visible(say(note)));
      break;
    case 'xlsx':
      await writeSheets(totalSheets(sum, say), options.output ?? '', io, folder);
      break;
    case 'text':
      writeText(totalText(sum, say), options, io, folder);
      break;
  }
  folder.screen.close();
  return folder.failed() ? 2 : 0;
}

/** The sum as other programs get it. */
function jsonOf({ year, reports, leftOut, missing, incomplete, tables }: Total, say: (message: Message) => string): object {
  return {
    version: 1,
    year,
    units: reports.map(({ unit }) => unit),
    leftOut: leftOut.map(({ path, why }) => ({ path, why: say(why) })),
    missing,
    incomplete,
    tables,
  };
}
