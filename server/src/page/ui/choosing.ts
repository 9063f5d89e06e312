/**
 * How files come to the page: chosen, dropped (folders too), pasted. Gives them with their bytes on demand; what becomes of
 * them is not known here.
 */

/** A file that was chosen. In a folder the name is its path from there. */
export interface Chosen {
  readonly name: string;
  readonly read: () => Promise<Uint8Array>;
  /** When it was last written. */
  readonly modified: number;
}

export interface Clipped {
  readonly html: string;
  readonly text: string;
}

/** The choices of a folder and all below it, and what reviewers decided there. */
const config = /(?:^|\/)\.nianbao(?:-review)?\.json$/;

export function isConfig({ name }: Chosen): boolean {
  return config.test(name);
}

/** What programs and systems leave in folders, and what cannot be a report. */
const passedOver = /(?:^|\/)(?:~\$|\.(?!nianbao(?:-review)?\.json$))[^/]*$|(?:^|\/)(?:Thumbs\.db|desktop\.ini)$|\.tmp$/i;
/** In folders only files with these names are looked at. */
const searched =
  /(?:^|\/)\.nianbao(?:-review)?\.json$|\.(?:txt|md|markdown|docx|docm|xlsx|xlsm|html?|mht|mhtml|doc|wps|pdf|et|xls|ofd|zip|rar)$/i;

export function chosenFiles(list: Iterable<File>): Chosen[] {
  const files = [...list].map((file) => ({ file, name: file.webkitRelativePath || file.name }));
  return files
    .filter(({ file, name }) => !passedOver.test(name) && (!file.webkitRelativePath || searched.test(name)))
    .map(({ file, name }) => chosen(name, file));
}

function chosen(name: string, file: File): Chosen {
  return { name, read: async () => new Uint8Array(await file.arrayBuffer()), modified: file.lastModified };
}

/** What was dropped: files, and the files in folders. */
export async function droppedFiles(data: DataTransfer): Promise<Chosen[]> {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return chosenFiles(data.files);
  const found = await Promise.all(entries.map((entry) => filesIn(entry, entry.isDirectory)));
  return found.flat();
}

async function filesIn(entry: FileSystemEntry, inFolder: boolean): Promise<Chosen[]> {
  const name = entry.fullPath.replace(/^\//, '');
  if (passedOver.test(name)) return [];
  if (entry.isFile) {
    if (inFolder && !searched.test(name)) return [];
    const file = await new Promise<File>((resolve, reject) => {
      (entry as FileSystemFileEntry).file(resolve, reject);
    });
    return [chosen(name, file)];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const more = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (more.length === 0) break;
    entries.push(...more);
  }
  return (await Promise.all(entries.map((inner) => filesIn(inner, true)))).flat();
}

/** Asks for a folder; the page itself has one field for files only. */
export function askFolder(take: (files: Chosen[]) => void): void {
  const field = document.createElement('input');
  field.type = 'file';
  field.webkitdirectory = true;
  field.addEventListener('change', () => {
    take(chosenFiles(field.files ?? []));
  });
  field.click();
}

export function clippedOf(data: DataTransfer): Clipped {
  return { html: data.getData('text/html'), text: data.getData('text/plain') };
}
