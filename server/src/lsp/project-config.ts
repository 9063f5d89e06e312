/**
 * The nearest `.nianbao.json` of a document: looked for from its folder upwards, kept per folder until one of them changes.
 * Addresses may have any scheme; a document without a folder, or of another scheme than the workspace (the old side of a
 * comparison, a text that is not saved), goes by its place in the workspace, else by the workspace's first folder. How a file
 * is read is told by whoever makes the store.
 */
import type { Unit } from '../collection/roster';
import type { Choices } from '../features/choices/choices';
import { type Config, readConfig } from '../features/choices/config';
import { configName } from '../features/choices/settings';

/** What is chosen for a folder, and the units that report in it. */
export interface ProjectChoices extends Choices {
  /** The roster of the nearest file that has one, the same list for all below it. */
  readonly units?: readonly Unit[];
}

export interface ProjectConfigs {
  /** What the nearest file chooses for the document `uri`; nothing without one. */
  of(uri: string): ProjectChoices | Promise<ProjectChoices>;
  /** Files have changed, were made or deleted. Gives whether any of them matters; then all is to be asked anew. */
  change(uris: readonly string[]): boolean;
  /** All is to be read anew, as where nobody tells of changes. */
  forget(): void;
}

/** What the store needs of the world. */
export interface ConfigWorld {
  /** The text of a file; undefined if there is none. Never rejects. Undefined where files cannot be read at all. */
  readonly read: ((uri: string) => Promise<string | undefined>) | undefined;
  /** The folders of the workspace, without a slash at their ends. */
  readonly folders: () => readonly string[];
  /** Is told each folder that is looked into, once. */
  readonly onLooked: (folder: string) => void;
  /** Is told what is wrong with a file, each time it is read; undefined: it is gone. */
  readonly onRead: (uri: string, content: { readonly text: string; readonly config: Config } | undefined) => void;
}

export function projectConfigs({ read, folders, onLooked, onRead }: ConfigWorld): ProjectConfigs {
  const byFolder = new Map<string, Promise<ProjectChoices>>();
  const looked = new Set<string>();
  /** The files with problems, which are read again even if no document asks. */
  const troubled = new Set<string>();

  const load = async (uri: string, readFile: NonNullable<ConfigWorld['read']>): Promise<Config | undefined> => {
    const text = await readFile(uri);
    const config = text === undefined ? undefined : readConfig(text);
    if (config && config.problems.length > 0) troubled.add(uri);
    else if (!troubled.delete(uri)) return config;
    onRead(uri, config && text !== undefined ? { text, config } : undefined);
    return config;
  };

  const search = async (folder: string, readFile: NonNullable<ConfigWorld['read']>): Promise<ProjectChoices> => {
    if (!looked.has(folder)) {
      looked.add(folder);
      onLooked(folder);
    }
    const own = await load(`${folder}/${configName}`, readFile);
    const parent = parentOf(folder);
    const above = parent === undefined ? {} : await inFolder(parent, readFile);
    const units = own?.units ?? above.units;
    return own ? { ...own.choices, ...(units && { units }) } : above;
  };

  const inFolder = (folder: string, readFile: NonNullable<ConfigWorld['read']>): Promise<ProjectChoices> => {
    const known = byFolder.get(folder) ?? search(folder, readFile);
    byFolder.set(folder, known);
    return known;
  };

  return {
    of(uri) {
      const folder = read && folderOf(uri, folders());
      return read && folder !== undefined ? inFolder(folder, read) : {};
    },
    change(uris) {
      const matter = uris.some((uri) => uri.endsWith(`/${configName}`));
      if (!matter) return false;
      byFolder.clear();
      if (read) for (const uri of troubled) void load(uri, read);
      return true;
    },
    forget: () => byFolder.clear(),
  };
}

interface Address {
  /** Scheme and authority, such as `file://`. */
  readonly root: string;
  /** Begins with a slash, or there is none. */
  readonly path: string;
}

function addressOf(uri: string): Address {
  const [, root = '', path = ''] = /^([a-z][\w+.-]*:(?:\/\/[^/?#]*)?)([^?#]*)/i.exec(uri) ?? [];
  return { root, path };
}

/** The folder of a document, without a slash at its end; undefined if it has none. */
function folderOf(uri: string, folders: readonly string[]): string | undefined {
  const { root, path } = addressOf(uri);
  const [first] = folders;
  const isPlace = path.startsWith('/');
  const folder = path.slice(0, path.lastIndexOf('/'));
  const roots = new Set(folders.map((one) => addressOf(one).root));
  if (isPlace && (root === 'file://' || roots.has(root))) return root + folder;
  const around = isPlace ? folders.find((one) => path.startsWith(`${addressOf(one).path}/`)) : undefined;
  return around === undefined ? first : addressOf(around).root + folder;
}

function parentOf(folder: string): string | undefined {
  const { root, path } = addressOf(folder);
  return path === '' ? undefined : root + path.slice(0, path.lastIndexOf('/'));
}
