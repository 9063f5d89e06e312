/** Lists and reads the files of the workspace's folders for the index: each by the settings of the folder in which it lies. */
import { type Roster, rosterOf, type Unit } from '../../collection/roster';
import { knownPieces } from '../../text/facts';
import type { Settings } from '../settings';
import { addressKey, folderOf, pathIn } from './address';
import { type FolderFile, readFolderFile, stampOf } from './folder-file';
import { type FolderFiles, isReadable, type ListedFile } from './folder-files';

/** What the index needs of the session. */
export interface FolderGround {
  readonly files: FolderFiles | undefined;
  /** The folders of the workspace. */
  folders(): readonly string[];
  settingsOf(uri: string): Settings | Promise<Settings>;
  /** What the user said of a file: that it is a report, that it is none. */
  verdictOn(uri: string): boolean | undefined;
  /** The text of the file where it is open in the editor. */
  liveText(key: string): string | undefined;
  /** Whether reports of units that are in no roster are held against others too. */
  holdsAll(): boolean;
  /** Waits for nothing: errors of `work` go to the log. */
  guard(work: Promise<unknown>): void;
}

export interface IndexedFile {
  readonly key: string;
  readonly path: string;
  readonly listed: ListedFile;
}

export interface FolderReader {
  /** The files in the order of their paths. */
  list(isStopped: () => boolean): Promise<readonly IndexedFile[]>;
  /** @param known what was read before: it is given again where nothing has changed. Undefined for a file to be left alone. */
  read(file: IndexedFile, known: FolderFile | undefined): Promise<FolderFile | undefined>;
  /** The file as it is now; undefined where it is no longer there, or not to be read. */
  readAgain(key: string): Promise<FolderFile | undefined>;
  /** The rosters of the folders themselves, which may hold no file. */
  rosters(): readonly (readonly Unit[] | undefined)[];
  /** Settings have changed. */
  forget(): void;
}

/** No county has more files in hand; what is beyond is not looked at. */
export const mostFiles = 5_000;

export function folderReader(ground: FolderGround): FolderReader {
  const settingsByFolder = new Map<string, Settings | Promise<Settings>>();
  let rosters: readonly (readonly Unit[] | undefined)[] = [];
  const addresses = new Map<string, string>();
  const settingsIn = (folder: string): Settings | Promise<Settings> => {
    const known = settingsByFolder.get(folder) ?? ground.settingsOf(`${folder}/-`);
    settingsByFolder.set(folder, known);
    return known;
  };
  /** Rosters in force, each made once for all files that share it. */
  const rostersOf = new Map<readonly Unit[] | undefined, Roster>();
  const rosterFor = ({ units }: Settings): Roster => {
    const roster = rostersOf.get(units) ?? rosterOf(units ?? []);
    rostersOf.set(units, roster);
    return roster;
  };
  const pieces = knownPieces();
  const folderKeys = (): string[] => ground.folders().map(addressKey);

  const readOne = async ({ key, path, listed }: IndexedFile, known: FolderFile | undefined): Promise<FolderFile | undefined> => {
    const verdict = ground.verdictOn(listed.uri);
    if (verdict === false) return undefined;
    // A folder's settings are asked for by an address in it that is as the client writes it.
    const settings = await settingsIn(folderOf(listed.uri));
    const live = ground.liveText(key);
    const taken = verdict === true;
    if (known && known.taken === taken && isSameCheck(known.settings, settings)) {
      const isSame = live === undefined ? known.stamp === stampOf(listed) : known.stamp === 'live' && known.text === live;
      if (isSame) return known.settings === settings ? known : { ...known, settings };
    }
    return readFolderFile({
      key,
      path,
      listed,
      settings,
      roster: rosterFor(settings),
      taken,
      live,
      pieces,
      read: () => (ground.files ? ground.files.read(listed.uri) : Promise.reject(new Error('no files'))),
    });
  };

  return {
    async list(isStopped) {
      const folders = ground.folders();
      const keys = folderKeys();
      const found = new Map<string, IndexedFile>();
      for (const folder of folders) {
        for (const listed of (await ground.files?.list(folder, isStopped)) ?? []) {
          const key = addressKey(listed.uri);
          addresses.set(key, listed.uri);
          found.set(key, { key, path: pathIn(keys, key), listed });
        }
      }
      rosters = await Promise.all(folders.map(async (folder) => (await settingsIn(folder)).units));
      return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1)).slice(0, mostFiles);
    },
    read: readOne,
    async readAgain(key) {
      const keys = folderKeys();
      if (!isReadable(key) || !keys.some((folder) => key.startsWith(`${folder}/`)) || /\/(?:\.|node_modules\/)/.test(key)) return undefined;
      const listed = await ground.files?.find(addresses.get(key) ?? key);
      return listed && readOne({ key, path: pathIn(keys, key), listed }, undefined);
    },
    rosters: () => rosters,
    forget: () => {
      settingsByFolder.clear();
      rostersOf.clear();
    },
  };
}

/** Whether two settings give the same findings for the same text, decisions aside. */
function isSameCheck(a: Settings, b: Settings): boolean {
  const told = ({ enable, severities, rules, textLimit, units }: Settings): string =>
    JSON.stringify([enable, severities, rules, textLimit, units]);
  return a === b || told(a) === told(b);
}
