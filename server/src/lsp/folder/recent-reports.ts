/** Reports of files of the folder, read from their texts again: the last few are kept, five hundred at once would fill the memory. */
import { parse } from '../../report/parse';
import type { Report } from '../../report/report';
import type { FolderFile } from './folder-file';

const most = 12;

export function recentReports(): { of(file: FolderFile): Report } {
  const recent = new Map<FolderFile, Report>();
  return {
    of(file) {
      const report = recent.get(file) ?? parse(file.text, file.taken);
      recent.delete(file);
      recent.set(file, report);
      const [oldest] = recent.keys();
      if (recent.size > most && oldest) recent.delete(oldest);
      return report;
    },
  };
}
