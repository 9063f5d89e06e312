/**
 * Last year's report of the unit whose report is open: the one that counts in the folder, once that was read, or the one that the user chose.
 * Nothing is read for it but that.
 */
import { sourceOf } from '../../documents/source';
import { parse } from '../../report/parse';
import type { Report } from '../../report/report';
import { decode } from '../../text/encoding/decode';
import { addressKey, nameOf } from './address';
import type { FolderFiles } from './folder-files';
import type { FolderIndex } from './folder-index';

export interface LastYears {
  /** Last year's report; undefined where none is known. */
  of(uri: string, report: Report): { readonly uri: string; readonly report: Report } | undefined;
  /** The user says that it is this file. Gives whether that is a report. */
  choose(uri: string, file: string): Promise<boolean>;
}

export function lastYears(index: FolderIndex, files: FolderFiles | undefined): LastYears {
  const chosen = new Map<string, { readonly uri: string; readonly report: Report }>();
  return {
    of(uri, { title, year }) {
      const own = chosen.get(addressKey(uri));
      if (own) return own;
      if (index.state() !== 'ready' || !title?.agency || year === undefined) return undefined;
      const collection = index.collection();
      const unit = collection.roster.find(title.agency)?.name ?? title.agency;
      const path = collection.of(unit, year - 1)?.path;
      const file = path === undefined ? undefined : index.fileAt(path);
      return file && { uri: file.uri, report: index.reportOf(file) };
    },
    async choose(uri, file) {
      const known = index.file(addressKey(file));
      if (known?.recognized) {
        chosen.set(addressKey(uri), { uri: known.uri, report: index.reportOf(known) });
        return true;
      }
      if (!files) return false;
      const source = await sourceOf(nameOf(file), await files.read(file), decode);
      const report = 'problem' in source ? undefined : parse(source.text);
      if (!report?.recognized) return false;
      chosen.set(addressKey(uri), { uri: file, report });
      return true;
    },
  };
}
