/**
 * The nearest `.nianbao-review.json` of a document: looked for from its folder upwards, kept until one of them changes. A
 * document without a folder goes by the first folder of the workspace.
 */
import { configName } from '../features/choices/settings';
import { type Decision, readReviewFile, reviewFileName } from '../features/silence/review-file';

export interface ReviewFile {
  readonly uri: string;
  /** Undefined: it is not there yet. */
  readonly text: string | undefined;
}

export interface ReviewFiles {
  /** At once where there is nothing to be read. */
  decisions(uri: string): readonly Decision[] | Promise<readonly Decision[]>;
  /** Where a decision about the document is to be written; undefined where there is no folder for it. */
  fileFor(uri: string, anew?: boolean): Promise<ReviewFile | undefined>;
  /** Files have changed; gives whether any of them matters. */
  change(uris: readonly string[]): boolean;
  forget(): void;
}

type Read = (uri: string) => Promise<string | undefined>;

export function reviewFiles(read: Read | undefined, folders: () => readonly string[]): ReviewFiles {
  const texts = new Map<string, Promise<string | undefined>>();
  const textOf = (uri: string): Promise<string | undefined> => {
    const known = texts.get(uri) ?? (read ? read(uri) : Promise.resolve(undefined));
    texts.set(uri, known);
    return known;
  };
  const nearest = async (uri: string): Promise<ReviewFile | undefined> => {
    const own = folderOf(uri) ?? folders()[0];
    if (!read || own === undefined) return undefined;
    for (let folder: string | undefined = own; folder !== undefined; folder = parentOf(folder)) {
      const place = `${folder}/${reviewFileName}`;
      const text = await textOf(place);
      if (text !== undefined) return { uri: place, text };
    }
    return undefined;
  };
  /** Where the first decision goes: beside the settings in force, which are those of the whole folder of reports, else beside the document. */
  const firstPlace = async (uri: string): Promise<ReviewFile | undefined> => {
    const own = folderOf(uri) ?? folders()[0];
    if (!read || own === undefined) return undefined;
    for (let folder: string | undefined = own; folder !== undefined; folder = parentOf(folder))
      if ((await textOf(`${folder}/${configName}`)) !== undefined) return { uri: `${folder}/${reviewFileName}`, text: undefined };
    return { uri: `${own}/${reviewFileName}`, text: undefined };
  };
  return {
    fileFor(uri, anew = false) {
      // Another person may have written it a moment ago, on a disk of which nobody tells us.
      if (anew) texts.clear();
      return nearest(uri).then((known) => known ?? firstPlace(uri));
    },
    decisions: (uri) => (read ? nearest(uri).then((file) => readReviewFile(file?.text ?? '') ?? []) : []),
    change(uris) {
      if (!uris.some((uri) => uri.endsWith(`/${reviewFileName}`))) return false;
      texts.clear();
      return true;
    },
    forget: () => {
      texts.clear();
    },
  };
}

/** Without a slash at its end. */
function folderOf(uri: string): string | undefined {
  return /^(?:file|vscode-[\w-]+):\/\/[^?#]*\//.exec(uri)?.[0].slice(0, -1);
}

function parentOf(folder: string): string | undefined {
  const [, root = '', path = ''] = /^([\w.+-]+:\/\/[^/]*)(.*)$/.exec(folder) ?? [];
  return path === '' ? undefined : root + path.slice(0, path.lastIndexOf('/'));
}
