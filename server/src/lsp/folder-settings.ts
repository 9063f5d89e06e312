/** The settings `nianbao.folder.*`: whether the reports of the whole folder are looked at, and of how many. */
import { isObject } from './support';

export interface FolderSettings {
  /** Never, when it is asked for, or by itself as soon as the editor starts. */
  readonly check: 'off' | 'onRequest' | 'always';
  /** Above so many files nothing is done by itself. */
  readonly maxFiles: number;
  /** Whether reports of units that are in no roster are held against others too. */
  readonly between: boolean;
}

export const folderDefaults: FolderSettings = { check: 'onRequest', maxFiles: 500, between: false };

const ways: readonly FolderSettings['check'][] = ['off', 'onRequest', 'always'];

/** The settings in `value`; what is missing or broken keeps its default. */
export function readFolderSettings(value: unknown, broken: (name: string, value: unknown) => void): FolderSettings {
  if (value === undefined || value === null) return folderDefaults;
  if (!isObject(value)) {
    broken('nianbao.folder', value);
    return folderDefaults;
  }
  const { check, maxFiles, between } = value;
  const way = ways.find((known) => known === check);
  const isCount = typeof maxFiles === 'number' && Number.isInteger(maxFiles) && maxFiles >= 0;
  if (way === undefined && check !== undefined && check !== null) broken('nianbao.folder.check', check);
  if (!isCount && maxFiles !== undefined && maxFiles !== null) broken('nianbao.folder.maxFiles', maxFiles);
  if (typeof between !== 'boolean' && between !== undefined && between !== null) broken('nianbao.folder.between', between);
  return {
    check: way ?? folderDefaults.check,
    maxFiles: isCount ? maxFiles : folderDefaults.maxFiles,
    between: typeof between === 'boolean' ? between : folderDefaults.between,
  };
}
